"""The shape of the demo content: plain values that name each other, checked before any row is made.

``since`` is the edition in which an entry first stands, and ``changes`` what later editions say
instead: so the editions of a period can be told in the order they came.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)

from portal.enums import MembershipRole, OrganisationKind
from portal.prose import as_prose
from promises.enums import (
    ActionOrigin,
    ActionStatus,
    ChangeKind,
    FollowUpKind,
    GoalKind,
    NextStep,
    Reason,
    Theme,
    Timing,
    Verdict,
)


def _declared(table: str) -> AfterValidator:
    """Refuses a name that the file's own table does not declare."""

    def check(name: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(table)
        if known is not None and name not in known:
            raise ValueError(f"{name!r} is not declared under [{table}] in this file")
        return name

    return AfterValidator(check)


OrganisationName = Annotated[str, _declared("organisations")]
AccountName = Annotated[str, _declared("accounts")]
Prose = Annotated[str, AfterValidator(as_prose)]
"""One paragraph per line in the file, HTML from here on."""


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", validate_assignment=True, str_strip_whitespace=True)


class Change(BaseModel):
    model_config = ConfigDict(extra="allow")

    since: int = Field(ge=2)

    @property
    def values(self) -> dict[str, Any]:
        return dict(self.model_extra or {})


class Entry(Shape):
    since: int = Field(default=1, ge=1)
    changes: tuple[Change, ...] = ()

    @model_validator(mode="after")
    def changes_fit(self) -> Self:
        for change in self.changes:
            self.at(change.since)
        return self

    def is_news_in(self, edition: int) -> bool:
        return edition in (self.since, *(change.since for change in self.changes))

    def at(self, edition: int) -> Self:
        """The entry as that edition words it."""
        entry = self.model_copy(update={"changes": ()})
        for change in self.changes:
            if change.since <= edition:
                for name, value in change.values.items():
                    setattr(entry, name, value)
        return entry


class Organisation(Shape):
    name: str
    short_form: str
    kind: OrganisationKind
    scb_code: str = ""
    address: str = ""
    phone: str = ""
    web: str = ""


class Account(Shape):
    password: str
    name: str
    title: str
    organisation: OrganisationName | None = None
    role: MembershipRole = MembershipRole.EDITOR
    is_operator: bool = False


class Member(Shape):
    organisation: OrganisationName
    signer: AccountName


class Contact(Shape):
    organisation: OrganisationName
    function: str
    help: str = ""
    phone: str
    opening_hours: str = ""


class Evidence(Entry):
    text: str
    figure: Decimal
    unit: str = ""
    year: int | None = None
    population: str = ""
    source: str = ""


class Rationale(Entry):
    text: Prose
    evidence: tuple[Evidence, ...] = ()


class Reading(Entry):
    value: Decimal
    on: dt.date
    source: str
    is_preliminary: bool = False


class Goal(Entry):
    kind: GoalKind = GoalKind.OUTCOME
    indicator: str
    unit: str = ""
    baseline_value: Decimal | None = None
    baseline_year: int | None = None
    change: ChangeKind = ChangeKind.DOWN
    target_value: Decimal | None = None
    deadline: dt.date | None = None
    source: str = ""
    verdict: Verdict = Verdict.NOT_DUE
    verdict_reason: str = ""
    readings: tuple[Reading, ...] = ()


class Action(Entry):
    text: str
    leads: tuple[OrganisationName, ...] = ()
    partners: tuple[OrganisationName, ...] = ()
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


class FollowUpPlan(Entry):
    text: str
    due_on: dt.date | None = None
    audience: str = ""


class PromiseVerdict(Shape):
    promise: str
    verdict: Verdict
    text: Prose


class FollowUp(Entry):
    kind: FollowUpKind = FollowUpKind.FINAL
    as_of: dt.date | None = None
    summary: Prose
    is_examples_only: bool = False
    verdicts: tuple[PromiseVerdict, ...] = ()


class Promise(Shape):
    slug: str
    statement: str
    parties: tuple[OrganisationName, ...] = ()
    continues: str = Field(default="", pattern=r"^([^/]+/[^/]+)?$")
    """``period/promise``: the addresses of an earlier promise of the same place."""
    rationale: Rationale | None = None
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    follow_up_plans: tuple[FollowUpPlan, ...] = ()


class Area(Shape):
    heading: str
    theme: Theme
    rationale: Rationale | None = None
    promises: tuple[Promise, ...] = ()


class Signatory(Entry):
    organisation: OrganisationName
    name: str
    title: str
    signed_on: dt.date


class Edition(Shape):
    note: str
    is_minor: bool = False
    at: dt.datetime
    withdrawn_because: str = ""


class Period(Shape):
    label: str
    slug: str
    starts_on: dt.date
    ends_on: dt.date
    place: str = ""
    situation: Prose = ""
    background: Prose = ""
    decided_by: str = ""
    decided_on: dt.date | None = None
    record_number: str = ""
    signatories: tuple[Signatory, ...] = ()
    areas: tuple[Area, ...]
    actions: tuple[Action, ...] = ()
    follow_up_plans: tuple[FollowUpPlan, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    editions: tuple[Edition, ...]

    @model_validator(mode="after")
    def verdicts_name_promises(self) -> Self:
        own = {promise.slug for area in self.areas for promise in area.promises}
        for follow_up in self.follow_ups:
            if unknown := {verdict.promise for verdict in follow_up.verdicts} - own:
                raise ValueError(f"verdict on unknown promises: {sorted(unknown)}")
        return self


class Place(Shape):
    slug: str
    name: str
    introduction: Prose
    public_from: dt.date
    reviewed_on: dt.date | None = None
    editor: AccountName
    members: tuple[Member, ...] = Field(min_length=1)
    contacts: tuple[Contact, ...] = ()
    periods: tuple[Period, ...] = ()
    """Oldest first: a promise can only continue one that is there already."""

    @model_validator(mode="after")
    def promises_continue_earlier_ones(self) -> Self:
        earlier: set[str] = set()
        for period in self.periods:
            promises = list(_promises(period))
            for promise in promises:
                if promise.continues and promise.continues not in earlier:
                    raise ValueError(f"{promise.slug}: no earlier promise {promise.continues!r}")
            earlier |= {f"{period.slug}/{promise.slug}" for promise in promises}
        return self


class ContentFile(Shape):
    """One file: a place with its organisations and accounts, or accounts alone."""

    organisations: dict[str, Organisation] = {}
    accounts: dict[str, Account] = {}
    place: Place | None = None


def _promises(period: Period) -> Iterator[Promise]:
    return (promise for area in period.areas for promise in area.promises)
