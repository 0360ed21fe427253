"""A dialogue for machines, in the words of schema.org. Pure: a reading in, data out."""

import datetime as dt
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator

from dialogues.enums import DialogueKind
from dialogues.ical import span
from dialogues.reading import DialogueReading, PlaceDialogues
from portal.mail import absolute
from portal.models import Partnership
from portal.prose import plain_text
from portal.structured import organisation, trail


def dialogue_data(dialogue: DialogueReading, place: Partnership) -> list[dict[str, Any]] | None:
    """None of a preview."""
    if dialogue.edition is None:
        return None
    title = dialogue.document.title
    steps = [
        ("Dialoger", reverse("dialogues:dialogue_list", args=[place.slug])),
        (title, dialogue.url),
    ]
    return [*_event(dialogue), trail(place, *steps)]


def dialogue_list_data(dialogues: PlaceDialogues) -> list[dict[str, Any]]:
    return [event for dialogue in dialogues.coming for event in _event(dialogue)]


def _event(dialogue: DialogueReading) -> list[dict[str, Any]]:
    """One that can still be gone to; what is only answered on the web is no event."""
    document = dialogue.document
    if document.kind == DialogueKind.SURVEY or not dialogue.is_coming:
        return []
    starts, ends = span(document)
    if not isinstance(starts, dt.datetime):
        ends = document.last_day  # whole days: here the last one counts
    return [
        {
            "@type": "Event",
            "@id": f"urn:uuid:{document.key}",
            "name": document.title,
            "url": absolute(dialogue.url),
            "startDate": starts.isoformat(),
            "endDate": ends.isoformat() if ends else None,
            "eventStatus": "https://schema.org/EventScheduled",
            "location": {"@type": "Place", "name": document.places or document.partnership_name},
            "organizer": [organisation(holder.name, holder.kind) for holder in document.holders],
            "description": Truncator(plain_text(document.summary)).words(40),
            "inLanguage": "sv",
        }
    ]
