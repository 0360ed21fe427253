"""A published dialogue as a reader meets it at a given moment: what the templates are fed with.

No queries: the same reading serves a stored edition, an older one as it stood, and a preview.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from dialogues import wording
from dialogues.documents import DialogueDocument, Finding, PromiseLink, Question
from dialogues.enums import DialogueKind, FindingOutcome, Stage
from dialogues.models import DialogueEdition
from dialogues.reading_results import Earlier, ResultsReading
from portal.enums import Theme, Verdict

DAY = dt.timedelta(days=1)

Entries = Mapping[str, Mapping[str, Any]]
"""Of the promises that a text names, those that are public now: see ``DialogueEdition.promise_entry``."""


@dataclass(frozen=True)
class PromiseReading:
    """A promise that words led to, as it stands now; without ``entry`` it is no longer public."""

    link: PromiseLink
    entry: Mapping[str, Any] | None

    @property
    def statement(self) -> str:
        return str(self.entry["statement"]) if self.entry else self.link.statement

    @property
    def heading(self) -> str:
        return str(self.entry["title"]) if self.entry else ""

    @property
    def period(self) -> str:
        return str(self.entry["period"]) if self.entry else self.link.period_label

    @property
    def url(self) -> str:
        return str(self.entry["url"]) if self.entry else ""

    @property
    def standing(self) -> str:
        return str(self.entry["standing"]) if self.entry else ""

    @property
    def verdict(self) -> Verdict | None:
        return Verdict(self.entry["verdict"]) if self.entry and self.entry["verdict"] else None


@dataclass(frozen=True)
class FindingReading:
    finding: Finding
    entries: Entries

    @property
    def theme(self) -> str:
        return str(Theme(self.finding.theme).label) if self.finding.theme else ""

    @property
    def said_by(self) -> str:
        return wording.said_by_in_words(self.finding)

    @property
    def is_open(self) -> bool:
        return self.finding.outcome == FindingOutcome.OPEN

    @cached_property
    def promises(self) -> list[PromiseReading]:
        return [
            PromiseReading(link, self.entries.get(str(link.key))) for link in self.finding.promises
        ]


@dataclass(frozen=True)
class QuestionReading:
    question: Question

    @property
    def answers(self) -> str:
        return wording.answers_in_words(self.question)


@dataclass(frozen=True)
class DialogueReading:
    """``edition`` is None in a preview; ``earlier`` are results that this one's can be compared to, the
    newest first."""

    document: DialogueDocument
    at: dt.datetime
    edition: DialogueEdition | None = None
    entries: Entries = field(default_factory=dict)
    earlier: tuple[Earlier, ...] = ()

    @classmethod
    def of(cls, edition: DialogueEdition, *, at: dt.datetime) -> Self:
        """What the edition's queryset has annotated is read, what it has not is taken for none."""
        told = vars(edition)
        return cls(
            edition.content,
            at,
            edition,
            edition.promise_entry if "promise_entries" in told else {},
            tuple(Earlier.of(values) for values in told.get("earlier_results", ())),
        )

    @property
    def stage(self) -> Stage:
        """By the clock where it is told, else by whole days; so does ``dialogues.models.moments``."""
        begins, ends = self._span
        if self.at < begins:
            return Stage.COMING
        return Stage.ONGOING if self.at < ends else Stage.HELD

    @property
    def _span(self) -> tuple[dt.datetime, dt.datetime]:
        """A survey that is answered here lasts as long as it is open."""
        found, zone = self.document, timezone.get_current_timezone()
        if found.kind == DialogueKind.SURVEY and found.survey:
            return found.survey.opens_at, found.survey.closes_at
        begins = dt.datetime.combine(found.starts_on, found.begins_at or dt.time.min, zone)
        if found.finishes_at:
            return begins, dt.datetime.combine(found.last_day, found.finishes_at, zone)
        return begins, dt.datetime.combine(found.last_day + DAY, dt.time.min, zone)

    @property
    def is_coming(self) -> bool:
        """It can still be gone to: it stands in the calendar."""
        return self.stage != Stage.HELD

    @property
    def when(self) -> str:
        found = self.document
        return wording.when_in_words(
            found.starts_on, found.ends_on, found.begins_at, found.finishes_at
        )

    @property
    def kind(self) -> str:
        """Nothing for "other": that word tells nobody anything."""
        kind = self.document.kind
        return "" if kind == DialogueKind.OTHER else str(kind.label)

    @property
    def holders(self) -> list[str]:
        return [holder.name for holder in self.document.holders]

    @property
    def asked_whom(self) -> str:
        results = self.document.results
        return (results.asked_whom if results else "") or self.document.asked_whom

    @property
    def response(self) -> str:
        return wording.response_in_words(self.document)

    @cached_property
    def findings(self) -> list[FindingReading]:
        return [FindingReading(finding, self.entries) for finding in self.document.findings]

    @property
    def outcome(self) -> str:
        return wording.findings_in_words(self.document.findings)

    @property
    def survey_stage(self) -> Stage | None:
        """None without a survey; HELD: it has closed."""
        if (survey := self.document.survey) is None:
            return None
        if self.at < survey.opens_at:
            return Stage.COMING
        return Stage.ONGOING if self.at < survey.closes_at else Stage.HELD

    @property
    def has_open_survey(self) -> bool:
        return self.survey_stage == Stage.ONGOING

    @property
    def questions(self) -> list[QuestionReading]:
        survey = self.document.survey
        return [QuestionReading(question) for question in survey.questions] if survey else []

    @cached_property
    def results(self) -> ResultsReading | None:
        results = self.document.results
        if results is None:
            return None
        return ResultsReading(results, self.document.starts_on, self.earlier)

    @property
    def minutes_file_url(self) -> str:
        name = self.document.minutes_file
        return default_storage.url(name) if name else ""

    @property
    def url(self) -> str:
        return reverse("dialogues:dialogue_detail", args=self._address)

    @property
    def answer_url(self) -> str:
        return reverse("dialogues:answer", args=self._address)

    @property
    def calendar_url(self) -> str:
        return reverse("dialogues:dialogue_calendar", args=self._address)

    @property
    def editions_url(self) -> str:
        return reverse("dialogues:edition_list", args=self._address)

    @property
    def document_url(self) -> str:
        number = self.edition.number if self.edition else 0
        return reverse("dialogues:edition_document", args=[*self._address, number])

    @property
    def _address(self) -> list[str]:
        return [self.document.partnership_slug, self.document.slug]


@dataclass(frozen=True)
class PlaceDialogues:
    """A place's dialogues as its list tells them: the coming ones with the next first, the held ones with
    the newest first."""

    coming: list[DialogueReading]
    held: list[DialogueReading]

    @classmethod
    def of(cls, editions: Iterable[DialogueEdition], *, at: dt.datetime) -> Self:
        """``editions`` newest dialogue first."""
        found = [DialogueReading.of(edition, at=at) for edition in editions]
        coming = [dialogue for dialogue in found if dialogue.is_coming]
        return cls(coming[::-1], [dialogue for dialogue in found if not dialogue.is_coming])

    @property
    def open_surveys(self) -> list[DialogueReading]:
        return [d for d in (*self.coming, *self.held) if d.has_open_survey]
