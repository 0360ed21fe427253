"""Nothing that has been published can be deleted, and the admin says why."""

import pytest
from django.urls import reverse

from promises.models import Action, FocusArea, Promise, PromisePeriod
from promises.published import is_published
from tests.admin_pages import texts, typed
from tests.factories.portal import OperatorFactory, editor_of
from tests.factories.promises import (
    ActionFactory,
    PromiseFactory,
    candidate_of,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def period():
    period = whole_period()
    published(period)
    return period


def rows_of(period):
    promise = period.promises.get()
    return {
        "period": period,
        "area": period.areas.get(),
        "promise": promise,
        "goal": promise.goals.get(),
        "action": promise.actions.first(),
        "report": period.follow_ups.get(),
    }


@pytest.mark.parametrize("of", ["period", "area", "promise", "goal", "action", "report"])
def test_published_row_is_not_deleted_and_the_page_says_why(of, period, sign_in):
    row = rows_of(period)[of]
    client = sign_in(editor_of(period.partnership))
    url = reverse(f"admin:promises_{row._meta.model_name}_delete", args=[row.pk])

    response = client.post(url, {"post": "yes"})

    assert type(row).objects.filter(pk=row.pk).exists()
    assert "ska gå att läsa" in texts(response, ".reasons li")[0]


def test_published_rows_are_not_deleted_in_bulk(period, sign_in):
    row = period.actions.first()
    values = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}

    response = sign_in(OperatorFactory()).post(reverse("admin:promises_action_changelist"), values)

    assert Action.objects.filter(pk=row.pk).exists()
    assert "redovisa den som inte genomförd" in texts(response, ".reasons li")[0]


def test_published_row_is_not_deleted_from_the_page_above(period, sign_in):
    promise = period.promises.get()
    client = sign_in(editor_of(period.partnership))
    url = reverse("admin:promises_promise_change", args=[promise.pk])

    response = client.post(url, {**typed(client.get(url)), "actions-0-DELETE": "on"})

    assert promise.actions.count() == 2
    assert "är publicerad och ska gå att läsa" in texts(response, "#actions-group .errorlist")[0]


def test_published_period_lets_go_of_what_was_never_published(period, sign_in):
    fresh = PromiseFactory(period=period)
    action = ActionFactory(promise=fresh)
    client = sign_in(editor_of(period.partnership))

    client.post(reverse("admin:promises_promise_delete", args=[fresh.pk]), {"post": "yes"})

    assert not Promise.objects.filter(pk=fresh.pk).exists()
    assert not Action.objects.filter(pk=action.pk).exists()


def test_published_row_under_a_draft_keeps_the_draft(period, sign_in):
    """An action that was published and then moved goes with nobody."""
    fresh = PromiseFactory(period=period)
    moved = period.actions.filter(promise__isnull=True).get()
    Action.objects.filter(pk=moved.pk).update(promise=fresh)
    client = sign_in(editor_of(period.partnership))

    client.post(reverse("admin:promises_promise_delete", args=[fresh.pk]), {"post": "yes"})

    assert Action.objects.filter(pk=moved.pk).exists()


def test_published_drafts_are_deletable_before(sign_in):
    period = whole_period()
    client = sign_in(editor_of(period.partnership))

    client.post(reverse("admin:promises_promiseperiod_delete", args=[period.pk]), {"post": "yes"})

    assert not PromisePeriod.objects.exists()
    assert not FocusArea.objects.exists()


def test_published_addresses_are_read_only(period, sign_in):
    client = sign_in(editor_of(period.partnership))
    pages = [
        reverse("admin:promises_promiseperiod_change", args=[period.pk]),
        reverse("admin:promises_promise_change", args=[period.promises.get().pk]),
    ]

    fields = [name for url in pages for name in typed(client.get(url)) if name == "slug"]

    assert fields == []
    assert [is_published(row) for row in rows_of(period).values()] == [True] * 6


def test_addresses_in_a_text_that_waits_are_read_only(sign_in):
    period = whole_period()
    edition = candidate_of(period, signed=False)
    client = sign_in(editor_of(period.partnership))
    pages = [
        reverse("admin:promises_promiseperiod_change", args=[period.pk]),
        reverse("admin:promises_promise_change", args=[period.promises.get().pk]),
    ]

    fields = {name for url in pages for name in typed(client.get(url))}

    assert {"label", "statement"} <= fields
    assert not fields & {"slug", "partnership"}
    assert edition.public_url == period.get_absolute_url()


def test_address_of_an_edition_is_its_own(period):
    address, edition = period.get_absolute_url(), period.editions.get()
    edition.period.slug = "annan"

    assert edition.public_url == address
