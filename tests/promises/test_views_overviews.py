"""The overviews' pages: what they show, what they cost, and that they show what is public alone."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from portal.days import today
from promises.models import PeriodEdition
from promises.overviews import outline
from promises.overviews.due import due_of
from promises.views import overviews
from tests.factories.portal import PartnershipFactory
from tests.factories.promises import (
    ActionFactory,
    AreaFactory,
    FollowUpFactory,
    FollowUpPlanFactory,
    PeriodFactory,
    PromiseFactory,
    candidate_of,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
PAGES = ["overview", "overview_themes", "overview_status", "overview_due", "overview_parties"]


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def words(tag) -> str:
    return " ".join(tag.get_text(" ", strip=True).split())


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


@pytest.fixture(params=[1, 3])
def place_of(request, place):
    """As many periods, each with as many promises."""
    for number in range(request.param):
        period = whole_period(
            partnership=place, slug=f"{2019 + number}", starts_on=dt.date(2019 + number, 1, 1)
        )
        PromiseFactory.create_batch(request.param, period=period)
        published(period)
    return place


@pytest.mark.parametrize("name", ["overview", "overview_due"])
def test_overview_with_nothing_due_does_not_say_that_all_is_told(client, place, name):
    """The final report is out, with an action that nobody has told of and no verdict."""
    period = PeriodFactory(partnership=place)
    ActionFactory(promise=PromiseFactory(period=period))
    FollowUpFactory(period=period, kind="final")
    published(period)

    page = soup(client.get(reverse(f"promises:{name}", args=["stromsund"])))

    assert "Inget väntar på att redovisas." in words(page.main)
    assert "Allt som har lovats" not in words(page.main)


@pytest.mark.parametrize("name", PAGES)
def test_overview_of_a_place_costs_two_queries_then_one(
    client, place_of, name, django_assert_num_queries
):
    url = reverse(f"promises:{name}", args=["stromsund"])

    with django_assert_num_queries(2):
        first = client.get(url)
    with django_assert_num_queries(1):
        known = client.get(url, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, known.status_code, first.cookies) == (200, 304, {})


@pytest.mark.parametrize("name", PAGES)
def test_overview_of_a_place_without_promises_says_so(client, place, name):
    response = client.get(reverse(f"promises:{name}", args=["stromsund"]))

    assert response.status_code == 200
    assert soup(response).main.find("h1")
    assert soup(response).main.find("table") is None


@pytest.mark.parametrize("name", PAGES)
def test_overview_of_a_place_that_has_not_opened_is_not_found(client, name):
    PartnershipFactory(slug="stangd", public_from=None)

    assert client.get(reverse(f"promises:{name}", args=["stangd"])).status_code == 404


def test_pages_about_periods_lead_to_the_overview(client, place):
    published(whole_period(partnership=place, slug="2021-2022"))

    for name, args in (("period_list", []), ("period_detail", ["2021-2022"])):
        page = soup(client.get(reverse(f"promises:{name}", args=["stromsund", *args])))
        assert page.main.find("a", href="/stromsund/oversikt/"), name


def test_overview_tells_how_many_it_does_not_show(client, place):
    period = PeriodFactory(partnership=place, ends_on=None)
    for number in range(7):
        promise = PromiseFactory(period=period)
        FollowUpPlanFactory(period=period, promise=promise, text=f"Rapport {number}")
    published(period)

    page = soup(client.get(reverse("promises:overview", args=["stromsund"])))

    link = page.main.find("a", string=lambda text: text and text.startswith("Här står"))
    assert link.string == "Här står 5 av 7. Visa alla 7 som ska redovisas"
    assert link["href"] == "/stromsund/oversikt/redovisas/"


def test_overview_themes_says_what_became_of_a_promise_and_why(client, place):
    old = PeriodFactory(partnership=place, slug="2019", label="2019", starts_on=dt.date(2019, 1, 1))
    new = PeriodFactory(partnership=place, slug="2021", label="2021", starts_on=dt.date(2021, 1, 1))
    first = PromiseFactory(period=old, area=AreaFactory(period=old))
    PromiseFactory(period=new, area=AreaFactory(period=new), continues=first, slug="vidare")
    published(old)
    published(new)

    page = soup(client.get(reverse("promises:overview_themes", args=["stromsund"])))

    [earlier, _later] = page.select("#traffic tbody tr")
    assert words(earlier.select_one(".state")) == "förs vidare"
    told = words(earlier.find_all("td")[-1])
    assert told == "Löftet i 2021 säger själv att det fortsätter på det här. Läs löftet 2021"
    assert earlier.find_all("td")[-1].a["href"] == "/stromsund/2021/vidare/"


def test_overview_due_links_only_to_the_promises_it_concerns(client, place):
    period = PeriodFactory(partnership=place, slug="2021", ends_on=None)
    mine, _other = PromiseFactory(period=period, slug="mitt"), PromiseFactory(period=period)
    FollowUpPlanFactory(period=period, promise=mine, text="egen rapport", due_on=today() - DAY)
    published(period)

    page = soup(client.get(reverse("promises:overview_due", args=["stromsund"])))

    rows = page.select("tbody tr")
    assert [words(row.select_one(".state")) for row in rows] == ["försenad", "ingen dag är satt"]
    assert words(rows[0].th) == "Egen rapport"
    assert rows[0].select_one("a[href='/stromsund/2021/mitt/']")


def test_overview_parties_never_shows_missing_as_nought(client, place):
    period = whole_period(partnership=place)
    action = period.actions.filter(status="done").get()
    action.promised_count, action.unit = 8, "kontroller"
    action.save()
    published(period)

    page = soup(client.get(reverse("promises:overview_parties", args=["stromsund"])))

    [counted] = page.find("caption", string="Det som lovades i antal").parent.select("tbody tr")
    assert [words(cell) for cell in counted.find_all("td")] == [
        "8 kontroller",
        "inget antal redovisat",
        "en insats av en",
    ]
    assert "%" not in page.main.get_text()


def test_cells_on_a_phone_carry_the_words_of_their_columns(client, place):
    published(whole_period(partnership=place))

    for name in PAGES:
        page = soup(client.get(reverse(f"promises:{name}", args=["stromsund"])))
        for table in page.select("table[data-wide]"):
            columns = len(table.select("thead th")) - 1
            for row in table.select("tbody tr"):
                assert len([c for c in row.find_all("td") if c.get("data-label")]) == columns


# --- Alla platser


@pytest.fixture(params=[1, 3])
def places(request):
    for number in range(request.param):
        place = PartnershipFactory(slug=f"plats-{number}", name=f"Plats {number}")
        for slug in ("2021", "2023"):
            published(whole_period(partnership=place, slug=slug, ends_on=None))


@pytest.mark.parametrize("path", ["/oversikt/", "/oversikt/trafik/"])
def test_overview_of_all_places_costs_two_queries_then_one(
    client, places, path, django_assert_num_queries
):
    with django_assert_num_queries(2):
        first = client.get(path)
    with django_assert_num_queries(1):
        known = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    with django_assert_num_queries(2):
        client.get(path, {"sida": "2"})

    assert (first.status_code, known.status_code, first.cookies) == (200, 304, {})


def test_overview_of_all_places_changes_with_a_name_and_a_publication(client, place):
    period = whole_period(partnership=place, ends_on=None)
    period.follow_ups.all().delete()
    published(period, at=timezone.now() - DAY)
    before = client.get("/oversikt/").headers["ETag"]
    place.name = "Ströms Vattudal"
    place.save()
    renamed = client.get("/oversikt/")
    period.promises.update(statement="Annat.")
    published(period, note="Ny")

    assert len({before, renamed.headers["ETag"], client.get("/oversikt/").headers["ETag"]}) == 3
    assert "Ströms Vattudal" in renamed.content.decode()


def test_overview_of_all_places_shows_open_places_alone(client, place):
    published(whole_period(partnership=place, ends_on=None))
    closed = PartnershipFactory(slug="stangd", name="Stängd", public_from=None)
    published(whole_period(partnership=closed, ends_on=None))
    candidate_of(whole_period(partnership=place, slug="utkast", ends_on=None))

    theme = client.get("/oversikt/trafik/").context["page"]

    assert [(p.period.partnership_slug, p.period.slug) for p in theme.object_list] == [
        ("stromsund", PeriodEdition.objects.current().of_place(place).get().slug)
    ]
    assert "Stängd" not in client.get("/oversikt/").content.decode()


def test_reported_and_closed_period_is_nobody_s_turn(client, place):
    period = whole_period(partnership=place)
    period.follow_ups.update(kind="interim")
    published(period, at=timezone.now() - DAY)
    unfinished = PeriodEdition.objects.current().unfinished(on=today())
    before = unfinished.count()
    period.follow_ups.update(kind="final")
    published(period, note="Slutrapport")

    assert (before, unfinished.count()) == (1, 0)


def test_outline_tells_the_same_as_the_document(place):
    period = whole_period(partnership=place, ends_on=None)
    PromiseFactory(period=period)
    edition = published(period)

    [found] = PeriodEdition.objects.current().in_outline()
    small = outline.opened(found.outline)

    whole = edition.content.model_copy(update={"follow_ups": small.follow_ups})
    follow_ups = [due for due in due_of(whole, on=today()) if not due.is_goal]
    assert [(d.what, d.due_on, d.urgency) for d in due_of(small, on=today())] == [
        (d.what, d.due_on, d.urgency) for d in follow_ups
    ]
    assert [(p.slug, p.statement, small.area_of(p)) for p in small.promises] == [
        (p.slug, p.statement, a and a.model_copy(update={"rationale": None}))
        for p, a in ((p, whole.area_of(p)) for p in whole.promises)
    ]
    assert "document" in found.get_deferred_fields()


def test_overview_of_all_places_cuts_nothing_off_in_silence(client, place, monkeypatch):
    monkeypatch.setattr(overviews, "PER_PAGE", 2)
    for number in range(3):
        published(PeriodFactory(partnership=place, slug=f"p{number}", ends_on=None))

    first, last = (soup(client.get("/oversikt/", query)) for query in ({}, {"sida": "2"}))

    assert "Här står 1–2 av 3." in words(first.main)
    assert first.find("a", rel="next")["href"] == "?sida=2"
    assert last.find("a", rel="prev")["href"] == "?sida=1"
    rows = [
        words(row.find_all("a")[-1])
        for page in (first, last)
        for row in page.select("#redovisas tbody tr")
    ]
    assert len(set(rows)) == 3


@pytest.mark.parametrize("typed", ["0", "-1", "x", "9" * 40, "\x00"])
def test_any_page_number_is_answered(client, place, typed):
    published(whole_period(partnership=place, ends_on=None))

    assert client.get("/oversikt/", {"sida": typed}).status_code == 200


@pytest.mark.parametrize("path", ["/oversikt/", "/oversikt/trafik/"])
def test_overview_of_all_places_without_any_says_so(client, path):
    response = client.get(path)

    assert response.status_code == 200
    assert words(soup(response).main.h1)


def test_unknown_theme_is_not_found(client):
    assert client.get("/oversikt/finns-inte/").status_code == 404
