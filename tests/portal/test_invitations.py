"""An account begins with somebody who asks for it by name."""

import re
from urllib.parse import urlsplit

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.urls import reverse

from portal.exceptions import InvitationError, NotAllowed
from portal.invitations import accept_invitation, invite, resend_invitation, revoke_invitation
from portal.models import Invitation, Membership, OutgoingMail, User
from tests.factories.portal import (
    MembershipFactory,
    OperatorFactory,
    OrganisationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

PASSWORD = "en lång mening om älgar"


@pytest.fixture
def approver(db):
    return MembershipFactory(approver=True, user__name="Anna Alm", organisation__name="Älvkommun")


def invited(approver, email="bo@example.se", **fields) -> Invitation:
    given = {"name": "Bo Berg", "title": "Samordnare"} | fields
    return invite(by=approver.user, email=email, organisation=approver.organisation, **given)


def link(*, to="bo@example.se") -> str:
    letter = OutgoingMail.objects.filter(to=to, message_key__startswith="invitation-").first()
    return urlsplit(re.search(r"https?://\S+", letter.body)[0]).path


def accept(client: Client, path: str, **fields):
    return client.post(path, {"name": "Bo Berg", "title": "Chef", "password": PASSWORD} | fields)


def texts(response, selector: str) -> list[str]:
    found = BeautifulSoup(response.content, "html.parser").select(selector)
    return [" ".join(tag.get_text().split()) for tag in found]


# --- The whole way ----------------------------------------------------------------------------


def test_link_leads_to_an_account_and_its_second_step(client, approver):
    invited(approver)

    page = client.get(link())
    accepted = accept(client, link())

    user = User.objects.get(email="bo@example.se")
    membership = user.memberships.get()
    assert texts(page, "h1") == ["Välkommen, Bo Berg"]
    assert accepted.url == reverse("mfa_index")
    assert (user.name, user.title, user.is_staff, user.is_superuser) == (
        "Bo Berg",
        "Chef",
        True,
        False,
    )
    assert (membership.organisation, membership.role) == (approver.organisation, "editor")
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
    assert client.get(reverse("admin:index")).status_code == 302
    assert not Authenticator.objects.exists()


def test_letter_says_who_and_until_when(approver):
    with time_machine.travel("2026-03-02T12:00:00+01:00", tick=False):
        invited(approver, role="approver")

    letter = OutgoingMail.objects.get()
    assert letter.subject == "Inbjudan att arbeta med medborgarlöften för Älvkommun"
    assert "Anna Alm har bjudit in dig" in letter.body
    assert "som godkännare för Älvkommun" in letter.body
    assert "den 16\xa0mars 2026" in letter.body


def test_letter_arrives_by_mail_with_a_link_that_holds(client, approver, smtp):
    invited(approver)

    (letter,) = smtp.work()

    path = urlsplit(re.search(r"https?://\S+", letter.get_content())[0]).path
    assert letter["To"] == "bo@example.se"
    assert texts(client.get(path), "h1") == ["Välkommen, Bo Berg"]


def test_opening_the_link_changes_nothing(client, approver):
    invited(approver)

    for _ in range(3):
        assert client.get(link()).status_code == 200
        assert client.head(link()).status_code == 200

    assert Invitation.objects.live().count() == 1
    assert not User.objects.filter(email="bo@example.se").exists()


def test_token_is_stored_nowhere_but_in_the_letter(approver):
    invitation = invited(approver)
    token = link().rstrip("/").rpartition("/")[2]

    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(i)::text FROM portal_invitation i")
        (row,) = cursor.fetchone()
        cursor.execute("SELECT row_to_json(e)::text FROM portal_invitationevent e")
        (event,) = cursor.fetchone()

    assert len(token) == 43
    assert token not in row + event
    assert invitation.token_hash in row


# --- Links that no longer work ------------------------------------------------------------------


def closed(client, path) -> tuple[int, list[str]]:
    page, pressed = client.get(path), accept(client, path)
    assert (page.status_code, texts(page, ".lead")) == (
        pressed.status_code,
        texts(pressed, ".lead"),
    )
    return page.status_code, texts(page, ".lead")


def test_used_link_says_so(approver):
    invited(approver)
    accept(Client(), link())

    assert closed(Client(), link()) == (
        410,
        ["Inbjudan har redan använts. Logga in med e-postadressen och lösenordet du valde."],
    )


def test_revoked_link_says_so(client, approver):
    revoke_invitation(invitation=invited(approver), by=approver.user)

    assert closed(client, link()) == (
        410,
        ["Inbjudan har återkallats. Fråga den som bjöd in dig om du tror att det är fel."],
    )
    assert not User.objects.filter(email="bo@example.se").exists()


def test_old_link_says_so(client, approver):
    with time_machine.travel("2026-03-02T12:00:00+01:00", tick=False) as clock:
        invited(approver)
        clock.shift(14 * 24 * 3600 - 1)
        in_time = client.get(link()).status_code
        clock.shift(1)
        late = closed(client, link())

    assert in_time == 200
    assert late == (
        410,
        ["Inbjudan har blivit för gammal. Be den som bjöd in dig att skicka den igen."],
    )


def test_made_up_link_says_so(client, db):
    assert closed(client, "/konto/inbjudan/" + "x" * 43 + "/") == (410, ["Länken gäller inte."])


# --- The form ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"password": "kort"}, "password", "12 tecken"),
        ({"password": "123456789012"}, "password", "enbart numeriskt"),
        ({"name": ""}, "name", "måste fyllas i"),
    ],
)
def test_bad_input_is_told_next_to_its_field_and_keeps_the_rest(
    client, approver, fields, field, said
):
    invited(approver)

    response = accept(client, link(), **{"title": "Ny titel"} | fields)

    assert response.status_code == 422
    assert said in " ".join(texts(response, f"#id_{field}_error"))
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("#id_title")["value"] == "Ny titel"
    assert Invitation.objects.live().exists()


