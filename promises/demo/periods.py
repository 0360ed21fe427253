"""A period's drafts, edition by edition."""

from collections.abc import Iterable

from portal.models import Organisation, Partnership
from promises.demo import shape
from promises.demo.rows import Organisations, columns, keep, put
from promises.models import (
    Action,
    Evidence,
    FocusArea,
    FollowUp,
    FollowUpPlan,
    Goal,
    Promise,
    PromisePeriod,
    PromiseVerdict,
    Rationale,
    Reading,
    Signatory,
)


class PeriodWriter:
    """Brings a period's drafts to where they stood when one edition after the other was frozen."""

    def __init__(self, place: Partnership, values: shape.Period, organisations: Organisations):
        self.values = values
        self.organisations = organisations
        self.period = keep(PromisePeriod(partnership=place, **columns(PromisePeriod, values)))
        self.promises: dict[str, Promise] = {}
        self.areas: dict[str, FocusArea] = {}
        for position, area in enumerate(values.areas):
            self._create_area(area, position)

    def write(self, edition: int) -> None:
        """All that is new or changed in this edition."""
        for area in self.values.areas:
            if area.rationale:
                self._rationale(area.rationale, edition, area=self.areas[area.heading])
            for promise in area.promises:
                self._promise(promise, edition)
        self._actions(self.values.actions, edition, promise=None)
        self._plans(self.values.follow_up_plans, edition, promise=None)
        for position, signatory in enumerate(self.values.signatories):
            organisation = self.organisations[signatory.organisation]
            where = {"period": self.period, "organisation": organisation, "name": signatory.name}
            put(Signatory, signatory, edition, where, position=position)
        for follow_up in self.values.follow_ups:
            self._follow_up(follow_up, edition)

    def _create_area(self, values: shape.Area, position: int) -> None:
        area = keep(FocusArea(period=self.period, position=position, **columns(FocusArea, values)))
        self.areas[values.heading] = area
        for promise in values.promises:
            row = keep(
                Promise(
                    period=self.period,
                    area=area,
                    continues=self._earlier(promise.continues),
                    position=len(self.promises),
                    **columns(Promise, promise),
                )
            )
            row.parties.set(self._named(promise.parties))
            self.promises[promise.slug] = row

    def _earlier(self, address: str) -> Promise | None:
        if not address:
            return None
        period, promise = address.split("/")
        place = self.period.partnership
        return Promise.objects.get(period__partnership=place, period__slug=period, slug=promise)

    def _named(self, names: Iterable[str]) -> list[Organisation]:
        return [self.organisations[name] for name in names]

    def _promise(self, values: shape.Promise, edition: int) -> None:
        promise = self.promises[values.slug]
        if values.rationale:
            self._rationale(values.rationale, edition, promise=promise)
        for position, goal in enumerate(values.goals):
            where = {"promise": promise, "indicator": goal.indicator}
            row = put(Goal, goal, edition, where, position=position)
            if row is None:
                continue
            for reading in goal.readings:
                at = {"goal": row, "on": reading.on, "source": reading.source}
                put(Reading, reading, edition, at)
        self._actions(values.actions, edition, promise=promise)
        self._plans(values.follow_up_plans, edition, promise=promise)

    def _rationale(
        self, values: shape.Rationale, edition: int, **owner: FocusArea | Promise
    ) -> None:
        row = put(Rationale, values, edition, dict(owner))
        if row is None:
            return
        for position, evidence in enumerate(values.evidence):
            where = {"rationale": row, "text": evidence.text}
            put(Evidence, evidence, edition, where, position=position)

    def _actions(
        self, found: Iterable[shape.Action], edition: int, *, promise: Promise | None
    ) -> None:
        for position, values in enumerate(found):
            where = {"period": self.period, "promise": promise, "text": values.text}
            row = put(Action, values, edition, where, position=position)
            if row is not None and edition == values.since:
                row.leads.set(self._named(values.leads))
                row.partners.set(self._named(values.partners))

    def _plans(
        self, found: Iterable[shape.FollowUpPlan], edition: int, *, promise: Promise | None
    ) -> None:
        for position, values in enumerate(found):
            where = {"period": self.period, "promise": promise, "text": values.text}
            put(FollowUpPlan, values, edition, where, position=position)

    def _follow_up(self, values: shape.FollowUp, edition: int) -> None:
        where = {"period": self.period, "kind": values.kind, "as_of": values.as_of}
        row = put(FollowUp, values, edition, where)
        if row is None or edition != values.since:
            return
        for verdict in values.verdicts:
            promise = self.promises[verdict.promise]
            keep(PromiseVerdict(follow_up=row, promise=promise, **columns(PromiseVerdict, verdict)))
