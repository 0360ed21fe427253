"""Signing in as a person does it: the pages, the code, what is read there."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.fixtures import TOTP_SECRET

PASSWORD = "en lång mening om älgar"
LOGIN = "/konto/logga-in/"


def code(*, secret: str = TOTP_SECRET, step: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def texts(response, selector: str) -> list[str]:
    return [" ".join(found.get_text().split()) for found in soup(response).select(selector)]


def give_password(client: Client, user, password: str = PASSWORD, **query: str):
    return client.post(
        reverse("account_login", query=query), {"login": user.email, "password": password}
    )


def give_code(client: Client, given: str):
    return client.post(reverse("mfa_authenticate"), {"code": given})
