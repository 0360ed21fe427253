"""Letters about what is owed to those who took part."""

import datetime as dt

import pytest

from dialogues.reminders import send_reminders
from portal.models import OutgoingMail
from tests.factories.dialogues import (
    AnswerFactory,
    DialogueFactory,
    FindingFactory,
    QuestionFactory,
    ResponseFactory,
    SurveyFactory,
    published,
)
from tests.factories.portal import editor_of

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def dialogue():
    found = DialogueFactory(title="Dialog på torget", partnership__name="Strömsund")
    editor_of(found.partnership, approver=True, party=1)
    place = found.partnership
    place.follow_up_responsible = editor_of(place)
    place.save()
    return found


def subjects(on) -> list[str]:
    before = set(OutgoingMail.objects.values_list("pk", flat=True))
    send_reminders(on=on)
    return [letter.subject for letter in OutgoingMail.objects.exclude(pk__in=before)]


def test_findings_that_nobody_answered_are_reminded_of_once(dialogue):
    FindingFactory(dialogue=dialogue)
    day = dialogue.last_day + 61 * DAY

    assert subjects(day - DAY) == []
    assert subjects(day) == ["De som deltog i ”Dialog på torget” i Strömsund väntar på svar"]
    assert subjects(day) == subjects(day + DAY) == subjects(day + 30 * DAY) == []


def test_results_that_wait_are_reminded_of_a_week_after_closing(dialogue):
    QuestionFactory(survey=SurveyFactory(dialogue=dialogue, closed=True))
    edition = published(dialogue)
    closed_on = edition.survey_closes_at.date()

    assert subjects(closed_on + 5 * DAY) == []
    assert subjects(closed_on + 8 * DAY) == [
        "Resultatet av enkäten ”Dialog på torget” i Strömsund är inte publicerat"
    ]
    letter = OutgoingMail.objects.get()
    assert letter.to == dialogue.partnership.follow_up_responsible.email
    assert f"/admin/dialog/{dialogue.pk}/svar/" in letter.body


def test_words_are_reminded_of_before_they_go(dialogue):
    QuestionFactory(survey=SurveyFactory(dialogue=dialogue), key="egna")
    edition = published(dialogue)
    AnswerFactory(response=ResponseFactory(edition=edition), question_key="egna", text="Ord.")
    day = edition.content.survey.texts_deleted_on

    assert subjects(day - 15 * DAY) == []
    [subject] = subjects(day - 14 * DAY)
    assert subject.startswith("Svar i egna ord på ”Dialog på torget” i Strömsund raderas ")
