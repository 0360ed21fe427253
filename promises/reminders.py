"""Letters before and after a follow-up's day. May be run any number of times: each is written once."""

import datetime as dt

from django.urls import reverse

from portal.mail import absolute, deliver_letter
from portal.models import User
from portal.rights import responsible_for
from promises.documents import PeriodDocument
from promises.enums import FollowUpKind
from promises.models import FollowUpPlan, PeriodEdition

OFFSETS = (-30, -7, 0, 7)
CATCH_UP = dt.timedelta(days=7)
"""A worker that stood still for some days writes the letter late; older ones would only be noise."""


def send_reminders(*, on: dt.date) -> int:
    """Write what is due on this day. Returns how many letters were due, new or written before."""
    due = [
        (plan, offset, user)
        for plan in FollowUpPlan.objects.due_between(
            on - dt.timedelta(days=OFFSETS[-1]) - CATCH_UP, on - dt.timedelta(days=OFFSETS[0])
        )
        if (offset := offset_on(plan, on)) is not None and not is_reported(plan)
        for user in responsible_for(plan.period.partnership)
    ]
    for plan, offset, user in due:
        _write(plan, offset, user)
    return len(due)


def offset_on(plan: FollowUpPlan, on: dt.date) -> int | None:
    """Which of the four days the reminder of this day belongs to."""
    for offset in reversed(OFFSETS):
        day = plan.due_on + dt.timedelta(days=offset) if plan.due_on else None
        if day and day <= on < day + CATCH_UP:
            return offset
    return None


def is_reported(plan: FollowUpPlan) -> bool:
    """Whether residents can read a final report on the period already."""
    current = PeriodEdition.objects.filter(period=plan.period_id).current().followed_up().first()
    if current is None:
        return False
    document: PeriodDocument = current.content
    return document.follow_up is not None and document.follow_up.kind == FollowUpKind.FINAL


def _write(plan: FollowUpPlan, offset: int, user: User) -> None:
    """The due day is part of the key: a day that is moved is a new day to be reminded of."""
    deliver_letter(
        to=user.email,
        letter="reminder",
        message_key=f"reminder:{plan.pk}:{plan.due_on}:{offset}:{user.pk}",
        plan=plan,
        period=plan.period,
        offset=offset,
        page=absolute(reverse("admin:index")),
    )
