"""Paste import: read, check beside the original, correct, create."""

import pytest
from django.urls import reverse

from portal.exceptions import NotAllowed
from portal.models import Contact
from promises.admin.paste_words import summary, told
from promises.forms.paste_import import pack, unpack
from promises.models import Action, Promise, PromisePeriod, Rationale
from promises.page_import import read_text
from promises.page_import.difference import Difference
from promises.page_import.rows import import_rows
from tests.factories.portal import PartnershipFactory, UserFactory
from tests.promises.admin.pasting import ADDRESS, PAGE, checked, number_of, read, soup

pytestmark = pytest.mark.django_db


def test_address_is_named():
    assert reverse("promises_admin:import") == ADDRESS


def test_only_own_partnerships_are_offered(client, place):
    PartnershipFactory(name="Annan")

    page = soup(client.get(ADDRESS))

    options = [option.text for option in page.select("#id_partnership option")]
    assert options == ["Välj", "Strömsund"]
    assert page.select_one("#id_partnership option[selected]").text == "Strömsund"


def test_another_place_is_refused(client, place):
    other = PartnershipFactory()

    first = read(client, other)
    second = client.post(ADDRESS, checked(client, place) | {"partnership": other.pk, "skapa": "1"})

    assert first.status_code == 422
    assert soup(first).select_one("#id_partnership_error li").text == (
        "Välj en av dina egna samverkan."
    )
    assert second.status_code == 404
    assert not PromisePeriod.objects.exists()


@pytest.mark.parametrize("pk", ["", "x", "²", "9" * 30])
def test_garbled_partnership_is_not_found(client, place, pk):
    assert client.post(ADDRESS, checked(client, place) | {"partnership": pk}).status_code == 404


def test_anonymous_is_sent_to_sign_in(client):
    client.logout()

    assert client.get(ADDRESS).status_code == 302
    assert client.post(ADDRESS, {"text": PAGE}).status_code == 302


def test_lines_stand_beside_what_they_became(client, place):
    page = soup(read(client, place))

    lines = {
        line.select_one(".paste-line__number").text: line for line in page.select(".paste-line")
    }
    promise = lines[str(number_of("lovar"))]
    assert promise.select_one(".paste-line__became p").text == "Löfte, period 2024"
    action = lines[str(number_of("skyltar"))]
    assert action.select_one(".paste-line__became p").text.startswith("Insats under löftet")
    unplaced = [line["id"] for line in page.select(".paste-line[data-unplaced]")]
    assert f"rad-{number_of('katter')}" in unplaced or not unplaced


def test_reading_and_looking_write_nothing(client, place):
    data = checked(client, place)

    response = client.post(ADDRESS, data | {"visa": "1"})

    assert response.status_code == 200
    assert not PromisePeriod.objects.exists()
    assert soup(response).select_one(".paste h3").text == "Det här läggs till"


def test_button_creates_drafts(client, place):
    response = client.post(ADDRESS, checked(client, place) | {"skapa": "1"}, follow=True)

    assert response.redirect_chain == [(reverse("admin:promises_promiseperiod_changelist"), 302)]
    assert str(next(iter(response.context["messages"]))).startswith("Utkasten är sparade.")
    promise = Promise.objects.get()
    assert promise.period.partnership == place
    assert promise.actions.count() == 2


def test_creating_twice_changes_nothing(client, place):
    data = checked(client, place) | {"skapa": "1"}
    client.post(ADDRESS, data)

    response = client.post(ADDRESS, data, follow=True)

    assert [str(m) for m in response.context["messages"]][-1] == (
        "Utkasten sade redan detsamma. Inget har ändrats."
    )
    assert Promise.objects.count() == 1


def test_line_may_be_left_out(client, place):
    number = number_of("skyltar")

    client.post(ADDRESS, checked(client, place) | {f"rad-{number}": "inget", "skapa": "1"})

    assert [action.text for action in Action.objects.all()] == [
        "Polisen genomför 20 nykterhetskontroller"
    ]


def test_line_may_become_a_promise_an_action_and_a_background(client, place):
    text = f"{PAGE}\nVi ses på torget varje torsdag\n\nMånga är oroliga på kvällarna\n"
    ses, oroliga = number_of("torget", text), number_of("oroliga", text)
    katter, promise = number_of("katter", text), number_of("lovar", text)
    data = checked(client, place, text) | {
        f"rad-{ses}": "lofte",
        f"rad-{oroliga}": f"bakgrund:{ses}",
        f"rad-{katter}": f"insats:{promise}",
    }

    shown = client.post(ADDRESS, data | {"visa": "1"})
    assert shown.status_code == 200, soup(shown).select_one(".paste-problems")
    chosen = soup(shown).select_one(f"#val-{oroliga} option[selected]")
    assert chosen["value"] == f"bakgrund:{ses}"

    client.post(ADDRESS, data | {"skapa": "1"})

    first, second = Promise.objects.order_by("position")
    assert "Gulliga katter" in [action.text for action in first.actions.all()]
    assert second.statement == "Vi ses på torget varje torsdag"
    assert Rationale.objects.get(promise=second).text == "<p>Många är oroliga på kvällarna</p>"


@pytest.mark.parametrize("kind", ["omrade", "undertecknare", "mal"])
def test_line_may_be_placed_as_anything_and_the_choice_stands(client, place, kind):
    text = f"{PAGE}\nEva Ek, kommunstyrelsens ordförande\n"
    number = number_of("Eva", text)
    choice = f"mal:{number_of('lovar', text)}" if kind == "mal" else kind

    shown = client.post(
        ADDRESS, checked(client, place, text) | {f"rad-{number}": choice, "visa": "1"}
    )

    assert shown.status_code == 200
    assert soup(shown).select_one(f"#val-{number} option[selected]")["value"] == choice


