"""What a list's address may ask for: its own filters, and nothing that no page shows."""

import pytest
from django.contrib import admin
from django.urls import reverse

from portal.admin.lists import SwedishList
from portal.models import User
from tests.admin_pages import texts
from tests.factories.portal import (
    ContactFactory,
    FaultReportFactory,
    OperatorFactory,
    OutgoingMailFactory,
    PartnershipFactory,
    editor_of,
)

pytestmark = pytest.mark.django_db

OURS = sorted(admin.site._registry, key=lambda model: model._meta.label)


def list_of(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


@pytest.fixture
def place():
    return PartnershipFactory()


@pytest.fixture
def operator(sign_in):
    return sign_in(OperatorFactory())


def test_every_list_keeps_to_its_filters():
    assert [m for m in OURS if not isinstance(admin.site._registry[m], SwedishList)] == []


def test_approver_learns_nothing_of_colleagues_passwords(place, sign_in):
    approver = editor_of(place, approver=True)
    client, known = sign_in(approver), User.objects.get(pk=approver.pk).password[:12]

    right = client.get(list_of(User), {"password__startswith": known})
    wrong = client.get(list_of(User), {"password__startswith": "x"})

    assert (right.status_code, right["Location"]) == (302, f"{list_of(User)}?e=1")
    assert (wrong.status_code, wrong["Location"]) == (302, f"{list_of(User)}?e=1")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.model_name)
def test_no_list_looks_up_fields_by_name(model, operator):
    # A key of a filter (status__exact, is_active__exact) is its own; no filter asks for "contains".
    asked = [f"{f.name}__contains" for f in model._meta.concrete_fields]
    asked += ["memberships__user__password__startswith", "pk", "id__gt", "finns_inte"]

    found = {key: operator.get(list_of(model), {key: "a"}).status_code for key in asked}

    assert found == dict.fromkeys(asked, 302)


def test_list_stands_without_what_it_was_not_asked_for(place, operator):
    contact = ContactFactory(partnership=place)

    response = operator.get(list_of(type(contact)), {"phone__contains": "070"}, follow=True)

    assert texts(response, "#result_list .field-function") == [contact.function]


def test_filters_search_order_and_pages_still_work(place, operator):
    here = ContactFactory(partnership=place, function="Kommunpolis")
    ContactFactory(partnership=PartnershipFactory(), function="Kommunpolis")
    query = {"partnership__id__exact": place.pk, "q": "kommunpolis", "o": "1", "p": "1", "all": ""}

    response = operator.get(list_of(type(here)), query)

    assert [row.pk for row in response.context["cl"].result_list] == [here.pk]


def test_filters_of_our_own_still_work(operator):
    report, letter = FaultReportFactory(), OutgoingMailFactory()

    reports = operator.get(list_of(type(report)), {"lage": "besvarade"})
    letters = operator.get(list_of(type(letter)), {"state": letter.state})
    people = operator.get(list_of(User), {"is_active__exact": "1"})

    assert list(reports.context["cl"].result_list) == []
    assert list(letters.context["cl"].result_list) == [letter]
    assert people.context["cl"].result_count == User.objects.filter(is_active=True).count()
