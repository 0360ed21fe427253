"""What other pages say of a text that has been taken back: that it was, and never by a link to it."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from portal.services import withdraw
from tests.factories import dialogues
from tests.factories.portal import PartnershipFactory, editor_of
from tests.factories.promises import PeriodFactory, PromiseFactory, approver_for, published

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
PROMISE = "/stromsund/2021-2022/trafik/"
GONE = "Det löftet är inte publicerat längre."


def main(client, path) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser").main


def take_back(edition, subject, approver=approver_for) -> None:
    withdraw(edition=edition, by=approver(subject), reason="Ett namn stod med.")


def twice(row, publish, **changed) -> None:
    """Two editions."""
    publish(row, at=timezone.now() - DAY)
    type(row).objects.filter(pk=row.pk).update(**changed)
    row.refresh_from_db()
    publish(row, note="Omskriven.")


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


@pytest.fixture
def before(place):
    """A promise of 2019–2020, in its period's second edition."""
    period = PeriodFactory(partnership=place, label="2019–2020", starts_on=dt.date(2019, 1, 1))
    promise = PromiseFactory(period=period, slug="trafik", statement="Vi lovar tio kontroller.")
    twice(period, published, place="Hela kommunen")
    return promise


@pytest.fixture
def after(place, before):
    """The promise of 2021–2022 that carries it on. Something said in a dialogue led to both."""
    period = PeriodFactory(partnership=place, label="2021–2022", ends_on=None)
    after = PromiseFactory(period=period, slug="trafik", continues=before)
    twice(period, published, place="Hela kommunen")
    dialogue = dialogues.DialogueFactory(partnership=place, slug="dialog")
    for position, led_to in enumerate((before, after)):
        finding = dialogues.FindingFactory(dialogue=dialogue, promised=True, position=position)
        dialogues.FindingPromiseFactory(
            finding=finding, promise_key=led_to.key, label=led_to.statement
        )
    twice(dialogue, dialogues.published, title="Ett möte till")
    return after


@pytest.fixture
def withdrawn(before, after):
    edition = before.period.editions.get(number=2)
    take_back(edition, before.period)
    return edition


def carried_on(page) -> tuple[str, list[str]]:
    """What is said of the earlier promise, and where it leads."""
    [told] = [p for p in page.select(".station p") if "för vidare ett från" in p.get_text()]
    return " ".join(told.get_text().split()), [link["href"] for link in told.select("a")]


def test_promise_leads_to_the_one_it_carries_on(client, after):
    assert carried_on(main(client, PROMISE)) == (
        "Löftet för vidare ett från 2019–2020: ”Vi lovar tio kontroller.”",
        ["/stromsund/2019-2020/trafik/"],
    )


def test_promise_that_carries_on_one_that_is_withdrawn_says_so(client, withdrawn):
    assert carried_on(main(client, PROMISE)) == (
        f"Löftet för vidare ett från 2019–2020: ”Vi lovar tio kontroller.” {GONE}",
        [],
    )


def test_preview_says_so_too(sign_in, after, withdrawn):
    editor = sign_in(editor_of(after.period.partnership))
    path = reverse("promises_admin:preview_promise", args=[after.period.pk, "trafik"])

    told, links = carried_on(main(editor, path))

    assert (told.endswith(GONE), links) == (True, [])


@pytest.mark.parametrize(
    "path", [PROMISE, "/stromsund/2019-2020/utgavor/1/", "/stromsund/2019-2020/utgavor/"]
)
def test_kept_page_turns_when_another_text_is_withdrawn(client, before, after, path):
    first = client.get(path)
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304

    take_back(before.period.editions.get(number=2), before.period)
    second = client.get(path, headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 200
    assert second.content != first.content


@pytest.mark.parametrize("path", [PROMISE, "/stromsund/2021-2022/fran-ord-till-resultat/"])
def test_knowing_what_is_withdrawn_costs_no_query(
    client, withdrawn, path, django_assert_num_queries
):
    with django_assert_num_queries(2):
        response = client.get(path)

    assert GONE in response.content.decode()


def test_replaced_edition_says_that_nothing_is_in_force(client, withdrawn):
    page = main(client, "/stromsund/2019-2020/utgavor/1/")

    notice = " ".join(page.select_one(".notice").get_text().split())
    assert "Den senaste utgåvan är tillbakadragen, så just nu gäller ingen." in notice
    assert [a["href"] for a in page.select(".notice a")] == ["/stromsund/2019-2020/utgavor/"]


def links(client, start: str) -> Iterator[tuple[str, int]]:
    """Every page of the place that links lead to from there, with its status."""
    waiting, seen = [start], {start}
    while waiting:
        path = waiting.pop()
        response = client.get(path)
        yield path, response.status_code
        if response.headers["Content-Type"].startswith("text/html"):
            page = BeautifulSoup(response.content.decode(), "html.parser")
            found = {a["href"].partition("#")[0] for a in page.select("a[href]")}
            new = {p for p in found - seen if re.match(r"/stromsund/(?!.*\.(pdf|vcf|ics))", p)}
            seen |= new
            waiting += sorted(new)


def test_no_page_leads_to_what_is_withdrawn(client, place, withdrawn):
    dialogue = place.dialogues.get()
    take_back(dialogue.editions.get(number=2), dialogue, dialogues.approver_for)
    starts = [
        "/stromsund/",
        "/stromsund/2019-2020/utgavor/",
        "/stromsund/dialoger/dialog/utgavor/",
    ]

    walked = {path: status for start in starts for path, status in links(client, start)}

    assert {path for path, status in walked.items() if status != 200} == set()
    assert len(walked) > 15
