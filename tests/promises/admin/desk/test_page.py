"""The desk as it is read: every promise and action, counted, in a fixed number of questions."""

import pytest
from django.urls import reverse

from promises.enums import ActionStatus
from tests.factories.portal import PartnershipFactory, editor_of
from tests.factories.promises import (
    ActionFactory,
    FollowUpFactory,
    GoalFactory,
    PeriodFactory,
    PromiseFactory,
    ReadingFactory,
    VerdictFactory,
)
from tests.promises.admin.desk.pages import (
    address,
    row_of,
    save,
    soup,
)

pytestmark = pytest.mark.django_db

QUERIES = 16


def test_desk_shows_every_promise_with_its_actions(client, period, promise):
    promised = ActionFactory(promise=promise)
    loose = ActionFactory(promise=None, period=period)

    page = soup(client.get(address(period)))

    assert [h.text for h in page.select(".desk-promise__words")] == [promise.statement]
    rows = page.select(".desk-row[id^=insats-] .desk-row__name")
    assert [row.text.strip() for row in rows] == [promised.text, loose.text]


def test_desk_counts_in_words(client, period, promise):
    ActionFactory.create_batch(2, promise=promise, done=True)
    ActionFactory(promise=promise)

    page = soup(client.get(address(period)))

    assert page.select_one("#desk-counter").text == "2 av 3 insatser redovisade"


def test_desk_leads_to_the_first_unreported_action(client, promise, period):
    ActionFactory(promise=promise, done=True)
    waiting = ActionFactory(promise=promise)

    page = soup(client.get(address(period)))

    assert page.select_one("a.desk-next")["href"] == f"#insats-{waiting.pk}"


@pytest.mark.parametrize("count", [1, 3])
def test_desk_query_count_does_not_grow(sign_in, django_assert_num_queries, count):
    period = PeriodFactory()
    follow_up = FollowUpFactory(period=period)
    for promise in PromiseFactory.create_batch(count, period=period):
        ActionFactory.create_batch(count, promise=promise)
        ReadingFactory(goal=GoalFactory(promise=promise))
        VerdictFactory(follow_up=follow_up, promise=promise)
    client = sign_in(editor_of(period.partnership))
    client.get(address(period))

    with django_assert_num_queries(QUERIES):
        response = client.get(address(period))

    assert len(soup(response).select(".desk-promise")) == count


def test_desk_of_another_place_is_not_found(sign_in, period):
    stranger = sign_in(editor_of(PartnershipFactory()))

    assert stranger.get(address(period)).status_code == 404
    assert stranger.post(address(period), {}).status_code == 404
    assert save(stranger, period, {"row": "rapport"}).status_code == 404


def test_desk_sends_the_anonymous_to_sign_in(client, period):
    client.logout()

    response = client.get(address(period))

    assert response.status_code == 302
    assert response.url.startswith(reverse("admin:login"))


def test_row_of_someone_signed_out_is_refused_and_not_replaced(client, period, promise):
    action = ActionFactory(promise=promise)
    data = row_of(client, period, f"insats-{action.pk}", status="done")
    client.logout()

    response = save(client, period, data)

    assert response.status_code == 403
    action.refresh_from_db()
    assert action.status == ActionStatus.PLANNED


def test_row_of_another_period_is_not_found(client, period, promise):
    other = ActionFactory(promise=PromiseFactory())

    response = save(client, period, {"row": f"insats-{other.pk}"})

    assert response.status_code == 404
