"""What shall be reported next."""

from promises.documents import FollowUp
from promises.overviews import due
from promises.overviews.due import Urgency
from tests.promises.overviews.made import DAY, NOW, goal, period, plan, promise


def test_overdue_comes_first_then_waiting_then_coming_then_without_a_day():
    documents = [
        period(2024, promise(), last=1),
        period(2023, promise(), follow_up_plans=(plan(DAY(2024, 12, 1)),)),
        period(2020, promise()),
        period(2021, promise(), follow_up_plans=(plan(DAY(2024, 5, 31)),)),
        period(2019, promise(), follow_up_plans=(plan(DAY(2023, 5, 31)),)),
        period(2018, promise(), follow_up_plans=(plan(NOW),)),
    ]

    found = [(one.urgency, one.period.slug) for one in due.due_next(documents, on=NOW)]

    assert found == [
        (Urgency.OVERDUE, "2019"),
        (Urgency.OVERDUE, "2021"),
        (Urgency.WAITING, "2020"),
        (Urgency.COMING, "2018"),
        (Urgency.COMING, "2023"),
        (Urgency.NO_DAY, "2024"),
    ]


def test_final_report_settles_all_plans_and_an_interim_one_those_before_the_last():
    plans = (plan(DAY(2023, 5, 1)), plan(DAY(2023, 11, 1)), plan(DAY(2024, 5, 1)))
    interim = FollowUp(kind="interim", as_of=DAY(2023, 6, 1))
    final = FollowUp(kind="final")

    def days(*reports):
        document = period(2023, promise(), follow_up_plans=plans, follow_ups=reports)
        return [one.due_on for one in due.due_of(document, on=NOW)]

    assert days() == [DAY(2023, 5, 1), DAY(2023, 11, 1), DAY(2024, 5, 1)]
    assert days(interim) == [DAY(2023, 11, 1), DAY(2024, 5, 1)]
    assert days(interim, final) == []


def test_last_plan_is_overdue_exactly_when_the_promise_is():
    interim = FollowUp(kind="interim", as_of=DAY(2024, 5, 20))
    document = period(
        2023, promise(), follow_up_plans=(plan(DAY(2024, 5, 1)),), follow_ups=(interim,)
    )

    [found] = due.due_of(document, on=NOW)

    assert found.urgency == Urgency.OVERDUE
    assert document.reporting(document.promises[0], on=NOW) == "overdue"


def test_promises_share_a_row_when_they_share_a_plan():
    own = promise("eget", follow_up_plans=(plan(DAY(2025, 1, 1), "Egen"),))
    document = period(2023, promise(), own, promise("tredje"), follow_up_plans=(plan(NOW, "Alla"),))

    found = [(one.what, [p.slug for p in one.promises]) for one in due.due_of(document, on=NOW)]

    assert found == [("Alla", ["lofte", "tredje"]), ("Egen", ["eget"])]


def test_goal_waits_until_it_is_judged():
    goals = (
        goal(deadline=DAY(2024, 1, 1)),
        goal(deadline=DAY(2024, 1, 1), verdict="met"),
        goal(deadline=DAY(2024, 1, 1), baseline_value=None),
        goal(),
    )
    document = period(2023, promise(goals=goals), follow_ups=(FollowUp(kind="final"),))

    found = due.due_of(document, on=NOW)

    assert [(one.is_goal, one.urgency) for one in found] == [(True, Urgency.OVERDUE)]
