"""Dialogues as iCalendar, read with the library as any calendar would."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from icalendar import Calendar

from portal.days import today
from portal.services import withdraw
from tests.dialogues.pages import DAY, get
from tests.factories.dialogues import DialogueFactory, approver_for, published
from tests.factories.portal import PartnershipFactory

pytestmark = pytest.mark.django_db
STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


def events(client, name="place_calendar", *args):
    response = get(client, name, "stromsund", *args)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content).events


def coming(place, **fields):
    fields.setdefault("starts_on", today() + 10 * DAY)
    return DialogueFactory(partnership=place, slug=fields.pop("slug", "dialog"), **fields)


def test_place_calendar_has_what_is_to_come_and_not_what_has_been(client, place):
    for days in (-1, 0, 1):
        published(
            coming(place, slug=f"d{days + 1}", title=f"{days}", starts_on=today() + days * DAY)
        )
    published(coming(place, slug="lang", title="lång", starts_on=today() - DAY, ends_on=today()))

    assert sorted(str(event["summary"]) for event in events(client)) == ["0", "1", "lång"]


def test_place_calendar_without_dialogues_is_an_empty_calendar(client, place):
    assert events(client) == []


def test_event_says_when_in_swedish_time_where_and_what_for(client, place, settings):
    settings.SITE_URL = "https://loften.example.se"
    dialogue = coming(
        place,
        title="Dialog; med komma, och så",
        starts_on=dt.date(2030, 7, 1),
        begins_at=dt.time(18, 0),
        finishes_at=dt.time(20, 30),
        places="Torget, Strömsund",
        asked_whom="alla i Strömsund",
        summary="<p>Vi vill höra om <strong>trafiken</strong>.</p>",
    )
    edition = published(dialogue)

    [event] = events(client, "dialogue_calendar", "dialog")

    address = "https://loften.example.se/stromsund/dialoger/dialog/"
    assert event.start == dt.datetime(2030, 7, 1, 18, 0, tzinfo=STOCKHOLM)
    assert event.end == dt.datetime(2030, 7, 1, 20, 30, tzinfo=STOCKHOLM)
    assert event["dtstart"].params["TZID"] == "Europe/Stockholm"
    assert str(event["summary"]) == "Dialog; med komma, och så"
    assert str(event["location"]) == "Torget, Strömsund"
    assert str(event["url"]) == address
    assert str(event["description"]) == "\n\n".join(
        [
            f"Medborgardialog. Hålls av {edition.content.holders[0].name}.",
            "Till för alla i Strömsund.",
            "Vi vill höra om trafiken.",
            address,
        ]
    )


def test_event_carries_the_time_zone(client, place):
    published(coming(place, begins_at=dt.time(18, 0)))

    response = get(client, "dialogue_calendar", "stromsund", "dialog")

    [zone] = Calendar.from_ical(response.content).timezones
    assert zone["tzid"] == "Europe/Stockholm"


def test_event_without_a_clock_takes_whole_days(client, place):
    published(coming(place, starts_on=dt.date(2030, 7, 1), ends_on=dt.date(2030, 7, 3)))

    [event] = events(client)

    assert (event.start, event.end) == (dt.date(2030, 7, 1), dt.date(2030, 7, 4))
    assert event["transp"] == "TRANSPARENT"


def test_event_keeps_its_name_and_counts_up_with_the_editions(client, place):
    dialogue = coming(place)
    published(dialogue, at=timezone.now() - DAY)
    [before] = events(client)
    dialogue.places = "Biblioteket"
    dialogue.save()
    published(dialogue, note="Ny plats.")
    [after] = events(client)

    assert before["uid"] == after["uid"] == str(dialogue.key)
    assert (before["sequence"], after["sequence"]) == (1, 2)
    assert after["dtstamp"].dt > before["dtstamp"].dt


def test_withdrawn_dialogue_leaves_the_calendar(client, place):
    dialogue = coming(place)
    edition = published(dialogue)
    withdraw(edition=edition, by=approver_for(dialogue), reason="Inställd.")

    assert events(client) == []
