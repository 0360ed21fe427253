"""The whole reporting desk of one period, in a fixed number of queries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from django.db.models import Prefetch

from portal import swedish
from portal.models import User
from promises import wording
from promises.admin.desk_rows import (
    ActionRow,
    DeskRow,
    GoalRow,
    NewActionRow,
    NewReadingRow,
    ReadingRow,
    SummaryRow,
    VerdictRow,
    blank_action,
    made_row,
)
from promises.enums import REPORTED
from promises.models import (
    Action,
    FocusArea,
    FollowUp,
    Goal,
    Promise,
    PromisePeriod,
    PromiseVerdict,
    Reading,
)
from promises.report_services import latest_follow_up, new_follow_up

Data = Mapping[str, Any] | None


@dataclass
class GoalPart:
    verdict: GoalRow
    readings: list[ReadingRow]
    new_reading: NewReadingRow

    @property
    def sentence(self) -> str:
        goal: Any = self.verdict.instance  # row and document share the fields that are read
        return wording.goal_in_words(goal)

    @property
    def baseline(self) -> str:
        goal = self.verdict.instance
        if goal.baseline_value is None:
            return ""
        value = swedish.quantity(goal.baseline_value, goal.unit)
        return f"{value} ({goal.baseline_year})" if goal.baseline_year else value

    @property
    def rows(self) -> list[DeskRow]:
        return [*self.readings, self.new_reading, self.verdict]


@dataclass
class PromisePart:
    """One promise with everything that is reported on it."""

    promise: Promise
    actions: list[ActionRow]
    new_action: NewActionRow
    goals: list[GoalPart]
    verdict: VerdictRow

    @property
    def rows(self) -> Iterator[DeskRow]:
        yield from self.actions
        yield self.new_action
        for goal in self.goals:
            yield from goal.rows
        yield self.verdict


@dataclass
class Section:
    area: FocusArea | None
    promises: list[PromisePart] = field(default_factory=list)


@dataclass
class Desk:
    period: PromisePeriod
    follow_up: FollowUp | None
    sections: list[Section]
    loose_actions: list[ActionRow]
    new_loose_action: NewActionRow
    summary: SummaryRow

    @classmethod
    def of(cls, period: PromisePeriod, *, report: int | None = None, data: Data = None) -> Self:
        """``period`` as ``desk_period`` gives it; ``report`` is the primary key of a chosen follow-up."""
        follow_ups = list(period.follow_ups.all())
        chosen = [one for one in follow_ups if one.pk == report]
        follow_up = chosen[0] if chosen else latest_follow_up(follow_ups)
        maker = _Maker(period, follow_up, data)
        sections = [Section(area) for area in period.areas.all()]
        by_area = {section.area.pk: section for section in sections if section.area}
        loose = Section(None)
        for promise in period.promises.all():
            by_area.get(promise.area_id or 0, loose).promises.append(maker.promise(promise))
        return cls(
            period=period,
            follow_up=follow_up,
            sections=[section for section in (*sections, loose) if section.promises],
            loose_actions=maker.actions(None),
            new_loose_action=maker.new_action(None),
            summary=SummaryRow("rapport", follow_up or new_follow_up(period), data=data),
        )

    @property
    def rows(self) -> Iterator[DeskRow]:
        for section in self.sections:
            for promise in section.promises:
                yield from promise.rows
        yield from self.loose_actions
        yield self.new_loose_action
        yield self.summary

    @property
    def actions(self) -> list[ActionRow]:
        return [row for row in self.rows if isinstance(row, ActionRow)]

    def row(self, key: str) -> DeskRow | None:
        return next((row for row in self.rows if row.key == key), None)

    def take_in_what_was_made(self) -> None:
        """Blank rows that have just been saved, shown where they belong."""
        for part in (part for section in self.sections for part in section.promises):
            _take_in(part.actions, part.new_action)
            for goal in part.goals:
                _take_in(goal.readings, goal.new_reading)
        _take_in(self.loose_actions, self.new_loose_action)

    @property
    def first_unreported(self) -> ActionRow | None:
        return next((row for row in self.actions if not row.is_reported), None)


def _take_in(rows: list[Any], blank: DeskRow) -> None:
    if made := made_row(blank):
        rows.append(made)


def counter(period: PromisePeriod) -> str:
    """ "12 av 17 insatser redovisade" as the rows stand now."""
    statuses = list(Action.objects.filter(period=period).values_list("status", flat=True))
    if not statuses:
        return "Perioden har inga insatser än."
    done = sum(status in REPORTED for status in statuses)
    noun = "insats redovisad" if len(statuses) == 1 else "insatser redovisade"
    return f"{done} av {len(statuses)} {noun}"


def desk_period(pk: int, *, user: User) -> PromisePeriod | None:
    """The period with all that is reported under it, if the user may edit it."""
    goals = Goal.objects.prefetch_related(Prefetch("readings", Reading.objects.all()))
    return (
        PromisePeriod.objects.editable_by(user)
        .select_related("partnership")
        .prefetch_related(
            "areas",
            Prefetch("promises", Promise.objects.prefetch_related(Prefetch("goals", goals))),
            "actions",
            Prefetch("follow_ups", FollowUp.objects.prefetch_related("verdicts")),
        )
        .filter(pk=pk)
        .first()
    )


class _Maker:
    """Makes rows, each with its relations already at hand: no row asks the database."""

    def __init__(self, period: PromisePeriod, follow_up: FollowUp | None, data: Data) -> None:
        self.period, self.follow_up, self.data = period, follow_up, data
        self.verdicts = {v.promise_id: v for v in follow_up.verdicts.all()} if follow_up else {}
        self.under: dict[int | None, list[Action]] = {}
        for action in period.actions.all():
            self.under.setdefault(action.promise_id, []).append(action)

    def promise(self, promise: Promise) -> PromisePart:
        promise.period = self.period
        return PromisePart(
            promise=promise,
            actions=self.actions(promise),
            new_action=self.new_action(promise),
            goals=[self.goal(goal, promise) for goal in promise.goals.all()],
            verdict=self.verdict(promise),
        )

    def actions(self, promise: Promise | None) -> list[ActionRow]:
        found = self.under.get(promise.pk if promise else None, [])
        for action in found:
            action.period, action.promise = self.period, promise
        return [ActionRow(f"insats-{action.pk}", action, data=self.data) for action in found]

    def new_action(self, promise: Promise | None) -> NewActionRow:
        key = f"ny-insats-{promise.pk if promise else 0}"
        return NewActionRow(key, blank_action(self.period, promise), data=self.data)

    def goal(self, goal: Goal, promise: Promise) -> GoalPart:
        goal.promise = promise
        readings = list(goal.readings.all())
        for reading in readings:
            reading.goal = goal
        blank = Reading(goal=goal, source=goal.source)
        return GoalPart(
            verdict=GoalRow(f"mal-{goal.pk}", goal, data=self.data),
            readings=[ReadingRow(f"varde-{r.pk}", r, data=self.data) for r in readings],
            new_reading=NewReadingRow(f"nytt-varde-{goal.pk}", blank, data=self.data),
        )

    def verdict(self, promise: Promise) -> VerdictRow:
        found = self.verdicts.get(promise.pk) or PromiseVerdict(promise=promise)
        found.promise = promise
        row = VerdictRow(f"omdome-{promise.pk}", found, data=self.data)
        row.follow_up = self.follow_up
        return row
