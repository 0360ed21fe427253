"""A password chosen anew, and what it ends."""

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from portal.models import OutgoingMail
from tests.portal.sign_in.pages import (
    PASSWORD,
    give_password,
    soup,
    texts,
)

pytestmark = pytest.mark.django_db


def link_in(letter: OutgoingMail) -> str:
    return urlsplit(re.search(r"https?://\S+", letter.body)[0]).path


def test_password_is_chosen_anew_by_mail_and_the_link_works_once(client, enrolled):
    client.post(reverse("account_reset_password"), {"email": enrolled.email})
    letter = OutgoingMail.objects.get()
    form = client.get(link_in(letter), follow=True)
    action = soup(form).select_one("main form")["action"]

    done = client.post(action, {"password1": "fyra nya ord här", "password2": "fyra nya ord här"})
    again = Client().get(link_in(letter))

    assert letter.to == enrolled.email
    assert letter.subject == "Välj ett nytt lösenord till Medborgarlöften"
    assert done.url == reverse("account_reset_password_from_key_done")
    assert give_password(client, enrolled, "fyra nya ord här").url == reverse("mfa_authenticate")
    assert texts(again, "h1") == ["Länken gäller inte längre"]
    assert OutgoingMail.objects.filter(subject="Ditt lösenord är bytt").exists()


def test_letter_of_a_new_password_arrives_by_mail(client, enrolled, smtp):
    client.post(reverse("account_reset_password"), {"email": enrolled.email})

    (letter,) = smtp.work()

    path = urlsplit(re.search(r"https?://\S+", letter.get_content())[0]).path
    assert letter["To"] == enrolled.email
    assert texts(client.get(path, follow=True), "h1") == ["Välj ett nytt lösenord"]


def test_reset_tells_nobody_who_has_an_account(client, enrolled):
    known = client.post(reverse("account_reset_password"), {"email": enrolled.email})
    unknown = client.post(reverse("account_reset_password"), {"email": "ingen@example.se"})

    assert known.url == unknown.url
    assert [letter.to for letter in OutgoingMail.objects.all()] == [enrolled.email]


def test_short_password_is_refused_next_to_its_field(sign_in, enrolled):
    response = sign_in(enrolled).post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "kort", "password2": "kort"},
    )

    (error,) = soup(response).select(".form-field .errorlist")
    assert error["id"] == "id_password1_error"
    assert "12 tecken" in error.get_text()


def test_changed_password_ends_other_sessions_but_not_this(sign_in, enrolled):
    here, there = sign_in(enrolled), sign_in(enrolled)

    changed = here.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "fyra nya ord här", "password2": "fyra nya ord här"},
    )

    assert changed.url == reverse("portal:account")
    assert here.get(reverse("admin:index")).status_code == 200
    assert there.get(reverse("admin:index")).status_code == 302
