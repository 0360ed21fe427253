"""What pages tell machines in the words of schema.org."""

import datetime as dt
import json

import pytest
from bs4 import BeautifulSoup

from portal.days import today
from tests.factories import dialogues
from tests.factories.portal import PartnershipFactory, editor_of
from tests.factories.promises import FollowUpFactory, PeriodFactory, PromiseFactory, published

pytestmark = pytest.mark.django_db

SITE = "https://loften.example.se"


@pytest.fixture
def place(settings):
    settings.SITE_URL = SITE
    place = PartnershipFactory(slug="stromsund", name="Strömsund")
    place.organisations.filter(kind="police").update(name="Polisen", phone="114 14")
    place.organisations.filter(kind="municipality").update(name="Kommunen")
    return place


@pytest.fixture
def period(place):
    period = PeriodFactory(partnership=place, slug="2021-2022", label="2021–2022")
    PromiseFactory(period=period, slug="trafik", statement="Vi </script> lovar.")
    return period


def told(client, path) -> list[dict]:
    """The things that a page tells of."""
    page = BeautifulSoup(client.get(path).content.decode(), "html.parser")
    [block] = page.head.select('script[type="application/ld+json"]')
    data = json.loads(block.string)
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def only(things, kind):
    [found] = [thing for thing in things if thing["@type"] == kind]
    return found


def trail(things) -> list[tuple[str, str]]:
    steps = only(things, "BreadcrumbList")["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    return [(step["name"], step["item"].removeprefix(SITE)) for step in steps]


def test_place_tells_who_stands_behind_and_what_is_published(client, place, period):
    published(period)

    things = told(client, "/stromsund/")

    parties = [thing for thing in things if thing["@type"] == "GovernmentOrganization"]
    assert [party["name"] for party in parties] == ["Kommunen", "Polisen"]
    assert parties[1]["telephone"] == "114 14"
    assert only(things, "Report")["@id"] == f"{SITE}/stromsund/2021-2022/"


def test_period_is_a_report_with_its_edition_and_days(client, period):
    first = published(period, at=dt.datetime(2021, 3, 1, 12, tzinfo=dt.UTC))
    PromiseFactory(period=period)
    second = published(period, at=dt.datetime(2021, 5, 1, 12, tzinfo=dt.UTC))

    things = told(client, "/stromsund/2021-2022/")

    report = only(things, "Report")
    assert report["version"] == second.number == 2
    assert dt.datetime.fromisoformat(report["datePublished"]) == first.published_at
    assert dt.datetime.fromisoformat(report["dateModified"]) == second.published_at
    assert report["temporalCoverage"] == "2021-01-01/2022-12-31"
    assert [author["name"] for author in report["author"]] == ["Kommunen", "Polisen"]
    assert trail(things) == [
        ("Strömsund", "/stromsund/"),
        ("Perioder", "/stromsund/perioder/"),
        ("2021–2022", "/stromsund/2021-2022/"),
    ]


def test_promise_is_a_work_that_belongs_to_its_period(client, period):
    published(period)

    things = told(client, "/stromsund/2021-2022/trafik/")

    work = only(things, "CreativeWork")
    assert work["text"] == "Vi </script> lovar."
    assert work["isPartOf"] == {"@id": f"{SITE}/stromsund/2021-2022/"}
    assert trail(things)[-1] == ("Löfte", "/stromsund/2021-2022/trafik/")


def test_follow_up_is_a_report_about_the_period(client, period):
    FollowUpFactory(period=period)
    published(period)

    report = only(told(client, "/stromsund/2021-2022/sa-gick-det/"), "Report")

    assert report["name"] == "Så gick det 2021–2022, Strömsund"
    assert report["about"] == {"@id": f"{SITE}/stromsund/2021-2022/"}


def test_follow_up_that_has_not_come_is_no_report(client, period):
    published(period)

    things = told(client, "/stromsund/2021-2022/sa-gick-det/")

    assert [thing["@type"] for thing in things] == ["BreadcrumbList"]
    assert trail(things)[-1] == ("Så gick det", "/stromsund/2021-2022/sa-gick-det/")


def test_preview_tells_machines_nothing(client, period, sign_in):
    from django.urls import reverse

    editor = sign_in(editor_of(period.partnership))
    for name, args in (
        ("preview_period", []),
        ("preview_follow_up", []),
        ("preview_promise", ["trafik"]),
    ):
        response = editor.get(reverse(f"promises_admin:{name}", args=[period.pk, *args]))
        page = BeautifulSoup(response.content.decode(), "html.parser")

        assert response.status_code == 200
        assert page.head.select('script[type="application/ld+json"], link[rel="canonical"]') == []


def coming(place, **fields):
    fields = {"starts_on": today() + dt.timedelta(days=9), "title": "På torget"} | fields
    return dialogues.DialogueFactory(partnership=place, slug="torget", **fields)


def test_coming_dialogue_is_an_event(client, place):
    dialogue = coming(place, begins_at=dt.time(18), finishes_at=dt.time(20), places="Torget")
    dialogues.published(dialogue)

    things = told(client, "/stromsund/dialoger/torget/")

    event = only(things, "Event")
    day = dialogue.starts_on.isoformat()
    assert event["startDate"].startswith(f"{day}T18:00:00+")
    assert event["endDate"].startswith(f"{day}T20:00:00+")
    assert event["location"] == {"@type": "Place", "name": "Torget"}
    assert [holder["name"] for holder in event["organizer"]] == ["Kommunen"]
    assert told(client, "/stromsund/dialoger/") == [event]
    assert trail(things)[-1] == ("På torget", "/stromsund/dialoger/torget/")


def test_event_of_whole_days_counts_its_last_day(client, place):
    last = today() + dt.timedelta(days=11)
    dialogues.published(coming(place, ends_on=last))

    assert only(told(client, "/stromsund/dialoger/"), "Event")["endDate"] == last.isoformat()


@pytest.mark.parametrize("fields", [{"starts_on": dt.date(2020, 1, 1)}, {"kind": "survey"}])
def test_what_is_over_or_only_answered_is_no_event(client, place, fields):
    dialogues.published(coming(place, **fields))

    things = told(client, "/stromsund/dialoger/torget/")

    assert [thing["@type"] for thing in things] == ["BreadcrumbList"]
