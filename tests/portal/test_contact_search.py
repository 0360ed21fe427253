"""Looking up whom to call, over all places."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.urls import reverse

from portal.http import SHARED
from portal.models import Contact
from portal.search_words import LONGEST_QUERY
from tests.factories.portal import ContactFactory, OrganisationFactory, PartnershipFactory

pytestmark = pytest.mark.django_db


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def told(response) -> str:
    return " ".join(soup(response).find(role="status").get_text(" ", strip=True).split())


def test_contact_search_finds_every_word_anywhere(client):
    place = PartnershipFactory(name="Strömsund")
    wanted = ContactFactory(partnership=place, function="Kommunpolis")
    ContactFactory(partnership=place, function="Växel")

    response = client.get(reverse("portal:contact_search"), {"q": "polis ströms"})

    assert response.context["found"].contacts == [wanted]


@pytest.mark.parametrize("count", [1, 3])
def test_contact_search_query_count_does_not_grow(client, count, django_assert_num_queries):
    ContactFactory.create_batch(count)

    with django_assert_num_queries(2):
        response = client.get(reverse("portal:contact_search"))

    assert len(response.context["found"].contacts) == count


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

    assert [contact.function for contact in response.context["found"].contacts] == contacts
    assert [found.party["name"] for found in response.context["found"].parties] == parties


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


@pytest.mark.parametrize("q", ["%", "'; DROP TABLE", "  ", "_", "växel"])
def test_contact_search_keeps_what_was_typed_whatever_it_is(client, q):
    ContactFactory()

    response = client.get(reverse("portal:contact_search"), {"q": q})

    assert response.status_code == 200
    field = soup(response).find("input", {"name": "q"})
    assert field["value"] == q
    assert not field.has_attr("aria-invalid")


@pytest.mark.parametrize(
    ("query", "contacts", "parties"),
    [
        ("kommunpolis stromsund", ["Kommunpolis"], []),
        ("faltgrupp", ["Fältgruppen"], []),
        ("kommun-polis", ["Kommunpolis"], []),
        ("polisväxel", [], ["Polisen i norr"]),
        ("vaxel i granköping", [], ["Polisen i norr"]),
        ("0670-16974", ["Fältgruppen"], []),
        ("067016974", ["Fältgruppen"], []),
        ("0670 169", ["Fältgruppen"], []),
        ("+46 670-169 74", ["Fältgruppen"], []),
        ("0670 169 75", [], []),
        ("faltet@example.se", ["Fältgruppen"], []),
        ("11414", [], ["Polisen i norr"]),
        ("114 14", [], ["Polisen i norr"]),
        ("%", [], []),
    ],
)
def test_contact_search_tolerates_what_search_does(client, two_places, query, contacts, parties):
    Contact.objects.filter(function="Fältgruppen").update(
        phone="0670-169 74", email="faltet@example.se"
    )
    Contact.objects.exclude(function="Fältgruppen").update(phone="010-123 45 67")

    found = client.get(reverse("portal:contact_search"), {"q": query}).context["found"]

    assert [contact.function for contact in found.contacts] == contacts
    assert [one.party["name"] for one in found.parties] == parties
    assert not found.is_near


def test_contact_search_guesses_at_a_typing_error(client, two_places):
    response = client.get(reverse("portal:contact_search"), {"q": "komunpolis", "part": "police"})

    assert told(response) == (
        "Ingen träff på ”komunpolis” med de val du har gjort. Menade du kommunpolis ? "
        "Det här ligger närmast:"
    )
    link = soup(response).select_one("[role=status] a")["href"]
    assert link == "?q=kommunpolis&part=police"
    again = client.get(reverse("portal:contact_search") + link).context["found"]
    assert again.contacts == response.context["found"].contacts != []


@pytest.mark.parametrize(
    ("query", "words", "link"),
    [
        ("112", "Pågår ett brott, eller är någon i fara? Ring 112", "tel:112"),
        ("114 14", "Vill du anmäla något, tipsa eller fråga polisen? Ring 114 14", "tel:11414"),
    ],
)
def test_contact_search_knows_the_national_numbers(client, query, words, link):
    PartnershipFactory(parties=[])

    response = client.get(reverse("portal:contact_search"), {"q": query})

    assert told(response) == words
    assert soup(response).select_one("[role=status] a")["href"] == link
    assert "Ingen kontakt stämmer" not in soup(response).find(id="contact-results").text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("fält", "En kontakt."),
        ("polis", "Två kontakter och en organisation."),
        ("växel", "Två organisationer."),
        ("finnsinte", "Ingen träff."),
        (
            "två tre fyra fem sex sju åtta nio tio",
            "Ingen träff. Det var många ord. Bara de första är med i sökningen.",
        ),
    ],
)
def test_contact_search_counts_what_there_is(client, two_places, query, words):
    Contact.objects.update(phone="010-123 45 67")

    assert told(client.get(reverse("portal:contact_search"), {"q": query})) == words


@pytest.mark.parametrize("path", ["/kontakt/", "/sok/", "/stromsund/sok/"])
@pytest.mark.parametrize(
    ("typed", "kept", "words"),
    [
        ("växel\x00", "växel ", "Ett av tecknen går inte att läsa. Det är inte med i sökningen."),
        (
            "växel " + "x" * LONGEST_QUERY,
            "växel " + "x" * LONGEST_QUERY,
            "Det var för långt. Bara de första 200 tecknen är med i sökningen.",
        ),
    ],
)
def test_what_cannot_be_used_is_told_at_the_field_and_kept(client, path, typed, kept, words):
    PartnershipFactory(slug="stromsund")

    page = soup(client.get(path, {"q": typed}))

    field = page.find("input", {"name": "q"}, id="id_q")
    described = [
        page.find(id=name).get_text(strip=True) for name in field["aria-describedby"].split()
    ]
    assert described[1:] == [words]
    assert (field["aria-invalid"], field["value"]) == ("true", kept)


def test_what_could_be_used_is_searched_for(client, two_places):
    response = client.get(reverse("portal:contact_search"), {"q": "fältgruppen\x00"})

    assert [contact.function for contact in response.context["found"].contacts] == ["Fältgruppen"]


def test_bare_contact_search_is_sent_once_until_a_contact_changes(client, two_places):
    asked = client.get("/kontakt/", headers={"HX-Request": "true"})
    known = {"If-None-Match": asked.headers["ETag"]}

    assert asked.content.decode().lstrip().startswith("<!doctype html>")
    assert asked.headers["Cache-Control"] == SHARED
    assert client.get("/kontakt/", headers=known).status_code == 304
    Contact.objects.filter(function="Fältgruppen").update(help="Nytt.")
    caches["pages"].clear()
    assert "Nytt." in client.get("/kontakt/", headers=known).content.decode()


@pytest.mark.parametrize("path", ["/kontakt/?q=polis", "/sok/?q=polis", "/stromsund/?x=1"])
def test_page_with_a_query_may_be_kept_by_a_proxy_alone(client, two_places, path):
    response = client.get(path)

    assert response.headers["Cache-Control"] == SHARED
    assert "ETag" not in response.headers
    assert "Accept-Encoding" in response.headers["Vary"]


@pytest.mark.parametrize("path", ["/kontakt/?q=polis", "/sok/?q=polis"])
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_fragment_and_page_are_kept_apart(client, two_places, path, headers):
    response = client.get(path, headers=headers)

    assert "HX-Request" in response.headers["Vary"]
    assert bool(soup(response).h1) != bool(headers)
