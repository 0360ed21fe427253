"""oEmbed 1.0 (oembed.com): what an editor gets who pastes an address of ours into a page of their own.

A place comes as a block to frame, a period or a promise as a link with its words.
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils.translation import gettext as _

from portal import swedish
from portal.embedding import HEIGHT, WIDTH, embedding_code
from portal.mail import absolute
from portal.models import Partnership
from promises.documents import PeriodDocument

PLACES = ("promises:partnership_detail", "promises:embedded")
TEXTS = ("promises:period_detail", "promises:promise_detail")


def page_at(url: str, *, hosts: set[str]) -> ResolverMatch:
    """Which page of ours the address leads to; 404 where it is somebody else's, or none that we offer."""
    try:
        parts = urlsplit(url)
        ours = parts.scheme in ("http", "https") and parts.netloc in hosts
        match = resolve(parts.path) if ours else None
    except (ValueError, Resolver404):
        match = None
    if match is None or match.view_name not in PLACES + TEXTS:
        raise Http404
    return match


def hosts(*more: str) -> set[str]:
    return {urlsplit(settings.SITE_URL).netloc, *more}


def of_place(
    place: Partnership, *, max_width: int | None, max_height: int | None
) -> dict[str, Any]:
    width, height = min(WIDTH, max_width or WIDTH), min(HEIGHT, max_height or HEIGHT)
    return {
        **_common(place, _("Medborgarlöften för %s") % place.name),
        "type": "rich",
        "html": embedding_code(place, width=width, height=height),
        "width": width,
        "height": height,
    }


def of_text(place: Partnership, document: PeriodDocument, promise: str | None) -> dict[str, Any]:
    """A link. ``promise`` is the slug of one in the document, or None for the whole period."""
    title = _("Medborgarlöften %(label)s, %(place)s") % {
        "label": document.label,
        "place": place.name,
    }
    if promise is not None:
        found = document.promise(promise)
        if found is None:
            raise Http404
        title = f"{found.statement} ({title})"
    return {**_common(place, title), "type": "link"}


def _common(place: Partnership, title: str) -> dict[str, Any]:
    return {
        "version": "1.0",
        "title": title,
        "author_name": swedish.join_words(party["name"] for party in place.party_list),
        "author_url": absolute(place.get_absolute_url()),
        "provider_name": _("Medborgarlöften"),
        "provider_url": absolute(reverse("portal:start")),
        "cache_age": 3600,
    }
