"""What search must not tell, and what must not break it."""

import datetime as dt
import time
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.services import withdraw
from tests.factories.portal import PartnershipFactory
from tests.factories.promises import approver_for, candidate_of, published, whole_period
from tests.portal.search.pages import addresses, entry, results, told

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.fixture
def period():
    place = PartnershipFactory(slug="stromsund", name="Strömsund")
    return whole_period(partnership=place, slug="2021-2022", label="2021–2022", ends_on=None)


def found(client, words):
    return [address for address in addresses(results(client, q=words)) if "/2021-2022/" in address]


def test_scheduled_edition_is_found_exactly_from_its_moment(client, period):
    period.promises.update(statement="Vi lovar murmeldjur.")
    published(period, at=timezone.now() - DAY)
    period.promises.update(statement="Vi lovar näbbdjur.")
    moment = timezone.now() + dt.timedelta(seconds=1.5)
    published(period, note="Omskrivet.", scheduled_for=moment)

    before = found(client, "murmeldjur"), found(client, "näbbdjur")
    assert timezone.now() < moment
    time.sleep((moment - timezone.now()).total_seconds())
    after = found(client, "murmeldjur"), found(client, "näbbdjur")

    assert [bool(hits) for hits in before] == [True, False]
    assert [bool(hits) for hits in after] == [False, True]


def test_withdrawn_edition_is_not_found_any_more(client, period):
    period.promises.update(statement="Vi lovar murmeldjur.")
    edition = published(period)
    assert found(client, "murmeldjur")

    withdraw(edition=edition, by=approver_for(period), reason="Ett misstag.")

    assert not found(client, "murmeldjur")
    assert told(results(client, q="murmeldjur")) == "Ingen träff på ”murmeldjur” ."


def test_words_that_are_not_public_are_never_offered_instead(client, period):
    published(period, at=timezone.now() - DAY)
    period.promises.update(statement="Vi lovar murmeldjur.")
    published(period, note="Omskrivet.", scheduled_for=timezone.now() + DAY)
    candidate_of(whole_period(partnership=period.partnership, slug="utkast", label="utkast"))
    closed = PartnershipFactory(slug="stangd", name="Stängd", public_from=None)
    entry(closed, title="Murmeldjur", theme="fraud")

    page = results(client, q="murmledjur")

    assert "murmeldjur" not in page.get_text().casefold()
    assert "Stängd" not in results(client, q="stängd").select_one("main").get_text()
    assert not results(client).select('option[value="fraud"], option[value="stangd"]')


ODD = [
    "\x00",
    "%",
    "_",
    "'",
    '"',
    "\\",
    "((((",
    "a' & !b:*",
    "<script>alert(1)</script>",
    "⑴⒜½ﷺ",
    "\ud83d\ude93 🚓",
    "- – —",
    "i på",
    "x" * 10_000,
    "ord " * 5_000,
    "\u00ad\u200b",
]


@pytest.mark.parametrize("path", ["/sok/", "/stromsund/sok/"])
@pytest.mark.parametrize("query", ODD, ids=range(len(ODD)))
def test_odd_words_are_answered(client, period, query, path):
    published(period)
    words = quote(query.encode("utf-8", "surrogatepass"))

    for headers in ({}, {"HX-Request": "true"}):
        response = client.get(f"{path}?q={words}&sida={words[:300]}", headers=headers)
        assert response.status_code == 200
        assert "<script>alert" not in response.content.decode()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    query=st.dictionaries(
        st.sampled_from(["q", "plats", "tema", "period", "part", "lage", "slag", "sida", "annat"]),
        st.text(max_size=60) | st.sampled_from(["trafik", "stromsund", "traffic", "1", "-1", "2"]),
    ),
    htmx=st.booleans(),
)
def test_any_query_string_is_answered(period, query, htmx):
    headers = {"HX-Request": "true"} if htmx else {}

    for path in ("/sok/", "/stromsund/sok/"):
        encoded = {key: text.encode("utf-8", "replace").decode() for key, text in query.items()}
        assert Client().get(path, encoded, headers=headers).status_code == 200


@pytest.mark.parametrize("raw", ["q=%FF%FE", "q=%", "&&&=", "q[]=1&q=a&q=b", "q=" + "%C3" * 500])
def test_broken_query_strings_are_answered(client, period, raw):
    assert client.get(f"/sok/?{raw}").status_code == 200
