"""The search pages: what they find, narrow, count and cost."""

import datetime as dt

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from portal.models import SearchEntry
from portal.models.search_entry import NEWEST
from portal.searching import PER_PAGE
from tests.factories.portal import PartnershipFactory
from tests.portal.search.pages import addresses, entry, results, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


@pytest.fixture
def other():
    return PartnershipFactory(slug="hammerdal", name="Hammerdal")


def test_search_without_words_helps_on(client, place):
    entry(place)

    page = results(client)

    assert addresses(page) == []
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert page.select_one('#search-results a[href="/stromsund/"]').text == "Strömsund"


def test_search_marks_what_was_found_and_escapes_the_rest(client, place):
    entry(place, title="Trafik & <b>fart</b>", statement="Vi lovar.", body="Mer trafikvett.")

    page = results(client, q="trafik")

    assert (
        page.select_one(".hit__title")
        .decode_contents()
        .endswith("<mark>Trafik</mark> &amp; &lt;b&gt;fart&lt;/b&gt;</a>")
    )
    assert [mark.text for mark in page.select("mark")] == ["Trafik", "trafikvett"]


@pytest.mark.parametrize("count", [1, 3])
def test_search_query_count_does_not_grow(client, place, count, django_assert_num_queries):
    """The places with what can be chosen, and the page of hits with its total."""
    for number in range(count):
        PartnershipFactory(slug=f"p{number}")
        entry(place, url=f"/{number}/")

    with django_assert_num_queries(2):
        assert len(addresses(results(client, q="trafik"))) == count
    with django_assert_num_queries(2):
        assert len(addresses(results(client, "/stromsund/sok/", q="trafik"))) == count


def test_search_that_finds_nothing_takes_a_third_query(client, place, django_assert_num_queries):
    """What is like it: asked only where nothing stands exactly, since it reads far more rows."""
    entry(place, title="Narkotika")

    with django_assert_num_queries(3):
        page = results(client, q="nakotika")

    assert told(page) == (
        "Ingen träff på ”nakotika” . Menade du narkotika ? Det här ligger närmast:"
    )
    assert page.select_one("[role=status] a")["href"] == "/sok/?q=narkotika"


@pytest.mark.parametrize(
    ("query", "instead"),
    [
        ("nakotika", "narkotika"),
        ("nakotika strömsnud", "narkotika strömsund"),
        ("bilra skolan", "bilar skolan"),
        ("fortkörningar förbi skolan", ""),  # "för" is near, and says nothing
        ("nakotika bilra", ""),  # both stand, but nowhere together
        ("e-handel", ""),  # another word, however near
        ("farr", ""),
    ],
)
def test_words_are_offered_instead_only_if_they_have_a_hit(client, place, query, instead):
    entry(place, title="Narkotika", keywords="Strömsund", url="/narkotika/")
    entry(place, title="Bilar för skolan", body="En andel har fart.", url="/bilar/")
    entry(place, title="Fortkörningar", url="/fart/")

    link = results(client, q=query).select_one("[role=status] a")

    assert (link.text if link else "") == instead
    if link:
        again = results(client, link["href"])
        assert addresses(again)
        assert not again.select("[role=status] a")


def test_words_are_offered_instead_as_the_choices_stand(client, place, other):
    entry(place, title="Narkotika")
    entry(other, title="Trafik")

    page = results(client, q="nakotika", plats="hammerdal")

    assert told(page) == "Ingen träff på ”nakotika” med de val du har gjort."


def test_exactly_as_many_words_as_are_searched_for_are_not_too_many(client, place):
    entry(place)
    eight = "trafik skola barn fart polis kontroll bilar morgon"

    assert "Det var många ord" not in told(results(client, q=eight))
    assert "Det var många ord" in told(results(client, q=f"{eight} kväll"))


def test_search_offers_only_values_that_exist(client, place, other):
    entry(place, theme="traffic", period="2021–2022", parties=["Polisen"], status="met")
    entry(other, theme="drugs", period="2021–2022", parties=["Regionen"], kind="finding")
    entry(other, theme="fraud", visible_from=timezone.now() + dt.timedelta(days=1))

    page = results(client)

    offered = {
        field["name"]: [option["value"] for option in field.select("option")]
        for field in page.select("select")
    }
    assert offered == {
        "plats": ["", "hammerdal", "stromsund"],
        "tema": ["", "traffic", "drugs"],
        "part": ["", "Polisen", "Regionen"],
        "slag": ["", "promise", "finding"],
    }


