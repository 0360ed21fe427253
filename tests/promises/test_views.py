"""Public pages of promises: what they show, what they cost, what they refuse."""

import datetime as dt
import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from portal.documents import digest
from portal.services import withdraw
from tests.factories.portal import PartnershipFactory
from tests.factories.promises import (
    ActionFactory,
    FollowUpFactory,
    FollowUpPlanFactory,
    PeriodFactory,
    PromiseFactory,
    approver_for,
    candidate_of,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db

YESTERDAY = dt.timedelta(days=1)


def get(client, name, *args, status=200):
    response = client.get(reverse(f"promises:{name}", args=args))
    assert response.status_code == status
    return response


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def corrected(period, statement="Vi lovar något helt annat."):
    """Two editions of one period."""
    first = published(period, at=timezone.now() - YESTERDAY)
    period.promises.update(statement=statement)
    return first, published(period, note="Löftet är omskrivet.")


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


@pytest.fixture
def period(place):
    return whole_period(partnership=place, label="2021–2022", ends_on=None)


def test_partnership_detail_shows_what_is_in_force(client, period):
    edition = published(period)

    response = get(client, "partnership_detail", "stromsund")

    [shown] = response.context["reading"].in_force
    assert shown.edition == edition
    assert soup(response).h1


def test_partnership_detail_without_editions_says_so(client, place):
    response = get(client, "partnership_detail", "stromsund")

    assert response.context["reading"].in_force == []


def test_partnership_that_has_not_opened_is_not_found(client):
    place = PartnershipFactory(slug="stangd", public_from=None)
    published(whole_period(partnership=place))

    get(client, "partnership_detail", "stangd", status=404)


def test_candidate_is_not_shown(client, period):
    candidate_of(period)

    get(client, "period_detail", "stromsund", "2021-2022", status=404)


def test_scheduled_edition_is_not_shown_before_its_moment(client, period):
    published(period, scheduled_for=timezone.now() + YESTERDAY)

    get(client, "period_detail", "stromsund", "2021-2022", status=404)


def test_period_detail_shows_the_current_edition(client, period):
    _, second = corrected(period)

    response = get(client, "period_detail", "stromsund", "2021-2022")

    assert response.context["period"].edition == second


def test_a_draft_change_is_not_shown(client, period):
    published(period)
    period.promises.update(statement="Bara ett utkast.")

    response = get(client, "period_detail", "stromsund", "2021-2022")

    assert "Bara ett utkast." not in response.content.decode()


def test_promise_detail_shows_the_promise(client, period):
    published(period)
    promise = period.promises.get()

    response = get(client, "promise_detail", "stromsund", "2021-2022", promise.slug)

    assert response.context["promise"].promise.statement == promise.statement


def test_unknown_promise_is_not_found(client, period):
    published(period)

    get(client, "promise_detail", "stromsund", "2021-2022", "finns-inte", status=404)


def test_follow_up_detail_shows_reasons(client, period):
    published(period)

    response = get(client, "follow_up_detail", "stromsund", "2021-2022")

    assert "pandemin" in soup(response).main.get_text().lower()


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("partnership_detail", ()),
        ("period_detail", ("2021-2022",)),
        ("promise_detail", ("2021-2022", "lofte")),
        ("follow_up_detail", ("2021-2022",)),
        ("edition_detail", ("2021-2022", 1)),
    ],
)
def test_action_that_was_not_promised_says_so_and_is_not_counted(client, place, name, args):
    """Also where no action has a number, and so no column "Lovat" either."""
    period = PeriodFactory(partnership=place, label="2021–2022", ends_on=None)
    promise = PromiseFactory(period=period, slug="lofte")
    for fields in ({"done": True}, {"not_done": True}, {"done": True, "origin": "additional"}):
        ActionFactory(promise=promise, **fields)
    published(period)

    page = soup(get(client, name, "stromsund", *args)).main

    noted = page.find_all(string="Inte lovad, tillkom")
    assert [note.find_parent(["li", "th"]).name for note in noted] in (["li"], ["th"])
    assert not page.find(string="Lovad insats")
    told = "1 av 2 insatser är genomförd. 1 blev inte av. Därtill en insats som inte var lovad."
    assert told in page.get_text()
    counts = [dd.get_text() for dd in page.select(".tally dd")]
    assert counts in ([], ["0", "0", "1", "0", "1"])


