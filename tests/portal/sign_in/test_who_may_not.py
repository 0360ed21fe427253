"""Demo accounts, closed accounts and strangers stay out."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client, override_settings
from django.urls import reverse

from tests.portal.sign_in.pages import (
    code,
    give_code,
    give_password,
    texts,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo_user(enrolled):
    enrolled.is_demo = True
    enrolled.save()
    return enrolled


def test_demo_account_stays_out_of_a_real_portal(client, demo_user):
    response = give_password(client, demo_user)

    assert response.url == reverse("account_inactive")
    assert client.get(reverse("mfa_authenticate")).status_code == 302
    assert not UserSession.objects.filter(user=demo_user).exists()


def test_demo_account_that_is_in_is_out_when_the_demo_ends(sign_in, demo_user):
    client = sign_in(demo_user)

    with override_settings(DEMO=True):
        inside = client.get(reverse("admin:index"))

    assert inside.status_code == 200
    assert client.get(reverse("admin:index")).status_code == 302


def test_closed_account_is_told_so_and_open_sessions_end(client, sign_in, enrolled):
    other = sign_in(enrolled)
    enrolled.is_active = False
    enrolled.save()

    response = give_password(client, enrolled)

    assert response.url == reverse("account_inactive")
    assert texts(client.get(response.url), "h1") == ["Kontot är avstängt"]
    assert other.get(reverse("admin:index")).status_code == 302


def test_demo_shows_the_code_and_never_one_that_is_used(client, demo_user):
    with override_settings(DEMO=True):
        give_password(client, demo_user)
        shown = texts(client.get(reverse("mfa_authenticate")), ".notice strong")
        entered = give_code(client, shown[0])
        other = Client()
        give_password(other, demo_user)
        shown_next = texts(other.get(reverse("mfa_authenticate")), ".notice strong")
        entered_next = give_code(other, shown_next[0])

    assert (entered.status_code, entered_next.status_code) == (302, 302)
    assert shown_next != shown


@pytest.mark.parametrize(("demo", "is_demo"), [(False, False), (True, False)])
def test_code_is_shown_to_demo_accounts_in_the_demo_only(client, enrolled, demo, is_demo):
    enrolled.is_demo = is_demo
    enrolled.save()
    with override_settings(DEMO=demo):
        give_password(client, enrolled)
        page = client.get(reverse("mfa_authenticate"))

    assert page.status_code == 200
    assert texts(page, ".notice") == []
    assert code() not in page.content.decode()


@pytest.mark.parametrize(
    "path", ["konto/signup/", "konto/email/", "konto/registrera/", "accounts/login/"]
)
def test_open_sign_up_has_no_address(client, db, path):
    assert client.get(f"/{path}").status_code == 404