@pytest.mark.parametrize(
    "chosen",
    [
        {"plats": "stromsund"},
        {"tema": "traffic"},
        {"period": "2021–2022"},
        {"part": "Polisen"},
        {"lage": "met"},
        {"slag": "promise"},
    ],
)
def test_search_is_narrowed_by_each_choice_with_and_without_words(client, place, other, chosen):
    entry(place, theme="traffic", period="2021–2022", parties=["Polisen"], status="met", url="/a/")
    entry(other, theme="drugs", period="2019–2021", kind="finding", status="open", url="/b/")

    assert addresses(results(client, **chosen)) == ["/a/"]
    assert addresses(results(client, q="trafik", **chosen)) == ["/a/"]
    assert results(client, **chosen).select_one("details").has_attr("open")


def test_search_tells_of_a_choice_that_does_not_exist(client, place):
    entry(place, theme="traffic", url="/a/")

    page = results(client, q="trafik", tema="drugs", sida="x")

    assert addresses(page) == ["/a/"]
    assert "Valet under ”Tema” finns inte, så det räknas inte med." in told(page)


def test_place_search_finds_its_own_and_leads_to_all(client, place, other):
    entry(place, url="/a/")
    entry(other, url="/b/")

    page = results(client, reverse("portal:place_search", args=["stromsund"]), q="trafik")

    assert addresses(page) == ["/a/"]
    assert page.select_one('#search-results a[href="/sok/?q=trafik"]')
    assert page.select_one('#search-results a[href="/kontakt/?q=trafik"]')


def test_pages_show_every_hit_once(client, place):
    for number in range(2 * PER_PAGE + 5):
        entry(place, url=f"/{number}/")

    pages = [results(client, q="trafik", sida=number) for number in (1, 2, 3)]

    found = [address for page in pages for address in addresses(page)]
    assert sorted(found) == sorted(f"/{number}/" for number in range(2 * PER_PAGE + 5))
    assert told(pages[0]) == "45 träffar på ”trafik”."
    assert pages[0].select_one("[rel=next]")["href"] == "/sok/?q=trafik&sida=2"
    assert not pages[2].select("[rel=next]")
    assert addresses(results(client, q="trafik", sida=9)) == addresses(pages[0])


def test_more_hits_than_are_ranked_are_not_cut_off_silently(client, place):
    model = entry(place)
    SearchEntry.objects.bulk_create(
        SearchEntry.written(
            partnership=place, kind="promise", title="Trafik", visible_from=model.visible_from
        )
        for _ in range(NEWEST)
    )

    assert told(results(client, q="trafik")).startswith(
        "Fler än 500 träffar på ”trafik”. De nyaste"
    )


@pytest.mark.parametrize(("count", "words"), [(1, "En träff"), (2, "Två träffar")])
def test_count_is_told_in_words(client, place, count, words):
    for number in range(count):
        entry(place, url=f"/{number}/")

    assert told(results(client, q="trafik")) == f"{words} på ”trafik”."


def test_fragment_is_the_part_of_the_page_and_tells_its_address(client, place):
    entry(place, url="/a/")
    query = {"q": " trafik ", "tema": "", "plats": ""}

    page = client.get("/sok/", query)
    fragment = client.get("/sok/", query, headers={"HX-Request": "true"})

    assert fragment.headers["HX-Replace-Url"] == "/sok/?q=trafik"
    assert fragment.content.decode().strip() in page.content.decode()
    assert "HX-Request" in fragment.headers["Vary"]


def test_bare_page_is_kept_whole_and_without_cookie(client, place):
    asked = client.get("/sok/", headers={"HX-Request": "true"})
    again = client.get("/sok/", headers={"If-None-Match": asked.headers["ETag"]})

    assert asked.content.decode().lstrip().startswith("<!doctype html>")
    assert (again.status_code, again.cookies) == (304, {})
    entry(place)
    caches["pages"].clear()
    assert client.get("/sok/").headers["ETag"] != asked.headers["ETag"]


def test_unknown_place_has_no_search(client):
    assert client.get("/ingenstans/sok/").status_code == 404


def test_other_pages_have_a_way_to_search(client, place):
    form = results(client, "/stromsund/").select_one("header form[role=search]")

    assert form["action"] == "/stromsund/sok/"
    assert form.select_one("input")["aria-label"] == "Sök i Strömsund"
