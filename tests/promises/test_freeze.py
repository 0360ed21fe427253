"""Rows in, document out: everything under a period, cleaned, in a fixed number of queries."""

import json

import pytest

from portal.documents import digest
from promises.documents import PeriodDocument
from promises.freeze import freeze
from tests.factories.promises import (
    ActionFactory,
    GoalFactory,
    PromiseFactory,
    RationaleFactory,
    whole_period,
)

pytestmark = pytest.mark.django_db


def test_freeze_takes_everything_under_the_period():
    period = whole_period()

    document = freeze(period)

    promise = document.promises[0]
    assert [party.short_form for party in document.parties] == ["kommunen", "polisen"]
    assert [area.heading for area in document.areas] == [period.areas.get().heading]
    assert len(promise.rationale.evidence) == 1
    assert len(promise.goals[0].readings) == 1
    assert [action.status for action in promise.actions] == ["done", "not_done"]
    assert [action.promise_id for action in period.actions.all()].count(None) == 1
    assert len(document.actions) == 1
    assert promise.follow_up_plans[0].text == "CAN:s rapport 2023"
    assert document.follow_up.verdict_on(promise).verdict == "met"
    assert len(document.signatories) == 1


def test_freeze_stored_and_opened_is_the_same_document():
    document = freeze(whole_period())

    stored = json.loads(json.dumps(document.model_dump(mode="json")))

    assert PeriodDocument.opened(stored) == document


def test_freeze_twice_gives_the_same_hash():
    period = whole_period()

    assert digest(freeze(period).model_dump(mode="json")) == digest(
        freeze(period).model_dump(mode="json")
    )


def test_freeze_cleans_prose_that_rows_were_given_uncleaned():
    period = whole_period(situation="<p onclick='x()'>Läge<script>alert(1)</script></p>")
    RationaleFactory(promise=PromiseFactory(period=period), text="<p>Ja<img src=x onerror=y></p>")

    document = freeze(period)

    assert document.situation == "<p>Läge</p>"
    assert document.promises[-1].rationale.text == "<p>Ja</p>"


@pytest.mark.parametrize("count", [1, 3])
def test_freeze_query_count_does_not_grow(count, django_assert_num_queries):
    period = whole_period()
    for _ in range(count):
        promise = PromiseFactory(period=period)
        ActionFactory(promise=promise).leads.add(period.partnership.members.all()[0].organisation)
        GoalFactory(promise=promise)
        RationaleFactory(promise=promise)

    with django_assert_num_queries(20):
        freeze(period)
