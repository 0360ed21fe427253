"""Nothing that has been published can be deleted, and the admin says why."""

import datetime as dt

import pytest
from django.urls import reverse

from promises.models import (
    Action,
    Evidence,
    FocusArea,
    FollowUp,
    FollowUpPlan,
    Promise,
    PromisePeriod,
    PromiseVerdict,
    Rationale,
    Reading,
    Signatory,
)
from promises.published import is_published, why_kept
from tests.admin_pages import texts, typed
from tests.factories.portal import OperatorFactory, editor_of
from tests.factories.promises import (
    ActionFactory,
    FollowUpFactory,
    FollowUpPlanFactory,
    PromiseFactory,
    RationaleFactory,
    ReadingFactory,
    SignatoryFactory,
    VerdictFactory,
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


def change_of(row) -> str:
    return reverse(f"admin:promises_{row._meta.model_name}_change", args=[row.pk])


@pytest.mark.parametrize(
    ("page", "prefix", "model"),
    [
        ("promise", "rationale", Rationale),
        ("promise", "evidence", Evidence),
        ("promise", "follow_up_plans", FollowUpPlan),
        ("period", "follow_up_plans", FollowUpPlan),
        ("period", "signatories", Signatory),
        ("report", "verdicts", PromiseVerdict),
    ],
)
def test_published_row_without_a_page_is_kept_on_the_page_above(page, prefix, model, sign_in):
    period = whole_period()
    FollowUpPlanFactory(period=period, promise=None)
    published(period)
    url, before = change_of(rows_of(period)[page]), model.objects.count()
    client = sign_in(editor_of(period.partnership))

    response = client.post(url, {**typed(client.get(url)), f"{prefix}-0-DELETE": "on"})

    assert response.status_code == 200
    assert before == model.objects.count() > 0
    told = texts(response, f"#{prefix}-group .errorlist li")
    assert "ska gå att läsa" in told[0]


def test_background_that_is_new_takes_no_published_figure_with_it(period, sign_in):
    """The figure was published under another background, and has been moved since."""
    fresh = RationaleFactory(promise=PromiseFactory(period=period))
    Evidence.objects.update(rationale=fresh)
    client, url = sign_in(editor_of(period.partnership)), change_of(fresh.promise)

    response = client.post(url, {**typed(client.get(url)), "rationale-0-DELETE": "on"})

    assert (response.status_code, Evidence.objects.count()) == (200, 1)


@pytest.mark.parametrize("of", ["report", "verdict", "reading", "plan", "signatory"])
def test_change_first_does_not_set_a_published_row_free(of, sign_in):
    period = whole_period()
    report, goal = period.follow_ups.get(), period.promises.get().goals.get()
    row = {
        "report": report,
        "verdict": report.verdicts.get(),
        "reading": goal.readings.first(),
        "plan": period.follow_up_plans.first(),
        "signatory": period.signatories.first(),
    }[of]
    published(period)
    before = why_kept(row)

    FollowUp.objects.update(as_of="2023-05-05")
    Reading.objects.update(on="2001-01-01", source="Någon annan")
    FollowUpPlan.objects.update(text="En annan plan")
    Signatory.objects.update(name="Någon Annan")
    row.refresh_from_db()

    assert why_kept(row) == before != ""


@pytest.mark.parametrize("of", ["report", "verdict", "reading", "plan", "signatory", "rationale"])
def test_row_added_after_publication_may_go(of, period):
    promise = period.promises.get()
    fresh = PromiseFactory(period=period)
    report = FollowUpFactory(period=period, kind="interim", as_of=dt.date(2019, 1, 1))
    row = {
        "report": lambda: report,
        "verdict": lambda: VerdictFactory(follow_up=report, promise=promise),
        "reading": lambda: ReadingFactory(goal=promise.goals.get(), on=dt.date(2019, 1, 1)),
        "plan": lambda: FollowUpPlanFactory(period=period, text="Ny plan"),
        "signatory": lambda: SignatoryFactory(period=period, name="Ny Person"),
        "rationale": lambda: RationaleFactory(promise=fresh),
    }[of]()

    assert why_kept(row) == ""


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