def test_line_may_become_a_contact(client, place):
    text = f"{PAGE}\nKommunens säkerhetsgrupp svarar på frågor, 0670-161 00\n"
    number = number_of("0670", text)

    choices = {f"rad-{number}": "kontakt", "kontakter": "1", "skapa": "1"}
    client.post(ADDRESS, checked(client, place, text) | choices)

    assert [contact.phone for contact in Contact.objects.all()] == ["0670-161 00"]


def test_contact_without_number_is_told_and_nothing_is_written(client, place):
    number = number_of("katter")
    data = checked(client, place) | {f"rad-{number}": "kontakt", "skapa": "1"}

    response = client.post(ADDRESS, data)

    page = soup(response)
    assert response.status_code == 422
    assert [li.text for li in page.select(".paste-problems li")] == [
        f"Rad {number}: en kontakt behöver telefon eller e-post på samma rad."
    ]
    assert page.select_one(f"#val-{number} option[selected]")["value"] == "kontakt"
    assert not PromisePeriod.objects.exists()


def test_promise_that_was_moved_away_is_told(client, place):
    data = checked(client, place) | {
        f"rad-{number_of('lovar')}": "inget",
        f"rad-{number_of('katter')}": f"insats:{number_of('lovar')}",
    }

    response = client.post(ADDRESS, data | {"skapa": "1"})

    assert response.status_code == 422
    assert "finns inte längre" in soup(response).select_one(".paste-problems li").text


@pytest.mark.parametrize("value", ["insats:x", "insats:", "annat", "<script>", "lofte:3"])
def test_unknown_choice_is_left_as_it_was_read(client, place, value):
    data = checked(client, place) | {f"rad-{number_of('katter')}": value, "visa": "1"}

    assert client.post(ADDRESS, data).status_code == 200


def test_changed_page_is_not_accepted(client, place):
    data = checked(client, place)

    response = client.post(ADDRESS, data | {"sida": data["sida"] + "x", "skapa": "1"}, follow=True)

    assert [str(m) for m in response.context["messages"]] == [
        "Sidan kom inte fram hel. Klistra in den igen."
    ]
    assert not PromisePeriod.objects.exists()


def test_page_travels_unchanged():
    assert unpack(pack(PAGE)) == PAGE
    assert unpack("nej") is None


# --- What was read with doubt ------------------------------------------------------------------

DOUBTED = """Medborgarlöften 2024

Polisen lovar att göra 4 besök på 3 skolor.
Mål: Inbrotten ska minska med 5 procent.
Kommunen lovar att lyssna.
"""


def test_doubt_stands_beside_its_line_and_describes_its_choice(client, place):
    page = soup(read(client, place, DOUBTED))

    told = {
        line["id"]: line.select_one(".paste-line__doubt").get_text(" ", strip=True)
        for line in page.select(".paste-line:has(.paste-line__doubt)")
    }
    assert told == {
        "rad-3": "Läst med tvekan: Raden har flera tal. Är det rätt antal?",
        "rad-4": "Läst med tvekan: Målet är en förändring, men utgångsvärdet saknas.",
    }
    described = {
        tag["id"]: page.select_one(f"#{tag['aria-describedby']}")["id"]
        for tag in page.select(".paste-lines [aria-describedby]")
    }
    assert described == {"val-3": "tvekan-3", "val-4": "tvekan-4"}
    lead = page.select_one("#paste-doubted")
    assert lead.text.split(".")[0].strip() == "2 rader är lästa med tvekan"
    assert lead.a["href"] == "#rad-3"


def test_page_read_without_doubt_shows_none(client, place):
    page = soup(read(client, place, "Medborgarlöften 2024\n\nPolisen lovar att besöka skolan.\n"))

    assert page.select(".paste-line__doubt, #paste-doubted, .paste-lines [aria-describedby]") == []


def test_doubt_goes_when_the_editor_leaves_the_line_out(client, place):
    data = checked(client, place, DOUBTED) | {"rad-4": "inget", "visa": "1"}

    page = soup(client.post(ADDRESS, data))

    assert [tag["id"] for tag in page.select(".paste-line__doubt")] == ["tvekan-3"]


def test_hand_placed_promise_without_parties_is_told(client, place):
    number = number_of("katter")
    data = checked(client, place) | {f"rad-{number}": "lofte", "visa": "1"}

    page = soup(client.post(ADDRESS, data))

    assert page.select_one(f"#tvekan-{number}").get_text(" ", strip=True) == (
        "Läst med tvekan: Det framgår inte vem som ger löftet."
    )


def test_user_without_rights_cannot_import_by_the_service(place):
    with pytest.raises(NotAllowed):
        import_rows(page=read_text(PAGE), partnership=place, by=UserFactory())


def test_difference_is_told_in_swedish():
    difference = Difference()
    difference.added("promise", "Synas mer")
    difference.added("action", "A")
    difference.added("action", "B")
    difference.note("No party to sign for: Eva Ek.")
    difference.note("The page names a party of kind “region”; this partnership has none.")

    assert summary(difference) == "1 löfte och 2 insatser"
    assert [line.text for line in told(difference)][-2:] == [
        "Undertecknaren Eva Ek hör inte till någon av parterna.",
        "Sidan nämner en part av slaget region, men den finns inte i samverkan.",
    ]
