"""Atom feeds, read by a real reader and held against RFC 4287."""

import datetime as dt
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from django.utils import timezone

from portal.services import withdraw
from tests.factories import dialogues
from tests.factories.portal import PartnershipFactory
from tests.factories.promises import (
    ActionFactory,
    PeriodFactory,
    PromiseFactory,
    approver_for,
    published,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = dt.timedelta(days=1)
PROMISE_FEED = "/stromsund/2021-2022/trafik/flode.xml"


@pytest.fixture
def place(settings):
    settings.SITE_URL = "https://loften.example.se"
    return PartnershipFactory(slug="stromsund", name="Strömsund")


@pytest.fixture
def period(place):
    period = PeriodFactory(partnership=place, slug="2021-2022", label="2021–2022")
    PromiseFactory(period=period, slug="trafik", statement="Vi lovar att synas mer i trafiken.")
    PromiseFactory(period=period, slug="narkotika", statement="Vi lovar att möta fler unga.")
    return period


def days_ago(days: int) -> dt.datetime:
    return timezone.now() - days * DAY


def read(client, path="/stromsund/flode.xml"):
    """The feed as a reader has it; whatever RFC 4287 demands is checked on the way."""
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    must_follow_the_rules(ElementTree.fromstring(response.content))
    feed = feedparser.parse(response.content, response_headers={"content-type": "application/xml"})
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def must_follow_the_rules(feed):
    """Sections 4.1.1 and 4.1.2: what a feed and an entry must have, and how often."""
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        for name in ("updated", "published"):
            for moment in element.findall(f"{ATOM}{name}"):
                assert re.fullmatch(r"\d{4}(-\d\d){2}T\d\d(:\d\d){2}\+00:00", moment.text)
        assert urlsplit(element.findtext(f"{ATOM}id")).scheme in ("https", "urn")
        links = element.findall(f"{ATOM}link")
        assert [link.get("rel") for link in links].count("alternate") == 1
        assert all(link.get("href").startswith("https://loften.example.se/") for link in links)
    assert len(feed.findall(f"{ATOM}author/{ATOM}name")) == 1
    assert "self" in [link.get("rel") for link in feed.findall(f"{ATOM}link")]
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))


def test_place_feed_without_editions_is_a_whole_feed(client, place):
    feed = read(client)

    assert feed.entries == []
    assert feed.feed.title == "Medborgarlöften för Strömsund"
    assert client.get("/stromsund/flode.xml").content == client.get("/stromsund/flode.xml").content


def test_place_feed_tells_editions_of_periods_and_dialogues_newest_first(client, place, period):
    first = published(period, at=days_ago(9), note="Första utgåvan.")
    PromiseFactory(period=period)
    published(period, at=days_ago(3), note="Ett löfte till <b>& mer</b>.")
    dialogue = dialogues.DialogueFactory(partnership=place, title="På torget", slug="torget")
    dialogues.published(dialogue, at=days_ago(6), note="Inbjudan.")

    feed = read(client)

    assert [(entry.title, entry.link.partition(".se")[2]) for entry in feed.entries] == [
        ("Medborgarlöften 2021–2022, utgåva 2", "/stromsund/2021-2022/utgavor/2/"),
        ("På torget, utgåva 1", "/stromsund/dialoger/torget/utgavor/1/"),
        ("Medborgarlöften 2021–2022, utgåva 1", "/stromsund/2021-2022/utgavor/1/"),
    ]
    assert feed.entries[0].summary == "<p>Ett löfte till &lt;b&gt;&amp; mer&lt;/b&gt;.</p>"
    moment = first.published_at.astimezone(dt.UTC)
    assert feed.entries[2].updated == moment.isoformat(timespec="seconds")
    assert feed.feed.updated == feed.entries[0].updated


def test_place_feed_says_what_was_withdrawn_and_why_without_its_words(client, place, period):
    edition = published(period, at=days_ago(9), note="Hemlig not.")
    before = read(client).entries[0]
    withdraw(edition=edition, by=approver_for(period), reason="Fel siffror.")
    dialogue = dialogues.DialogueFactory(partnership=place, title="Hemligt namn")
    taken_back = dialogues.published(dialogue, at=days_ago(9))
    withdraw(edition=taken_back, by=dialogues.approver_for(dialogue), reason="Ett namn för mycket.")

    feed = read(client)

    of_dialogue, of_period = feed.entries
    assert of_period.title == "Tillbakadragen: Medborgarlöften 2021–2022, utgåva 1"
    assert of_period.summary == "<p>Skäl: Fel siffror.</p>"
    assert (of_period.id, of_period.published) == (before.id, before.published)
    assert of_period.updated > before.updated
    assert of_dialogue.title.startswith("Tillbakadragen: Dialogen 6")
    assert "Hemlig" not in str(feed)
    for entry in feed.entries:
        assert client.get(urlsplit(entry.link).path).status_code == 200


