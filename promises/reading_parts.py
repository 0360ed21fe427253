"""The parts of a promise as a reader meets them: its actions and its goals. No queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from portal import swedish
from portal.enums import Verdict
from promises import wording
from promises.documents import Action, Goal


@dataclass(frozen=True)
class ActionReading:
    action: Action

    @property
    def counts(self) -> str:
        return wording.counts_in_words(self.action)

    @property
    def origin_note(self) -> str:
        """Said beside each action that nobody had promised."""
        return "" if self.action.is_promised else "Inte lovad, tillkom"

    @property
    def promised(self) -> str:
        return wording.promised_in_words(self.action)

    @property
    def done(self) -> str:
        return wording.done_in_words(self.action)

    @property
    def reason(self) -> str:
        return wording.reason_in_words(self.action)

    @property
    def next_step(self) -> str:
        return wording.next_step_in_words(self.action)

    @property
    def who(self) -> str:
        """polisen, tillsammans med kommunen"""
        leads = wording.parties_in_words(self.action.leads)
        partners = wording.parties_in_words(self.action.partners)
        if leads and partners:
            return f"{leads}, tillsammans med {partners}"
        return leads or partners


@dataclass(frozen=True)
class Readable:
    """Which promises of a place residents can read now: by the slugs of period and promise, and by key. What
    a text says of any other is words alone, and the page says so."""

    addresses: frozenset[tuple[str, str]]
    keys: frozenset[UUID]

    @classmethod
    def of(cls, told: Iterable[Mapping[str, Any]]) -> Self:
        """From what ``PeriodEditionQuerySet.as_readable`` gives."""
        rows = list(told)
        return cls(
            frozenset((row["period"], slug) for row in rows for slug in row["slugs"]),
            frozenset(UUID(key) for row in rows for key in row["keys"]),
        )


@dataclass(frozen=True)
class Bar:
    """``length`` is in hundredths of the longest."""

    label: str
    text: str
    length: int


@dataclass(frozen=True)
class GoalReading:
    goal: Goal
    is_past_due: bool = False

    @property
    def sentence(self) -> str:
        return wording.goal_in_words(self.goal)

    @property
    def target(self) -> str:
        return wording.target_in_words(self.goal)

    @property
    def baseline(self) -> str:
        """ "163 brott (2019)", or nothing where it is missing."""
        if self.goal.baseline_value is None:
            return ""
        value = swedish.quantity(self.goal.baseline_value, self.goal.unit)
        return f"{value} ({self.goal.baseline_year})" if self.goal.baseline_year else value

    @property
    def latest(self) -> str:
        latest = self.goal.latest
        if latest is None:
            return ""
        note = ", preliminärt" if latest.is_preliminary else ""
        return f"{swedish.quantity(latest.value, self.goal.unit)} ({latest.on.year}{note})"

    @property
    def bars(self) -> list["Bar"]:
        """Baseline and readings in time order, for a picture beside the table. One alone shows nothing."""
        start = self.goal.baseline_value
        values = [] if start is None else [(str(self.goal.baseline_year or "Från början"), start)]
        readings = sorted(self.goal.readings, key=lambda reading: reading.on)
        values += [(str(reading.on.year), reading.value) for reading in readings]
        longest = max((value for _, value in values), default=0)
        if len(values) < 2 or longest <= 0 or min(value for _, value in values) < 0:
            return []
        return [
            Bar(label, swedish.quantity(value, self.goal.unit), round(100 * value / longest))
            for label, value in values
        ]

    @property
    def cannot_be_judged(self) -> bool:
        """Said out loud: without a starting point nobody can tell whether a change came about."""
        return self.goal.verdict == Verdict.CANNOT_BE_JUDGED or self.goal.lacks_baseline

    @property
    def verdict(self) -> Verdict:
        return Verdict.CANNOT_BE_JUDGED if self.cannot_be_judged else self.goal.verdict

    @property
    def verdict_label(self) -> str:
        """A day that has passed without a verdict is not "not due yet"."""
        if self.verdict == Verdict.NOT_DUE and self.is_past_due:
            return "inte bedömt än, fast dagen har passerat"
        return str(self.verdict.label)

    @property
    def why_not_judged(self) -> str:
        if self.goal.verdict_reason or not self.cannot_be_judged:
            return self.goal.verdict_reason
        return "Utgångsläget saknas. Då kan ingen säga om det har blivit bättre eller sämre."
