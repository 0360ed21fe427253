"""The block on other people's pages: framed there alone, and nothing in it but words and links."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup

from tests.factories.portal import PartnershipFactory
from tests.factories.promises import PeriodFactory, PromiseFactory, VerdictFactory, published

pytestmark = pytest.mark.django_db

PATH = "/stromsund/inbaddning/"


@pytest.fixture
def place(settings):
    settings.SITE_URL = "https://loften.example.se"
    return PartnershipFactory(slug="stromsund", name="Strömsund")


def in_force(place, **fields):
    fields = {"slug": "nu", "label": "Nu", "ends_on": None} | fields
    return PeriodFactory(partnership=place, starts_on=dt.date(2021, 1, 1), **fields)


def soup(client):
    return BeautifulSoup(client.get(PATH).content.decode(), "html.parser")


def policy(response) -> dict[str, str]:
    directives = response.headers["Content-Security-Policy"].split("; ")
    return dict(directive.split(" ", 1) for directive in directives)


def test_embedded_may_be_framed_by_anybody_also_when_unchanged(client, place):
    response = client.get(PATH)
    unchanged = client.get(PATH, headers={"If-None-Match": response.headers["ETag"]})

    assert (response.status_code, unchanged.status_code) == (200, 304)
    for answer in (response, unchanged):
        assert "X-Frame-Options" not in answer.headers
        assert policy(answer) == {
            "default-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "*",
            "style-src": "'self'",
        }
        assert not answer.cookies


@pytest.mark.parametrize(
    "path", ["/stromsund/", "/", "/stromsund/kontakt/", "/finns-inte/inbaddning/", "/oembed/?url=x"]
)
def test_nothing_else_may_be_framed(client, place, path):
    response = client.get(path, follow=True)

    assert response.headers["X-Frame-Options"] == "DENY"
    assert policy(response)["frame-ancestors"] == "'none'"


def test_embedded_shows_promises_in_force_with_where_they_stand(client, place):
    period = in_force(place)
    promise = PromiseFactory(period=period, slug="trafik", statement="Vi <lovar> att synas.")
    VerdictFactory(follow_up__period=period, promise=promise, verdict="partly")
    PromiseFactory(period=in_force(place, slug="da", label="Då", ends_on=dt.date(2021, 12, 31)))
    published(period)
    published(place.periods.get(slug="da"))

    page = soup(client)

    [item] = page.select("main li")
    assert item.blockquote.get_text(strip=True) == "Vi <lovar> att synas."
    assert item.select_one(".state")["data-state"] == "partly"
    assert "Löftet är uppföljt." in item.get_text()
    assert item.a["href"] == "https://loften.example.se/stromsund/nu/trafik/"


def test_embedded_opens_every_link_in_the_whole_window_and_runs_nothing(client, place):
    published(in_force(place))

    page = soup(client)

    assert {link.get("target") for link in page.select("a")} == {"_top"}
    assert page.select("script, form, img, [style], iframe") == []
    assert page.select_one('link[rel="canonical"]')["href"] == (
        "https://loften.example.se/stromsund/"
    )
    assert page.html["lang"] == "sv"
    assert len(page.select("h1")) == 1


def test_embedded_shows_the_last_ones_and_says_so_when_none_is_in_force(client, place):
    period = in_force(place, slug="da", label="Då", ends_on=dt.date(2021, 12, 31))
    published(period)

    page = soup(client)

    assert page.select_one("main strong").get_text() == "Inga löften gäller just nu."
    assert page.h2.get_text(strip=True) == "Gällde: Då"
    assert len(page.select("main li")) == 1


def test_embedded_of_a_place_without_promises_leads_to_its_page(client, place):
    page = soup(client)

    assert page.select_one("main strong").get_text() == "Inga löften gäller just nu."
    assert [link["href"] for link in page.select("a")] == ["https://loften.example.se/stromsund/"]


@pytest.mark.parametrize("count", [1, 3])
def test_embedded_takes_two_queries(client, place, count, django_assert_num_queries):
    for number in range(count):
        published(in_force(place, slug=f"p{number}", label=f"P{number}"))

    with django_assert_num_queries(2):
        response = client.get(PATH)

    assert len(response.context["reading"].in_force) == count


def test_no_period_can_take_the_address(db):
    from django.core.exceptions import ValidationError

    period = PeriodFactory.build(slug="inbaddning", partnership=PartnershipFactory())

    with pytest.raises(ValidationError, match="används redan på platsens sidor"):
        period.full_clean()
