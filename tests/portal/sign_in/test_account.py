"""Sessions, recovery codes, and the help of an operator."""

from urllib.parse import urlsplit

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core import signing
from django.test import Client
from django.urls import reverse

from portal.accounts import reset_second_factor
from portal.exceptions import NotAllowed
from portal.models import OutgoingMail
from portal.sign_in.browsers import name_browser
from tests.factories.portal import MembershipFactory, OperatorFactory
from tests.portal.sign_in.pages import (
    PASSWORD,
    code,
    give_code,
    give_password,
    soup,
    texts,
)

pytestmark = pytest.mark.django_db


def test_one_session_can_be_ended_from_another(client, enrolled):
    client.defaults["HTTP_USER_AGENT"] = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"
    other = Client(HTTP_USER_AGENT="Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/605.1")
    for step, browser in enumerate((client, other)):
        give_password(browser, enrolled)
        give_code(browser, code(step=step))
    page = client.get(reverse("usersessions_list"))
    (button,) = soup(page).select(".rows form input[name=session]")

    client.post(reverse("usersessions_list"), {"session": button["value"]})

    assert texts(page, ".rows strong") == ["Firefox på Windows", "Safari på iPhone"]
    assert other.get(reverse("admin:index")).status_code == 302
    assert client.get(reverse("admin:index")).status_code == 200


def test_nobody_ends_the_session_of_another(client, enrolled, sign_in):
    stranger = MembershipFactory().user
    give_password(client, enrolled)
    give_code(client, code())
    session = UserSession.objects.get(user=enrolled)

    response = sign_in(stranger).post(reverse("usersessions_list"), {"session": session.pk})

    assert response.status_code == 200
    assert UserSession.objects.filter(pk=session.pk).exists()


def test_recovery_codes_ask_who_you_are_after_a_while(client, enrolled):
    with time_machine.travel("2026-03-02T08:00:00+01:00", tick=False) as clock:
        give_password(client, enrolled)
        give_code(client, code())
        client.post(reverse("mfa_generate_recovery_codes"))
        at_once = client.get(reverse("mfa_view_recovery_codes"))
        clock.shift(600)
        later = client.get(reverse("mfa_view_recovery_codes"))
        asked = client.get(later.url)
        confirmed = client.post(later.url, {"password": PASSWORD}, follow=True)

    assert at_once.status_code == 200
    assert urlsplit(later.url).path == reverse("account_reauthenticate")
    assert texts(asked, ".plain-list a") == ["Använd en kod"]
    assert len(texts(confirmed, ".codes code")) == 10


def test_operator_resets_a_lost_second_step(client, enrolled, sign_in):
    give_password(client, enrolled)
    give_code(client, code())
    operator = sign_in(OperatorFactory())

    operator.post(
        reverse("admin:portal_user_changelist"),
        {"action": "reset_second_factor", "_selected_action": [enrolled.pk]},
    )

    assert not Authenticator.objects.filter(user=enrolled).exists()
    assert client.get(reverse("portal:account")).status_code == 302
    assert OutgoingMail.objects.get().to == enrolled.email


def test_only_an_operator_resets_a_second_step(enrolled):
    approver = MembershipFactory(approver=True).user

    with pytest.raises(NotAllowed):
        reset_second_factor(user=enrolled, by=approver)

    assert Authenticator.objects.filter(user=enrolled).exists()


def test_old_address_no_longer_opens_a_changed_account(client, enrolled, sign_in):
    client.post(reverse("account_reset_password"), {"email": enrolled.email})  # allauth notes it
    operator, old = sign_in(OperatorFactory()), enrolled.email
    rows = {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}

    operator.post(
        reverse("admin:portal_user_change", args=[enrolled.pk]),
        {"name": enrolled.name, "email": "ny@example.se", "is_active": "on", "is_staff": "on"}
        | rows,
    )

    enrolled.refresh_from_db()
    assert enrolled.email == "ny@example.se"
    OutgoingMail.objects.all().delete()
    client.post(reverse("account_reset_password"), {"email": old})
    assert not OutgoingMail.objects.exists()


def test_account_page_names_the_person_and_where_they_work(sign_in, enrolled):
    response = sign_in(enrolled).get(reverse("portal:account"))

    assert texts(response, "h1") == ["Eva Ek"]
    membership = enrolled.memberships.get()
    assert f"Redaktör · {membership.organisation}" in texts(response, ".plain-list li")


@pytest.mark.parametrize(
    "name",
    (
        "mfa_index mfa_list_webauthn mfa_add_webauthn mfa_deactivate_totp mfa_reauthenticate "
        "mfa_generate_recovery_codes account_logout account_reauthenticate"
    ).split(),
)
def test_pages_of_the_account_are_ours(sign_in, enrolled, name):
    response = sign_in(enrolled).get(reverse(name))

    assert response.status_code == 200
    assert soup(response).select_one("link[href*='css/account.css']") is not None
    assert soup(response).select("script:not([src]):not([type='application/json'])") == []
    assert soup(response).select("[style]") == []


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36", "Chrome på Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge på Windows"),
        (
            "Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0",
            "Samsung Internet på Android",
        ),
        ("curl/8.0", "Okänd webbläsare"),
    ],
)
def test_browser_is_named_in_words(user_agent, said):
    assert name_browser(user_agent) == said


def test_signed_data_of_others_is_no_session(client, enrolled):
    client.cookies["sessionid"] = signing.dumps({"_auth_user_id": str(enrolled.pk)})

    assert client.get(reverse("admin:index")).status_code == 302
