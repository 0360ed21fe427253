"""Invitations in the admin: whom one may invite, and what the list can do."""

import pytest
from django.urls import reverse

from portal.models import Invitation, OutgoingMail
from tests.admin_pages import soup
from tests.factories.portal import (
    MembershipFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.portal.test_invitations import invited

pytestmark = pytest.mark.django_db

LIST = "admin:portal_invitation_changelist"
ADD = "admin:portal_invitation_add"


@pytest.fixture
def approver(db):
    return MembershipFactory(approver=True, user__name="Anna Alm", organisation__name="Älvkommun")


def given(approver, **fields) -> dict[str, object]:
    filled = {"email": "bo@example.se", "name": "Bo Berg", "title": "", "role": "editor"}
    return filled | {"organisation": approver.organisation.pk} | fields


def test_approver_invites_in_the_admin(sign_in, approver):
    client = sign_in(approver.user)

    page = client.get(reverse(ADD))
    sent = client.post(reverse(ADD), given(approver), follow=True)

    choices = page.context["adminform"].form.fields["organisation"].queryset
    assert list(choices) == [approver.organisation]
    assert page.context["adminform"].form.initial["organisation"] == str(approver.organisation.pk)
    assert sent.redirect_chain == [(reverse(LIST), 302)]
    assert [str(m) for m in sent.context["messages"]] == [
        "En inbjudan till Bo Berg är på väg till bo@example.se."
    ]
    assert Invitation.objects.get().invited_by == approver.user


def test_refusal_stands_next_to_the_address(sign_in, approver):
    MembershipFactory(organisation=approver.organisation, user__email="bo@example.se")

    response = sign_in(approver.user).post(reverse(ADD), given(approver))

    assert response.status_code == 200
    assert "är redan redaktör" in response.context["adminform"].form.errors["email"][0]


def test_inviting_somebody_who_has_an_account_says_what_became_of_it(sign_in, approver):
    UserFactory(email="bo@example.se", name="Bo Berg")

    sent = sign_in(approver.user).post(reverse(ADD), given(approver), follow=True)

    assert [str(m) for m in sent.context["messages"]] == [
        "Bo Berg hade redan ett konto och är nu redaktör för Älvkommun."
    ]


def test_foreign_organisation_cannot_be_chosen(sign_in, approver):
    foreign = given(approver, organisation=OrganisationFactory().pk)

    response = sign_in(approver.user).post(reverse(ADD), foreign)

    assert "organisation" in response.context["adminform"].form.errors
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_list_shows_ones_own_in_few_queries(
    sign_in, approver, count, django_assert_max_num_queries
):
    invited(MembershipFactory(approver=True), email="annan@example.se")
    for number in range(count):
        invited(approver, email=f"ny{number}@example.se")
    client = sign_in(approver.user)

    with django_assert_max_num_queries(14):
        response = client.get(reverse(LIST))

    assert len(response.context["cl"].result_list) == count


def test_actions_send_again_and_take_back(sign_in, approver):
    invitation, client = invited(approver), sign_in(approver.user)
    chosen = {"_selected_action": [invitation.pk]}

    client.post(reverse(LIST), {"action": "send_again"} | chosen)
    client.post(reverse(LIST), {"action": "take_back"} | chosen)
    refused = client.post(reverse(LIST), {"action": "take_back"} | chosen, follow=True)

    invitation.refresh_from_db()
    assert OutgoingMail.objects.count() == 2
    assert invitation.revoked_by == approver.user
    assert [str(m) for m in refused.context["messages"]][-1] == (
        "Inbjudan till Bo Berg är redan återkallad."
    )


def test_actions_reach_no_foreign_rows(sign_in, approver):
    foreign = invited(MembershipFactory(approver=True))

    sign_in(approver.user).post(
        reverse(LIST), {"action": "take_back", "_selected_action": [foreign.pk]}
    )

    foreign.refresh_from_db()
    assert foreign.revoked_at is None


def test_editors_see_no_invitations(sign_in, approver):
    editor = MembershipFactory(organisation=approver.organisation).user
    invitation, client = invited(approver), sign_in(editor)

    statuses = [
        client.get(reverse(LIST)).status_code,
        client.get(reverse(ADD)).status_code,
        client.get(reverse("admin:portal_invitation_change", args=[invitation.pk])).status_code,
    ]

    assert statuses == [403, 403, 403]


def test_invitation_is_read_not_changed_or_deleted(sign_in, approver):
    invitation, client = invited(approver), sign_in(approver.user)
    page = reverse("admin:portal_invitation_change", args=[invitation.pk])

    assert client.get(page).status_code == 200
    assert client.post(page, given(approver, name="Annan")).status_code == 403
    assert (
        client.post(reverse("admin:portal_invitation_delete", args=[invitation.pk])).status_code
        == 403
    )


def test_form_has_no_english_choice(sign_in, approver):
    page = soup(sign_in(approver.user).get(reverse(ADD)))

    assert {option.text for option in page.select("option[value='']")} == {"– välj –"}
