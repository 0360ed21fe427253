"""A published period as a reader meets it on a given day: what the templates are fed with.

No queries: the same reading serves a stored edition, an older one as it stood, and a preview.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from django.urls import reverse

from portal import swedish
from promises import wording
from promises.documents import Action, Area, FollowUp, Goal, PeriodDocument, Promise, PromiseVerdict
from promises.enums import UNFINISHED, ActionStatus, Reporting, Verdict
from promises.models import PeriodEdition


@dataclass(frozen=True)
class ActionReading:
    action: Action

    @property
    def counts(self) -> str:
        return wording.counts_in_words(self.action)

    @property
    def state_label(self) -> str:
        """What is only planned has not been reported on, and says so."""
        planned = self.action.status == ActionStatus.PLANNED
        return "ej redovisad" if planned else str(self.action.status.label)

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
class Bar:
    """``length`` is in hundredths of the longest."""

    label: str
    text: str
    length: int


@dataclass(frozen=True)
class GoalReading:
    goal: Goal

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
    def why_not_judged(self) -> str:
        if self.goal.verdict_reason or not self.cannot_be_judged:
            return self.goal.verdict_reason
        return "Utgångsläget saknas. Då kan ingen säga om det har blivit bättre eller sämre."


@dataclass(frozen=True)
class PromiseReading:
    promise: Promise
    period: "PeriodReading"

    @property
    def area(self) -> Area | None:
        return self.period.document.area_of(self.promise)

    @property
    def heading(self) -> str:
        return self.area.heading if self.area else "Löfte"

    @property
    def url(self) -> str:
        place, period = self.period.document.partnership_slug, self.period.document.slug
        return reverse("promises:promise_detail", args=[place, period, self.promise.slug])

    @property
    def who(self) -> str:
        return wording.parties_in_words(self.promise.parties or self.period.document.parties)

    @property
    def reporting(self) -> Reporting:
        return self.period.document.reporting(self.promise, on=self.period.on)

    @property
    def standing(self) -> str:
        """One line in plain words on where the promise stands."""
        plans = self.period.document.plans_for(self.promise)
        due = wording.reporting_in_words(self.reporting, plans, on=self.period.on)
        if not self.promise.actions:
            return due
        return f"{wording.actions_in_words(self.promise.actions)} {due}"

    @cached_property
    def actions(self) -> list[ActionReading]:
        return [ActionReading(action) for action in self.promise.actions]

    @property
    def done_actions(self) -> list[ActionReading]:
        return [a for a in self.actions if a.action.status == ActionStatus.DONE]

    @property
    def unfinished_actions(self) -> list[ActionReading]:
        return [a for a in self.actions if a.action.status in UNFINISHED]

    @property
    def unreported_actions(self) -> list[ActionReading]:
        return [a for a in self.actions if not a.action.is_reported]

    @cached_property
    def goals(self) -> list[GoalReading]:
        return [GoalReading(goal) for goal in self.promise.goals]

    @property
    def plans(self) -> tuple[object, ...]:
        return self.period.document.plans_for(self.promise)

    @property
    def rationale(self) -> object | None:
        """The promise's own background; without one, that of its area."""
        return self.promise.rationale or (self.area.rationale if self.area else None)

    @property
    def verdict(self) -> PromiseVerdict | None:
        follow_up = self.period.document.follow_up
        return follow_up.verdict_on(self.promise) if follow_up else None


@dataclass(frozen=True)
class SectionReading:
    area: Area | None
    promises: list[PromiseReading]


@dataclass(frozen=True)
class PeriodReading:
    """``edition`` is None in a preview."""

    document: PeriodDocument
    on: dt.date
    edition: PeriodEdition | None = None

    @classmethod
    def of(cls, edition: PeriodEdition, *, on: dt.date) -> Self:
        return cls(edition.content, on, edition)

    @cached_property
    def sections(self) -> list[SectionReading]:
        return [
            SectionReading(section.area, [PromiseReading(p, self) for p in section.promises])
            for section in self.document.sections
        ]

    @cached_property
    def promises(self) -> list[PromiseReading]:
        return [promise for section in self.sections for promise in section.promises]

    @cached_property
    def actions(self) -> list[ActionReading]:
        """Those of the period itself, under no promise."""
        return [ActionReading(action) for action in self.document.actions]

    def promise(self, slug: str) -> PromiseReading | None:
        return next((p for p in self.promises if p.promise.slug == slug), None)

    @property
    def url(self) -> str:
        return reverse("promises:period_detail", args=self._address)

    @property
    def follow_up_url(self) -> str:
        return reverse("promises:follow_up_detail", args=self._address)

    @property
    def editions_url(self) -> str:
        return reverse("promises:edition_list", args=self._address)

    @property
    def _address(self) -> list[str]:
        return [self.document.partnership_slug, self.document.slug]

    @property
    def follow_up(self) -> FollowUp | None:
        return self.document.follow_up

    @property
    def span(self) -> str:
        return swedish.span(self.document.starts_on, self.document.ends_on)

    @property
    def is_in_force(self) -> bool:
        return self.document.is_in_force(on=self.on)

    @property
    def is_closed(self) -> bool:
        return self.document.is_closed(on=self.on)

    @property
    def who(self) -> str:
        return wording.parties_in_words(self.document.parties)

    @property
    def summary(self) -> str:
        return wording.actions_in_words(self.document.all_actions)

    @property
    def counts(self) -> list[tuple[ActionStatus, int]]:
        """Every status with its number of actions, noughts too: nothing is averaged away."""
        found = Counter(action.status for action in self.document.all_actions)
        return [(status, found[status]) for status in ActionStatus]

    @property
    def overdue(self) -> list[PromiseReading]:
        late = (Reporting.OVERDUE, Reporting.WAITING)
        return [promise for promise in self.promises if promise.reporting in late]


@dataclass(frozen=True)
class PlaceReading:
    """A place's periods as its own page tells them."""

    in_force: list[PeriodReading]
    latest_closed: PeriodReading | None
    last_followed_up: PeriodReading | None
    others: list[PeriodReading]

    @classmethod
    def of(cls, editions: Iterable[PeriodEdition], *, on: dt.date) -> Self:
        """``editions`` newest period first. Where no period is in force the newest closed one is shown
        in full instead: a promise does not vanish because its last day has passed unreported."""
        periods = [PeriodReading.of(edition, on=on) for edition in editions]
        in_force = [period for period in periods if period.is_in_force]
        closed = [period for period in periods if period.is_closed]
        reported = [period for period in periods if period.follow_up]
        shown = in_force or closed[:1]
        return cls(
            in_force=in_force,
            latest_closed=None if in_force else next(iter(closed), None),
            last_followed_up=next((p for p in reported if p not in shown), None),
            others=[period for period in periods if period not in shown],
        )
