"""The second step before anything else."""

from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.urls import reverse

from tests.factories.portal import UserFactory
from tests.fixtures import enrol
from tests.portal.sign_in.pages import (
    LOGIN,
    PASSWORD,
    code,
    give_password,
    soup,
    texts,
)

pytestmark = pytest.mark.django_db


def test_staff_without_second_step_is_led_through_its_set_up(client, editor):
    give_password(client, editor)
    led_to = client.get(reverse("admin:index"), follow=True)
    page = client.get(reverse("mfa_activate_totp"))
    secret = soup(page).select_one(".secret").get_text()

    activated = client.post(
        reverse("mfa_activate_totp"), {"code": code(secret=secret)}, follow=True
    )

    assert led_to.redirect_chain[-1][0] == reverse("mfa_index")
    assert texts(led_to, ".action") == ["Lägg till en app", "Lägg till en nyckel"]
    assert activated.redirect_chain[-1][0] == reverse("mfa_view_recovery_codes")
    assert len(texts(activated, ".codes code")) == 10
    assert client.get(reverse("admin:index")).status_code == 200
    assert soup(page).select_one(".qr svg path") is not None


def test_session_opened_before_the_set_up_elsewhere_must_show_the_code(client, editor):
    give_password(client, editor)
    enrol(editor)

    led_to = client.get(reverse("admin:index"), follow=True)
    confirmed = client.post(led_to.redirect_chain[-1][0], {"code": code()})

    assert urlsplit(led_to.redirect_chain[-1][0]).path == reverse("mfa_reauthenticate")
    assert confirmed.url == reverse("admin:index")
    assert client.get(reverse("admin:index")).status_code == 200


@pytest.mark.parametrize("name", ["mfa_view_recovery_codes", "mfa_deactivate_totp"])
def test_password_alone_does_not_reach_what_protects_the_account(client, editor, name):
    give_password(client, editor)
    enrol(editor)
    Authenticator.objects.create(
        user=editor, type="recovery_codes", data={"seed": "0" * 40, "used_mask": 0}
    )

    response = client.get(reverse(name))
    by_password = client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    assert urlsplit(response.url).path == reverse("mfa_reauthenticate")
    assert urlsplit(by_password.url).path == reverse("mfa_reauthenticate")


def test_removed_device_no_longer_counts(client, enrolled, sign_in):
    client = sign_in(enrolled)
    assert client.get(reverse("admin:index")).status_code == 200

    Authenticator.objects.filter(user=enrolled).delete()
    without = client.get(reverse("admin:index"), follow=True)
    enrol(enrolled)
    with_another = client.get(reverse("admin:index"), follow=True)

    assert without.redirect_chain[-1][0] == reverse("mfa_index")
    assert urlsplit(with_another.redirect_chain[-1][0]).path == reverse("mfa_reauthenticate")


def test_recovery_codes_alone_are_no_second_step(sign_in, editor):
    client = sign_in(editor)
    Authenticator.objects.filter(user=editor).update(type="recovery_codes")

    assert client.get(reverse("admin:index")).status_code == 302


def test_account_without_organisation_is_told_so(sign_in, db):
    client = sign_in(UserFactory())

    response = client.get(reverse("admin:index"), follow=True)

    assert response.status_code == 403
    assert texts(response, "h1") == ["Du har inget att arbeta med här än"]


def test_admins_own_pages_of_sign_in_are_allauths(client, enrolled, sign_in):
    signed_in = sign_in(enrolled)

    assert client.get("/admin/login/?next=/admin/x/").url == f"{LOGIN}?next=%2Fadmin%2Fx%2F"
    assert client.post("/admin/login/", {"username": enrolled.email, "password": PASSWORD}).url
    assert signed_in.get("/admin/password_change/").url == reverse("account_change_password")
    out = signed_in.post("/admin/logout/", follow=True)
    assert out.redirect_chain[0] == (reverse("account_logout"), 307)
    assert signed_in.get("/admin/").status_code == 302


def test_admin_shows_no_rows_of_libraries():
    labels = {model._meta.app_label for model in admin.site._registry}

    assert labels <= {"portal", "promises", "dialogues"}


def test_one_request_asks_once_about_the_second_step(
    sign_in, enrolled, django_assert_max_num_queries
):
    client = sign_in(enrolled)

    with django_assert_max_num_queries(40) as seen:
        client.get(reverse("admin:index"))

    asked = [query for query in seen.captured_queries if "mfa_authenticator" in query["sql"]]
    assert len(asked) == 1
