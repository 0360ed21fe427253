"""All public pages with the day that each last changed, from one statement."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.sitemaps import Sitemap
from django.db.models import F, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse

from dialogues.models import DialogueEdition
from portal.enums import EditionState, SearchKind
from portal.models import Contact, Partnership, SearchEntry
from promises.models import PeriodEdition
from promises.overviews.national import THEME_WORDS

EDITION = ("slug", "number", "state", "published_at", "withdrawn_at", "superseded_at")

OF_PERIODS = [
    f"promises:{name}"
    for name in (
        *("period_list", "overview", "overview_themes", "overview_status", "overview_due"),
        "overview_parties",
    )
]
"""Pages of a place that tell of all its periods."""

OF_ALL_PLACES = ("portal:start", "portal:contact_search", "promises:overview_all")
ABOUT_THE_SITE = ("promises:about", "portal:word_list", "portal:accessibility", "portal:privacy")
"""Their day is not known, and so not told."""


class PublicPage(NamedTuple):
    path: str
    changed: dt.datetime | None


class PublicPages(Sitemap[PublicPage]):
    """On the site's own host, whatever name the request came by."""

    def __init__(self, pages: list[PublicPage]) -> None:
        self.pages = pages
        self.protocol = urlsplit(settings.SITE_URL).scheme

    def items(self) -> list[PublicPage]:
        return self.pages

    def location(self, item: PublicPage) -> str:
        return item.path

    def lastmod(self, item: PublicPage) -> dt.datetime | None:
        return item.changed

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


def places_for_sitemap(*, on: dt.date) -> QuerySet[Partnership]:
    """Open places with ``period_list``, ``dialogue_list`` (their editions, oldest first), ``promise_list``
    (addresses) and ``contact_changed_at``."""
    mine = {"partnership": OuterRef("pk")}
    periods = PeriodEdition.objects.out().filter(**mine).order_by("period_id", "number")
    dialogues = DialogueEdition.objects.out().filter(**mine).order_by("dialogue_id", "number")
    promises = SearchEntry.objects.public().filter(kind=SearchKind.PROMISE, **mine)
    contacts = Contact.objects.public(on=on).filter(**mine).order_by().values("partnership")
    told = {name: F(name) for name in EDITION}
    return (
        Partnership.objects.public(on=on)
        .annotate(
            edition_list=ArraySubquery(
                periods.values(json=JSONObject(has_follow_up="has_follow_up", **told))
            ),
            dialogue_list=ArraySubquery(dialogues.values(json=JSONObject(**told))),
            promise_list=ArraySubquery(
                promises.order_by("url").values(json=JSONObject(url="url", at="visible_from"))
            ),
            contact_changed_at=Subquery(contacts.annotate(at=Max("updated_at")).values("at")),
        )
        .order_by("pk")
    )


@dataclass(frozen=True)
class Given:
    """An edition that has gone out, as the statement tells it."""

    slug: str
    number: int
    is_withdrawn: bool
    is_in_force: bool
    published_at: dt.datetime
    changed_at: dt.datetime
    has_follow_up: bool = False

    @classmethod
    def of(cls, row: dict[str, Any], *, at: dt.datetime) -> "Given":
        published, withdrawn, superseded = (
            dt.datetime.fromisoformat(row[name]) if row[name] else None
            for name in ("published_at", "withdrawn_at", "superseded_at")
        )
        assert published is not None  # noqa: S101 - what has gone out has its moment
        is_withdrawn = row["state"] == EditionState.WITHDRAWN
        is_superseded = superseded is not None and superseded <= at
        return cls(
            slug=row["slug"],
            number=row["number"],
            is_withdrawn=is_withdrawn,
            is_in_force=not is_withdrawn and not is_superseded,
            published_at=published,
            changed_at=max(m for m in (published, withdrawn) if m),
            has_follow_up=row.get("has_follow_up", False),
        )


def pages_of(place: Any, *, at: dt.datetime) -> list[PublicPage]:
    """``place`` from ``places_for_sitemap``. Differences between editions are left out: they are made of the
    two, which are in."""
    periods = [Given.of(row, at=at) for row in place.edition_list]
    dialogues = [Given.of(row, at=at) for row in place.dialogue_list]
    live = max(m for m in (place.updated_at, place.contact_changed_at) if m)
    of_periods, of_dialogues = _latest(periods, live), _latest(dialogues, live)
    reports = [given for given in periods if given.has_follow_up and not given.is_withdrawn]
    changed = {
        "promises:partnership_detail": max(of_periods, of_dialogues),
        "promises:follow_up_latest": _latest(reports, live),
        **dict.fromkeys(OF_PERIODS, of_periods),
        "dialogues:dialogue_list": of_dialogues,
        "portal:contact_list": live,
    }
    pages = [PublicPage(_path(name, place), moment) for name, moment in changed.items()]
    pages += _of_editions("promises", place, periods)
    pages += _of_editions("dialogues", place, dialogues)
    for promise in place.promise_list:
        pages.append(PublicPage(promise["url"], dt.datetime.fromisoformat(promise["at"])))
    return pages


def all_pages(places: list[Any], *, at: dt.datetime) -> list[PublicPage]:
    found = [page for place in places for page in pages_of(place, at=at)]
    newest = max((page.changed for page in found if page.changed), default=None)
    themes = [reverse("promises:overview_theme", args=[theme]) for theme in THEME_WORDS]
    return [
        *(PublicPage(reverse(name), newest) for name in OF_ALL_PLACES),
        *(PublicPage(path, newest) for path in themes),
        *(PublicPage(reverse(name), None) for name in ABOUT_THE_SITE),
        *found,
    ]


def _of_editions(space: str, place: Any, given: list[Given]) -> Iterator[PublicPage]:
    """What is in force, the list of editions, and each that can still be read as it stood."""
    for slug in dict.fromkeys(edition.slug for edition in given):
        mine = [edition for edition in given if edition.slug == slug]
        for edition in mine:
            if edition.is_in_force:
                yield from _in_force(space, place, edition)
            if not edition.is_withdrawn:
                path = _path(f"{space}:edition_detail", place, slug, edition.number)
                yield PublicPage(path, edition.published_at)
        changed = max(edition.changed_at for edition in mine)
        yield PublicPage(_path(f"{space}:edition_list", place, slug), changed)


def _in_force(space: str, place: Any, edition: Given) -> Iterator[PublicPage]:
    names = ["dialogues:dialogue_detail"]
    if space == "promises":
        names = ["promises:period_detail", "promises:chain"]
        names += ["promises:follow_up_detail"] if edition.has_follow_up else []
    for name in names:
        yield PublicPage(_path(name, place, edition.slug), edition.published_at)


def _latest(given: list[Given], live: dt.datetime) -> dt.datetime:
    return max([live, *(edition.changed_at for edition in given)])


def _path(name: str, place: Any, *address: object) -> str:
    return reverse(name, args=[place.slug, *address])
