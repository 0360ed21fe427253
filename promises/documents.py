"""The shape of what is published: one period with all that hangs under it, frozen.

No ORM here. A stored document is never rewritten; an older ``schema_version`` is lifted on reading by
``promises.document_upgrades``.
"""

import datetime as dt
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BeforeValidator, PlainSerializer

from portal.documents import Part
from portal.enums import OrganisationKind, Theme, Verdict
from promises.document_upgrades import SCHEMA_VERSION, upgraded
from promises.enums import (
    REPORTED,
    ActionOrigin,
    ActionStatus,
    ChangeKind,
    FollowUpKind,
    GoalKind,
    NextStep,
    Reason,
    Reporting,
    Timing,
)


def _plain(value: Any) -> Any:
    """One spelling per number, so that equal documents have equal hashes: 13.0000 → 13, -0 → 0."""
    if not isinstance(value, str | int | float | Decimal):
        return value
    number = Decimal(str(value)).normalize()
    if number == 0:
        return Decimal(0)
    exponent = number.as_tuple().exponent
    return number.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else number


Number = Annotated[Decimal, BeforeValidator(_plain), PlainSerializer(str, when_used="json")]


class Party(Part):
    """An organisation as it was called when the text was frozen."""

    key: UUID
    name: str
    short_form: str
    kind: OrganisationKind
    must_sign: bool = False


class Evidence(Part):
    key: UUID
    text: str
    figure: Number
    unit: str = ""
    year: int | None = None
    population: str = ""
    source: str = ""
    url: str = ""


class Rationale(Part):
    """``text`` is cleaned HTML, here and wherever a field is called prose."""

    text: str
    evidence: tuple[Evidence, ...] = ()


class Reading(Part):
    value: Number
    on: dt.date
    source: str
    is_preliminary: bool = False


class Goal(Part):
    key: UUID
    kind: GoalKind
    indicator: str
    unit: str = ""
    baseline_value: Number | None = None
    baseline_year: int | None = None
    change: ChangeKind
    target_value: Number | None = None
    deadline: dt.date | None = None
    source: str = ""
    readings: tuple[Reading, ...] = ()
    verdict: Verdict = Verdict.NOT_DUE
    verdict_reason: str = ""

    @property
    def needs_baseline(self) -> bool:
        """A change can only be judged against where it started; a level stands by itself."""
        return self.change != ChangeKind.LEVEL

    @property
    def lacks_baseline(self) -> bool:
        return self.needs_baseline and self.baseline_value is None

    @property
    def latest(self) -> Reading | None:
        return max(self.readings, key=lambda reading: reading.on, default=None)


class Action(Part):
    key: UUID
    text: str
    leads: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    place: str = ""
    timing: Timing = Timing.ONCE
    promised_count: int | None = None
    unit: str = ""
    done_count: int | None = None
    done_on: dt.date | None = None
    origin: ActionOrigin = ActionOrigin.PROMISED
    status: ActionStatus = ActionStatus.PLANNED
    reason: Reason | None = None
    reason_text: str = ""
    next_step: NextStep | None = None
    next_step_text: str = ""

    @property
    def is_promised(self) -> bool:
        """What came in addition is told of, but never counted among what was promised."""
        return self.origin == ActionOrigin.PROMISED

    @property
    def is_reported(self) -> bool:
        return self.status in REPORTED


class FollowUpPlan(Part):
    text: str
    due_on: dt.date | None = None
    audience: str = ""


class PromiseLink(Part):
    """The earlier promise that one carries on, as it was worded then."""

    period_slug: str
    period_label: str
    slug: str
    statement: str


class Promise(Part):
    key: UUID
    slug: str
    statement: str
    area: UUID | None = None
    parties: tuple[Party, ...] = ()
    rationale: Rationale | None = None
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    follow_up_plans: tuple[FollowUpPlan, ...] = ()
    continues: PromiseLink | None = None


class Area(Part):
    key: UUID
    heading: str
    theme: Theme
    rationale: Rationale | None = None


class PromiseVerdict(Part):
    promise: UUID
    verdict: Verdict
    text: str = ""


class FollowUp(Part):
    kind: FollowUpKind
    as_of: dt.date | None = None
    summary: str = ""
    is_examples_only: bool = False
    verdicts: tuple[PromiseVerdict, ...] = ()

    def verdict_on(self, promise: Promise) -> PromiseVerdict | None:
        return next((found for found in self.verdicts if found.promise == promise.key), None)


class Signatory(Part):
    name: str
    title: str = ""
    organisation: str
    signed_on: dt.date | None = None


class Section(Part):
    """A heading with its promises, in the order of the page. Not stored: derived for reading."""

    area: Area | None
    promises: tuple[Promise, ...]


class PeriodDocument(Part):
    """One period as published. Hash and equality are those of its canonical form."""

    schema_version: int = SCHEMA_VERSION
    partnership_slug: str
    partnership_name: str
    slug: str
    label: str
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    place: str = ""
    situation: str = ""
    background: str = ""
    decided_by: str = ""
    decided_on: dt.date | None = None
    record_number: str = ""
    parties: tuple[Party, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    areas: tuple[Area, ...] = ()
    promises: tuple[Promise, ...] = ()
    actions: tuple[Action, ...] = ()
    follow_up_plans: tuple[FollowUpPlan, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()

    @classmethod
    def opened(cls, stored: dict[str, Any]) -> Self:
        """A stored document of any schema version so far."""
        return cls.model_validate(upgraded(stored))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Promises under their areas, areas without promises kept, loose promises last."""
        under = {area.key: [p for p in self.promises if p.area == area.key] for area in self.areas}
        found = [Section(area=area, promises=tuple(under[area.key])) for area in self.areas]
        if loose := tuple(p for p in self.promises if p.area not in under):
            found.append(Section(area=None, promises=loose))
        return tuple(found)

    @cached_property
    def all_actions(self) -> tuple[Action, ...]:
        return (*(a for promise in self.promises for a in promise.actions), *self.actions)

    @property
    def follow_up(self) -> FollowUp | None:
        """The latest report: a final one before any interim."""
        return max(
            self.follow_ups,
            key=lambda f: (f.kind == FollowUpKind.FINAL, f.as_of or dt.date.min),
            default=None,
        )

    def promise(self, slug: str) -> Promise | None:
        return next((promise for promise in self.promises if promise.slug == slug), None)

    def area_of(self, promise: Promise) -> Area | None:
        return next((area for area in self.areas if area.key == promise.area), None)

    def is_in_force(self, *, on: dt.date) -> bool:
        return (not self.starts_on or self.starts_on <= on) and not self.is_closed(on=on)

    def is_closed(self, *, on: dt.date) -> bool:
        return self.ends_on is not None and self.ends_on < on

    def plans_for(self, promise: Promise) -> tuple[FollowUpPlan, ...]:
        """The promise's own plan; without one, the period's, which holds for all."""
        return promise.follow_up_plans or self.follow_up_plans

    def reporting(self, promise: Promise, *, on: dt.date) -> Reporting:
        """Whether the promise has been reported on. Late is late even where no day was set: a period
        that has ended without a plan waits."""
        if self.follow_up and self.follow_up.kind == FollowUpKind.FINAL:
            return Reporting.REPORTED
        due = max((plan.due_on for plan in self.plans_for(promise) if plan.due_on), default=None)
        if due:
            return Reporting.OVERDUE if due < on else Reporting.NOT_DUE
        return Reporting.WAITING if self.is_closed(on=on) else Reporting.NOT_DUE