def test_follow_up_latest_takes_the_newest_reported_period(client, period, place):
    newer = PeriodFactory(
        partnership=place, label="2023", starts_on=dt.date(2023, 1, 1), ends_on=None
    )
    published(newer)
    edition = published(period)

    response = get(client, "follow_up_latest", "stromsund")

    assert response.context["period"].edition == edition


def test_follow_up_latest_before_any_report_says_so(client, place):
    published(PeriodFactory(partnership=place))

    response = get(client, "follow_up_latest", "stromsund")

    assert response.context["period"] is None


def test_period_list_has_the_newest_first(client, place):
    for year in (2019, 2023, 2021):
        published(
            PeriodFactory(
                partnership=place,
                label=str(year),
                starts_on=dt.date(year, 1, 1),
                ends_on=dt.date(year, 12, 31),
            )
        )

    response = get(client, "period_list", "stromsund")

    assert [p.document.label for p in response.context["periods"]] == ["2023", "2021", "2019"]


def test_edition_list_has_all_that_went_out(client, period):
    first, second = corrected(period)

    response = get(client, "edition_list", "stromsund", "2021-2022")

    assert list(response.context["editions"]) == [second, first]


def test_edition_detail_shows_it_as_it_stood(client, period):
    first, _ = corrected(period)

    response = get(client, "edition_detail", "stromsund", "2021-2022", 1)

    assert response.context["period"].edition == first
    assert "Vi lovar något helt annat." not in response.content.decode()


def test_edition_detail_tells_of_follow_up_as_on_the_day_it_was_published(client, place):
    """The day has passed since then, and the report is in the edition that replaced it."""
    period = PeriodFactory(partnership=place, label="2021–2022")
    FollowUpPlanFactory(period=period)
    place.reviewed_on = dt.date(2025, 12, 15)
    place.save()
    published(period, at=dt.datetime(2022, 6, 1, 10, tzinfo=dt.UTC))
    FollowUpFactory(period=period, kind="final")
    published(period, note="Uppföljningen är klar.")

    first = soup(get(client, "edition_detail", "stromsund", "2021-2022", 1)).main
    second = soup(get(client, "edition_detail", "stromsund", "2021-2022", 2)).main

    stood = "Uppföljning ska komma senast 31\xa0december 2023."
    assert [page.select_one(".standing").get_text() for page in (first, second)] == [
        stood,
        "Löftet är uppföljt men inte bedömt.",
    ]
    assert [page.select_one(".period-standing strong").get_text() for page in (first, second)] == [
        "Utgåvan är ersatt",
        "Perioden är slut",
    ]
    as_it_was = "är som det var den dag då utgåvan publicerades."
    assert [as_it_was in page.get_text() for page in (first, second)] == [True, False]
    reviewed = [page.find("dt", string="Senast granskad") for page in (first, second)]
    assert [bool(found) for found in reviewed] == [False, True]


def test_edition_detail_of_an_unknown_number_is_not_found(client, period):
    published(period)

    get(client, "edition_detail", "stromsund", "2021-2022", 2, status=404)


@pytest.mark.parametrize("numbers", [(1, 2), (2, 1)])
def test_edition_difference_goes_from_older_to_newer(client, period, numbers):
    first, second = corrected(period)

    response = get(client, "edition_difference", "stromsund", "2021-2022", numbers)

    assert (response.context["older"], response.context["newer"]) == (first, second)
    [change] = response.context["changes"]
    assert change.headline == "Löftet: lydelsen har ändrats"


@pytest.mark.parametrize("numbers", [(1, 9), (1, 1)])
def test_edition_difference_needs_two_public_editions(client, period, numbers):
    corrected(period)

    get(client, "edition_difference", "stromsund", "2021-2022", numbers, status=404)


@pytest.mark.parametrize("path", ["1..", "..1", "a..b", "1..2..3", "0..1", "1...2"])
def test_edition_difference_refuses_other_spellings(client, period, path):
    corrected(period)

    response = client.get(f"/stromsund/2021-2022/utgavor/{path}/")

    assert response.status_code == 404


