"""Paste import: contacts and addresses are no drafts, so nothing of them goes out unasked."""

import pytest

from portal.models import Contact, Organisation
from tests.factories.portal import ContactFactory, OperatorFactory
from tests.promises.admin.pasting import ADDRESS, PAGE, checked, soup

pytestmark = pytest.mark.django_db

TEXT = f"""{PAGE}
Kontakta oss

Anna Ek
kommunpolis
Telefon: 0670-161 00
E-post: anna.ek@polisen.se

Postadress
Strömsunds kommun
Box 500
833 24 Strömsund
"""


@pytest.fixture
def municipality(place):
    found = Organisation.objects.get(partnerships=place, kind="municipality")
    Organisation.objects.filter(pk=found.pk).update(address="")
    return found


def create(client, place, **more):
    return client.post(ADDRESS, checked(client, place, TEXT) | {"skapa": "1"} | more, follow=True)


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_contacts_stand_with_their_numbers_beside_a_box_that_is_not_ticked(client, place):
    page = soup(client.post(ADDRESS, checked(client, place, TEXT) | {"visa": "1"}))

    [box] = page.select(".paste-live input[type=checkbox]")
    assert not box.has_attr("checked")
    assert [li.text for li in page.select(".paste-live li")] == [
        "Kontakt: Anna Ek, Kommunpolis, 0670-161 00, anna.ek@polisen.se"
    ]
    assert page.select_one(".paste-live label")["for"] == box["id"]
    assert "Anna Ek" not in "".join(ul.text for ul in page.select(".paste > .paste-changes"))


def test_box_keeps_its_tick_when_the_page_is_shown_again(client, place):
    data = checked(client, place, TEXT) | {"kontakter": "1", "visa": "1"}

    page = soup(client.post(ADDRESS, data))

    assert page.select_one("#paste-live").has_attr("checked")
    assert not Contact.objects.exists()


def test_page_without_contacts_has_no_box(client, place):
    page = soup(client.post(ADDRESS, checked(client, place) | {"visa": "1"}))

    assert page.select(".paste-live") == []


def test_no_contact_is_written_without_the_tick(client, place):
    known = ContactFactory(partnership=place, name="Anna Ek", phone="112", email="")

    response = create(client, place)

    known.refresh_from_db()
    assert [(c.pk, c.phone, c.email) for c in Contact.objects.all()] == [(known.pk, "112", "")]
    assert said(response)[-1] == "Sidans kontakter är inte sparade: rutan för dem var inte vald."


def test_contacts_are_written_with_the_tick(client, place):
    response = create(client, place, kontakter="1")

    assert [(c.name, c.phone) for c in Contact.objects.all()] == [("Anna Ek", "0670-161 00")]
    assert len(said(response)) == 1


def test_editor_does_not_fill_in_the_organisations_address(client, place, municipality):
    create(client, place, kontakter="1")

    page = soup(client.post(ADDRESS, checked(client, place, TEXT) | {"visa": "1"}))

    municipality.refresh_from_db()
    assert municipality.address == ""
    assert "Den fylls i av den som driver portalen." in page.select_one(".paste").text


@pytest.mark.parametrize(
    ("ticked", "address"), [({}, ""), ({"kontakter": "1"}, "Box 500\n833 24 Strömsund")]
)
def test_operator_fills_it_in_with_the_tick_only(ticked, address, sign_in, place, municipality):
    create(sign_in(OperatorFactory()), place, **ticked)

    municipality.refresh_from_db()
    assert municipality.address == address


def test_page_says_what_is_true_of_contacts(client, place):
    page = soup(client.post(ADDRESS, checked(client, place, TEXT)))

    assert "Kontakter sparas bara om du väljer det i rutan." in page.select_one(".paste").text