def test_place_feed_holds_nothing_before_its_moment(client, place, period):
    published(period, scheduled_for=timezone.now() + DAY)

    assert read(client).entries == []


def test_entries_keep_their_ids_when_the_site_moves(client, place, period, settings):
    published(period, at=days_ago(1))
    [before] = read(client).entries

    settings.SITE_URL = "https://nya-loften.example.se/"
    [after] = feedparser.parse(client.get("/stromsund/flode.xml").content).entries

    assert after.id == before.id
    assert after.link == before.link.replace("loften", "nya-loften")


def test_text_that_xml_cannot_hold_does_not_break_the_feed(client, place, period):
    published(period, at=days_ago(1), note="Klistrad\x0btext\x1f.")

    assert read(client).entries[0].summary == "<p>Klistrad text .</p>"


@pytest.mark.parametrize("path", ["/stromsund/flode.xml", PROMISE_FEED])
@pytest.mark.parametrize("count", [1, 3])
def test_feed_takes_two_queries_and_then_one(
    client, period, path, count, django_assert_num_queries
):
    for number in range(count):
        ActionFactory(promise=period.promises.get(slug="trafik"))
        published(period, at=days_ago(9 - number))

    with django_assert_num_queries(2):
        response = client.get(path)
    with django_assert_num_queries(1):
        unchanged = client.get(path, headers={"If-None-Match": response.headers["ETag"]})

    assert unchanged.status_code == 304
    assert not response.cookies


def test_promise_feed_tells_the_editions_in_which_the_promise_changed(client, period):
    promise = period.promises.get(slug="trafik")
    published(period, at=days_ago(9), note="Första utgåvan.")
    PromiseFactory(period=period, statement="Ett annat löfte.")
    published(period, at=days_ago(7), note="Angår inte trafiken.")
    promise.statement = "Vi lovar att synas varje vecka i trafiken."
    promise.save()
    published(period, at=days_ago(5), note="Skarpare.")
    ActionFactory(promise=promise, text="Fartkontroll", done=True)
    ActionFactory(promise=promise, text="Reflexer")
    published(period, at=days_ago(3), note="Mer gjort.")

    feed = read(client, PROMISE_FEED)

    assert [entry.title for entry in feed.entries] == [
        "2 saker har ändrats: medborgarlöften 2021–2022, utgåva 4",
        "Löftet: lydelsen har ändrats: medborgarlöften 2021–2022, utgåva 3",
        "Löftet gavs: medborgarlöften 2021–2022, utgåva 1",
    ]
    assert feed.entries[0].summary == (
        "<p>Mer gjort.</p><ul><li>Insatsen har tillkommit: ”Fartkontroll”</li>"
        "<li>Insatsen har tillkommit: ”Reflexer”</li></ul>"
    )
    assert feed.feed.link == "https://loften.example.se/stromsund/2021-2022/trafik/"
    assert feed.feed.title == "Löfte 2021–2022, medborgarlöfte för Strömsund"


def test_promise_feed_says_that_an_edition_was_withdrawn(client, period):
    published(period, at=days_ago(9))
    ActionFactory(promise=period.promises.get(slug="trafik"), text="Hemlig insats")
    wrong = published(period, at=days_ago(5), note="Hemlig not.")
    withdraw(edition=wrong, by=approver_for(period), reason="Fel siffror.")
    assert client.get(PROMISE_FEED).status_code == 410
    period.actions.all().delete()
    PromiseFactory(period=period)
    published(period, at=days_ago(0), note="Rättad.")

    feed = read(client, PROMISE_FEED)

    assert [entry.title for entry in feed.entries] == [
        "Tillbakadragen: Medborgarlöften 2021–2022, utgåva 2",
        "Löftet gavs: medborgarlöften 2021–2022, utgåva 1",
    ]
    assert "Hemlig" not in str(feed)


@pytest.mark.parametrize(
    "path",
    [
        "/annan/flode.xml",
        "/stromsund/2021-2022/finns-inte/flode.xml",
        "/stromsund/2030/trafik/flode.xml",
    ],
)
def test_feed_of_what_is_not_there_is_404(client, period, path):
    published(period)
    PartnershipFactory(slug="annan", public_from=None)

    assert client.get(path).status_code == 404


def test_pages_point_at_their_feeds(client, period):
    from bs4 import BeautifulSoup

    published(period)
    page = BeautifulSoup(client.get("/stromsund/2021-2022/trafik/").content, "html.parser")

    links = page.select('head link[rel="alternate"][type="application/atom+xml"]')

    assert [link["href"] for link in links] == ["/stromsund/flode.xml", PROMISE_FEED]
    assert all(link["title"] and client.get(link["href"]).status_code == 200 for link in links)
