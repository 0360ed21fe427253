"""Answers received, and read again for results."""

import datetime as dt

import pytest

from dialogues.answering import SurveyNotOpen, questions_by_version, record_answers, sheets_of
from dialogues.models import Response
from dialogues.results import Given, Sheet, compile_results
from tests.factories.dialogues import QuestionFactory, SurveyFactory, published

pytestmark = pytest.mark.django_db

GIVEN = {"q": Given(choices=("val-1",)), "ar": Given(number=7), "ord": Given(text="Lys upp.")}


@pytest.fixture
def edition():
    survey = SurveyFactory()
    QuestionFactory(survey=survey, single=True, key="q")
    QuestionFactory(survey=survey, number=True, key="ar")
    QuestionFactory(survey=survey, key="ord")
    return published(survey.dialogue)


def record(edition, number, given=GIVEN, current=None) -> bool:
    return record_answers(
        current=current or edition, edition=edition, form=f"{number:064x}", given=given
    )


def test_recording_is_done_once_per_form(edition):
    assert [record(edition, 1), record(edition, 1, {}), record(edition, 2)] == [True, False, True]
    assert [response.answers.count() for response in Response.objects.all()] == [3, 3]


@pytest.mark.parametrize(
    ("trait", "words"),
    [
        ("closed", "Enkäten har stängt. Svaret togs inte emot."),
        ("coming", "Enkäten har inte öppnat än."),
    ],
)
def test_recording_is_refused_while_the_survey_is_not_open(trait, words):
    survey = SurveyFactory(**{trait: True})
    QuestionFactory(survey=survey, single=True)
    edition = published(survey.dialogue)

    with pytest.raises(SurveyNotOpen, match=words):
        record(edition, 1)

    assert Response.objects.count() == 0


def test_recording_is_refused_without_a_survey(edition):
    with pytest.raises(SurveyNotOpen, match="Det finns ingen enkät"):
        record(published(), 1, current=edition)


def test_answers_are_read_again_without_words(edition):
    record(edition, 1)

    assert sheets_of(edition.dialogue) == [
        Sheet(1, {"q": Given(choices=("val-1",)), "ar": Given(number=7), "ord": Given()})
    ]
    assert questions_by_version(edition.dialogue) == {1: edition.content.survey.questions}


def test_what_was_recorded_can_be_compiled(edition):
    for number in range(6):
        record(edition, number)

    results = compile_results(
        questions_by_version(edition.dialogue),
        sheets_of(edition.dialogue),
        asked=50,
        asked_whom="Alla",
        on=dt.date(2026, 4, 1),
    )

    assert (results.answered, results.asked, [one.key for one in results.questions]) == (
        6,
        50,
        ["q", "ar"],
    )


def test_a_fixed_number_of_queries_reads_all_answers(edition, django_assert_num_queries):
    for number in range(3):
        record(edition, number)
    dialogue = edition.dialogue

    with django_assert_num_queries(3):
        sheets_of(dialogue)
        questions_by_version(dialogue)
