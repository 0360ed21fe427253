"""Advice while writing: the same every time, and never in the way."""

import datetime as dt
from uuid import uuid4

import pytest

from promises.advice import Span, advise
from promises.documents import (
    Action,
    FollowUpPlan,
    Goal,
    Party,
    PeriodDocument,
    Promise,
    Rationale,
)
from promises.enums import ActionOrigin, ChangeKind, GoalKind, Timing

POLICE = Party(key=uuid4(), name="Polisen", short_form="polisen", kind="police")


def goal(**fields) -> Goal:
    values = {
        "key": uuid4(),
        "kind": GoalKind.OUTCOME,
        "indicator": "anmälda brott",
        "unit": "brott",
        "baseline_value": 163,
        "baseline_year": 2019,
        "change": ChangeKind.RELATIVE,
        "target_value": -10,
        "source": "Brå",
    }
    return Goal(**values | fields)


def action(**fields) -> Action:
    values = {"key": uuid4(), "text": "Polisen går till fots.", "leads": (POLICE,)}
    return Action(**values | fields)


def promise(**fields) -> Promise:
    values = {
        "key": uuid4(),
        "slug": "lofte",
        "statement": "Brotten ska bli färre.",
        "goals": (goal(),),
        "follow_up_plans": (FollowUpPlan(text="Årsrapport", due_on=dt.date(2022, 6, 1)),),
    }
    return Promise(**values | fields)


def period(*promises, **fields) -> PeriodDocument:
    values = {
        "partnership_slug": "stromsund",
        "partnership_name": "Strömsund",
        "slug": "2021-2022",
        "label": "2021–2022",
        "starts_on": dt.date(2021, 1, 1),
        "ends_on": dt.date(2022, 12, 31),
        "promises": promises,
    }
    return PeriodDocument(**values | fields)


def told(document, **options) -> list[str]:
    return [advice.text for advice in advise(document, **options)]


def test_advice_has_nothing_to_say_about_a_complete_period():
    assert told(period(promise(actions=(action(),)))) == []


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (
            promise(actions=(action(leads=()),)),
            "Insatsen ”Polisen går till fots” har ingen ansvarig.",
        ),
        (
            promise(goals=()),
            "Löftet ”Brotten ska bli färre” har inget tal: varken ett mål eller ett lovat antal.",
        ),
        (
            promise(goals=(goal(baseline_value=None),)),
            "Målet ”anmälda brott” har inget basvärde. Då går det inte att säga om det nåddes.",
        ),
        (
            promise(goals=(goal(baseline_year=None),)),
            "Målet ”anmälda brott” har ett basvärde utan år.",
        ),
        (
            promise(goals=(goal(change=ChangeKind.DOWN, target_value=None),)),
            "Målet ”anmälda brott” har inget tal: det säger bara åt vilket håll.",
        ),
        (promise(goals=(goal(source=""),)), "Målet ”anmälda brott” säger inte var siffran hämtas."),
        (
            promise(follow_up_plans=()),
            "Det står inte när eller hur löftet ”Brotten ska bli färre” ska följas upp.",
        ),
        (
            promise(follow_up_plans=(FollowUpPlan(text="CAN 2023"),)),
            "Uppföljningen ”CAN 2023” har ingen dag.",
        ),
        (
            promise(follow_up_plans=(FollowUpPlan(text="Rapport", due_on=dt.date(2023, 12, 31)),)),
            "Uppföljningen ”Rapport” kommer 31\xa0december 2023, efter periodens slut. "
            "Säg det till invånarna.",
        ),
        (
            promise(follow_up_plans=(FollowUpPlan(text="Rapport", due_on=dt.date(2020, 12, 31)),)),
            "Uppföljningen ”Rapport” ligger före periodens första dag.",
        ),
        (
            promise(
                statement="Antalet unga som dricker ska bli färre.",
                goals=(goal(indicator="andel som druckit alkohol", unit="%"),),
            ),
            "Löftet talar om antal, men målet ”andel som druckit alkohol” om andel.",
        ),
        (
            promise(statement="Andelen trygga ska öka.", goals=(goal(indicator="antal trygga"),)),
            "Löftet talar om andel, men målet ”antal trygga” om antal.",
        ),
        (
            promise(actions=(action(timing=Timing.RECURRING),)),
            "Insatsen ”Polisen går till fots” är återkommande, men det står inte hur många gånger.",
        ),
        (
            promise(statement="Vi arbetar enligt XYZ."),
            "Löftet ”Vi arbetar enligt XYZ” har förkortningen XYZ utan förklaring.",
        ),
        (
            promise(statement="Anna Alm ringer 19811218-9876."),
            "Löftet ”Anna Alm ringer 19811218-9876” innehåller något som liknar ett personnummer. "
            "Ta bort det.",
        ),
        (
            promise(rationale=Rationale(text="<p>Kalle Svensson greps för stöld.</p>")),
            "Bakgrunden till ”Brotten ska bli färre” nämner ”Kalle Svensson” intill ett brott. "
            "Är det en privatperson?",
        ),
    ],
)
def test_advice_on_a_promise(written, text):
    assert told(period(written)) == [text]


def test_advice_leads_to_the_page_where_it_is_mended():
    faulty = goal(baseline_value=None)
    whole = promise(goals=(faulty,))

    [advice] = advise(period(whole))

    assert (advice.page.kind, advice.page.key, advice.page.promise) == (
        "goal",
        faulty.key,
        whole.key,
    )
    assert advice.element == "id_baseline_value"


def test_advice_on_periods_that_overlap():
    others = [
        Span("2019–2021", dt.date(2019, 1, 1), dt.date(2021, 6, 30)),
        Span("2023–", dt.date(2023, 1, 1), None),
    ]

    assert told(period(promise()), others=others) == [
        "Perioden överlappar 2019–2021. Det får den göra, men är det meningen?"
    ]


def test_advice_on_a_period_without_days():
    assert told(
        period(promise(goals=(goal(deadline=dt.date(2022, 1, 1)),)), starts_on=None, ends_on=None)
    ) == [
        "Perioden har ingen första dag.",
        "Perioden har ingen sista dag: den gäller tills vidare.",
    ]


def test_advice_leaves_what_was_added_afterwards_alone():
    added = action(leads=(), timing=Timing.RECURRING, origin=ActionOrigin.ADDITIONAL)

    assert told(period(promise(actions=(added,)))) == []
