"""Rows in, document out: everything under a dialogue, cleaned, in a fixed number of queries."""

import json

import pytest

from dialogues.documents import DialogueDocument
from dialogues.freeze import broken_links, freeze
from dialogues.models import Choice, FindingPromise, Question
from portal.documents import digest
from portal.models import SearchEntry
from tests.factories.dialogues import (
    ChoiceFactory,
    DialogueFactory,
    FindingFactory,
    FindingPromiseFactory,
    QuestionFactory,
    SurveyFactory,
    SurveyResultsFactory,
    promise_entry,
    published,
    whole_dialogue,
)

pytestmark = pytest.mark.django_db


def test_freeze_takes_everything_under_the_dialogue():
    dialogue = whole_dialogue()
    SurveyResultsFactory(dialogue=dialogue)

    document = freeze(dialogue)

    assert document.key == dialogue.key
    assert (document.title, document.places) == (dialogue.title, "Torget")
    assert [(holder.short_form, holder.must_sign) for holder in document.holders] == [
        ("kommunen", True)
    ]
    assert [finding.outcome for finding in document.findings] == ["open", "no_promise", "promised"]
    assert [question.kind for question in document.survey.questions] == [
        "single",
        "single",
        "multiple",
        "scale",
        "number",
        "text",
    ]
    assert [choice.text for choice in document.survey.questions[0].choices] == [
        "Ja",
        "Delvis",
        "Nej",
    ]
    assert document.survey.texts_deleted_on == dialogue.survey.texts_deleted_on
    assert document.results.answered is None


@pytest.mark.parametrize("said_by", [4, 5, None])
def test_freeze_leaves_counting_to_the_results_of_a_survey(said_by):
    """Asked less answered may be one to four people who did not answer."""
    dialogue = DialogueFactory(asked=45, answered=43)
    FindingFactory(dialogue=dialogue, said_by=said_by)
    without = freeze(dialogue)
    SurveyFactory(dialogue=dialogue)

    document = freeze(dialogue)

    assert (without.asked, without.answered) == (45, 43)
    assert (document.asked, document.answered) == (None, None)
    assert [finding.said_by for finding in without.findings] == [said_by]
    assert [finding.said_by for finding in document.findings] == [None]


@pytest.mark.parametrize(("said_by", "told"), [(4, None), (5, 5), (None, None)])
def test_freeze_tells_no_small_group_of_a_survey_that_was_held_elsewhere(said_by, told):
    dialogue = DialogueFactory(kind="survey")
    FindingFactory(dialogue=dialogue, said_by=said_by)

    assert [finding.said_by for finding in freeze(dialogue).findings] == [told]


def test_freeze_words_a_link_as_the_promise_is_public_now():
    dialogue = whole_dialogue()
    SearchEntry.objects.update(statement="Vi lovar något annat.")

    [link] = freeze(dialogue).promise_links

    assert (link.period_slug, link.period_label, link.slug, link.statement) == (
        "2021-2022",
        "2021–2022",
        "trafik",
        "Vi lovar något annat.",
    )


@pytest.mark.parametrize("change", ["gone", "hidden", "elsewhere"])
def test_freeze_leaves_a_broken_link_without_address(change):
    dialogue = whole_dialogue()
    if change == "gone":
        SearchEntry.objects.all().delete()
    elif change == "hidden":
        entry = SearchEntry.objects.get()
        SearchEntry.objects.update(visible_until=entry.visible_from)
    else:
        SearchEntry.objects.update(partnership=whole_dialogue().partnership)

    document = freeze(dialogue)

    assert broken_links(document.promise_links) == list(document.promise_links)
    assert [link.statement for link in document.promise_links] == [
        "Vi lovar att synas mer i trafiken."
    ]


def test_freeze_stored_and_opened_is_the_same_document():
    document = freeze(whole_dialogue())

    stored = json.loads(json.dumps(document.model_dump(mode="json")))

    assert DialogueDocument.opened(stored) == document
    assert digest(stored) == digest(document.model_dump(mode="json"))


def test_freeze_cleans_prose_that_rows_were_given_uncleaned():
    dialogue = whole_dialogue()
    dirty = "<p onclick='x()'>Läge<script>alert(1)</script></p>"
    type(dialogue).objects.update(summary=dirty, minutes=dirty)
    type(dialogue.survey).objects.update(introduction=dirty)

    document = freeze(dialogue)

    assert {document.summary, document.minutes, document.survey.introduction} == {"<p>Läge</p>"}


@pytest.mark.parametrize("count", [1, 3])
def test_freeze_query_count_does_not_grow(count, django_assert_num_queries):
    dialogue = whole_dialogue()
    for _ in range(count):
        FindingPromiseFactory(
            finding=FindingFactory(dialogue=dialogue, promised=True),
            promise_key=promise_entry(dialogue.partnership).key,
        )
        QuestionFactory(survey=dialogue.survey, multiple=True)

    with django_assert_num_queries(9):
        freeze(dialogue)


def test_survey_version_stays_while_the_questions_do():
    dialogue = whole_dialogue()
    published(dialogue)
    FindingPromise.objects.all().delete()

    assert freeze(dialogue).survey.version == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda survey: Question.objects.filter(survey=survey, kind="scale").update(highest=7),
        lambda survey: Question.objects.filter(survey=survey, kind="text").delete(),
        lambda survey: Choice.objects.filter(key="val-1").update(text="Jo"),
        lambda survey: ChoiceFactory(question=survey.questions.get(kind="multiple")),
        lambda survey: QuestionFactory(survey=survey),
    ],
)
def test_survey_version_grows_when_public_questions_are_changed(change):
    dialogue = whole_dialogue()
    published(dialogue)

    change(dialogue.survey)

    assert freeze(dialogue).survey.version == 2


def test_survey_version_counts_from_the_newest_that_was_out():
    dialogue = whole_dialogue()
    published(dialogue)
    QuestionFactory(survey=dialogue.survey)
    published(dialogue, note="En fråga till.")
    same = freeze(dialogue).survey.version
    QuestionFactory(survey=dialogue.survey)

    assert (same, freeze(dialogue).survey.version) == (2, 3)


def test_survey_version_does_not_forget_a_survey_that_was_taken_away():
    dialogue = whole_dialogue()
    published(dialogue)
    dialogue.survey.delete()
    published(type(dialogue).objects.get(pk=dialogue.pk), note="Utan enkät.")
    QuestionFactory(survey=SurveyFactory(dialogue=dialogue))

    assert freeze(dialogue).survey.version == 2
