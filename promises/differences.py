"""What differs between two editions of a period: laid out as things with facts (portal.differences). Pure."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from portal import meaning, swedish
from portal.differences import Change, Thing, compared, without_words
from portal.prose import plain_text
from promises import wording
from promises.documents import (
    Action,
    Area,
    Evidence,
    FollowUp,
    FollowUpPlan,
    Goal,
    Party,
    PeriodDocument,
    Promise,
    PromiseVerdict,
    Rationale,
    Reading,
    Signatory,
)


def differences(older: PeriodDocument, newer: PeriodDocument) -> list[Change]:
    """Changes in the order of the newer document, what was removed last."""
    found = compared(_things(older), _things(newer))
    return found or without_words(older, newer, name="Texten")


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
    for party in document.parties:
        names = {"Det korta namnet": party.short_form, "Slaget": str(party.kind.label)}
        yield f"party {party.key}", Thing("Parten", "", party.name, {"Namnet": party.name, **names})
    for index, signatory in enumerate(document.signatories):
        title = f"{signatory.name}, {signatory.title}, {signatory.organisation}"
        facts = {
            "Titeln": signatory.title,
            "Organisationen": signatory.organisation,
            "Dagen": _day(signatory.signed_on),
        }
        yield f"signatory {signatory.name} {index}", Thing("Undertecknaren", "", title, facts)
    yield from _plans(document.follow_up_plans, "", "period")
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


def _day(day: dt.date | None) -> str:
    return swedish.date(day) if day else ""


def _yes(told: bool) -> str:
    return "ja" if told else "nej"


def _period(document: PeriodDocument) -> Thing:
    facts = {
        "Namnet på perioden": document.label,
        "Adressen": document.slug,
        "Samverkan": f"{document.partnership_name}, {document.partnership_slug}",
        "Tiden": swedish.span(document.starts_on, document.ends_on),
        "Platsen": document.place,
        "Lägesbilden": plain_text(document.situation),
        "Hur löftena togs fram": plain_text(document.background),
        "Beslutet": " ".join(
            filter(
                None,
                [
                    document.decided_by,
                    _day(document.decided_on),
                    document.record_number,
                ],
            )
        ),
        "Parterna": _parties(document.parties),
        "De som måste godkänna": _parties(p for p in document.parties if p.must_sign),
    }
    return Thing("Perioden", "", document.label, facts)


def _promise(promise: Promise, document: PeriodDocument) -> Iterator[tuple[str, Thing]]:
    area = document.area_of(promise)
    where = area.heading if area else "Löfte utan område"
    facts = {
        "Lydelsen": promise.statement,
        "Adressen": promise.slug,
        "Området": where,
        "De som lovar": _parties(promise.parties),
        "Det löfte som förs vidare": promise.continues.statement if promise.continues else "",
    }
    if link := promise.continues:
        facts["Adressen till det"] = f"{link.period_slug}/{link.slug}, {link.period_label}"
    yield f"{promise.key}", Thing("Löftet", where, promise.statement, facts)
    yield from _rationale(promise.rationale, where, str(promise.key))
    for goal in promise.goals:
        yield f"{goal.key}", _goal(goal, where)
    for action in promise.actions:
        yield f"{action.key}", _action(action, where)
    yield from _plans(promise.follow_up_plans, where, str(promise.key))


def _parties(parties: Iterable[Party]) -> str:
    return swedish.join_words(party.name for party in parties)


def _plans(plans: Iterable[FollowUpPlan], where: str, owner: str) -> Iterator[tuple[str, Thing]]:
    """Plans have no keys: the second with the same text is told from the first by its number."""
    met = Counter[str]()
    for plan in plans:
        met[plan.text] += 1
        facts = {"Dagen": _day(plan.due_on), "Mottagarna": plan.audience}
        thing = Thing("Uppföljningsplanen", where, plan.text, facts)
        yield f"{owner} plan {plan.text} {met[plan.text]}", thing


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
            "De som siffran gäller": evidence.population,
            "Källan": evidence.source,
            "Källans adress": evidence.url,
        }
        yield f"{evidence.key}", Thing("Underlaget", where, evidence.text, facts)


def _goal(goal: Goal, where: str) -> Thing:
    base = goal.baseline_value
    facts = {
        "Det som mäts": goal.indicator,
        "Slaget": str(goal.kind.label),
        "Enheten": goal.unit,
        "Målet": wording.target_in_words(goal),
        "Basvärdet": "" if base is None else swedish.quantity(base, goal.unit),
        "Basåret": str(goal.baseline_year or ""),
        "Sista dagen": _day(goal.deadline),
        "Källan": goal.source,
        "Utfallet": "; ".join(_reading(reading, goal) for reading in goal.readings),
        "Bedömningen": str(goal.verdict.label),
        "Förklaringen": goal.verdict_reason,
    }
    return Thing("Målet", where, wording.goal_in_words(goal), facts)


def _reading(reading: Reading, goal: Goal) -> str:
    value = swedish.quantity(reading.value, goal.unit)
    preliminary = " (preliminärt)" if reading.is_preliminary else ""
    return f"{value}{preliminary} {swedish.date(reading.on)}, {reading.source}"


def _action(action: Action, where: str) -> Thing:
    facts = {
        "Lydelsen": action.text,
        "Läget": str(action.status.label),
        "Skälet": ". ".join(filter(None, [str(action.reason.label), action.reason_text]))
        if action.reason
        else action.reason_text,
        "Om den var lovad": str(action.origin.label),
        "Hur ofta": str(action.timing.label),
        "Antalet": wording.counts_in_words(action),
        "Enheten": action.unit,
        "Dagen": _day(action.done_on),
        "De ansvariga": _parties(action.leads),
        "De medverkande": _parties(action.partners),
        "Platsen": action.place,
        "Nästa steg": ". ".join(filter(None, [str(action.next_step.label), action.next_step_text]))
        if action.next_step
        else action.next_step_text,
    }
    return Thing("Insatsen", where, action.text, facts)


def _follow_up(follow_up: FollowUp, document: PeriodDocument) -> Iterator[tuple[str, Thing]]:
    key = f"follow-up {follow_up.kind} {follow_up.as_of}"
    facts = {
        "Sammanfattningen": plain_text(follow_up.summary),
        "Om listorna bara är exempel": _yes(follow_up.is_examples_only),
    }
    yield key, Thing("Uppföljningen", "", str(follow_up.kind.label), facts)
    promises = {promise.key: promise for promise in document.promises}
    for verdict in follow_up.verdicts:
        promise = promises.get(verdict.promise)
        area = document.area_of(promise) if promise else None
        facts = {"Omdömet": str(verdict.verdict.label), "Texten": plain_text(verdict.text)}
        title = promise.statement if promise else ""
        where = area.heading if area else ""
        yield f"{key} {verdict.promise}", Thing("Bedömningen", where, title, facts)
