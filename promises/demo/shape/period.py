"""A period with all that hangs under it. What a part of the document says anyway is taken from there."""

import datetime as dt
from collections.abc import Iterator
from typing import Self

from pydantic import Field, model_validator

from portal.enums import Theme, Verdict
from promises import documents as doc
from promises.demo.shape.base import Edition, Entry, OrganisationName, Prose, Row, Shape
from promises.enums import ChangeKind, FollowUpKind, GoalKind


class Evidence(Row, doc.Evidence, frozen=False):
    pass


class Rationale(Entry):
    text: Prose
    evidence: tuple[Evidence, ...] = ()


class Reading(Entry, doc.Reading, frozen=False):
    pass


class Goal(Row, doc.Goal, frozen=False):
    kind: GoalKind = GoalKind.OUTCOME
    change: ChangeKind = ChangeKind.DOWN
    readings: tuple[Reading, ...] = ()


class Action(Row, doc.Action, frozen=False):
    leads: tuple[OrganisationName, ...] = ()  # type: ignore[assignment]  # their names here
    partners: tuple[OrganisationName, ...] = ()  # type: ignore[assignment]


class FollowUpPlan(Entry, doc.FollowUpPlan, frozen=False):
    pass


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
        own = {promise.slug for promise in self.promises}
        for follow_up in self.follow_ups:
            if unknown := {verdict.promise for verdict in follow_up.verdicts} - own:
                raise ValueError(f"verdict on unknown promises: {sorted(unknown)}")
        return self

    @property
    def promises(self) -> Iterator[Promise]:
        return (promise for area in self.areas for promise in area.promises)

    def address(self, promise: Promise) -> str:
        """How others in the file name the promise."""
        return f"{self.slug}/{promise.slug}"
