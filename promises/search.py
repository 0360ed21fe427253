"""What search shall find in a published period. Pure: document in, plain values out."""

from typing import Any

from django.urls import reverse

from portal.enums import SearchKind
from portal.prose import plain_text
from promises.documents import PeriodDocument, Promise


def search_entries(document: PeriodDocument) -> list[dict[str, Any]]:
    """Field values of one entry for the period, one per promise, one for the report if there is one."""
    place, period = document.partnership_slug, document.slug
    common = {"period": document.label, "period_slug": document.slug}
    entries = [
        {
            **common,
            "kind": SearchKind.PERIOD,
            "title": f"Medborgarlöften {document.label}",
            "body": plain_text(document.situation + document.background),
            "url": reverse("promises:period_detail", args=[place, period]),
        }
    ]
    for promise in document.promises:
        area = document.area_of(promise)
        entries.append(
            {
                **common,
                "kind": SearchKind.PROMISE,
                "title": area.heading if area else promise.statement[:300],
                "body": _promise_text(promise),
                "url": reverse("promises:promise_detail", args=[place, period, promise.slug]),
            }
        )
    if follow_up := document.follow_up:
        entries.append(
            {
                **common,
                "kind": SearchKind.FOLLOW_UP,
                "title": f"Så gick det {document.label}",
                "body": plain_text(follow_up.summary),
                "url": reverse("promises:follow_up_detail", args=[place, period]),
            }
        )
    return entries


def _promise_text(promise: Promise) -> str:
    rationale = plain_text(promise.rationale.text) if promise.rationale else ""
    actions = [action.text for action in promise.actions]
    return "\n".join(filter(None, [promise.statement, *actions, rationale]))
