"""How public pages are answered: one query to know the page, and nothing more if the reader has it.

A public page is a pure function of what it shows, the release and the Swedish day. A hash of those is its
ETag and its key in the cache, so nothing ever has to be invalidated.
"""

import datetime as dt
import gzip
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, Self, cast

import brotli
from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django_htmx.middleware import HtmxDetails

from portal.days import today
from portal.models import Partnership
from portal.place_statement import PlaceStatement, Stamp

GetResponse = Callable[[HttpRequest], HttpResponse]
PlaceView = Callable[Concatenate[HttpRequest, Partnership, ...], HttpResponse]

NOT_NEEDED = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
SHARED = "public, max-age=0, s-maxage=5, stale-while-revalidate=60"
"""A proxy in front serves nearly all reading, and a publication is out within seconds."""


class HtmxHttpRequest(HttpRequest):
    htmx: HtmxDetails


def wants_fragment(request: HttpRequest) -> bool:
    """Whether only the part that changes is asked for, by somebody who types. Under the bare address the
    page itself is kept for all; whoever asks this of a query must say ``Vary: HX-Request``."""
    return bool(request.GET) and bool(cast(HtmxHttpRequest, request).htmx)


def permissions_policy(get_response: GetResponse) -> GetResponse:
    """Middleware: the browser's powers that no page of ours needs are turned off."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", NOT_NEEDED)
        return response

    return middleware


def read_only[**P, R: HttpResponseBase](
    view: Callable[P, R],
) -> Callable[P, R | HttpResponseNotAllowed]:
    """Decorates a view that nothing can be sent to: it answers 405, before anybody is told that a form
    which does not exist was too old."""
    checked: Callable[P, R | HttpResponseNotAllowed] = csrf_exempt(require_safe(view))
    return checked


class Withdrawn(Exception):
    """The address was public, and has been taken back with a reason that is public too. ``title`` says what
    is taken back, as a whole sentence."""

    def __init__(self, *, title: str, reason: str, on: dt.datetime) -> None:
        super().__init__(title)
        self.title, self.reason, self.on = title, reason, on


def place_page(
    *, stamped: Stamp | Sequence[Stamp] = (), has_query: bool = False
) -> Callable[[PlaceView], Any]:
    """Decorates a view of one partnership's page. The view gets the row with its live content;
    ``stamped`` annotates whatever else the page is made of: one stamp, or several. ``has_query`` where
    the query string belongs to what is asked for."""

    statement = PlaceStatement(*([stamped] if callable(stamped) else stamped))

    def decorate(view: PlaceView) -> Callable[..., HttpResponseBase]:
        @read_only
        @wraps(view)
        def page(request: HttpRequest, partnership: str, **kwargs: Any) -> HttpResponseBase:
            place = statement.place(partnership, on=today())
            if place is None:
                raise Http404
            made_of = [place.live_stamp, place.stamp]
            try:
                how = answer_query if has_query else answer
                return how(request, made_of, lambda: view(request, place, **kwargs))
            except Withdrawn as withdrawn:
                context = {"place": place, "withdrawn": withdrawn}
                gone = render(request, "410.html", context, status=410)
                gone.headers["Cache-Control"] = "no-cache"  # it may be published again
                return gone

        return page

    return decorate


def answer(
    request: HttpRequest, made_of: Iterable[object], build: Callable[[], HttpResponse]
) -> HttpResponseBase:
    """304 to a reader who has the page; else the finished bytes, built and compressed once. With a query
    string the page is made for each request and has no ETag: ``made_of`` need not hold what it asks for."""
    if settings.DEBUG:
        return build()  # templates change under way
    if request.GET:
        # A query string must not fill the cache here; a proxy may keep the answer as long as any page.
        response = build()
        return shared(response) if response.status_code == 200 else response
    etag = page_etag(request.path, made_of)
    if unchanged := get_conditional_response(request, etag=etag):
        return with_headers(unchanged, etag)
    if (finished := caches["pages"].get(etag)) is None:
        response = build()
        if response.status_code != 200:
            return response
        finished = Finished.of(response)
        caches["pages"].set(etag, finished)
    return with_headers(finished.for_reader(request), etag)


def answer_query(
    request: HttpRequest, made_of: Iterable[object], build: Callable[[], HttpResponse]
) -> HttpResponseBase:
    """As ``answer`` for an address whose query is part of the question, or whose answer has headers of its
    own: nothing is kept here, since there is no end of such addresses."""
    etag = page_etag(request.get_full_path(), made_of)
    if unchanged := get_conditional_response(request, etag=etag):
        return with_headers(unchanged, etag)
    response = build()
    return with_headers(response, etag) if response.status_code == 200 else response


def page_etag(path: str, made_of: Iterable[object]) -> str:
    """Weak: the same page may travel in several encodings."""
    site = (settings.SITE_URL, settings.RELEASE, settings.LANGUAGE_CODE)
    parts = (path, *site, today().isoformat(), *made_of)
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


@dataclass(frozen=True)
class Finished:
    """A rendered page as bytes, in every encoding a browser may ask for: compressed once, not per reader."""

    content_type: str
    plain: bytes
    gzip: bytes
    br: bytes

    @classmethod
    def of(cls, response: HttpResponse) -> Self:
        body = response.content
        content_type = response.headers["Content-Type"]
        return cls(content_type, body, gzip.compress(body, 9), brotli.compress(body, quality=9))

    def for_reader(self, request: HttpRequest) -> HttpResponse:
        accepted = {
            offer.split(";")[0].strip()
            for offer in request.headers.get("Accept-Encoding", "").split(",")
            if offer.replace(" ", "").lower().rpartition(";q=")[2] not in ("0", "0.0", "0.000")
        }
        encoding = next((name for name in ("br", "gzip") if name in accepted), "")
        body = {"br": self.br, "gzip": self.gzip}.get(encoding, self.plain)
        response = HttpResponse(body, content_type=self.content_type)
        if encoding:
            response.headers["Content-Encoding"] = encoding
        return response


def with_headers(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    response.headers["ETag"] = etag
    return shared(response)


def shared(response: HttpResponseBase) -> HttpResponseBase:
    """May be kept by a proxy for the seconds that any public page may."""
    response.headers["Cache-Control"] = SHARED
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
