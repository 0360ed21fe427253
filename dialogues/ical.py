"""Dialogues for everybody's own calendar (RFC 5545)."""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event, vDuration

from dialogues.documents import DialogueDocument
from dialogues.models import DialogueEdition
from portal import swedish
from portal.mail import absolute
from portal.models import Partnership
from portal.prose import plain_text

CONTENT_TYPE = "text/calendar; charset=utf-8"
DAY = dt.timedelta(days=1)


def calendar(place: Partnership, editions: Iterable[DialogueEdition]) -> bytes:
    """One event per edition. Calendars that subscribe ask again every half day, and drop what has left."""
    found = Calendar()
    found.add("prodid", "-//Medborgarlöften//Dialoger//SV")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("name", f"Dialoger · {place.name}")
    found.add("x-wr-calname", f"Dialoger · {place.name}")
    found.add("refresh-interval", vDuration(dt.timedelta(hours=12)), {"value": "DURATION"})
    days = []
    for edition in editions:
        found.add_component(event(edition))
        days += [edition.starts_on, edition.last_day]
    if days:  # the rules of those years alone, instead of sixty years of summer time
        first, last = min(days), max(days)
        found.add_missing_timezones(dt.date(first.year, 1, 1), dt.date(last.year + 1, 12, 31))
    return bytes(found.to_ical())


def event(edition: DialogueEdition) -> Event:
    """The dialogue's key is its name for ever; a newer edition counts for more than an older one."""
    document = edition.content
    address = [document.partnership_slug, document.slug]
    url = absolute(reverse("dialogues:dialogue_detail", args=address))
    found = Event()
    found.add("uid", str(document.key))
    found.add("sequence", edition.number)
    found.add("dtstamp", edition.published_at)
    found.add("last-modified", edition.published_at)
    found.add("summary", document.title)
    starts, ends = span(document)
    found.add("dtstart", starts)
    if ends:
        found.add("dtend", ends)
    if document.places:
        found.add("location", document.places)
    found.add("description", description(document, url))
    found.add("url", url)
    found.add("categories", [str(document.kind.label)])
    if not isinstance(starts, dt.datetime):
        found.add("transp", "TRANSPARENT")  # nobody is busy the whole day
    return found


def span(document: DialogueDocument) -> tuple[dt.date, dt.date | None]:
    """Moments where the clock is known, else whole days, the last of them not counted in."""
    first, last = document.starts_on, document.last_day
    begins_at, finishes_at = document.begins_at, document.finishes_at
    if begins_at is None or (finishes_at is None and first != last):
        return first, last + DAY
    zone = ZoneInfo(settings.TIME_ZONE)
    starts = dt.datetime.combine(first, begins_at, zone)
    return starts, dt.datetime.combine(last, finishes_at, zone) if finishes_at else None


def description(document: DialogueDocument, url: str) -> str:
    holders = swedish.join_words(holder.name for holder in document.holders)
    parts = [
        f"{swedish.sentence_case(str(document.kind.label))}. Hålls av {holders}.",
        f"Till för {document.asked_whom}." if document.asked_whom else "",
        plain_text(document.summary),
        url,
    ]
    return "\n\n".join(part for part in parts if part)
