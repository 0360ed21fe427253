"""From words to result: a period's whole chain, also what led nowhere. No queries."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from promises.models import PeriodEdition
from promises.reading import PeriodReading, PromiseReading
from promises.said import Said, SaidIn

LEAD = dt.timedelta(days=365)
"""How long before a period people are taken to have been asked about it."""


@dataclass(frozen=True)
class ChainReading:
    """``dialogues``: those whose words led to a promise of the period, and those that were held while it
    lasts or in the ``LEAD`` before it began."""

    period: PeriodReading
    dialogues: list[SaidIn]

    @classmethod
    def of(cls, edition: PeriodEdition, *, on: dt.date) -> Self:
        """The edition must come ``with_all_findings``."""
        period = PeriodReading.of(edition, on=on)
        return cls(period, [found for found in period.dialogues if belongs(found, period)])

    @property
    def promises(self) -> list[PromiseReading]:
        return self.period.promises

    @property
    def led_nowhere(self) -> list[Said]:
        return [said for said in self._said if said.led_nowhere]

    @property
    def unanswered(self) -> list[Said]:
        return [said for said in self._said if said.is_open]

    @property
    def led_elsewhere(self) -> list[Said]:
        """To promises of other periods alone."""
        slug = self.period.document.slug
        return [
            said for said in self._said if said.finding.promises and not said.led_to_period(slug)
        ]

    @cached_property
    def _said(self) -> list[Said]:
        return [said for dialogue in self.dialogues for said in dialogue.said]


def belongs(dialogue: SaidIn, period: PeriodReading) -> bool:
    document = period.document
    if any(said.led_to_period(document.slug) for said in dialogue.said):
        return True
    began_in_time = document.ends_on is None or dialogue.starts_on <= document.ends_on
    is_recent = document.starts_on is None or dialogue.last_day >= document.starts_on - LEAD
    return dialogue.last_day < period.on and began_in_time and is_recent
