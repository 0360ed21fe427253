"""Search pages as a reader meets them."""

import datetime as dt

from bs4 import BeautifulSoup
from django.utils import timezone

from portal.models import SearchEntry
from portal.search_facets import facets

HITS = "#search-results .hit__title a"


def results(client, path="/sok/", *, htmx=False, **query) -> BeautifulSoup:
    headers = {"HX-Request": "true"} if htmx else {}
    response = client.get(path, query, headers=headers)
    assert response.status_code == 200, response
    return BeautifulSoup(response.content.decode(), "html.parser")


def addresses(page: BeautifulSoup) -> list[str]:
    """Of the hits, in order, without the place on the page."""
    return [link["href"].partition("#")[0] for link in page.select(HITS)]


def told(page: BeautifulSoup) -> str:
    return " ".join(page.select_one("[role=status]").get_text(" ", strip=True).split())


def entry(place, *, parties=(), status="", **values) -> SearchEntry:
    """A public entry as publishing writes it, without an edition behind it."""
    values = {
        "kind": "promise",
        "title": "Trafik",
        "url": f"/{place.slug}/2021-2022/trafik/",
        "visible_from": timezone.now() - dt.timedelta(days=1),
        **values,
    }
    facet = {name: values.get(name, "") for name in ("kind", "theme", "period")}
    chosen = facets(**facet, status=status, parties=parties)
    found = SearchEntry.written(partnership=place, facets=chosen, **values)
    found.save()
    return found
