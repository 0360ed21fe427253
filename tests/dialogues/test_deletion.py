"""Answers are deleted by the rule that those who answered were told."""

import datetime as dt
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from dialogues.deletion import delete_due, delete_text, texts_leave_on
from dialogues.models import Answer, Response, Survey
from dialogues.survey_results import compile_survey
from portal.exceptions import NotAllowed
from portal.worker import DAILY
from tests.factories.dialogues import (
    AnswerFactory,
    DialogueFactory,
    QuestionFactory,
    ResponseFactory,
    SurveyFactory,
    published,
)
from tests.factories.portal import PartnershipFactory, editor_of

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def dialogue():
    """Its survey closes in 29 days; what people wrote goes 90 days after that."""
    found = DialogueFactory(title="Trygghetsenkät", partnership__name="Strömsund")
    survey = SurveyFactory(dialogue=found)
    QuestionFactory(survey=survey, single=True, key="trygg")
    QuestionFactory(survey=survey, key="egna")
    return found


@pytest.fixture
def edition(dialogue):
    return published(dialogue)


@pytest.fixture
def answered(edition):
    for _ in range(6):
        response = ResponseFactory(edition=edition)
        AnswerFactory(response=response, question_key="trygg", choice_keys=["val-1"])
    AnswerFactory(response=response, question_key="egna", text="Mina ord.")
    return edition


def day_of(edition) -> dt.date:
    return edition.content.survey.texts_deleted_on


def test_words_go_on_their_day_and_the_rest_stays(answered):
    assert delete_due(on=day_of(answered) - DAY) == []

    told = delete_due(on=day_of(answered))

    assert told == ["Strömsund, ”Trygghetsenkät”: ett svar i egna ord raderades."]
    assert not Answer.objects.in_words().exists()
    assert (Answer.objects.count(), Response.objects.count()) == (6, 6)
    assert delete_due(on=day_of(answered)) == []


def test_a_draft_changes_nothing_that_people_were_told(answered):
    survey = answered.dialogue.survey
    survey.text_answers_deleted_on = day_of(answered) + 30 * DAY
    survey.save()

    assert texts_leave_on(answered.dialogue) == day_of(answered)


@pytest.mark.parametrize("days", [-20, 20])
def test_the_earlier_of_the_days_told_counts(answered, days):
    """A longer survey does not keep what came before longer; a shorter one shortens it for all."""
    first, survey = day_of(answered), answered.dialogue.survey
    survey.closes_at += days * DAY
    survey.save()

    newer = published(answered.dialogue, note="Annan tid.")
    AnswerFactory(response=ResponseFactory(edition=newer), question_key="egna", text="Senare ord.")

    assert day_of(newer) == first + days * DAY
    delete_due(on=first)
    assert [a.text for a in Answer.objects.in_words()] == (["Senare ord."] if days > 0 else [])


def test_the_rest_goes_a_year_after_closing_once_the_results_are_public(dialogue):
    Survey.objects.update(opens_at=timezone.now() - 500 * DAY, closes_at=timezone.now() - 470 * DAY)
    dialogue.refresh_from_db()
    edition = published(dialogue)
    for _ in range(6):
        AnswerFactory(
            response=ResponseFactory(edition=edition), question_key="trygg", choice_keys=["val-1"]
        )
    year = timezone.localdate(edition.survey_closes_at) + 365 * DAY
    assert delete_due(on=year) == []  # nobody can read the results
    compile_survey(dialogue=dialogue, by=editor_of(edition.partnership))
    published(dialogue, note="Resultatet.")

    early, due = delete_due(on=year - DAY), delete_due(on=year)

    assert early == []
    assert due == ["Strömsund, ”Trygghetsenkät”: 6 svar raderades."]
    assert not Response.objects.exists()


def test_editor_deletes_words_at_once_and_others_may_not(answered):
    answer = Answer.objects.in_words().get()
    with pytest.raises(NotAllowed):
        delete_text(answer=answer, by=editor_of(PartnershipFactory()))

    delete_text(answer=answer, by=editor_of(answered.partnership))

    assert not Answer.objects.in_words().exists()
    assert texts_leave_on(answered.dialogue) is None


def test_command_says_what_it_did_and_the_worker_does_the_same(answered):
    first, later = StringIO(), StringIO()
    with time_machine.travel(dt.datetime.combine(day_of(answered), dt.time(12), dt.UTC)):
        call_command("delete_answers", stdout=first)
        call_command("delete_answers", stdout=later)

    assert "ett svar i egna ord raderades" in first.getvalue()
    assert later.getvalue() == "Inga svar skulle raderas i dag.\n"
    assert [work.__name__ for work in DAILY if work.__module__ == "dialogues.tasks"] == [
        "delete_answers",
        "remind",
    ]
