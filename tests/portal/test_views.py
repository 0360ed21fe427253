"""Start, contacts, health and errors."""

import datetime as dt

import pytest
import vobject
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from portal.days import today
from tests.factories.portal import ContactFactory, OrganisationFactory, PartnershipFactory
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


def test_contact_list_has_links_that_call_and_write(client):
    place = PartnershipFactory(slug="stromsund")
    ContactFactory(partnership=place, phone="0670-161 00 (växel)", email="vaxel@example.se")

    page = soup(client.get(reverse("portal:contact_list", args=["stromsund"])))

    hrefs = [link["href"] for link in page.main.find_all("a")]
    assert {"tel:+4667016100", "mailto:vaxel@example.se", "tel:112", "tel:11414"} <= set(hrefs)


@pytest.mark.parametrize("count", [1, 3])
def test_contact_list_costs_one_query(client, count, django_assert_num_queries):
    place = PartnershipFactory(slug="stromsund")
    ContactFactory.create_batch(count, partnership=place)

    with django_assert_num_queries(1):
        response = client.get(reverse("portal:contact_list", args=["stromsund"]))

    assert len(response.context["place"].contact_list) == count


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        ({}, True),
        ({"valid_to": 0}, True),
        ({"valid_to": -1}, False),
        ({"valid_from": 1}, False),
        ({"valid_from": 0}, True),
    ],
)
def test_contact_leaves_the_page_when_its_time_is_over(client, span, shown):
    place = PartnershipFactory(slug="stromsund")
    days = {name: today() + offset * DAY for name, offset in span.items()}
    contact = ContactFactory(partnership=place, **days)

    page = client.get(reverse("portal:contact_list", args=["stromsund"]))
    card = client.get(reverse("portal:contact_card", args=["stromsund", contact.pk]))

    assert (len(page.context["place"].contact_list), card.status_code) == (
        (1, 200) if shown else (0, 404)
    )


def test_contact_card_is_a_vcard_that_a_phone_can_read(client):
    contact = ContactFactory(
        partnership=PartnershipFactory(slug="stromsund", name="Strömsund"),
        function="Chef; teknik, säkerhet",
        email="chef@example.se",
    )

    response = client.get(reverse("portal:contact_card", args=["stromsund", contact.pk]))

    card = vobject.readOne(response.content.decode())
    assert response.headers["Content-Type"] == "text/vcard; charset=utf-8"
    assert card.fn.value == "Chef; teknik, säkerhet, Strömsund"
    assert card.org.value == [contact.organisation.name]
    assert (card.tel.value, card.email.value) == ("0670-161 00", "chef@example.se")


def test_contact_card_of_another_place_is_not_found(client):
    contact = ContactFactory(partnership=PartnershipFactory(slug="stromsund"))
    PartnershipFactory(slug="annat")

    assert client.get(f"/annat/kontakt/{contact.pk}.vcf").status_code == 404


def test_contact_search_finds_every_word_anywhere(client):
    place = PartnershipFactory(name="Strömsund")
    wanted = ContactFactory(partnership=place, function="Kommunpolis")
    ContactFactory(partnership=place, function="Växel")

    response = client.get(reverse("portal:contact_search"), {"q": "polis ströms"})

    assert response.context["contacts"] == [wanted]


@pytest.mark.parametrize("count", [1, 3])
def test_contact_search_query_count_does_not_grow(client, count, django_assert_num_queries):
    ContactFactory.create_batch(count)

    with django_assert_num_queries(2):
        response = client.get(reverse("portal:contact_search"))

    assert len(response.context["contacts"]) == count


def test_contact_search_fragment_is_the_same_as_in_the_page(client):
    ContactFactory(function="Kommunpolis")
    url = reverse("portal:contact_search")

    page = soup(client.get(url, {"q": "polis"}))
    fragment = soup(client.get(url, {"q": "polis"}, headers={"HX-Request": "true"}))

    assert fragment.find(id="contact-results") == page.find(id="contact-results")


