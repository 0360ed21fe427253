"""A dialogue's drafts, edition by edition, and those who answered its survey."""

import datetime as dt
import hashlib
from typing import Any

from django.utils import timezone

from dialogues.enums import QuestionKind
from dialogues.models import (
    Answer,
    Choice,
    Dialogue,
    DialogueEdition,
    DialogueHolder,
    Finding,
    FindingPromise,
    Question,
    Response,
    Survey,
)
from portal.models import Partnership
from promises.demo import shape
from promises.demo.rows import Organisations, columns, keep, put
from promises.models import Promise


class DialogueWriter:
    """Brings a dialogue's drafts to where they stood when one edition after the other was frozen."""

    def __init__(self, place: Partnership, values: shape.Dialogue, organisations: Organisations):
        self.values = values
        self.dialogue = keep(Dialogue(partnership=place, **columns(Dialogue, values.at(1))))
        for position, name in enumerate(values.holders):
            organisation = organisations[name]
            keep(
                DialogueHolder(dialogue=self.dialogue, organisation=organisation, position=position)
            )
        if values.survey:
            self._create_survey(values.survey)

    def write(self, edition: int) -> None:
        """All that is new or changed in this edition."""
        where = {"pk": self.dialogue.pk}
        self.dialogue = put(Dialogue, self.values, edition, where) or self.dialogue
        for position, finding in enumerate(self.values.findings):
            self._finding(finding, edition, position)

    def _create_survey(self, values: shape.Survey) -> None:
        moments = {
            "opens_at": timezone.make_aware(values.opens_at),
            "closes_at": timezone.make_aware(values.closes_at),
        }
        survey = keep(Survey(dialogue=self.dialogue, **columns(Survey, values) | moments))
        for position, question in enumerate(values.questions):
            row = keep(Question(survey=survey, position=position, **columns(Question, question)))
            for place, choice in enumerate(question.choices):
                keep(Choice(question=row, position=place, **columns(Choice, choice)))

    def _finding(self, values: shape.Finding, edition: int, position: int) -> None:
        where = {"dialogue": self.dialogue, "statement": values.statement}
        standing = values.at(edition)
        row = put(Finding, values, edition, where, position=position, outcome=standing.outcome)
        if row is None:
            return
        linked = set(row.promise_links.values_list("promise_key", flat=True))
        for place, address in enumerate(standing.promises):
            promise = self._promise(address)
            if promise.key not in linked:
                label = promise.statement[:400]
                keep(
                    FindingPromise(
                        finding=row, promise_key=promise.key, label=label, position=place
                    )
                )

    def _promise(self, address: str) -> Promise:
        period, promise = address.split("/")
        place = self.dialogue.partnership
        return Promise.objects.get(period__partnership=place, period__slug=period, slug=promise)


def answer(edition: DialogueEdition, values: shape.Survey) -> None:
    """What the file's people sent in, spread over the days of the survey. ``edition`` is the dialogue's
    first: its questions are version 1."""
    kinds = {question.key: question.kind for question in values.questions}
    days = (values.closes_at - values.opens_at).days or 1
    responses = Response.objects.bulk_create(
        Response(
            dialogue=edition.dialogue,
            edition=edition,
            survey_version=1,
            sent_on=values.opens_at.date() + dt.timedelta(days=number % days),
            form=hashlib.sha256(f"demo {edition.sha256} {number}".encode()).hexdigest(),
        )
        for number in range(len(values.sheets))
    )
    Answer.objects.bulk_create(
        Answer(response=response, question_key=key, **_given(said, kinds[key]))
        for response, sheet in zip(responses, values.sheets, strict=True)
        for key, said in sheet.items()
        if said not in ("", ())
    )


def _given(said: shape.Said, kind: QuestionKind) -> dict[str, Any]:
    if isinstance(said, int):
        return {"number": said}
    if kind == QuestionKind.TEXT:
        return {"text": said}
    return {"choice_keys": [said] if isinstance(said, str) else list(said)}
