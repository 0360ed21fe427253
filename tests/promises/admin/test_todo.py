"""What waits on the first page, for whom, and where it is done."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.admin.todo import contacts_that_end, pages_to_review
from portal.days import today
from portal.services import sign_off
from promises.admin.todo import drafts_that_differ, follow_ups_due, texts_to_sign
from tests.admin_pages import texts
from tests.factories.portal import ContactFactory, OperatorFactory, PartnershipFactory, editor_of
from tests.factories.promises import (
    FollowUpFactory,
    FollowUpPlanFactory,
    PeriodFactory,
    PromiseFactory,
    candidate_of,
    published,
)

pytestmark = pytest.mark.django_db
ON = dt.date(2023, 6, 1)
DAY = dt.timedelta(days=1)


@pytest.fixture
def period():
    return PromiseFactory(period__label="2021–2022").period


@pytest.fixture
def editor(period):
    return editor_of(period.partnership)


def lines(give, user, on=ON) -> list[tuple[str, str, bool]]:
    return [(line.text, line.url, line.is_late) for line in give(user, on)]


def test_todo_follow_up_is_overdue(period, editor):
    FollowUpPlanFactory(period=period, due_on=dt.date(2023, 5, 31))

    [(text, url, is_late)] = lines(follow_ups_due, editor)

    assert text == "2021–2022 skulle ha redovisats senast 31\xa0maj 2023."
    assert (url, is_late) == (reverse("promises_admin:desk", args=[period.pk]), True)


@pytest.mark.parametrize(("days", "shown"), [(0, True), (60, True), (61, False)])
def test_todo_follow_up_is_due_soon(days, shown, period, editor):
    FollowUpPlanFactory(period=period, due_on=ON + days * DAY)

    found = lines(follow_ups_due, editor)

    assert [is_late for _, _, is_late in found] == ([False] if shown else [])


def test_todo_period_that_ended_without_a_plan_is_overdue(period, editor):
    [(text, _, is_late)] = lines(follow_ups_due, editor)

    assert text == "2021–2022 är slut men inte redovisad. Ingen dag är satt för uppföljningen."
    assert is_late


def test_todo_reported_period_waits_for_nobody(period, editor):
    FollowUpPlanFactory(period=period, due_on=ON - DAY)
    FollowUpFactory(period=period)

    assert lines(follow_ups_due, editor) == []


def test_todo_draft_that_was_never_published(period, editor):
    [(text, url, _)] = lines(drafts_that_differ, editor)

    assert text == "Utkastet till 2021–2022 är inte publicerat."
    assert url == reverse("promises_admin:publish", args=[period.pk])


def test_todo_draft_differs_from_what_is_public(period, editor):
    published(period)
    assert lines(drafts_that_differ, editor) == []

    PromiseFactory(period=period)

    [(text, _, _)] = lines(drafts_that_differ, editor)
    assert text == "Utkastet till 2021–2022 skiljer sig från det som är publicerat."


def test_todo_draft_that_waits_to_be_signed_is_said_once(period, editor):
    candidate_of(period, signed=False)

    assert lines(drafts_that_differ, editor) == []


def test_todo_text_waits_for_me_then_for_the_other_party(period):
    approver = editor_of(period.partnership, approver=True)
    edition = candidate_of(period, signed=False)
    mine, other = (member.organisation for member in period.partnership.members.all())
    assert lines(texts_to_sign, approver)[0][0] == "2021–2022 väntar på ditt godkännande."

    sign_off(edition=edition, organisation=mine, by=approver, name="A", title="Chef")

    [(text, url, _)] = lines(texts_to_sign, approver)
    assert text == f"2021–2022 väntar på godkännande från {other.name}."
    assert url == reverse("promises_admin:edition", args=[period.pk, edition.pk])


def test_todo_text_that_all_have_signed_can_be_published(period, editor):
    candidate_of(period)

    [(text, _, _)] = lines(texts_to_sign, editor)

    assert text == "2021–2022 är godkänd av alla. Den kan publiceras."


@pytest.mark.parametrize(
    ("days", "late"), [(-31, None), (-1, True), (0, False), (30, False), (31, None)]
)
def test_todo_contact_that_ends(days, late, period, editor):
    ContactFactory(partnership=period.partnership, valid_to=ON + days * DAY)

    found = lines(contacts_that_end, editor)

    assert [is_late for _, _, is_late in found] == ([] if late is None else [late])


@pytest.mark.parametrize(("days", "shown"), [(None, True), (366, True), (365, False)])
def test_todo_page_that_nobody_has_reviewed(days, shown, editor, period):
    place = period.partnership
    place.reviewed_on = None if days is None else ON - days * DAY
    place.save()

    assert bool(lines(pages_to_review, editor)) == shown


PROVIDERS = [follow_ups_due, drafts_that_differ, texts_to_sign, contacts_that_end, pages_to_review]


@pytest.mark.parametrize("give", PROVIDERS)
def test_todo_tells_nobody_of_others_places(give, period):
    candidate_of(period, signed=False)
    FollowUpPlanFactory(period=period, due_on=ON)
    ContactFactory(partnership=period.partnership, valid_to=ON)
    stranger = editor_of(PartnershipFactory(public_from=None))

    assert lines(give, stranger) == []
    assert lines(give, OperatorFactory()) != []


@pytest.mark.parametrize("give", PROVIDERS)
def test_todo_query_count_does_not_grow(give, sign_in):
    place = PartnershipFactory()
    user, counts = editor_of(place), []
    for _ in range(3):
        period = PromiseFactory(period=PeriodFactory(partnership=place)).period
        FollowUpPlanFactory(period=period, due_on=ON)
        ContactFactory(partnership=place, valid_to=ON)
        candidate_of(period, signed=False)
        PromiseFactory(period=period)
        with CaptureQueriesContext(connection) as queries:
            assert lines(give, user) != []
        counts.append(len(queries))

    assert counts[0] == counts[2]


def test_todo_page_lists_what_is_late_first(sign_in):
    period = PromiseFactory(period__ends_on=today() - DAY).period

    response = sign_in(editor_of(period.partnership)).get(reverse("admin:index"))

    assert texts(response, "h1") == ["Att göra"]
    assert texts(response, ".todo__late") == ["försenat"]
    assert "slut men inte redovisad" in texts(response, ".todo__text")[0]


def test_todo_page_says_when_nothing_waits(sign_in):
    place = PartnershipFactory(reviewed_on=today())

    response = sign_in(editor_of(place)).get(reverse("admin:index"))

    assert texts(response, "main section > p")[0] == (
        "Inget väntar på dig. Allt är redovisat, publicerat och granskat."
    )
