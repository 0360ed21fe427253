"""How public pages are answered: one query to know the page, and nothing more if the reader has it.

A public page is a pure function of what it shows, the release and the Swedish day. A hash of those is its
ETag and its key in the cache, so nothing ever has to be invalidated.
"""

import datetime as dt
import gzip
import hashlib
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Concatenate

import brotli
from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from portal.days import today
from portal.models import Partnership
from portal.models.partnership import PartnershipQuerySet

GetResponse = Callable[[HttpRequest], HttpResponse]
PlaceView = Callable[Concatenate[HttpRequest, Partnership, ...], HttpResponse]
Stamp = Callable[[PartnershipQuerySet], PartnershipQuerySet]

NOT_NEEDED = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
SHARED = "public, max-age=0, s-maxage=5, stale-while-revalidate=60"
"""A proxy in front serves nearly all reading, and a publication is out within seconds."""


def permissions_policy(get_response: GetResponse) -> GetResponse:
    """Middleware: the browser's powers that no page of ours needs are turned off."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", NOT_NEEDED)
        return response

    return middleware


class Withdrawn(Exception):  # noqa: N818 - not an error: an answer
    """The address was public, and has been taken back with a reason that is public too."""

    def __init__(self, *, title: str, reason: str, on: dt.datetime) -> None:
        super().__init__(title)
        self.title, self.reason, self.on = title, reason, on


def place_page(*, stamped: Stamp = lambda places: places) -> Callable[[PlaceView], Any]:
    """Decorates a view of one partnership's page. The view gets the row with its live content;
    ``stamped`` annotates ``stamp`` with whatever else the app's pages are made of."""

    def decorate(view: PlaceView) -> Callable[..., HttpResponseBase]:
        @require_safe
        @wraps(view)
        def page(request: HttpRequest, partnership: str, **kwargs: Any) -> HttpResponseBase:
            places = Partnership.objects.public(on=today()).with_live_content(on=today())
            place = stamped(places).filter(slug=partnership).first()
            if place is None:
                raise Http404
            made_of = [place.live_stamp, getattr(place, "stamp", "")]
            try:
                return answer(request, made_of, lambda: view(request, place, **kwargs))
            except Withdrawn as withdrawn:
                context = {"place": place, "withdrawn": withdrawn}
                return render(request, "410.html", context, status=410)

        return page

    return decorate


def answer(
    request: HttpRequest, made_of: Iterable[object], build: Callable[[], HttpResponse]
) -> HttpResponseBase:
    """304 to a reader who has the page; else the finished bytes, built and compressed once."""
    if settings.DEBUG or request.GET:
        # Templates change under way, and a query string must not fill the cache.
        return build()
    etag = page_etag(request.path, made_of)
    if unchanged := get_conditional_response(request, etag=etag):
        return with_headers(unchanged, etag)
    if (bodies := cache.get(etag)) is None:
        response = build()
        if response.status_code != 200:
            return response
        bodies = compressed(response.content)
        cache.set(etag, bodies)
    return with_headers(best_body(request, bodies), etag)


def page_etag(path: str, made_of: Iterable[object]) -> str:
    """Weak: the same page may travel in several encodings."""
    parts = (path, settings.RELEASE, settings.LANGUAGE_CODE, today().isoformat(), *made_of)
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def compressed(content: bytes) -> dict[str, bytes]:
    return {
        "br": brotli.compress(content, quality=9),
        "gzip": gzip.compress(content, 9),
        "": content,
    }


def best_body(request: HttpRequest, bodies: dict[str, bytes]) -> HttpResponse:
    accepted = request.headers.get("Accept-Encoding", "")
    encoding = next((name for name in ("br", "gzip") if name in accepted), "")
    response = HttpResponse(bodies[encoding])
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


def with_headers(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = SHARED
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
