"""Compiling the answers to a closed survey."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from dialogues.models import SurveyResults
from dialogues.survey_results import ResultsRefused, compile_survey, discard_results
from portal.exceptions import NotAllowed
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
MONTH = dt.timedelta(days=31)


@pytest.fixture
def dialogue():
    found = DialogueFactory(asked=40, asked_whom="alla i Strömsund")
    QuestionFactory(survey=SurveyFactory(dialogue=found), single=True, key="trygg")
    return found


@pytest.fixture
def editor(dialogue):
    return editor_of(dialogue.partnership)


@pytest.fixture
def answered(dialogue):
    edition = published(dialogue)
    for number in range(12):
        response = ResponseFactory(edition=edition)
        key = "val-1" if number < 6 else "val-2"
        AnswerFactory(response=response, question_key="trygg", choice_keys=[key])
    return dialogue


def later(days=31):
    return time_machine.travel(timezone.now() + dt.timedelta(days=days))


def test_compiled_results_tell_groups_of_five_and_more(answered, editor):
    with later():
        results = compile_survey(dialogue=answered, by=editor)
        day = timezone.localdate()

    [question] = results.document["questions"]
    assert results.document["compiled_on"] == day.isoformat()
    assert (results.document["answered"], results.document["asked"]) == (12, 40)
    assert [group["count"] for group in question["table"]["groups"]] == [6, 6, 0, 0]
    assert results.compiled_by == editor


def test_compiled_again_there_is_still_one(answered, editor):
    with later():
        compile_survey(dialogue=answered, by=editor)
        answered.asked = 50
        answered.save()
        compile_survey(dialogue=answered, by=editor)

    assert SurveyResults.objects.get().document["asked"] == 50


def test_open_survey_is_refused(answered, editor):
    with pytest.raises(ResultsRefused, match="Svaren går att sammanställa efter det"):
        compile_survey(dialogue=answered, by=editor)


def test_survey_is_open_as_long_as_residents_can_answer(answered, editor):
    """A draft that closes earlier closes nothing before it is published."""
    survey = answered.survey
    survey.closes_at = timezone.now()
    survey.save()

    with pytest.raises(ResultsRefused, match="Enkäten stänger"):
        compile_survey(dialogue=answered, by=editor)


def test_survey_that_was_never_out_is_refused(dialogue, editor):
    with later(), pytest.raises(ResultsRefused, match="inte publicerats"):
        compile_survey(dialogue=dialogue, by=editor)


def test_dialogue_without_a_survey_is_refused():
    dialogue = DialogueFactory()

    with pytest.raises(ResultsRefused, match="ingen enkät"):
        compile_survey(dialogue=dialogue, by=editor_of(dialogue.partnership))


def test_results_that_have_been_out_stay(answered, editor):
    with later():
        compile_survey(dialogue=answered, by=editor)
        published(answered, note="Resultatet.")
        before = SurveyResults.objects.get().compiled_at
        for act in (compile_survey, discard_results):
            with pytest.raises(ResultsRefused, match="räknas inte om"):
                act(dialogue=answered, by=editor)

    assert SurveyResults.objects.get().compiled_at == before


@pytest.mark.parametrize("act", [compile_survey, discard_results])
def test_others_may_not(answered, act):
    with later(), pytest.raises(NotAllowed):
        act(dialogue=answered, by=editor_of(PartnershipFactory()))
