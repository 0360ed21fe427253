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
from portal.enums import Verdict
from promises import wording
from promises.documents import Area, FollowUp, PeriodDocument, Promise, PromiseVerdict
from promises.enums import UNFINISHED, ActionStatus, Reporting
from promises.models import PeriodEdition
from promises.reading_parts import ActionReading, GoalReading, Readable
from promises.said import Said, SaidIn


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
        return self.period.promise_url(self.promise)

    @property
    def who(self) -> str:
        return wording.parties_in_words(self.promise.parties or self.period.document.parties)

    @property
    def reporting(self) -> Reporting:
        return self.period.document.reporting(self.promise, on=self.period.on)

    @property
    def standing(self) -> str:
        """One line in plain words on where the promise stands."""
        return f"{self.done} {self.due}" if self.promise.actions else self.due

    @property
    def done(self) -> str:
        return wording.actions_in_words(self.promise.actions)

    @property
    def due(self) -> str:
        """When it is to be followed up, or that it has been, and what the report then left out."""
        if self.reporting == Reporting.REPORTED:
            return wording.report_in_words(self.promise.actions, is_judged=self.is_judged)
        plans = self.period.document.plans_for(self.promise)
        return wording.reporting_in_words(self.reporting, plans)

    @property
    def is_judged(self) -> bool:
        return self.verdict is not None and self.verdict.verdict != Verdict.NOT_DUE

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
        last_day = self.period.document.ends_on or dt.date.max
        return [
            GoalReading(goal, is_past_due=(goal.deadline or last_day) < self.period.on)
            for goal in self.promise.goals
        ]

    @property
    def plans(self) -> tuple[object, ...]:
        return self.period.document.plans_for(self.promise)

    @property
    def rationale(self) -> object | None:
        """The promise's own background; without one, that of its area."""
        return self.promise.rationale or (self.area.rationale if self.area else None)

    @cached_property
    def said(self) -> list[Said]:
        """What people said that led to it, dialogue by dialogue."""
        everything = (said for dialogue in self.period.dialogues for said in dialogue.said)
        return [said for said in everything if said.led_to(self.promise.key)]

    @property
    def earlier_url(self) -> str:
        """Of the promise that it carries on; empty where nobody can read that any longer."""
        link = self.promise.continues
        if link is None or (link.period_slug, link.slug) not in self.period.readable.addresses:
            return ""
        place = self.period.document.partnership_slug
        return reverse("promises:promise_detail", args=[place, link.period_slug, link.slug])

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
    def dialogues(self) -> list[SaidIn]:
        """Those that the edition came with; where it was not asked to bring any, none."""
        told = vars(self.edition).get("dialogues", ()) if self.edition else ()
        return [SaidIn.of(self.document.partnership_slug, values) for values in told]

    @cached_property
    def readable(self) -> Readable:
        """What the edition came with; where it was not asked to bring any, nothing."""
        return Readable.of(vars(self.edition).get("readable", ()) if self.edition else ())

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

    def promise_url(self, promise: Promise) -> str:
        return reverse("promises:promise_detail", args=[*self._address, promise.slug])

    @property
    def follow_up_url(self) -> str:
        return reverse("promises:follow_up_detail", args=self._address)

    @property
    def chain_url(self) -> str:
        return reverse("promises:chain", args=self._address)

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
        """Every status with its number of promised actions, noughts too: nothing is averaged away. Empty
        where none was promised."""
        promised = [action.status for action in self.document.all_actions if action.is_promised]
        found = Counter(promised)
        return [(status, found[status]) for status in ActionStatus] if promised else []

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

    @property
    def shown(self) -> list[PeriodReading]:
        """Those whose promises the page shows in full."""
        return self.in_force or [period for period in (self.latest_closed,) if period]

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
