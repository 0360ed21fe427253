"""When a place opens, and where: the operators' to say, and for good."""

import datetime as dt

import pytest
from django.urls import reverse

from portal.days import today
from tests.admin_pages import texts, typed
from tests.factories.portal import OperatorFactory, PartnershipFactory, editor_of
from tests.factories.promises import published, whole_period

pytestmark = pytest.mark.django_db

A_MONTH = dt.timedelta(days=30)


@pytest.fixture
def operator(sign_in):
    return sign_in(OperatorFactory())


def change(place) -> str:
    return reverse("admin:portal_partnership_change", args=[place.pk])


def saved(client, place, **values):
    """The page as it stands, with these values typed in."""
    response = client.post(change(place), typed(client.get(change(place))) | values)
    place.refresh_from_db()
    return response


@pytest.mark.parametrize("opens", [dt.date(2020, 1, 1), None])
@pytest.mark.parametrize("is_approver", [False, True])
def test_opening_day_is_not_the_editors_to_change(opens, is_approver, sign_in):
    place = PartnershipFactory(public_from=opens)
    client = sign_in(editor_of(place, approver=is_approver))

    response = saved(client, place, name="Nytt namn", public_from=str(today()) if not opens else "")

    assert response.status_code == 302, texts(response, ".errorlist")
    assert (place.name, place.public_from) == ("Nytt namn", opens)


@pytest.mark.parametrize("typed_day", ["", str(today() + A_MONTH)])
def test_open_place_is_not_closed_or_moved(typed_day, operator):
    place = PartnershipFactory(slug="stromsund")

    response = saved(operator, place, public_from=typed_day, slug="annan")

    assert response.status_code == 302, texts(response, ".errorlist")
    assert (place.public_from, place.slug) == (dt.date(2020, 1, 1), "stromsund")


def test_operator_opens_a_place_and_thinks_again_before_the_day(operator):
    place = PartnershipFactory(public_from=None, slug="stromsund")

    saved(operator, place, public_from=str(today() + A_MONTH), slug="stromsunds")
    first = (place.public_from, place.slug)
    saved(operator, place, public_from="", slug="stromsund")

    assert first == (today() + A_MONTH, "stromsunds")
    assert (place.public_from, place.slug) == (None, "stromsund")


def test_address_stays_once_a_text_has_gone_out(operator):
    place = PartnershipFactory(public_from=None, slug="stromsund")
    published(whole_period(partnership=place))

    saved(operator, place, slug="annan", public_from=str(today() + A_MONTH))

    assert (place.slug, place.public_from) == ("stromsund", today() + A_MONTH)


@pytest.mark.parametrize("opens", [dt.date(2020, 1, 1), today() + A_MONTH])
def test_error_elsewhere_on_the_page_is_told_when_the_day_is_emptied(opens, operator):
    place = PartnershipFactory(public_from=opens)

    response = saved(operator, place, public_from="", name="")

    assert response.status_code == 200
    assert len(texts(response, ".errorlist li")) == 1
    assert place.public_from == opens
