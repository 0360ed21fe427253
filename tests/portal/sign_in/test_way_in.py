"""From the address of the admin to the admin, with password and code."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.core.cache.backends.db import DatabaseCache
from django.test import Client
from django.urls import reverse

from tests.portal.sign_in.pages import (
    LOGIN,
    code,
    give_code,
    give_password,
    soup,
    texts,
)

pytestmark = pytest.mark.django_db


def test_whole_way_in_leads_to_the_page_that_was_asked_for(client, enrolled):
    wanted = reverse("admin:index") + "?e=1"

    asked = client.get(wanted, follow=True)
    after_password = give_password(client, enrolled, next=wanted)
    after_code = give_code(client, code())

    assert urlsplit(asked.redirect_chain[-1][0]).path == LOGIN
    assert parse_qs(urlsplit(asked.redirect_chain[-1][0]).query) == {"next": [wanted]}
    assert after_password.url == reverse("mfa_authenticate")
    assert after_code.url == wanted
    assert client.get(wanted).status_code == 200


def test_password_alone_opens_nothing(client, enrolled):
    give_password(client, enrolled)

    assert client.get(reverse("admin:index")).status_code == 302
    assert client.get(reverse("portal:account")).url.startswith(LOGIN)


def test_login_form_speaks_plainly_and_keeps_the_address(client, enrolled):
    response = give_password(client, enrolled, "fel lösenord")

    assert texts(response, "h1") == ["Logga in"]
    assert texts(response, "label") == ["E-postadress", "Lösenord"]
    assert texts(response, ".form-refusal") == ["E-postadressen eller lösenordet stämmer inte."]
    assert soup(response).select_one("#id_login")["value"] == enrolled.email
    assert [tag.get("placeholder") for tag in soup(response).select("input")] == [None] * 3


def test_next_outside_the_site_is_not_followed(client, enrolled):
    give_password(client, enrolled, next="https://example.org/")

    assert give_code(client, code()).url == reverse("admin:index")
    assert client.get(reverse("admin:login") + "?next=//example.org/").url == reverse("admin:index")


def test_wrong_code_is_refused_in_words(client, enrolled):
    give_password(client, enrolled)

    response = give_code(client, "000000")

    assert texts(response, ".errorlist li") == [
        "Koden stämmer inte, eller så har den redan använts."
    ]
    assert (
        soup(response).select_one("#id_code")["aria-describedby"]
        == "id_code_helptext id_code_error"
    )


def test_code_is_good_once_even_after_allauths_own_memory(client, enrolled):
    start = int(time.time()) // 30 * 30
    with time_machine.travel(start, tick=False) as clock:
        ahead = code(step=1)
        give_password(client, enrolled)
        first = give_code(client, ahead)
        clock.shift(45)  # allauth has forgotten the code, which would still be within the tolerance
        other = Client()
        give_password(other, enrolled)
        second = give_code(other, ahead)

    assert first.status_code == 302
    assert second.status_code == 200


def test_memory_of_used_codes_is_shared_by_all_processes(db):
    """What settings name in production; migrations make its table."""
    one, other = (DatabaseCache("portal_cache", {}) for _ in range(2))

    assert [one.add("code", True, 90), other.add("code", True, 90)] == [True, False]


def test_recovery_code_opens_once(client, enrolled):
    client_at_home = Client()
    give_password(client, enrolled)
    give_code(client, code())
    client.post(reverse("mfa_generate_recovery_codes"))
    codes = texts(client.get(reverse("mfa_view_recovery_codes")), ".codes code")
    client.post(reverse("account_logout"))

    give_password(client, enrolled)
    first = give_code(client, codes[0])
    give_password(client_at_home, enrolled)
    second = give_code(client_at_home, codes[0])

    assert len(codes) == 10
    assert (first.status_code, client.get(reverse("admin:index")).status_code) == (302, 200)
    assert second.status_code == 200


def test_too_many_wrong_passwords_are_stopped_for_that_address(client, enrolled):
    for _ in range(5):
        give_password(client, enrolled, "fel lösenord")

    response = give_password(client, enrolled)

    assert texts(response, ".form-refusal") == [
        "För många försök. Vänta några minuter och pröva igen."
    ]


def test_too_many_wrong_codes_are_stopped(client, enrolled):
    give_password(client, enrolled)
    for _ in range(5):
        give_code(client, "000000")

    response = give_code(client, code())

    assert texts(response, ".errorlist li") == [
        "För många försök. Vänta några minuter och pröva igen."
    ]


def test_flood_of_attempts_is_answered_429_in_swedish(client, db):
    statuses = [
        client.post(reverse("account_reset_password"), {"email": "x@example.se"}).status_code
        for _ in range(6)
    ]
    response = client.post(reverse("account_reset_password"), {"email": "x@example.se"})

    assert statuses == [302] * 5 + [429]
    assert texts(response, "h1") == ["För många försök"]