@pytest.fixture
def two_places():
    """Contacts of two places that share a police."""
    town = OrganisationFactory(name="Strömsunds kommun", phone="0670-161 00")
    other = OrganisationFactory(name="Granköpings kommun", email="kommun@example.se")
    police = OrganisationFactory(police=True, name="Polisen i norr", phone="114 14")
    here = PartnershipFactory(slug="stromsund", name="Strömsund", parties=[town, police])
    there = PartnershipFactory(slug="grankoping", name="Granköping", parties=[other, police])
    ContactFactory(partnership=here, organisation=police, function="Kommunpolis")
    ContactFactory(partnership=here, organisation=town, function="Fältgruppen")
    ContactFactory(partnership=there, organisation=police, function="Områdespolis")


@pytest.mark.parametrize(
    ("query", "contacts", "parties"),
    [
        (
            {"plats": "stromsund"},
            ["Kommunpolis", "Fältgruppen"],
            ["Polisen i norr", "Strömsunds kommun"],
        ),
        ({"part": "police"}, ["Områdespolis", "Kommunpolis"], ["Polisen i norr"]),
        ({"plats": "grankoping", "part": "police"}, ["Områdespolis"], ["Polisen i norr"]),
        ({"q": "växel strömsund"}, [], ["Polisen i norr", "Strömsunds kommun"]),
        ({"q": "växel", "part": "municipality"}, [], ["Strömsunds kommun"]),
        ({"q": "fält", "plats": "grankoping"}, [], []),
        ({"q": "fält", "plats": "borta"}, ["Fältgruppen"], []),
    ],
)
def test_contact_search_can_be_narrowed(client, two_places, query, contacts, parties):
    response = client.get(reverse("portal:contact_search"), query)

    assert [contact.function for contact in response.context["contacts"]] == contacts
    assert [found.party["name"] for found in response.context["parties"]] == parties


def test_contact_search_keeps_what_was_chosen(client, two_places):
    query = {"plats": "stromsund", "part": "police"}

    page = soup(client.get(reverse("portal:contact_search"), query))

    chosen = {option.parent["name"]: option["value"] for option in page.select("option[selected]")}
    assert chosen == query


def test_contact_search_says_that_a_choice_is_gone(client, two_places):
    page = soup(client.get(reverse("portal:contact_search"), {"plats": "borta"}))

    assert page.select_one("#contact-results .notice").string.startswith("Plats: valet finns inte")


def test_contact_search_without_an_answer_leads_on(client, two_places):
    query = {"q": "finns inte", "plats": "stromsund"}

    page = soup(client.get(reverse("portal:contact_search"), query))

    links = [link["href"] for link in page.select("#contact-results a")]
    assert links == [
        "?q=finns%20inte",
        "/sok/?q=finns%20inte",
        "/kontakt/",
        "/grankoping/kontakt/",
        "/stromsund/kontakt/",
    ]
    assert {"tel:112", "tel:11414"} <= {link["href"] for link in page.main.find_all("a")}


def test_contact_search_cuts_nothing_off_in_silence(client):
    place = PartnershipFactory(parties=[])
    ContactFactory.create_batch(45, partnership=place)

    first = client.get(reverse("portal:contact_search"), {"plats": place.slug})
    last = client.get(reverse("portal:contact_search"), {"plats": place.slug, "sida": "2"})

    assert [len(r.context["page"].object_list) for r in (first, last)] == [40, 5]
    assert "45 kontakter" in soup(first).find(role="status").get_text(" ", strip=True)
    assert soup(first).find("a", rel="next")["href"] == f"?plats={place.slug}&sida=2"


def test_contact_card_says_when_to_call(client):
    contact = ContactFactory(help="Frågor om löftena.", opening_hours="Vardagar 9–12")

    response = client.get(contact.get_absolute_url())

    card = vobject.readOne(response.content.decode())
    assert card.note.value == "Frågor om löftena.\nTelefontid: Vardagar 9–12"


@pytest.mark.parametrize("q", ["x" * 300, "\x00", "%", "'; DROP TABLE", "  ", "_"])
def test_contact_search_keeps_what_was_typed_whatever_it_is(client, q):
    ContactFactory()

    response = client.get(reverse("portal:contact_search"), {"q": q})

    assert response.status_code == 200
    assert soup(response).find("input", {"name": "q"})


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