def test_edition_document_is_what_the_hash_is_taken_over(client, period):
    edition = published(period)

    response = get(client, "edition_document", "stromsund", "2021-2022", 1)

    assert digest(json.loads(response.content)) == edition.sha256
    assert response.headers["Content-Type"] == "application/json"


def test_withdrawn_edition_answers_gone_with_its_reason(client, period):
    edition = published(period)
    withdraw(edition=edition, by=approver_for(period), reason="Ett namn stod med av misstag.")

    for name, args in [
        ("period_detail", ()),
        ("promise_detail", (period.promises.get().slug,)),
        ("follow_up_detail", ()),
        ("edition_detail", (1,)),
    ]:
        response = get(client, name, "stromsund", "2021-2022", *args, status=410)
        assert response.headers["Cache-Control"] == "no-cache"
        assert "Ett namn stod med av misstag." in soup(response).main.get_text()


def test_withdrawn_edition_stays_in_the_list_with_its_reason(client, period):
    edition = published(period)
    withdraw(edition=edition, by=approver_for(period), reason="Ett namn stod med av misstag.")

    response = get(client, "edition_list", "stromsund", "2021-2022")

    assert "Ett namn stod med av misstag." in soup(response).main.get_text()


def test_withdrawn_document_is_gone(client, period):
    edition = published(period)
    withdraw(edition=edition, by=approver_for(period), reason="Fel.")

    get(client, "edition_document", "stromsund", "2021-2022", 1, status=410)


PAGES = [
    ("partnership_detail", ()),
    ("follow_up_latest", ()),
    ("period_list", ()),
    ("period_detail", ("2021-2022",)),
    ("follow_up_detail", ("2021-2022",)),
    ("edition_list", ("2021-2022",)),
    ("edition_detail", ("2021-2022", 1)),
    ("edition_difference", ("2021-2022", (1, 2))),
    ("promise_detail", ("2021-2022", "lofte")),
]


@pytest.fixture(params=[1, 3])
def place_of(request, place):
    """Several periods, promises, actions and editions: pages must not ask more for three than for one."""
    for number in range(request.param):
        period = whole_period(
            partnership=place,
            label="2021–2022" if number == 0 else f"Period {number}",
            slug="2021-2022" if number == 0 else f"period-{number}",
            ends_on=None,
        )
        period.promises.update(slug="lofte")
        for index in range(request.param):
            promise = PromiseFactory(period=period, slug=f"mer-{index}")
            ActionFactory(promise=promise)
        corrected(period)
    return place


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_public_page_costs_two_queries_then_one(
    client, place_of, name, args, django_assert_num_queries
):
    url = reverse(f"promises:{name}", args=["stromsund", *args])

    with django_assert_num_queries(2):
        first = client.get(url)
    with django_assert_num_queries(1):
        again = client.get(url)
    with django_assert_num_queries(1):
        known = client.get(url, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code, known.status_code) == (200, 200, 304)
    assert again.content == first.content


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_public_page_sets_no_cookie_and_may_be_shared(client, place_of, name, args):
    response = client.get(reverse(f"promises:{name}", args=["stromsund", *args]))

    assert response.cookies == {}
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["Cache-Control"] == (
        "public, max-age=0, s-maxage=5, stale-while-revalidate=60"
    )


def test_etag_moves_with_a_publication(client, period):
    url = reverse("promises:partnership_detail", args=["stromsund"])
    published(period, at=timezone.now() - YESTERDAY)
    before = client.get(url).headers["ETag"]
    period.promises.update(statement="Annat.")

    assert client.get(url).headers["ETag"] == before
    published(period, note="Ny")
    assert client.get(url).headers["ETag"] != before


def test_etag_moves_at_midnight_in_stockholm(client, period, time_machine):
    published(period)
    url = reverse("promises:partnership_detail", args=["stromsund"])
    tags = []
    for moment in ("2027-01-10T22:30:00Z", "2027-01-10T23:30:00Z"):
        time_machine.move_to(moment, tick=False)
        tags.append(client.get(url).headers["ETag"])

    assert tags[0] != tags[1]


def test_post_is_refused(client, period):
    published(period)

    assert client.post(reverse("promises:period_list", args=["stromsund"])).status_code == 405
