"""A published period on a given day: in force, closed, due, overdue, reported."""

import datetime as dt
from types import SimpleNamespace
from uuid import uuid4

import pytest

from promises.documents import (
    Action,
    FollowUp,
    FollowUpPlan,
    Goal,
    PeriodDocument,
    Promise,
    PromiseVerdict,
)
from promises.enums import Reporting
from promises.reading import PeriodReading, PlaceReading
from promises.reading_parts import GoalReading

DAY = dt.date


def document(**fields) -> PeriodDocument:
    base = {
        "partnership_slug": "stromsund",
        "partnership_name": "Strömsund",
        "slug": "2021-2022",
        "label": "2021–2022",
        "starts_on": DAY(2021, 1, 1),
        "ends_on": DAY(2022, 12, 31),
        "promises": (Promise(key=uuid4(), slug="trafik", statement="Vi lovar."),),
    }
    return PeriodDocument(**base | fields)


def plan(due_on):
    return FollowUpPlan(text="Rapport", due_on=due_on)


@pytest.mark.parametrize(
    ("on", "in_force", "closed"),
    [
        (DAY(2020, 12, 31), False, False),
        (DAY(2021, 1, 1), True, False),
        (DAY(2022, 12, 31), True, False),
        (DAY(2023, 1, 1), False, True),
    ],
)
def test_period_is_in_force_from_its_first_to_its_last_day(on, in_force, closed):
    reading = PeriodReading(document(), on)

    assert (reading.is_in_force, reading.is_closed) == (in_force, closed)


def test_period_without_end_stays_in_force():
    reading = PeriodReading(document(ends_on=None), DAY(2090, 1, 1))

    assert (reading.is_in_force, reading.is_closed) == (True, False)
    assert reading.span == "från 1\u00a0januari 2021 tills vidare"


@pytest.mark.parametrize(
    ("fields", "on", "reporting"),
    [
        ({}, DAY(2021, 6, 1), Reporting.NOT_DUE),
        ({}, DAY(2023, 1, 1), Reporting.WAITING),
        ({"follow_up_plans": (plan(DAY(2023, 12, 31)),)}, DAY(2023, 12, 31), Reporting.NOT_DUE),
        ({"follow_up_plans": (plan(DAY(2023, 12, 31)),)}, DAY(2024, 1, 1), Reporting.OVERDUE),
        ({"follow_ups": (FollowUp(kind="final"),)}, DAY(2024, 1, 1), Reporting.REPORTED),
        ({"follow_ups": (FollowUp(kind="interim"),)}, DAY(2023, 1, 1), Reporting.WAITING),
    ],
)
def test_reporting_is_an_axis_of_its_own(fields, on, reporting):
    [promise] = PeriodReading(document(**fields), on).promises

    assert promise.reporting == reporting


def test_final_follow_up_goes_before_a_later_interim_one():
    final = FollowUp(kind="final", as_of=DAY(2022, 1, 1))
    interim = FollowUp(kind="interim", as_of=DAY(2022, 6, 1))

    assert document(follow_ups=(final, interim)).follow_up == final


@pytest.mark.parametrize(
    ("change", "target", "baseline", "said"),
    [("relative", -15, None, True), ("relative", -10, 163, False), ("level", 90, None, False)],
)
def test_goal_without_baseline_cannot_be_judged(change, target, baseline, said):
    goal = Goal(
        key=uuid4(),
        kind="outcome",
        indicator="kortbedrägerier",
        change=change,
        target_value=target,
        baseline_value=baseline,
    )

    assert GoalReading(goal).cannot_be_judged is said


def edition(content):
    return SimpleNamespace(content=content)