def test_somebody_elses_browser_is_taken_over_by_the_new_account(approver, sign_in):
    invited(approver)
    client = sign_in(approver.user)

    accept(client, link())

    assert texts(client.get(reverse("portal:account")), "h1") == ["Bo Berg"]


# --- Twice, and those who are here already --------------------------------------------------------


def test_address_invited_twice_has_one_live_invitation(client, approver):
    invited(approver, name="Bo")
    first = link()
    second = invited(approver, email="Bo@Example.se", name="Bo Berg")

    assert Invitation.objects.count() == 1
    assert (second.name, second.email) == ("Bo Berg", "bo@example.se")
    assert OutgoingMail.objects.count() == 2
    assert client.get(first).status_code == 410
    assert client.get(link()).status_code == 200


def test_sent_again_has_a_new_link_and_time(client, approver):
    with time_machine.travel("2026-03-02T12:00:00+01:00", tick=False) as clock:
        invitation = invited(approver)
        first = link()
        clock.shift(20 * 24 * 3600)
        resend_invitation(invitation=invitation, by=approver.user)

        assert client.get(first).status_code == 410
        assert client.get(link()).status_code == 200


def test_account_that_exists_gets_the_role_at_once_and_a_letter(approver):
    user = UserFactory(email="bo@example.se", name="Bo Berg", is_staff=False)

    made = invited(approver)

    user.refresh_from_db()
    assert (made.user, made.organisation, user.is_staff) == (user, approver.organisation, True)
    assert not Invitation.objects.exists()
    assert OutgoingMail.objects.get().subject == "Du arbetar nu med medborgarlöften för Älvkommun"


def test_account_made_between_letter_and_click_keeps_its_password(client, approver):
    invited(approver)
    user = UserFactory(email="bo@example.se", name="Bo Berg")
    user.set_password("hennes egna lösenord")
    user.save()

    page = client.get(link())
    response = client.post(link())

    user.refresh_from_db()
    assert texts(page, "main label") == []
    assert response.url == reverse("admin:index")
    assert user.check_password("hennes egna lösenord")
    assert user.memberships.get().organisation == approver.organisation
    assert client.get(reverse("portal:account")).status_code == 302  # and nobody is signed in


def test_invited_by_two_organisations_works_for_both(client, approver):
    other = MembershipFactory(approver=True)
    invited(approver)
    first = link()
    invited(other)

    accept(client, link())
    accept(client, first)

    user = User.objects.get(email="bo@example.se")
    assert user.memberships.count() == 2


# --- Refusals -----------------------------------------------------------------------------------


def test_editor_invites_nobody(approver):
    editor = MembershipFactory(organisation=approver.organisation)

    with pytest.raises(NotAllowed, match="Bara en godkännare för Älvkommun"):
        invited(editor)

    assert not Invitation.objects.exists()


def test_approver_invites_to_no_other_organisation(approver):
    with pytest.raises(NotAllowed):
        invite(
            by=approver.user, email="bo@example.se", name="Bo", organisation=OrganisationFactory()
        )


def test_operator_invites_anywhere(approver):
    made = invite(
        by=OperatorFactory(), email="bo@example.se", name="Bo", organisation=approver.organisation
    )

    assert made.organisation == approver.organisation


def test_role_that_is_held_already_is_refused(approver):
    held = MembershipFactory(organisation=approver.organisation, user__email="bo@example.se")

    with pytest.raises(InvitationError, match="är redan redaktör för Älvkommun"):
        invited(approver)
    invited(approver, role="approver")
    with pytest.raises(InvitationError, match="är redan godkännare för Älvkommun"):
        invited(approver)

    held.refresh_from_db()
    assert held.role == "approver"


def test_closed_account_is_not_opened_by_an_invitation(approver):
    UserFactory(email="bo@example.se", is_active=False)

    with pytest.raises(InvitationError, match="avstängt"):
        invited(approver)

    assert not Membership.objects.filter(user__email="bo@example.se").exists()


@pytest.mark.parametrize("act", [resend_invitation, revoke_invitation])
def test_strangers_touch_no_invitation(approver, act):
    invitation = invited(approver)

    with pytest.raises(NotAllowed):
        act(invitation=invitation, by=MembershipFactory(approver=True).user)


@pytest.mark.parametrize("act", [resend_invitation, revoke_invitation])
def test_used_invitation_is_neither_sent_again_nor_revoked(approver, act):
    invitation = invited(approver)
    accept(Client(), link())

    with pytest.raises(InvitationError, match="redan använd"):
        act(invitation=invitation, by=approver.user)


def test_service_itself_refuses_a_weak_password(approver):
    invited(approver)
    token = link().rstrip("/").rpartition("/")[2]

    with pytest.raises(InvitationError, match="12 tecken"):
        accept_invitation(token=token, name="Bo", title="", password="kort")

    assert Invitation.objects.live().exists()
