"""Signatories without an account: registered by those who sign for the organisation, and operators."""

import pytest
from django.urls import reverse

from portal.exceptions import NotAllowed
from portal.models import SignatoryContact
from portal.rights import require_registrar
from tests.admin_pages import soup, texts, typed
from tests.factories.portal import (
    OperatorFactory,
    PartnershipFactory,
    SignatoryContactFactory,
    editor_of,
)

pytestmark = pytest.mark.django_db

LIST = reverse("admin:portal_signatorycontact_changelist")
ADD = reverse("admin:portal_signatorycontact_add")


@pytest.fixture
def place():
    return PartnershipFactory()


@pytest.fixture
def police(place):
    return place.members.all()[1].organisation


def values(organisation):
    return {
        "organisation": organisation.pk,
        "name": "Petra Polis",
        "title": "lokalpolisområdeschef",
        "email": "petra@polis.se",
        "is_active": "on",
    }


def change(signatory) -> str:
    return reverse("admin:portal_signatorycontact_change", args=[signatory.pk])


def test_approver_registers_for_their_own_organisation(sign_in, place, police):
    approver = editor_of(place, approver=True, party=1)

    response = sign_in(approver).post(ADD, values(police))

    registered = SignatoryContact.objects.get()
    assert response.status_code == 302
    assert (registered.organisation, registered.registered_by) == (police, approver)


def test_approver_registers_for_nobody_else(sign_in, place, police):
    approver = editor_of(place, approver=True, party=0)

    response = sign_in(approver).post(ADD, values(police))

    assert response.status_code == 200
    assert not SignatoryContact.objects.exists()


def test_operator_registers_for_anybody(sign_in, police):
    sign_in(OperatorFactory()).post(ADD, values(police))

    assert SignatoryContact.objects.get().organisation == police


def test_editor_does_not_reach_them(sign_in, place, police):
    signatory = SignatoryContactFactory(organisation=police)
    editing = sign_in(editor_of(place, party=1))

    found = [editing.get(address).status_code for address in (LIST, ADD, change(signatory))]
    assert found == [403, 403, 403]


def test_approver_of_the_other_party_does_not_reach_them(sign_in, place, police):
    signatory = SignatoryContactFactory(organisation=police)
    other = sign_in(editor_of(place, approver=True, party=0))

    assert other.get(change(signatory)).status_code == 302
    assert signatory.name not in other.get(LIST).content.decode()


def test_nobody_is_deleted_only_put_aside(sign_in, place, police):
    signatory = SignatoryContactFactory(organisation=police)
    address = reverse("admin:portal_signatorycontact_delete", args=[signatory.pk])

    response = sign_in(OperatorFactory()).post(address, {"post": "yes"})

    assert response.status_code == 403
    assert SignatoryContact.objects.exists()


def test_rule_itself(place, police):
    require_registrar(editor_of(place, approver=True, party=1), police)
    with pytest.raises(NotAllowed, match="Bara en godkännare"):
        require_registrar(editor_of(place, party=1), police)


def test_history_tells_who_changed_what_in_words(place, police, sign_in):
    approver = editor_of(place, approver=True, party=1)
    client = sign_in(approver)
    client.post(ADD, values(police))
    signatory = SignatoryContact.objects.get()
    changed = typed(client.get(change(signatory))) | {"title": "gruppchef", "is_active": []}
    client.post(change(signatory), changed)
    history = soup(client.get(change(signatory))).select_one(".object-tools .historylink")["href"]

    page = client.get(history)

    assert texts(page, ".event__acts > li > dl dt") == ["Titel", "Får godkänna"]
    assert texts(page, ".event__acts ins") == ["till gruppchef", "till nej"]
    assert [who.split(" ", 2)[:2] for who in texts(page, ".event__who")] == [
        approver.name.split(" ")
    ] * 2


@pytest.mark.parametrize(
    ("changed", "is_told"), [({"email": "p@polis.se"}, True), ({"title": "chef"}, False)]
)
def test_corrected_address_tells_that_links_have_ended(sign_in, police, changed, is_told):
    signatory = SignatoryContactFactory(organisation=police)
    at_work = sign_in(OperatorFactory())
    shown = typed(at_work.get(change(signatory)))

    response = at_work.post(change(signatory), shown | changed, follow=True)

    told = [line for line in texts(response, ".messagelist li") if "gäller inte längre" in line]
    assert bool(told) == is_told
