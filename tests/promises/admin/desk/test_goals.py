"""Goals and readings at the desk."""

import datetime as dt
from decimal import Decimal

import pytest

from promises.models import Reading
from tests.factories.promises import (
    GoalFactory,
    ReadingFactory,
)
from tests.promises.admin.desk.pages import (
    messages_at,
    row_of,
    save,
    soup,
)

pytestmark = pytest.mark.django_db


def test_goal_that_cannot_be_judged_says_why(client, period, promise):
    goal = GoalFactory(promise=promise)
    key = f"mal-{goal.pk}"

    response = save(client, period, row_of(client, period, key, verdict="cannot_be_judged"))

    assert response.status_code == 422
    assert messages_at(soup(response), f"{key}-verdict_reason") == [
        "Förklara varför målet inte kan bedömas."
    ]

    data = row_of(client, period, key, verdict="cannot_be_judged", verdict_reason="Basvärde saknas")
    assert save(client, period, data).status_code == 200
    goal.refresh_from_db()
    assert (goal.verdict, goal.verdict_reason) == ("cannot_be_judged", "Basvärde saknas")


def test_reading_is_added_with_a_decimal_comma(client, period, promise):
    goal = GoalFactory(promise=promise, source="Brå")
    key = f"nytt-varde-{goal.pk}"

    response = save(
        client,
        period,
        row_of(client, period, key, value="1 134,5", on="2021-12-31", is_preliminary="on"),
    )

    reading = Reading.objects.get()
    assert (reading.value, reading.on, reading.source, reading.is_preliminary) == (
        Decimal("1134.5"),
        dt.date(2021, 12, 31),
        "Brå",
        True,
    )
    assert soup(response).select_one(f"hx-partial #varde-{reading.pk}")


def test_reading_is_one_per_day_and_source(client, period, promise):
    reading = ReadingFactory(goal=GoalFactory(promise=promise))
    key = f"nytt-varde-{reading.goal.pk}"

    response = save(
        client, period, row_of(client, period, key, value="3", on="2021-12-31", source="Brå")
    )

    assert response.status_code == 422
    assert messages_at(soup(response), f"{key}-on") == [
        "Det finns redan ett värde för den dagen ur den källan."
    ]


def test_reading_may_be_corrected(client, period, promise):
    reading = ReadingFactory(goal=GoalFactory(promise=promise))

    save(client, period, row_of(client, period, f"varde-{reading.pk}", value="148"))

    reading.refresh_from_db()
    assert reading.value == 148
