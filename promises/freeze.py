"""Rows in, document out. No writes: the same function feeds previews and candidates."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from portal.models import Organisation
from portal.prose import clean_prose
from promises import documents as doc
from promises.models import (
    Action,
    Evidence,
    FollowUp,
    FollowUpPlan,
    Goal,
    Promise,
    PromisePeriod,
    PromiseVerdict,
    Rationale,
)


def freeze(period: PromisePeriod) -> doc.PeriodDocument:
    """The period as it stands in the drafts now. A fixed number of queries, however large."""
    return _document(_whole(PromisePeriod.objects.filter(pk=period.pk)).get())


def freeze_each(periods: QuerySet[PromisePeriod]) -> dict[int, doc.PeriodDocument]:
    """Several periods by their keys, in as many queries as one takes."""
    return {period.pk: _document(period) for period in _whole(periods)}


def _document(period: PromisePeriod) -> doc.PeriodDocument:
    actions = {
        owner: tuple(_action(action) for action in found)
        for owner, found in groupby(
            sorted(period.actions.all(), key=lambda a: (a.promise_id or 0, a.position, a.pk)),
            key=lambda a: a.promise_id,
        )
    }
    plans = list(period.follow_up_plans.all())
    return doc.PeriodDocument(
        partnership_slug=period.partnership.slug,
        partnership_name=period.partnership.name,
        slug=period.slug,
        label=period.label,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        place=period.place,
        situation=clean_prose(period.situation),
        background=clean_prose(period.background),
        decided_by=period.decided_by,
        decided_on=period.decided_on,
        record_number=period.record_number,
        parties=tuple(
            _party(m.organisation, m.must_sign) for m in period.partnership.members.all()
        ),
        signatories=tuple(
            doc.Signatory(
                name=s.name, title=s.title, organisation=s.organisation.name, signed_on=s.signed_on
            )
            for s in period.signatories.all()
        ),
        areas=tuple(
            doc.Area(
                key=area.key,
                heading=area.heading,
                theme=area.theme,
                rationale=_rationale(getattr(area, "rationale", None)),
            )
            for area in period.areas.all()
        ),
        promises=tuple(
            _promise(promise, actions.get(promise.pk, ()), _plans(plans, promise.pk))
            for promise in period.promises.all()
        ),
        actions=actions.get(None, ()),
        follow_up_plans=_plans(plans, None),
        follow_ups=tuple(_follow_up(follow_up) for follow_up in period.follow_ups.all()),
    )


def _whole(periods: QuerySet[PromisePeriod]) -> QuerySet[PromisePeriod]:
    """The periods fetched anew with everything under them, in one snapshot of the caller's transaction."""
    rationale = Prefetch("rationale", Rationale.objects.prefetch_related("evidence"))
    return periods.select_related("partnership").prefetch_related(
        "partnership__members__organisation",
        "signatories__organisation",
        "follow_up_plans",
        Prefetch("areas"),
        "areas__rationale__evidence",
        Prefetch(
            "promises",
            Promise.objects.select_related("area", "continues__period").prefetch_related(
                rationale, "parties", "goals__readings"
            ),
        ),
        Prefetch("actions", Action.objects.prefetch_related("leads", "partners")),
        Prefetch(
            "follow_ups",
            FollowUp.objects.prefetch_related(
                Prefetch("verdicts", PromiseVerdict.objects.select_related("promise"))
            ),
        ),
    )


def _party(organisation: Organisation, must_sign: bool = False) -> doc.Party:
    return doc.Party(
        key=organisation.key,
        name=organisation.name,
        short_form=organisation.short_form,
        kind=organisation.kind,
        must_sign=must_sign,
    )


def _parties(organisations: Iterable[Organisation]) -> tuple[doc.Party, ...]:
    return tuple(_party(organisation) for organisation in organisations)


def _rationale(rationale: Rationale | None) -> doc.Rationale | None:
    if rationale is None:
        return None
    return doc.Rationale(
        text=clean_prose(rationale.text),
        evidence=tuple(_evidence(evidence) for evidence in rationale.evidence.all()),
    )


def _evidence(evidence: Evidence) -> doc.Evidence:
    return doc.Evidence(
        **_same(evidence, "key text figure unit year population source url"),
    )


def _goal(goal: Goal) -> doc.Goal:
    return doc.Goal(
        **_same(
            goal,
            "key kind indicator unit baseline_value baseline_year change target_value deadline "
            "source verdict verdict_reason",
        ),
        readings=tuple(
            doc.Reading(**_same(reading, "value on source is_preliminary"))
            for reading in goal.readings.all()
        ),
    )


def _action(action: Action) -> doc.Action:
    return doc.Action(
        **_same(
            action,
            "key text place timing promised_count unit done_count done_on origin status "
            "reason_text next_step_text",
        ),
        reason=action.reason or None,
        next_step=action.next_step or None,
        leads=_parties(action.leads.all()),
        partners=_parties(action.partners.all()),
    )


def _promise(
    promise: Promise, actions: tuple[doc.Action, ...], plans: tuple[doc.FollowUpPlan, ...]
) -> doc.Promise:
    earlier = promise.continues
    return doc.Promise(
        key=promise.key,
        slug=promise.slug,
        statement=promise.statement,
        area=_key(promise.area),
        parties=_parties(promise.parties.all()),
        rationale=_rationale(getattr(promise, "rationale", None)),
        goals=tuple(_goal(goal) for goal in promise.goals.all()),
        actions=actions,
        follow_up_plans=plans,
        continues=doc.PromiseLink(
            period_slug=earlier.period.slug,
            period_label=earlier.period.label,
            slug=earlier.slug,
            statement=earlier.statement,
        )
        if earlier
        else None,
    )


def _plans(plans: list[FollowUpPlan], promise: int | None) -> tuple[doc.FollowUpPlan, ...]:
    return tuple(
        doc.FollowUpPlan(**_same(plan, "text due_on audience"))
        for plan in plans
        if plan.promise_id == promise
    )


def _follow_up(follow_up: FollowUp) -> doc.FollowUp:
    return doc.FollowUp(
        kind=follow_up.kind,
        as_of=follow_up.as_of,
        summary=clean_prose(follow_up.summary),
        is_examples_only=follow_up.is_examples_only,
        verdicts=tuple(
            doc.PromiseVerdict(
                promise=verdict.promise.key,
                verdict=verdict.verdict,
                text=clean_prose(verdict.text),
            )
            for verdict in follow_up.verdicts.all()
        ),
    )


def _key(row: Any) -> UUID | None:
    return row.key if row else None


def _same(row: Any, fields: str) -> dict[str, Any]:
    """The named fields as they are: document and row share their names."""
    return {name: getattr(row, name) for name in fields.split()}