def test_place_shows_what_is_in_force_and_the_last_report():
    now = document()
    before = document(
        slug="2019-2021",
        label="2019–2021",
        starts_on=DAY(2019, 1, 1),
        ends_on=DAY(2021, 12, 31),
        follow_ups=(FollowUp(kind="final"),),
    )

    place = PlaceReading.of([edition(now), edition(before)], on=DAY(2022, 6, 1))

    assert [period.document.slug for period in place.in_force] == ["2021-2022"]
    assert place.latest_closed is None
    assert place.last_followed_up.document.slug == "2019-2021"


def test_place_without_a_period_in_force_shows_the_newest_closed_one():
    place = PlaceReading.of([edition(document())], on=DAY(2026, 1, 1))

    assert place.in_force == []
    assert place.latest_closed.document.slug == "2021-2022"
    assert place.last_followed_up is None


def test_overlapping_periods_are_both_in_force():
    other = document(slug="2022", label="2022", starts_on=DAY(2022, 1, 1))

    place = PlaceReading.of([edition(other), edition(document())], on=DAY(2022, 6, 1))

    assert [period.document.label for period in place.in_force] == ["2022", "2021–2022"]


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        (DAY(2023, 1, 1), "inte dags än"),
        (DAY(2022, 12, 31), "inte bedömt än, fast dagen har passerat"),
        (None, "inte bedömt än, fast dagen har passerat"),
    ],
)
def test_goal_past_its_day_is_not_called_not_due(deadline, said):
    goal = Goal(
        key=uuid4(),
        kind="outcome",
        indicator="brott",
        change="relative",
        target_value="-10",
        baseline_value="163",
        deadline=deadline,
    )
    promise = Promise(key=uuid4(), slug="trafik", statement="Vi lovar.", goals=(goal,))

    [reading] = PeriodReading(document(promises=(promise,)), DAY(2023, 1, 1)).promises[0].goals

    assert reading.verdict_label == said


def test_bars_compare_baseline_and_readings_in_time_order():
    goal = Goal(
        key=uuid4(),
        kind="outcome",
        indicator="brott",
        change="down",
        baseline_value="200",
        baseline_year=2019,
        readings=(
            {"value": "100", "on": DAY(2021, 12, 31), "source": "Brå"},
            {"value": "150", "on": DAY(2020, 12, 31), "source": "Brå"},
        ),
    )

    bars = GoalReading(goal).bars

    assert [(bar.label, bar.text, bar.length) for bar in bars] == [
        ("2019", "200", 100),
        ("2020", "150", 75),
        ("2021", "100", 50),
    ]


@pytest.mark.parametrize(
    ("baseline", "readings"), [("163", ()), (None, ()), ("0", ("0",)), ("5", ("-5",))]
)
def test_no_picture_where_there_is_nothing_to_compare(baseline, readings):
    goal = Goal(
        key=uuid4(),
        kind="outcome",
        indicator="brott",
        change="down",
        baseline_value=baseline,
        readings=tuple({"value": v, "on": DAY(2021, 12, 31), "source": ""} for v in readings),
    )

    assert GoalReading(goal).bars == []


@pytest.mark.parametrize(
    ("status", "verdict", "standing"),
    [
        ("done", "met", "En insats: genomförd. Löftet är uppföljt."),
        ("done", "not_due", "En insats: genomförd. Löftet är uppföljt men inte bedömt."),
        (
            "planned",
            None,
            "En insats: ej redovisad. "
            "Perioden är uppföljd, men insatsen är inte redovisad och löftet är inte bedömt.",
        ),
    ],
)
def test_promise_that_the_final_report_passes_over_says_so(status, verdict, standing):
    action = Action(key=uuid4(), text="Kontroll", status=status)
    promise = Promise(key=uuid4(), slug="trafik", statement="Vi lovar.", actions=(action,))
    verdicts = (PromiseVerdict(promise=promise.key, verdict=verdict),) if verdict else ()
    reports = (FollowUp(kind="final", verdicts=verdicts),)

    [found] = PeriodReading(
        document(promises=(promise,), follow_ups=reports), DAY(2024, 1, 1)
    ).promises

    assert found.standing == standing
