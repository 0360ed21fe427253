"""Sign-in through the organisation's own provider: a portal with it switched on, as a server of its own with
its own database, and a real provider beside it."""

import os
import re
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg
import pytest
import requests
from bs4 import BeautifulSoup
from django.db import connection
from psycopg import sql

from tests.portal.oidc_provider import CLIENT, Provider

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "en lång mening om älgar"

PEOPLE = f"""
from allauth.mfa.models import Authenticator
from portal.models import Membership, Organisation, User
place = Organisation.objects.create(name="Älvkommun", short_form="kommunen", kind="municipality")
for name in ("eva", "bo", "cia"):
    user = User.objects.create_user(
        f"{{name}}@example.se", {PASSWORD!r}, name=name.title(), is_staff=True, is_active=name != "cia"
    )
    Membership.objects.create(user=user, organisation=place)
Authenticator.objects.create(
    user=User.objects.get(name="Bo"), type="totp", data={{"secret": "JBSWY3DPEHPK3PXP"}}
)
"""


@pytest.fixture(scope="module")
def database_url(django_db_setup, django_db_blocker) -> Iterator[str]:
    """A new database in the server that the tests use."""
    name = f"oidc_{secrets.token_hex(4)}"
    with django_db_blocker.unblock():
        given = connection.get_connection_params()
    where = {key: given[key] for key in ("host", "port", "user", "password") if given.get(key)}
    with psycopg.connect(**where, dbname="postgres", autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        secret = f":{quote(where['password'], safe='')}" if "password" in where else ""
        port = f":{where['port']}" if "port" in where else ""
        host = quote(str(where.get("host", "localhost")), safe="")
        yield f"postgres://{where.get('user', 'postgres')}{secret}@{host}{port}/{name}"
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    running = Provider()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def portal(database_url, provider, tmp_path_factory) -> Iterator[str]:
    """The address of a portal whose settings name the provider."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    environment = kept | {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DEBUG": "1",
        "DATABASE_URL": database_url,
        "VAR_DIR": str(tmp_path_factory.mktemp("oidc")),
        "OIDC_ISSUER": provider.issuer + "/",
        "OIDC_CLIENT_ID": CLIENT[0],
        "OIDC_CLIENT_SECRET": CLIENT[1],
        "OIDC_NAME": "Älvkommuns konto",
    }
    django = [sys.executable, "-m", "django"]
    for command in (["migrate", "--verbosity", "0"], ["shell", "--verbosity", "0", "-c", PEOPLE]):
        subprocess.run([*django, *command], cwd=ROOT, env=environment, check=True)
    command = [*django, "runserver", f"127.0.0.1:{port}", "--noreload", "--skip-checks"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/halsa/")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the portal did not start within half a minute")


def press(visitor: requests.Session, portal: str) -> requests.Response:
    """Open the sign-in page, press the organisation's button, and follow wherever it leads."""
    page = visitor.get(f"{portal}/konto/logga-in/?next=/admin/", timeout=20)
    form = BeautifulSoup(page.text, "html.parser").select_one("form[action*='/oidc/']")
    fields = {field["name"]: field["value"] for field in form.select("input")}
    return visitor.post(portal + form["action"], data=fields, timeout=20)


def heading(response: requests.Response) -> str:
    return BeautifulSoup(response.text, "html.parser").h1.get_text(strip=True)


@pytest.fixture
def visitor() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


def person(name: str, **claims: object) -> dict[str, object]:
    return {"sub": f"id-{name}", "email": f"{name}@example.se", "email_verified": True, **claims}


def test_invited_person_comes_in_and_sets_up_the_second_step(portal, provider, visitor):
    provider.person = person("eva")
    provider.requests.clear()

    response = press(visitor, portal)

    assert provider.requests[1:] == [
        "/authorize",
        "/.well-known/openid-configuration",
        "/token",
        "/userinfo",
    ]
    assert urlsplit(response.url).path == "/konto/andra-steget/"
    assert heading(response) == "Andra steget"


def test_password_still_works_after_the_first_time(portal, provider, visitor):
    provider.person = person("eva")
    press(requests.Session(), portal)
    page = visitor.get(f"{portal}/konto/logga-in/", timeout=20)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]

    given = {"csrfmiddlewaretoken": token, "login": "eva@example.se", "password": PASSWORD}
    response = visitor.post(f"{portal}/konto/logga-in/", data=given, timeout=20)

    assert urlsplit(response.url).path == "/konto/andra-steget/"


def test_second_step_is_asked_for_here_too(portal, provider, visitor):
    provider.person = person("bo")

    response = press(visitor, portal)

    assert urlsplit(response.url).path == "/konto/andra-steget/kod/"
    assert urlsplit(visitor.get(f"{portal}/admin/", timeout=20).url).path != "/admin/"


def test_known_by_the_providers_own_name_when_the_address_changes(portal, provider, visitor):
    provider.person = person("eva")
    press(requests.Session(), portal)
    provider.person = person("eva", email="eva.ny@example.se")

    assert heading(press(visitor, portal)) == "Andra steget"


@pytest.mark.parametrize(
    "claims", [person("okand"), person("eva", sub="en annan", email_verified=False)]
)
def test_no_account_is_made_for_a_stranger(portal, provider, visitor, claims):
    provider.person = claims

    response = press(visitor, portal)

    assert heading(response) == "Kontot finns inte här"
    assert urlsplit(visitor.get(f"{portal}/konto/", timeout=20).url).path == "/konto/logga-in/"


def test_closed_account_stays_closed(portal, provider, visitor):
    provider.person = person("cia")

    assert heading(press(visitor, portal)) == "Kontot är avstängt"


def test_refusal_by_the_provider_is_told_in_words(portal, provider, visitor):
    provider.person = person("eva")
    provider.refuses = True
    try:
        response = press(visitor, portal)
    finally:
        provider.refuses = False

    assert heading(response) == "Inloggningen avbröts"


def test_answer_that_nobody_asked_for_is_refused(portal, visitor):
    response = visitor.get(
        f"{portal}/konto/oidc/organisation/login/callback/?code=x&state=y", timeout=20
    )

    assert heading(response) == "Inloggningen gick inte"


def test_button_names_the_provider_and_browsers_may_follow_it(portal, provider, visitor):
    page = visitor.get(f"{portal}/konto/logga-in/", timeout=20)
    policy = dict(
        part.strip().partition(" ")[::2]
        for part in page.headers["Content-Security-Policy"].split(";")
    )

    assert "Logga in med Älvkommuns konto" in page.text
    assert policy["form-action"] == f"'self' {provider.issuer}"
    assert policy["script-src"] == "'self'"


def test_it_is_off_unless_settings_say_so(client, db):
    page = client.get("/konto/logga-in/")

    assert client.get("/konto/oidc/organisation/login/").status_code == 404
    assert BeautifulSoup(page.content, "html.parser").select("form[action*=oidc]") == []
