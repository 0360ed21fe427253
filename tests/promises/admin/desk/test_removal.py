"""Taking away from the desk what was added by mistake, and keeping what residents have read."""

import datetime as dt

import pytest
from django.urls import reverse

from promises.models import Action, Reading
from tests.admin_pages import texts
from tests.factories.portal import PartnershipFactory, editor_of
from tests.factories.promises import ActionFactory, GoalFactory, ReadingFactory, published
from tests.promises.admin.desk.pages import HTMX, address, soup

pytestmark = pytest.mark.django_db


def asking(period, key: str) -> str:
    return reverse("promises_admin:desk_remove", args=[period.pk, key])


@pytest.fixture
def extra(promise) -> Action:
    return ActionFactory(promise=promise, origin="additional", text="Extra kväll i centrum")


@pytest.fixture
def reading(promise) -> Reading:
    return ReadingFactory(goal=GoalFactory(promise=promise), value=147, source="BRÅ")


def test_only_what_was_added_can_be_asked_for(client, period, promise, extra, reading):
    ActionFactory(promise=promise)

    links = [a["href"] for a in soup(client.get(address(period))).select(".desk-row__remove")]

    keys = [f"insats-{extra.pk}", f"varde-{reading.pk}"]
    assert links == [asking(period, key) for key in keys]


def test_row_added_by_htmx_can_be_removed_at_once(client, period, promise):
    key = f"ny-insats-{promise.pk}"
    data = {"row": key, f"{key}-text": "Extra kväll", f"{key}-status": "done"}

    answer = soup(client.post(address(period), data, headers=HTMX))

    made = Action.objects.get()
    links = [a["href"] for a in answer.select(".desk-row__remove")]
    assert links == [asking(period, f"insats-{made.pk}")]


def test_asking_removes_nothing(client, period, extra):
    response = client.get(asking(period, f"insats-{extra.pk}"))

    assert texts(response, ".removal") == ["Extra kväll i centrum"]
    assert list(Action.objects.all()) == [extra]


def test_additional_action_is_removed_and_the_desk_says_so(client, period, promise, extra):
    kept = ActionFactory(promise=promise)

    response = client.post(asking(period, f"insats-{extra.pk}"), follow=True)

    assert list(Action.objects.all()) == [kept]
    assert response.request["PATH_INFO"] == address(period)
    assert texts(response, ".messagelist li") == ["Borttaget: Extra kväll i centrum"]


def test_reading_is_removed(client, period, reading):
    Reading.objects.filter(pk=reading.pk).update(on=dt.date(2021, 12, 31))
    page = client.get(asking(period, f"varde-{reading.pk}"))

    client.post(asking(period, f"varde-{reading.pk}"))

    said = "147 brott, 31 december 2021 (anmälda bedrägerier, BRÅ)"
    assert texts(page, ".removal") == [said]
    assert not Reading.objects.exists()


def test_what_residents_have_read_stays(client, period, extra, reading):
    published(period)
    pages = [asking(period, key) for key in (f"insats-{extra.pk}", f"varde-{reading.pk}")]

    told = [texts(client.get(page), "#content p")[1] for page in pages]
    answers = [client.post(page).status_code for page in pages]

    assert told == [
        "Insatsen är publicerad och ska gå att läsa. Blev den inte av: "
        "redovisa den som inte genomförd, med skäl.",
        "Värdet är publicerat och ska gå att läsa. Är det fel: ändra det i stället.",
    ]
    assert answers == [409, 409]
    assert (Action.objects.count(), Reading.objects.count()) == (1, 1)


def test_promised_action_stays(client, period, promise):
    action = ActionFactory(promise=promise)

    response = client.post(asking(period, f"insats-{action.pk}"))

    assert response.status_code == 409
    assert texts(response, "#content p")[1].startswith("Insatsen är lovad.")
    assert Action.objects.exists()


@pytest.mark.parametrize("key", ["insats-999999", "varde-999999", "omdome-1", "insats-x"])
def test_row_that_is_not_there_is_not_found(client, period, extra, key):
    assert client.get(asking(period, key)).status_code == 404


def test_row_of_another_period_is_not_found(client, period, sign_in, extra):
    other = ActionFactory(origin="additional")
    stranger = sign_in(editor_of(PartnershipFactory()))

    answers = [
        client.post(asking(period, f"insats-{other.pk}")).status_code,
        stranger.post(asking(period, f"insats-{extra.pk}")).status_code,
    ]

    assert answers == [404, 404]
    assert Action.objects.count() == 2
