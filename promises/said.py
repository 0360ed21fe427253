"""What people said in dialogues, as pages about promises tell it. No queries."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self
from uuid import UUID

from django.urls import reverse

from dialogues import wording
from dialogues.documents import Finding
from dialogues.enums import FindingOutcome


@dataclass(frozen=True)
class Said:
    """One thing that was said, with the dialogue that it was said in."""

    finding: Finding
    dialogue: "SaidIn"

    @property
    def url(self) -> str:
        """Straight to the words on the dialogue's page."""
        return f"{self.dialogue.url}#{self.finding.anchor}"

    @property
    def said_by(self) -> str:
        return wording.said_by_in_words(self.finding)

    @property
    def is_open(self) -> bool:
        return self.finding.outcome == FindingOutcome.OPEN

    @property
    def led_nowhere(self) -> bool:
        return self.finding.outcome == FindingOutcome.NO_PROMISE

    def led_to(self, promise: UUID) -> bool:
        return any(link.key == promise for link in self.finding.promises)

    def led_to_period(self, slug: str) -> bool:
        return any(link.period_slug == slug for link in self.finding.promises)


@dataclass(frozen=True)
class SaidIn:
    """A dialogue with all that was said in it."""

    title: str
    url: str
    starts_on: dt.date
    ends_on: dt.date | None
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, place: str, told: Mapping[str, Any]) -> Self:
        """From what ``PeriodEditionQuerySet.with_findings`` adds."""
        ends_on = told["ends_on"]
        return cls(
            told["title"],
            reverse("dialogues:dialogue_detail", args=[place, told["slug"]]),
            dt.date.fromisoformat(told["starts_on"]),
            dt.date.fromisoformat(ends_on) if ends_on else None,
            tuple(Finding.model_validate(finding) for finding in told["findings"]),
        )

    @property
    def last_day(self) -> dt.date:
        return self.ends_on or self.starts_on

    @property
    def when(self) -> str:
        return wording.when_in_words(self.starts_on, self.ends_on)

    @cached_property
    def said(self) -> list[Said]:
        return [Said(finding, self) for finding in self.findings]
