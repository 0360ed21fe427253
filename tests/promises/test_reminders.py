"""Letters at −30, −7, 0 and +7 days of a follow-up's day, each written once."""

import datetime as dt

import pytest
from django.core.management import call_command

from portal.models import OutgoingMail
from promises.models import FollowUpPlan
from promises.reminders import OFFSETS, offset_on, send_reminders
from promises.tasks import remind
from tests.factories.portal import PartnershipFactory, UserFactory, editor_of
from tests.factories.promises import (
    FollowUpFactory,
    FollowUpPlanFactory,
    PeriodFactory,
    published,
)

pytestmark = pytest.mark.django_db

DUE = dt.date(2026, 5, 31)


def days(number: int) -> dt.timedelta:
    return dt.timedelta(days=number)


@pytest.fixture
def place():
    people = {"follow_up_responsible": UserFactory(), "follow_up_stand_in": UserFactory()}
    return PartnershipFactory(**people)


@pytest.fixture
def plan(place):
    period = PeriodFactory(partnership=place)
    return FollowUpPlanFactory(period=period, due_on=DUE, text="CAN:s rapport")


def addresses() -> list[str]:
    return sorted(OutgoingMail.objects.values_list("to", flat=True))


@pytest.mark.parametrize("offset", OFFSETS)
def test_each_of_the_two_is_reminded_once_on_each_day(smtp, place, plan, offset):
    people = [place.follow_up_responsible.email, place.follow_up_stand_in.email]

    for _ in range(2):
        send_reminders(on=DUE + days(offset))
    letters = smtp.work()

    assert sorted(letter["To"] for letter in letters) == sorted(people)
    assert all("CAN:s rapport" in letter.get_content() for letter in letters)


def test_all_four_over_time_are_four_letters_each(plan):
    for offset in range(-60, 60):
        send_reminders(on=DUE + days(offset))

    keys = OutgoingMail.objects.values_list("message_key", flat=True)
    offsets = sorted(int(key.split(":")[3]) for key in keys)
    assert offsets == sorted(OFFSETS * 2)


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        *[(-31, None), (-30, -30), (-24, -30), (-23, None), (-7, -7), (-1, -7)],
        *[(0, 0), (6, 0), (7, 7), (13, 7), (14, None)],
    ],
)
def test_worker_that_stood_still_catches_up_for_a_week(plan, day, offset):
    assert offset_on(plan, DUE + days(day)) == offset


def test_moved_day_is_reminded_of_anew(plan):
    send_reminders(on=DUE)
    FollowUpPlan.objects.update(due_on=DUE + days(30))

    send_reminders(on=DUE)

    assert OutgoingMail.objects.count() == 4


def test_late_reminder_says_so(smtp, plan):
    send_reminders(on=DUE + days(7))

    assert all("är försenad" in letter["Subject"] for letter in smtp.work())


def test_published_final_report_ends_the_reminders(plan):
    FollowUpFactory(period=plan.period)
    published(plan.period)

    assert send_reminders(on=DUE) == 0


def test_report_that_is_only_a_draft_does_not(plan):
    published(plan.period)
    FollowUpFactory(period=plan.period)

    assert send_reminders(on=DUE) == 2


def test_interim_report_does_not(plan):
    FollowUpFactory(period=plan.period, kind="interim")
    published(plan.period)

    assert send_reminders(on=DUE) == 2


def test_same_person_twice_is_one_letter(place, plan):
    place.follow_up_stand_in = place.follow_up_responsible
    place.save()

    send_reminders(on=DUE)

    assert addresses() == [place.follow_up_responsible.email]


def test_where_nobody_is_named_or_left_the_approvers_are_reminded(place, plan):
    place.follow_up_responsible.is_active = False
    place.follow_up_responsible.save()
    place.follow_up_stand_in = None
    place.save()
    approver = editor_of(place, approver=True)
    editor_of(place)

    send_reminders(on=DUE)

    assert addresses() == [approver.email]


def test_plan_without_a_day_is_nothing_to_remind_of(plan):
    FollowUpPlan.objects.update(due_on=None)

    assert send_reminders(on=DUE) == 0


def test_command_and_worker_do_the_same(plan, time_machine, capsys):
    time_machine.move_to(dt.datetime(2026, 5, 31, 10, tzinfo=dt.UTC))

    call_command("send_reminders")
    remind(DUE)

    assert "2 reminders are due" in capsys.readouterr().out
    assert OutgoingMail.objects.count() == 2
