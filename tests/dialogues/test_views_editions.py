"""Editions of a dialogue, and what every public page of dialogues costs and says to caches."""

import datetime as dt
import json

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.documents import digest
from portal.models import SearchEntry
from portal.services import withdraw
from tests.dialogues.pages import (
    DAY,
    get,
    result,
    results,
    soup,
    surveyed,
    table,
    whole,
    words,
)
from tests.factories.dialogues import (
    DialogueFactory,
    FindingFactory,
    approver_for,
    promise_entry,
    published,
    whole_dialogue,
)
from tests.factories.portal import PartnershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


def corrected(dialogue):
    """Two editions of one dialogue."""
    first = published(dialogue, at=timezone.now() - DAY)
    dialogue.title = f"{dialogue.title}, rättad"
    dialogue.save()
    return first, published(dialogue, note="Rubriken är rättad.")


def test_edition_list_has_all_that_went_out(client, place):
    first, second = corrected(DialogueFactory(partnership=place, slug="dialog"))

    response = get(client, "edition_list", "stromsund", "dialog")

    assert list(response.context["editions"]) == [second, first]
    assert response.context["title"] == second.title


def test_edition_list_names_a_withdrawn_dialogue_by_its_day(client, place):
    dialogue = DialogueFactory(partnership=place, slug="dialog", title="Möte hos Anna")
    edition = published(dialogue)
    withdraw(edition=edition, by=approver_for(dialogue), reason="Ett namn stod med.")

    page = soup(get(client, "edition_list", "stromsund", "dialog"))

    assert words(page.h1) == "Utgåvor av ”6 oktober 2020”"
    assert "Ett namn stod med." in words(page.main)
    assert "Anna" not in page.get_text()


def test_edition_detail_shows_it_as_it_stood(client, place):
    first, _ = corrected(DialogueFactory(partnership=place, slug="dialog", title="Möte"))

    page = soup(get(client, "edition_detail", "stromsund", "dialog", 1))

    assert words(page.h1) == "Möte, utgåva 1"
    assert words(page.select_one(".checksum")) == first.sha256


def test_edition_detail_tells_of_the_day_it_was_published(client, place):
    """What was said is in the edition that replaced it: nothing is still to come."""
    dialogue = DialogueFactory(partnership=place, slug="dialog")  # 6 October 2020
    published(dialogue, at=dt.datetime(2020, 9, 1, 10, tzinfo=dt.UTC))
    FindingFactory(dialogue=dialogue)
    published(dialogue, note="Det som sades är nedskrivet.")

    replaced = soup(get(client, "edition_detail", "stromsund", "dialog", 1)).main
    in_force = soup(get(client, "edition_detail", "stromsund", "dialog", 2)).main

    assert [page.find("dt", string="Hålls av") is not None for page in (replaced, in_force)] == [
        True,
        False,
    ]
    assert "Det som sades är inte publicerat än." not in words(replaced)
    told = "är som det var den dag då utgåvan publicerades."
    assert [told in words(page) for page in (replaced, in_force)] == [True, False]


def test_edition_detail_shows_all_that_was_signed(client):
    """Questions too, also beside results."""
    dialogue = whole_dialogue()
    published(dialogue)
    place = dialogue.partnership.slug

    response = get(client, "edition_detail", place, dialogue.slug, 1)

    asked = soup(response).select(".question-list__text")
    assert [words(text) for text in asked] == [
        question.text for question in response.context["dialogue"].document.survey.questions
    ]
    assert len(asked) == 6


def test_edition_of_an_unknown_number_is_not_found(client, place):
    published(DialogueFactory(partnership=place, slug="dialog"))

    for name in ("edition_detail", "edition_document"):
        get(client, name, "stromsund", "dialog", 2, status=404)


def test_edition_document_is_what_the_hash_is_taken_over(client, place):
    edition = published(whole(place, slug="dialog"))

    response = get(client, "edition_document", "stromsund", "dialog", 1)

    assert digest(json.loads(response.content)) == edition.sha256
    assert response.headers["Content-Type"] == "application/json"


PAGES = [
    ("dialogue_list", ()),
    ("place_calendar", ()),
    ("dialogue_detail", ("dialog",)),
    ("dialogue_calendar", ("dialog",)),
    ("edition_list", ("dialog",)),
    ("edition_detail", ("dialog", 1)),
    ("edition_document", ("dialog", 1)),
]


@pytest.fixture(params=[1, 3])
def place_of(request, place):
    """Several dialogues, editions, findings and surveys: pages must not ask more for three than for one."""
    counted = results(result(table(120, 52, 40)))
    for number in range(request.param):
        surveyed_before = surveyed(place, counted, slug=f"enkat-{number}")
        published(surveyed_before)
        slug = "dialog" if number == 0 else f"dialog-{number}"
        dialogue = surveyed(place, counted, slug=slug, starts_on=f"202{number + 1}-05-01")
        for position in range(request.param):
            FindingFactory(dialogue=dialogue, position=position)
        corrected(dialogue)
        published(whole(place, starts_on=timezone.localdate() + DAY))
    return place


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_public_page_costs_two_queries_then_one(
    client, place_of, name, args, django_assert_num_queries
):
    url = reverse(f"dialogues:{name}", args=["stromsund", *args])

    with django_assert_num_queries(2):
        first = client.get(url)
    with django_assert_num_queries(1):
        again = client.get(url)
    with django_assert_num_queries(1):
        known = client.get(url, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code, known.status_code) == (200, 200, 304)
    assert again.content == first.content
    assert first.cookies == {}
    assert first.headers["Vary"] == "Accept-Encoding"
    assert first.headers["Cache-Control"] == (
        "public, max-age=0, s-maxage=5, stale-while-revalidate=60"
    )


def test_etag_moves_when_a_promise_moves(client, place):
    """The dialogue's page tells where the promise stands, without any new edition of its own."""
    published(whole(place, slug="dialog"))
    url = reverse("dialogues:dialogue_detail", args=["stromsund", "dialog"])
    before = client.get(url).headers["ETag"]

    assert client.get(url).headers["ETag"] == before
    SearchEntry.objects.filter(kind="promise").update(visible_until=timezone.now())
    promise_entry(place)
    assert client.get(url).headers["ETag"] != before
