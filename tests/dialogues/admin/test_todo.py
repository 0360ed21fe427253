"""What waits on the first page for those who hold dialogues."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dialogues.admin.todo import (
    dialogue_drafts_that_differ,
    dialogues_to_sign,
    findings_kept_waiting,
    held_without_a_word,
    surveys_without_results,
    texts_that_leave,
)
from dialogues.admin.ways import of_dialogue
from dialogues.models import Answer
from dialogues.survey_results import compile_survey
from portal.days import today
from tests.factories.dialogues import (
    AnswerFactory,
    DialogueFactory,
    FindingFactory,
    QuestionFactory,
    ResponseFactory,
    SurveyFactory,
    candidate_of,
    published,
)
from tests.factories.portal import PartnershipFactory, editor_of

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def lines(give, user, on=None) -> list[tuple[str, str, bool]]:
    return [(line.text, line.url, line.is_late) for line in give(user, on or today())]


@pytest.fixture
def closed(dialogue):
    QuestionFactory(survey=SurveyFactory(dialogue=dialogue, closed=True), key="egna")
    return published(dialogue)


def test_todo_closed_survey_without_published_results(dialogue, closed, editor):
    [(text, url, is_late)] = lines(surveys_without_results, editor)
    assert text.startswith("Enkäten ”Dialog på torget” stängde ")
    assert (url, is_late) == (of_dialogue("answers", dialogue), True)

    compile_survey(dialogue=dialogue, by=editor)
    assert len(lines(surveys_without_results, editor)) == 1

    published(dialogue, note="Resultatet.")
    assert lines(surveys_without_results, editor) == []


@pytest.mark.parametrize("stage", [{}, {"coming": True}])
def test_todo_survey_that_has_not_closed_owes_nothing(dialogue, editor, stage):
    QuestionFactory(survey=SurveyFactory(dialogue=dialogue, **stage))
    published(dialogue)

    assert lines(surveys_without_results, editor) == []


def test_todo_survey_that_was_never_out_owes_nothing(dialogue, editor):
    SurveyFactory(dialogue=dialogue, closed=True)

    assert lines(surveys_without_results, editor) == []


def test_todo_findings_kept_waiting_are_one_line_per_dialogue(dialogue, editor):
    FindingFactory.create_batch(2, dialogue=dialogue)
    FindingFactory(dialogue=dialogue, refused=True)
    on = dialogue.last_day + 61 * DAY

    [(text, url, is_late)] = lines(findings_kept_waiting, editor, on)

    assert text == (
        "Två saker som ni fick höra på ”Dialog på torget” 6\xa0oktober 2020 är inte besvarade."
    )
    assert url == f"/admin/dialogues/dialogue/{dialogue.pk}/change/#rader-finding"
    assert is_late
    assert lines(findings_kept_waiting, editor, on - DAY) == []


@pytest.mark.parametrize(("days", "shown"), [(15, False), (14, True), (0, True)])
def test_todo_words_that_will_be_deleted(dialogue, closed, editor, days, shown):
    AnswerFactory(response=ResponseFactory(edition=closed), question_key="egna", text="Ord.")
    day = closed.content.survey.texts_deleted_on

    found = lines(texts_that_leave, editor, day - days * DAY)

    assert [(url, is_late) for _, url, is_late in found] == (
        [(of_dialogue("answers", dialogue) + "#ord", days == 0)] if shown else []
    )
    Answer.objects.update(is_dealt_with=True)
    assert lines(texts_that_leave, editor, day) == []


def test_todo_dialogue_that_was_held_and_nothing_said_after(dialogue, editor):
    dialogue.starts_on = today() - DAY
    dialogue.save()
    assert [late for *_, late in lines(held_without_a_word, editor)] == [False]
    assert [late for *_, late in lines(held_without_a_word, editor, today() + 14 * DAY)] == [True]
    assert lines(held_without_a_word, editor, today() - DAY) == []

    published(dialogue)

    assert lines(held_without_a_word, editor) == []


def test_todo_invitation_is_not_a_word_after(dialogue, editor):
    dialogue.starts_on = today() + DAY
    dialogue.save()
    published(dialogue)

    [(text, url, _)] = lines(held_without_a_word, editor, today() + 2 * DAY)

    assert text.startswith("”Dialog på torget” hölls ")
    assert text.endswith("Inget är publicerat efteråt.")
    assert url == of_dialogue("publish", dialogue)


def test_todo_drafts_are_told_once(dialogue, editor):
    """Held and never published is told by another line; what waits to be signed too."""
    assert lines(dialogue_drafts_that_differ, editor) == []
    dialogue.starts_on = today() + DAY
    dialogue.save()
    [(text, url, _)] = lines(dialogue_drafts_that_differ, editor)
    assert text == "Utkastet till ”Dialog på torget” är inte publicerat."
    assert url == of_dialogue("publish", dialogue)

    published(dialogue)
    assert lines(dialogue_drafts_that_differ, editor) == []

    FindingFactory(dialogue=dialogue)
    [(text, *_)] = lines(dialogue_drafts_that_differ, editor)
    assert text == "Utkastet till ”Dialog på torget” skiljer sig från det som är publicerat."

    candidate_of(dialogue, note="Nytt.")
    assert lines(dialogue_drafts_that_differ, editor) == []


def test_todo_signatures_that_wait(dialogue, editor, place):
    edition = candidate_of(dialogue, signed=False)
    holder = place.members.all()[0].organisation

    approver = editor_of(place, approver=True)

    assert lines(dialogues_to_sign, approver) == [
        ("”Dialog på torget” väntar på ditt godkännande.", edition.admin_url, False)
    ]
    [(text, *_)] = lines(dialogues_to_sign, editor)
    assert text == f"”Dialog på torget” väntar på godkännande från {holder.name}."


GIVERS = [
    surveys_without_results,
    findings_kept_waiting,
    held_without_a_word,
    dialogue_drafts_that_differ,
    dialogues_to_sign,
]


def busy(place, number) -> None:
    """A dialogue that everything waits in."""
    dialogue = DialogueFactory(partnership=place, slug=f"d-{number}")
    FindingFactory(dialogue=dialogue)
    QuestionFactory(survey=SurveyFactory(dialogue=dialogue, closed=True))
    edition = published(dialogue)
    AnswerFactory(response=ResponseFactory(edition=edition), question_key="x", text="Ord.")
    FindingFactory(dialogue=dialogue)
    candidate_of(dialogue, note="Nytt.", signed=False)
    FindingFactory(dialogue=dialogue)
    DialogueFactory(partnership=place, slug=f"e-{number}")


@pytest.mark.parametrize("give", GIVERS)
def test_todo_asks_as_often_for_many_dialogues(give, place, editor):
    counts = []
    for number in range(3):
        busy(place, number)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(list(give(editor, today()))) == number + 1
        counts.append(len(queries))

    assert counts[1] == counts[2]


def test_todo_shows_nothing_of_other_places(place):
    busy(place, 1)
    stranger = editor_of(PartnershipFactory())

    assert [lines(give, stranger) for give in [*GIVERS, texts_that_leave]] == [[]] * 6
