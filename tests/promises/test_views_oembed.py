"""oEmbed against its specification (oembed.com, version 1.0)."""

from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup

from portal.services import withdraw
from tests.factories.portal import PartnershipFactory
from tests.factories.promises import PeriodFactory, PromiseFactory, approver_for, published

pytestmark = pytest.mark.django_db

SITE = "https://loften.example.se"
REQUIRED = {"rich": {"html", "width", "height"}, "link": set()}
"""Section 2.3.4: what each type must have besides ``type`` and ``version``."""


@pytest.fixture
def place(settings):
    settings.SITE_URL = SITE
    return PartnershipFactory(slug="stromsund", name="Strömsund")


@pytest.fixture
def period(place):
    period = PeriodFactory(partnership=place, slug="2021-2022", label="2021–2022")
    PromiseFactory(period=period, slug="trafik", statement="Vi lovar att synas.")
    return period


def ask(client, url=f"{SITE}/stromsund/", **more):
    return client.get(f"/oembed/?{urlencode({'url': url, **more})}")


def told(response):
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    found = response.json()
    assert found["version"] == "1.0"
    assert REQUIRED[found["type"]] <= found.keys()
    assert found.keys() <= {
        *("type", "version", "title", "author_name", "author_url", "provider_name"),
        *("provider_url", "cache_age", "html", "width", "height"),
    }
    return found


def test_place_comes_as_a_block_to_frame(client, place):
    found = told(ask(client, format="json"))

    frame = BeautifulSoup(found["html"], "html.parser").iframe
    assert found["type"] == "rich"
    assert frame["src"] == f"{SITE}/stromsund/inbaddning/"
    assert frame["title"] == found["title"] == "Medborgarlöften för Strömsund"
    assert (int(frame["width"]), int(frame["height"])) == (found["width"], found["height"])
    assert found["provider_url"] == f"{SITE}/"


def test_the_block_is_no_larger_than_asked_for(client, place):
    found = told(ask(client, maxwidth=320, maxheight=5000))

    assert (found["width"], found["height"]) == (320, 600)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/stromsund/2021-2022/", "Medborgarlöften 2021–2022, Strömsund"),
        (
            "/stromsund/2021-2022/trafik/",
            "Vi lovar att synas. (Medborgarlöften 2021–2022, Strömsund)",
        ),
    ],
)
def test_a_text_comes_as_a_link_with_its_words(client, period, path, title):
    published(period)

    found = told(ask(client, SITE + path))

    assert (found["type"], found["title"]) == ("link", title)


def test_what_the_page_says_leads_here(client, place):
    page = BeautifulSoup(client.get("/stromsund/").content, "html.parser")
    [link] = page.select('head link[type="application/json+oembed"]')

    assert link["href"].startswith(f"{SITE}/oembed/?")
    assert told(client.get(link["href"].removeprefix(SITE)))["type"] == "rich"


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/stromsund/",
        "//evil.example/stromsund/",
        "javascript:alert(1)",
        f"{SITE}@evil.example/stromsund/",
        f"{SITE}/finns-inte/",
        f"{SITE}/stangd/",
        f"{SITE}/admin/",
        f"{SITE}/stromsund/kontakt/",
        f"{SITE}/stromsund/2021-2022/finns-inte/",
        f"{SITE}/stromsund/utkast/",
        "http://[",
        "stromsund",
    ],
)
def test_other_addresses_are_404(client, period, url):
    published(period)
    PeriodFactory(partnership=period.partnership, slug="utkast")
    PartnershipFactory(slug="stangd", public_from=None)

    response = ask(client, url)

    assert response.status_code == 404
    assert response.json() == {"error": "Adressen är ingen sida här som kan bäddas in."}


@pytest.mark.parametrize("query", ["", "?format=json", "?url=", "?url=x&maxwidth=bred"])
def test_a_question_that_cannot_be_read_is_400(client, place, query):
    response = client.get(f"/oembed/{query}")

    assert response.status_code == 400
    assert response.json()["error"]


def test_other_forms_than_json_are_501(client, place):
    assert ask(client, format="xml").status_code == 501


def test_what_was_withdrawn_is_410(client, period):
    edition = published(period)
    withdraw(edition=edition, by=approver_for(period), reason="Fel.")

    response = ask(client, f"{SITE}/stromsund/2021-2022/")

    assert response.status_code == 410
    assert response.headers["Content-Type"] == "application/json"


def test_a_known_answer_is_304_after_one_query(client, period, django_assert_num_queries):
    published(period)
    path = f"/oembed/?{urlencode({'url': f'{SITE}/stromsund/2021-2022/trafik/'})}"
    with django_assert_num_queries(2):
        response = client.get(path)

    with django_assert_num_queries(1):
        unchanged = client.get(path, headers={"If-None-Match": response.headers["ETag"]})

    assert unchanged.status_code == 304
    other = client.get(f"{path}&maxwidth=300", headers={"If-None-Match": response.headers["ETag"]})
    assert other.status_code == 200
