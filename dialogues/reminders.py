"""Letters about what those who hold dialogues owe the people who took part. May be run any number of times:
each is written once."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from dialogues import waiting
from dialogues.deletion import texts_leave_on
from dialogues.models import Answer, Dialogue
from dialogues.models.finding import PATIENCE
from portal.mail import absolute, deliver_letter
from portal.models import Partnership
from portal.rights import responsible_for

RESULTS_AFTER = dt.timedelta(days=7)
"""How long after a survey closed its results may wait before a letter is written."""

TEXTS_AHEAD = dt.timedelta(days=14)
CATCH_UP = dt.timedelta(days=7)
"""A worker that stood still for some days writes the letter late; older ones would only be noise."""


@dataclass(frozen=True)
class Due:
    """``what`` names the paragraph of the letter; ``since`` is the day that it is about."""

    what: str
    dialogue: Dialogue
    since: dt.date
    url: str


def send_reminders(*, on: dt.date) -> int:
    """Write what is due on this day. Returns how many letters were due, new or written before."""
    number = 0
    for due in all_due(on):
        for user in responsible_for(due.dialogue.partnership):
            deliver_letter(
                to=user.email,
                letter="dialogue_reminder",
                message_key=f"dialogue-{due.what}:{due.dialogue.pk}:{due.since}:{user.pk}",
                due=due,
                dialogue=due.dialogue,
                page=absolute(due.url),
            )
            number += 1
    return number


def all_due(on: dt.date) -> Iterator[Due]:
    places = Partnership.objects.all()
    for dialogue in waiting.without_results(places):
        closed_on = timezone.localdate(dialogue.survey.closes_at)
        if _is_now(closed_on + RESULTS_AFTER, on):
            url = reverse("dialogues_admin:answers", args=[dialogue.pk])
            yield Due("results", dialogue, closed_on, url)
    for dialogue in waiting.with_kept_waiting(places, on=on):
        if _is_now(dialogue.last_day + PATIENCE + dt.timedelta(days=1), on):
            url = reverse("admin:dialogues_dialogue_change", args=[dialogue.pk])
            yield Due("findings", dialogue, dialogue.last_day, url)
    answered = Answer.objects.in_words().values("response__dialogue")
    for dialogue in waiting.of_places(places).filter(pk__in=answered).order_by("pk"):
        day = texts_leave_on(dialogue)
        if day and _is_now(day - TEXTS_AHEAD, on):
            url = reverse("dialogues_admin:answers", args=[dialogue.pk])
            yield Due("texts", dialogue, day, url)


def _is_now(day: dt.date, on: dt.date) -> bool:
    return day <= on < day + CATCH_UP
