"""Dialogues in every state that residents must not see, a canary in every free text: for the leak test."""

import datetime as dt

from django.db import models
from django.utils import timezone

from dialogues.models import Dialogue
from portal.models import Partnership
from portal.services import reject, withdraw
from tests.factories.dialogues import (
    AnswerFactory,
    DialogueFactory,
    QuestionFactory,
    ResponseFactory,
    SurveyFactory,
    SurveyResultsFactory,
    approver_for,
    candidate_of,
    published,
    whole_dialogue,
)

CANARY = "KANARIE"
DAY = dt.timedelta(days=1)
NOT_TEXT = {"slug", "key"}
SLUGS = ["d-andrad", "d-vantar", "d-schemalagd", "d-tillbaka", "d-utkast", "d-svar", "d-stangd"]


def plant(dialogue: Dialogue) -> None:
    """The canary in every free text of the dialogue and of all that hangs under it."""
    dialogue.minutes_file = f"dialoger/{CANARY}.pdf"
    rows = [dialogue, *dialogue.findings.all(), dialogue.survey, *dialogue.survey.questions.all()]
    rows += [link for finding in dialogue.findings.all() for link in finding.promise_links.all()]
    rows += [c for question in dialogue.survey.questions.all() for c in question.choices.all()]
    for row in rows:
        for field in row._meta.concrete_fields:
            is_text = isinstance(field, models.CharField | models.TextField)
            if is_text and not field.choices and field.name not in NOT_TEXT:
                words = f"{CANARY} {field.name} {row.pk}"
                setattr(row, field.name, words[: field.max_length])
        row.save()


def whole(place: Partnership, slug: str) -> Dialogue:
    return whole_dialogue(partnership=place, slug=slug)


def answered(place: Partnership) -> None:
    """A public survey that has closed: raw answers in words, and results that nobody has approved."""
    dialogue = DialogueFactory(partnership=place, slug="d-svar", kind="survey")
    QuestionFactory(survey=SurveyFactory(dialogue=dialogue, closed=True), key="ord")
    edition = published(dialogue, at=timezone.now() - DAY)
    for number in range(6):
        response = ResponseFactory(edition=edition)
        AnswerFactory(response=response, question_key="ord", text=f"{CANARY} svar {number}")
    table = {"groups": [{"labels": [f"{CANARY} val"], "count": 6}], "total": 6}
    question = {"key": "ord", "text": f"{CANARY} fråga", "kind": "single", "table": table}
    document = {"compiled_on": "2026-01-01", "answered": 6, "questions": [question]}
    SurveyResultsFactory(dialogue=dialogue, document=document)


def plant_dialogues(place: Partnership, closed: Partnership) -> None:
    """``closed``: a place that has not opened."""
    changed = whole(place, "d-andrad")
    published(changed, at=timezone.now() - DAY)
    plant(changed)

    waiting = whole(place, "d-vantar")
    published(waiting, at=timezone.now() - DAY)
    plant(waiting)
    candidate_of(waiting, note=f"{CANARY} not", signed=False)

    scheduled = whole(place, "d-schemalagd")
    published(scheduled, at=timezone.now() - DAY)
    plant(scheduled)
    published(scheduled, note=f"{CANARY} not", scheduled_for=timezone.now() + DAY)

    withdrawn = whole(place, "d-tillbaka")
    plant(withdrawn)
    edition = published(withdrawn, at=timezone.now() - DAY, note=f"{CANARY} not")
    withdraw(edition=edition, by=approver_for(withdrawn), reason="Ett misstag.")

    draft = whole(place, "d-utkast")
    plant(draft)
    sent_back = candidate_of(draft, note=f"{CANARY} not", signed=False)
    reject(
        edition=sent_back,
        organisation=draft.holder_rows.all()[0].organisation,
        by=approver_for(draft),
        comment=f"{CANARY} kommentar",
    )
    candidate_of(draft, note=f"{CANARY} not")
    candidate_of(draft, note=f"{CANARY} not")

    answered(place)

    shut = whole(closed, "d-stangd")
    plant(shut)
    published(shut)
