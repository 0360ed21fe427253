"""Start, health and errors."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from portal.days import today
from tests.factories.portal import PartnershipFactory
from tests.factories.promises import PeriodFactory, published

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_start_with_one_partnership_goes_straight_to_it(client):
    PartnershipFactory(slug="stromsund")

    response = client.get("/")

    assert (response.status_code, response.url) == (302, "/stromsund/")


@pytest.mark.parametrize("count", [2, 4])
def test_start_query_count_does_not_grow(client, count, django_assert_num_queries):
    for place in PartnershipFactory.create_batch(count):
        published(PeriodFactory(partnership=place))

    with django_assert_num_queries(1):
        response = client.get("/")

    assert [len(place.period_list) for place in response.context["places"]] == [1] * count


def test_start_sorts_swedish_letters_last(client):
    for name in ("Örebro", "Arboga", "Åre", "Älvdalen"):
        PartnershipFactory(name=name)

    places = client.get("/").context["places"]

    assert [place.name for place in places] == ["Arboga", "Åre", "Älvdalen", "Örebro"]


def test_start_without_partnerships_says_so(client):
    assert client.get("/").context["places"] == []


def test_start_leaves_out_a_partnership_that_has_not_opened(client):
    PartnershipFactory.create_batch(2)
    PartnershipFactory(name="Hemlig", public_from=today() + DAY)

    assert "Hemlig" not in client.get("/").content.decode()


def test_only_the_page_that_uses_htmx_loads_it(client):
    PartnershipFactory(slug="stromsund")

    scripts = {
        url: [script["src"] for script in soup(client.get(url)).find_all("script", src=True)]
        for url in ("/stromsund/", "/kontakt/")
    }

    assert not any("htm" in src for src in scripts["/stromsund/"])
    assert any("htm" in src for src in scripts["/kontakt/"])


def test_health_answers_and_is_not_cached(client):
    response = client.get("/halsa/")

    assert (response.status_code, response.json()) == (200, {"database": "ok"})
    assert "no-store" in response.headers["Cache-Control"]


def test_not_found_page_is_ours(client):
    page = soup(client.get("/finns-inte/"))

    assert page.html["lang"] == "sv"
    assert len(page.find_all("h1")) == 1


def test_bad_request_page_is_ours(client, settings):
    settings.ALLOWED_HOSTS = ["loften.example.se"]

    response = client.get("/", headers={"Host": "annan.example.se"})

    assert response.status_code == 400
    assert soup(response).html["lang"] == "sv"


def test_csrf_failure_page_is_ours():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})

    assert response.status_code == 403
    assert soup(response).html["lang"] == "sv"


def test_server_error_page_needs_no_database(client, monkeypatch, django_assert_num_queries):
    from portal.views import errors

    with django_assert_num_queries(0):
        response = errors.server_error(None)

    assert response.status_code == 500
    assert soup(response).html["lang"] == "sv"
