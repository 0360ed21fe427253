"""What editors do with the words that people wrote."""

import pytest

from dialogues.answers import AnswerGone, deal_with, take_up_again
from dialogues.models import Answer
from portal.exceptions import NotAllowed
from tests.factories.dialogues import (
    AnswerFactory,
    QuestionFactory,
    ResponseFactory,
    SurveyFactory,
    published,
)
from tests.factories.portal import PartnershipFactory, editor_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer():
    survey = SurveyFactory()
    QuestionFactory(survey=survey, key="egna")
    response = ResponseFactory(edition=published(survey.dialogue))
    return AnswerFactory(response=response, question_key="egna", text="Det är mörkt.")


@pytest.fixture
def editor(answer):
    return editor_of(answer.response.dialogue.partnership)


def test_answer_is_dealt_with_and_taken_up_again(answer, editor):
    deal_with(answer=answer, by=editor)
    first = Answer.objects.get().is_dealt_with
    take_up_again(answer=answer, by=editor)

    assert (first, Answer.objects.get().is_dealt_with) == (True, False)


@pytest.mark.parametrize("act", [deal_with, take_up_again])
def test_answer_that_was_deleted_a_moment_before_is_gone(act, answer, editor):
    Answer.objects.filter(pk=answer.pk).delete()

    with pytest.raises(AnswerGone, match="finns inte längre"):
        act(answer=answer, by=editor)


@pytest.mark.parametrize("act", [deal_with, take_up_again])
def test_answer_of_another_place_is_refused(act, answer):
    with pytest.raises(NotAllowed):
        act(answer=answer, by=editor_of(PartnershipFactory()))
