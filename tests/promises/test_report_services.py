"""The services of the reporting desk: who may, and what they refuse."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.exceptions import NotAllowed
from promises.models import Action
from promises.report_services import (
    ChangedMeanwhile,
    ReportError,
    add_action,
    add_reading,
    remove_row,
    report_row,
    report_summary,
    report_verdict,
    start_follow_up,
)
from tests.factories.portal import UserFactory, editor_of
from tests.factories.promises import (
    ActionFactory,
    FollowUpFactory,
    GoalFactory,
    PeriodFactory,
    PromiseFactory,
    ReadingFactory,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def period():
    return PeriodFactory()


@pytest.fixture
def promise(period):
    return PromiseFactory(period=period)


@pytest.fixture
def editor(period):
    return editor_of(period.partnership)


def test_services_refuse_who_may_not_edit(period, promise):
    action, goal = ActionFactory(promise=promise), GoalFactory(promise=promise)
    by = UserFactory()

    with pytest.raises(NotAllowed):
        report_row(row=action, by=by, values={"status": "done"}, seen={})
    with pytest.raises(NotAllowed):
        add_action(period=period, promise=promise, by=by, values={"text": "x"})
    with pytest.raises(NotAllowed):
        add_reading(goal=goal, by=by, values={"value": 1, "on": dt.date(2021, 1, 1)})
    with pytest.raises(NotAllowed):
        start_follow_up(period=period, by=by)
    with pytest.raises(NotAllowed):
        report_summary(period=period, follow_up=None, by=by, values={}, seen={})
    with pytest.raises(NotAllowed):
        report_verdict(period=period, follow_up=None, promise=promise, by=by, values={}, seen={})


def test_row_that_is_gone_is_refused(editor, promise):
    action = ActionFactory(promise=promise)
    Action.objects.all().delete()

    with pytest.raises(ReportError, match="tagits bort"):
        report_row(row=action, by=editor, values={"status": "done"}, seen={})


def test_promise_of_another_period_is_refused(editor, period):
    other = PromiseFactory()

    with pytest.raises(ReportError, match="annan period"):
        add_action(period=period, promise=other, by=editor, values={"text": "x"})
    with pytest.raises(ReportError, match="annan period"):
        report_verdict(period=period, follow_up=None, promise=other, by=editor, values={}, seen={})


def test_report_of_another_period_is_refused(editor, period):
    with pytest.raises(ReportError, match="annan period"):
        report_summary(period=period, follow_up=FollowUpFactory(), by=editor, values={}, seen={})


def test_second_report_of_the_same_day_is_refused(editor, period):
    start_follow_up(period=period, by=editor)

    with pytest.raises(ReportError, match="redan en uppföljning"):
        start_follow_up(period=period, by=editor)


def test_conflict_names_the_fields(editor, promise):
    action = ActionFactory(promise=promise, place="Torget", done=True)
    seen = {"status": "planned", "place": ""}

    with pytest.raises(ChangedMeanwhile) as told:
        report_row(row=action, by=editor, values={"status": "ongoing", "place": ""}, seen=seen)

    assert told.value.fields == ["status", "place"]


def test_only_editors_remove_rows(promise):
    extra = ActionFactory(promise=promise, origin="additional")

    with pytest.raises(NotAllowed):
        remove_row(row=extra, by=UserFactory())

    assert Action.objects.get() == extra


def test_removing_twice_is_refused(editor, promise):
    extra = ActionFactory(promise=promise, origin="additional")
    remove_row(row=extra, by=editor)
    extra.pk = 4711

    with pytest.raises(ReportError, match="tagits bort"):
        remove_row(row=extra, by=editor)


def locked_tables(queries) -> list[str]:
    """The tables whose rows were locked, in that order."""
    return [
        match[1]
        for query in queries
        if (match := re.search(r'FOR (?:NO KEY )?UPDATE OF "(\w+)"', query["sql"]))
    ]


@pytest.mark.parametrize("kind", ["action", "goal", "reading", "new reading", "removal"])
def test_each_save_waits_for_the_period_first(editor, promise, kind):
    """Two editors of one period never interleave: the period's row is the gate to all below it."""
    action = ActionFactory(promise=promise, origin="additional")
    goal = GoalFactory(promise=promise)
    reading = ReadingFactory(goal=goal)
    day = dt.date(2022, 6, 30)
    acts = {
        "action": lambda: report_row(row=action, by=editor, values={"status": "done"}, seen={}),
        "goal": lambda: report_row(row=goal, by=editor, values={"verdict": "met"}, seen={}),
        "reading": lambda: report_row(row=reading, by=editor, values={"value": 1}, seen={}),
        "new reading": lambda: add_reading(
            goal=goal, by=editor, values={"value": 1, "on": day, "source": "BRÅ"}
        ),
        "removal": lambda: remove_row(row=action, by=editor),
    }

    with CaptureQueriesContext(connection) as told:
        acts[kind]()

    rows = {"reading": "reading", "goal": "goal", "new reading": "goal"}
    expected = ["promises_promiseperiod", f"promises_{rows.get(kind, 'action')}"]
    assert locked_tables(told) == expected


def test_published_verdict_is_not_emptied_away():
    period = whole_period()
    published(period)
    report, promise = period.follow_ups.get(), period.promises.get()
    verdict = report.verdicts.get()

    with pytest.raises(ReportError, match="Bedömningen är publicerad"):
        report_verdict(
            period=period,
            follow_up=report,
            promise=promise,
            by=editor_of(period.partnership),
            values={"verdict": "", "text": ""},
            seen={"verdict": verdict.verdict, "text": verdict.text},
        )

    assert report.verdicts.get() == verdict
