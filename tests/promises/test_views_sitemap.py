"""The sitemap: every public page, and the day it last changed."""

import datetime as dt
from xml.etree import ElementTree

import pytest
import time_machine
from django.urls import get_resolver, reverse
from django.utils import timezone

from portal.services import withdraw
from tests.factories import dialogues
from tests.factories.portal import ContactFactory, PartnershipFactory
from tests.factories.promises import (
    FollowUpFactory,
    PeriodFactory,
    PromiseFactory,
    approver_for,
    published,
)
from tests.test_leaks import names

pytestmark = pytest.mark.django_db

SITE = "https://loften.example.se"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def at(year: int, month: int = 1, day: int = 1) -> dt.datetime:
    return dt.datetime(year, month, day, 12, tzinfo=dt.UTC)


@pytest.fixture
def place(settings):
    settings.SITE_URL = SITE
    with time_machine.travel(at(2020), tick=False):
        place = PartnershipFactory(slug="stromsund", name="Strömsund")
    return place


@pytest.fixture
def period(place):
    period = PeriodFactory(partnership=place, slug="2021-2022", label="2021–2022")
    PromiseFactory(period=period, slug="trafik")
    return period


def pages(client) -> dict[str, str | None]:
    """Path → last changed."""
    response = client.get("/sitemap.xml")
    assert response.headers["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)
    assert root.tag == f"{MAP}urlset"
    found = [(url.findtext(f"{MAP}loc"), url.findtext(f"{MAP}lastmod")) for url in root]
    assert all(address.startswith(f"{SITE}/") for address, _ in found)
    assert len(found) == len(dict(found))
    return {address.removeprefix(SITE): changed for address, changed in found}


def test_sitemap_of_an_empty_site(client, settings):
    settings.SITE_URL = SITE

    assert set(pages(client).values()) == {None}


def test_sitemap_has_every_page_with_its_day(client, place, period):
    published(period, at=at(2021, 3))
    FollowUpFactory(period=period)
    published(period, at=at(2022, 5))
    dialogue = dialogues.DialogueFactory(partnership=place, slug="torget")
    dialogues.published(dialogue, at=at(2023, 7))

    found = pages(client)

    of_places = {path: changed for path, changed in found.items() if "/stromsund/" in path}
    of_overviews = {path for path in of_places if "/oversikt/" in path}
    assert {found[path] for path in of_overviews} == {"2022-05-01"}
    assert len(of_overviews) == 5
    of_site = {"/", "/kontakt/", "/oversikt/", "/oversikt/trafik/"}
    assert {found[path] for path in of_site} == {"2023-07-01"}
    assert {path: of_places[path] for path in of_places if path not in of_overviews} == {
        "/stromsund/": "2023-07-01",
        "/stromsund/sa-gick-det/": "2022-05-01",
        "/stromsund/perioder/": "2022-05-01",
        "/stromsund/dialoger/": "2023-07-01",
        "/stromsund/kontakt/": "2020-01-01",
        "/stromsund/2021-2022/": "2022-05-01",
        "/stromsund/2021-2022/fran-ord-till-resultat/": "2022-05-01",
        "/stromsund/2021-2022/sa-gick-det/": "2022-05-01",
        "/stromsund/2021-2022/trafik/": "2022-05-01",
        "/stromsund/2021-2022/utgavor/": "2022-05-01",
        "/stromsund/2021-2022/utgavor/1/": "2021-03-01",
        "/stromsund/2021-2022/utgavor/2/": "2022-05-01",
        "/stromsund/dialoger/torget/": "2023-07-01",
        "/stromsund/dialoger/torget/utgavor/": "2023-07-01",
        "/stromsund/dialoger/torget/utgavor/1/": "2023-07-01",
    }
    PartnershipFactory()  # a single place is where the start page sends its reader
    assert {path: client.get(path).status_code for path in found} == dict.fromkeys(found, 200)


NOT_FOR_SEARCH = {
    "portal:health",
    "portal:robots_txt",
    "portal:security_txt",
    "portal:search",  # noindex: what is found stands on its own pages
    "portal:place_search",
    "portal:fault_report",
    "portal:fault_thanks",
    "promises:oembed",
    "promises:sitemap",
    "promises:place_feed",
    "promises:embedded",
    "promises:style_guide",  # only where the portal is built
    "dialogues:place_calendar",
}


def test_sitemap_has_each_page_of_the_site_and_of_a_place(client, place):
    """A new page is either in, or named above."""
    found = pages(client)
    missing = set()
    for name, converters in names(get_resolver().url_patterns):
        is_ours = name.startswith(("portal:", "promises:", "dialogues:"))
        if not is_ours or set(converters) - {"partnership"} or name in NOT_FOR_SEARCH:
            continue
        path = reverse(name, args=["stromsund"] if converters else [])
        if not path.startswith(("/konto/", "/admin/")) and path not in found:
            missing.add(name)

    assert missing == set()


def test_sitemap_leaves_out_what_is_not_public(client, place, period):
    published(period, at=at(2021))
    withdrawn = PeriodFactory(partnership=place, slug="tillbaka", label="tillbaka")
    edition = published(withdrawn, at=at(2021))
    with time_machine.travel(at(2024), tick=False):
        withdraw(edition=edition, by=approver_for(withdrawn), reason="Fel.")
    published(
        PeriodFactory(partnership=place, slug="sedan"),
        scheduled_for=timezone.now() + dt.timedelta(days=1),
    )
    closed = PartnershipFactory(slug="stangd", public_from=None)
    published(PeriodFactory(partnership=closed))

    found = pages(client)

    assert {path for path in found if "tillbaka" in path} == {"/stromsund/tillbaka/utgavor/"}
    assert found["/stromsund/tillbaka/utgavor/"] == found["/stromsund/"] == "2024-01-01"
    assert not [path for path in found if "sedan" in path or "stangd" in path]


def test_contact_pages_change_with_their_contacts(client, place):
    with time_machine.travel(at(2024), tick=False):
        ContactFactory(partnership=place)

    assert pages(client)["/stromsund/kontakt/"] == "2024-01-01"


@pytest.mark.parametrize("count", [1, 3])
def test_sitemap_takes_one_query_and_is_304_to_who_has_it(client, count, django_assert_num_queries):
    for _ in range(count):
        published(PeriodFactory())

    with django_assert_num_queries(1):
        response = client.get("/sitemap.xml")

    unchanged = client.get("/sitemap.xml", headers={"If-None-Match": response.headers["ETag"]})
    assert unchanged.status_code == 304
    published(PeriodFactory())
    renewed = client.get("/sitemap.xml", headers={"If-None-Match": response.headers["ETag"]})
    assert renewed.status_code == 200
