"""What the rows of a dialogue refuse beyond constraints, and the questions they answer."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from dialogues.models import Answer, Dialogue, Finding
from dialogues.models.dialogue import minutes_path
from tests.factories.dialogues import (
    AnswerFactory,
    DialogueFactory,
    FindingFactory,
    ResponseFactory,
    SurveyFactory,
    published,
    whole_dialogue,
)
from tests.factories.portal import OperatorFactory, UserFactory, editor_of

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"
DAY = dt.date(2026, 11, 22)


def with_file(content: bytes, name: str = "protokoll.pdf") -> Dialogue:
    dialogue = DialogueFactory(minutes="<p>Mötet började.</p>")
    dialogue.minutes_file = SimpleUploadedFile(name, content)
    return dialogue


def test_minutes_file_that_is_a_pdf_is_taken():
    with_file(PDF).full_clean()


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"<html><script>", "protokoll.pdf", "inte en hel PDF"),
        (b"\n" + PDF, "protokoll.pdf", "inte en hel PDF"),
        (PDF[:-7], "protokoll.pdf", "inte en hel PDF"),
        (PDF, "protokoll.html", "html"),
        (PDF + b" " * 10 * 1024 * 1024, "protokoll.pdf", "större än 10 MB"),
    ],
)
def test_minutes_file_is_judged_by_its_content(content, name, message):
    with pytest.raises(ValidationError, match=message):
        with_file(content, name).full_clean()


def test_minutes_file_gets_an_address_that_nobody_can_guess():
    first, second = (minutes_path(Dialogue(), "Protokoll åäö.PDF") for _ in range(2))

    assert first != second
    folder, secret, name = first.split("/")
    assert (folder, len(secret), name) == ("dialoger", 32, "protokoll-aao.pdf")


def test_dialogue_refuses_the_address_of_the_calendar():
    dialogue = DialogueFactory()
    dialogue.slug = "kalender"

    with pytest.raises(ValidationError, match="används redan bland dialogerna"):
        dialogue.full_clean()


def test_dialogues_are_editable_by_those_of_the_place():
    dialogue = DialogueFactory()

    assert Dialogue.objects.editable_by(editor_of(dialogue.partnership)).get() == dialogue
    assert Dialogue.objects.editable_by(OperatorFactory()).get() == dialogue
    assert not Dialogue.objects.editable_by(UserFactory()).exists()
    assert not Dialogue.objects.editable_by(editor_of(DialogueFactory().partnership)).filter(
        pk=dialogue.pk
    )


@pytest.mark.parametrize(
    ("ends", "fields", "waits"),
    [
        (61, {}, True),
        (60, {}, False),
        (61, {"outcome": "no_promise", "reason": "law"}, False),
    ],
)
def test_finding_is_kept_waiting_after_sixty_days(ends, fields, waits):
    last = DAY - dt.timedelta(days=ends)
    dialogue = DialogueFactory(starts_on=last - dt.timedelta(days=30), ends_on=last)
    FindingFactory(dialogue=dialogue, **fields)

    assert Finding.objects.kept_waiting(on=DAY).exists() is waits


def test_finding_of_a_dialogue_of_one_day_is_kept_waiting_from_that_day():
    FindingFactory(dialogue__starts_on=DAY - dt.timedelta(days=61))

    assert Finding.objects.kept_waiting(on=DAY).exists()


def test_survey_texts_are_deleted_ninety_days_after_closing_unless_a_day_is_set():
    closes = timezone.make_aware(dt.datetime(2026, 3, 1, 23, 59))  # noqa: DTZ001
    opens = closes - dt.timedelta(days=10)
    survey = SurveyFactory(opens_at=opens, closes_at=closes)
    chosen = SurveyFactory(
        opens_at=opens, closes_at=closes, text_answers_deleted_on=dt.date(2026, 4, 1)
    )

    assert (survey.texts_deleted_on, chosen.texts_deleted_on) == (
        dt.date(2026, 5, 30),
        dt.date(2026, 4, 1),
    )


def test_a_response_keeps_no_more_than_it_must():
    fields = {field.name for field in ResponseFactory._meta.model._meta.concrete_fields}

    assert fields == {"id", "dialogue", "edition", "survey_version", "sent_on", "form"}


def test_answers_leave_no_history_behind():
    response = ResponseFactory(edition=published(whole_dialogue()))
    AnswerFactory(response=response, text="Jag heter Eva.")

    Answer.objects.in_words().delete()

    assert not hasattr(response, "events")
    assert not Answer.objects.exists()
