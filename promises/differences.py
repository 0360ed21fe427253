"""What differs between two editions of a period: laid out as things with facts (portal.differences). Pure."""

import datetime as dt
from collections.abc import Iterator

from portal import meaning, swedish
from portal.differences import Change, Thing, compared
from portal.prose import plain_text
from promises import wording
from promises.documents import (
    Action,
    Area,
    Evidence,
    FollowUp,
    FollowUpPlan,
    Goal,
    PeriodDocument,
    Promise,
    PromiseVerdict,
    Rationale,
    Signatory,
)


def differences(older: PeriodDocument, newer: PeriodDocument) -> list[Change]:
    """Changes in the order of the newer document, what was removed last."""
    return compared(_things(older), _things(newer))


WORDING: meaning.Wording = {
    PeriodDocument: frozenset({"place", "situation", "background"}),
    Area: frozenset({"heading"}),
    Rationale: frozenset({"text"}),
    Evidence: frozenset({"text", "population", "source", "url"}),
    Promise: frozenset({"statement"}),
    Goal: frozenset({"indicator", "source", "verdict_reason"}),
    Action: frozenset({"text", "place", "reason_text", "next_step_text"}),
    FollowUpPlan: frozenset({"text", "audience"}),
    FollowUp: frozenset({"summary"}),
    PromiseVerdict: frozenset({"text"}),
    Signatory: frozenset({"title"}),
}
"""What a minor correction may touch. All else says what is promised, what was done or how it went."""


def only_wording_differs(older: PeriodDocument, newer: PeriodDocument) -> bool:
    return meaning.only_wording_differs(older, newer, wording=WORDING)


def _things(document: PeriodDocument) -> Iterator[tuple[str, Thing]]:
    yield "period", _period(document)
    for index, signatory in enumerate(document.signatories):
        title = f"{signatory.name}, {signatory.title}, {signatory.organisation}"
        yield f"signatory {signatory.name} {index}", Thing("Undertecknaren", "", title)
    for plan in document.follow_up_plans:
        yield (
            f"plan {plan.text}",
            Thing("Uppföljningsplanen", "", plan.text, _plan_facts(plan.due_on)),
        )
    for area in document.areas:
        facts = {"Rubriken": area.heading, "Temat": str(area.theme.label)}
        yield f"{area.key}", Thing("Området", "", area.heading, facts)
        yield from _rationale(area.rationale, area.heading, str(area.key))
    for promise in document.promises:
        yield from _promise(promise, document)
    for action in document.actions:
        yield f"{action.key}", _action(action, "Hela perioden")
    for follow_up in document.follow_ups:
        yield from _follow_up(follow_up, document)


def _period(document: PeriodDocument) -> Thing:
    facts = {
        "Namnet på perioden": document.label,
        "Tiden": swedish.span(document.starts_on, document.ends_on),
        "Platsen": document.place,
        "Lägesbilden": plain_text(document.situation),
        "Hur löftena togs fram": plain_text(document.background),
        "Beslutet": " ".join(
            filter(
                None,
                [
                    document.decided_by,
                    swedish.date(document.decided_on) if document.decided_on else "",
                    document.record_number,
                ],
            )
        ),
        "Parterna": swedish.join_words(party.name for party in document.parties),
    }
    return Thing("Perioden", "", document.label, facts)


def _promise(promise: Promise, document: PeriodDocument) -> Iterator[tuple[str, Thing]]:
    area = document.area_of(promise)
    where = area.heading if area else "Löfte utan område"
    facts = {
        "Lydelsen": promise.statement,
        "Området": where,
        "De som lovar": swedish.join_words(party.name for party in promise.parties),
        "Det löfte som förs vidare": promise.continues.statement if promise.continues else "",
    }
    yield f"{promise.key}", Thing("Löftet", where, promise.statement, facts)
    yield from _rationale(promise.rationale, where, str(promise.key))
    for goal in promise.goals:
        yield f"{goal.key}", _goal(goal, where)
    for action in promise.actions:
        yield f"{action.key}", _action(action, where)
    for plan in promise.follow_up_plans:
        thing = Thing("Uppföljningsplanen", where, plan.text, _plan_facts(plan.due_on))
        yield f"{promise.key} plan {plan.text}", thing


def _plan_facts(due_on: dt.date | None) -> dict[str, str]:
    return {"Dagen": swedish.date(due_on) if due_on else ""}


def _rationale(rationale: Rationale | None, where: str, owner: str) -> Iterator[tuple[str, Thing]]:
    if rationale is None:
        return
    text = plain_text(rationale.text)
    yield f"{owner} rationale", Thing("Bakgrunden", where, text, {"Texten": text})
    for evidence in rationale.evidence:
        facts = {
            "Texten": evidence.text,
            "Siffran": swedish.quantity(evidence.figure, evidence.unit),
            "Året": str(evidence.year or ""),
            "Källan": evidence.source,
        }
        yield f"{evidence.key}", Thing("Underlaget", where, evidence.text, facts)


def _goal(goal: Goal, where: str) -> Thing:
    base = goal.baseline_value
    readings = [f"{r.on.year}: {swedish.quantity(r.value, goal.unit)}" for r in goal.readings]
    facts = {
        "Det som mäts": goal.indicator,
        "Målet": wording.target_in_words(goal),
        "Basvärdet": "" if base is None else swedish.quantity(base, goal.unit),
        "Basåret": str(goal.baseline_year or ""),
        "Sista dagen": swedish.date(goal.deadline) if goal.deadline else "",
        "Utfallet": ", ".join(readings),
        "Bedömningen": str(goal.verdict.label),
        "Förklaringen": goal.verdict_reason,
    }
    return Thing("Målet", where, wording.goal_in_words(goal), facts)


def _action(action: Action, where: str) -> Thing:
    facts = {
        "Lydelsen": action.text,
        "Läget": str(action.status.label),
        "Skälet": ". ".join(filter(None, [str(action.reason.label), action.reason_text]))
        if action.reason
        else "",
        "Antalet": wording.counts_in_words(action),
        "De ansvariga": swedish.join_words(party.name for party in action.leads),
        "De medverkande": swedish.join_words(party.name for party in action.partners),
        "Platsen": action.place,
        "Nästa steg": ". ".join(filter(None, [str(action.next_step.label), action.next_step_text]))
        if action.next_step
        else action.next_step_text,
    }
    return Thing("Insatsen", where, action.text, facts)


def _follow_up(follow_up: FollowUp, document: PeriodDocument) -> Iterator[tuple[str, Thing]]:
    key = f"follow-up {follow_up.kind} {follow_up.as_of}"
    facts = {"Sammanfattningen": plain_text(follow_up.summary)}
    yield key, Thing("Uppföljningen", "", str(follow_up.kind.label), facts)
    promises = {promise.key: promise for promise in document.promises}
    for verdict in follow_up.verdicts:
        promise = promises.get(verdict.promise)
        area = document.area_of(promise) if promise else None
        facts = {"Omdömet": str(verdict.verdict.label), "Texten": plain_text(verdict.text)}
        title = promise.statement if promise else ""
        where = area.heading if area else ""
        yield f"{key} {verdict.promise}", Thing("Bedömningen", where, title, facts)
