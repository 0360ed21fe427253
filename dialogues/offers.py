"""What one can take part in now or soon, for pages that are not about dialogues. No queries: the place's own
statement has brought it (``DialogueEditionQuerySet.offers``)."""

import datetime as dt
import json
from dataclasses import dataclass

from django.urls import reverse

from dialogues import wording
from dialogues.enums import DialogueKind, Stage
from portal.models import Partnership


@dataclass(frozen=True)
class Offer:
    title: str
    when: str
    places: str
    url: str
    answer_url: str
    closes_at: dt.datetime | None
    is_open: bool
    can_be_visited: bool
    """There is somewhere to go, not only a form to fill in."""


@dataclass(frozen=True)
class Offers:
    surveys: list[Offer]
    coming: list[Offer]

    @classmethod
    def of(cls, place: Partnership) -> "Offers":
        found = [_offer(place, text) for text in vars(place)["dialogueoffer_stamp"]]
        return cls(
            [offer for offer in found if offer.is_open],
            [offer for offer in found if offer.can_be_visited],
        )


def _offer(place: Partnership, text: str) -> Offer:
    """A raw statement knows no field types: JSON comes as text."""
    told = json.loads(text)
    starts_on = dt.date.fromisoformat(told["starts_on"])
    ends_on = dt.date.fromisoformat(told["ends_on"]) if told["ends_on"] else None
    begins_at, finishes_at = (
        dt.time.fromisoformat(told[name]) if told[name] else None
        for name in ("begins_at", "finishes_at")
    )
    address = [place.slug, told["slug"]]
    closes_at = told["survey_closes_at"]
    return Offer(
        title=told["title"],
        when=wording.when_in_words(starts_on, ends_on, begins_at, finishes_at),
        places=told["places"],
        url=reverse("dialogues:dialogue_detail", args=address),
        answer_url=reverse("dialogues:answer", args=address),
        closes_at=dt.datetime.fromisoformat(closes_at) if closes_at else None,
        is_open=told["is_open"],
        can_be_visited=told["stage"] != Stage.HELD
        and not (told["is_open"] and told["kind"] == DialogueKind.SURVEY),
    )
