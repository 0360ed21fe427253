"""Whom to call for what: the list of a place and the card."""

import datetime as dt

import pytest
import vobject
from bs4 import BeautifulSoup
from django.urls import reverse

from portal.days import today
from portal.http import SHARED
from portal.models import Contact
from tests.factories.portal import ContactFactory, PartnershipFactory

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


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
    assert (card.tel.value, card.email.value) == ("+4667016100", "chef@example.se")
    assert (card.n.value.given, card.n.value.family) == ("", "Chef; teknik, säkerhet")


def test_contact_card_of_another_place_is_not_found(client):
    contact = ContactFactory(partnership=PartnershipFactory(slug="stromsund"))
    PartnershipFactory(slug="annat")

    assert client.get(f"/annat/kontakt/{contact.pk}.vcf").status_code == 404


def test_contact_card_says_when_to_call(client):
    contact = ContactFactory(help="Frågor om löftena.", opening_hours="Vardagar 9–12")

    response = client.get(contact.get_absolute_url())

    card = vobject.readOne(response.content.decode())
    assert card.note.value == "Frågor om löftena.\nTelefontid: Vardagar 9–12"


def test_contact_card_dials_figures_and_notes_the_rest(client):
    contact = ContactFactory(phone="0670-161 00 (växel)", help="Allt.")

    card = vobject.readOne(client.get(contact.get_absolute_url()).content.decode())

    assert card.tel.value == "+4667016100"
    assert card.note.value == "Allt.\nTelefon: 0670-161 00 (växel)"


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Anna Berg", "Anna", "Berg"),
        ("Anna-Karin Maria Berg-Lund", "Anna-Karin Maria", "Berg-Lund"),
        ("Carl von Sydow", "Carl", "von Sydow"),
        ("Ebba de la Gardie", "Ebba", "de la Gardie"),
        ("Von Berg", "Von", "Berg"),
        ("Zlatan", "Zlatan", ""),
    ],
)
def test_contact_card_tells_first_and_family_name_apart(client, name, given, family):
    contact = ContactFactory(name=name)

    card = vobject.readOne(client.get(contact.get_absolute_url()).content.decode())

    assert (card.fn.value, card.n.value.given, card.n.value.family) == (name, given, family)


def test_contact_card_is_sent_once_until_it_changes(client):
    contact = ContactFactory(function="Växel")
    first = client.get(contact.get_absolute_url())
    known = {"If-None-Match": first.headers["ETag"]}

    assert first.headers["Cache-Control"] == SHARED
    assert "växel" not in first.headers["Content-Disposition"]
    assert first.headers["Content-Disposition"].startswith('attachment; filename="vaxel-')
    assert client.get(contact.get_absolute_url(), headers=known).status_code == 304
    Contact.objects.update(phone="0670-999 99")
    assert client.get(contact.get_absolute_url(), headers=known).status_code == 200
