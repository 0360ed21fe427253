"""A start as in production: ``DATABASE_URL``, no debug, collected and compressed files, Granian."""

import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import brotli
import psycopg
import pytest
from django.db import connection
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def database_url(django_db_setup, django_db_blocker) -> Iterator[str]:
    """A new database in the server that the tests use."""
    name = f"production_{secrets.token_hex(4)}"
    with django_db_blocker.unblock():
        given = connection.get_connection_params()
    keys = ("host", "port", "user", "password")
    where = {key: given[key] for key in keys if given.get(key)}
    with psycopg.connect(**where, dbname="postgres", autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        secret = f":{quote(where['password'], safe='')}" if "password" in where else ""
        port = f":{where['port']}" if "port" in where else ""
        host = quote(str(where.get("host", "localhost")), safe="")
        yield f"postgres://{where.get('user', 'postgres')}{secret}@{host}{port}/{name}"
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def environment(database_url, tmp_path_factory) -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DATABASE_URL": database_url,
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": "loften.example.se",
        "BEHIND_PROXY": "1",
        "EMAIL_HOST": "localhost",
        "SECURITY_CONTACT": "sakerhet@loften.example.se",
        "RELEASE": "1.2.3",
        "VAR_DIR": str(tmp_path_factory.mktemp("production")),
    }


def manage(environment: dict[str, str], *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "django", *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Running:
    port: int

    def get(self, path: str, **headers: str) -> Answer:
        proxied = {"Host": "loften.example.se", "X-Forwarded-Proto": "https"}
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", headers=proxied | headers
        )
        try:
            with urllib.request.build_opener(NoRedirect).open(request, timeout=10) as answer:
                return Answer(answer.status, lower(answer.headers), answer.read())
        except urllib.error.HTTPError as answer:
            return Answer(answer.code, lower(answer.headers), answer.read())


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def lower(headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


@pytest.fixture(scope="module")
def server(environment, tmp_path_factory) -> Iterator[Running]:
    manage(environment, "migrate", "--noinput")
    manage(environment, "collectstatic", "--noinput")
    manage(environment, "shell", "-c", PLACE)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    log = tmp_path_factory.mktemp("log") / "granian"
    with log.open("w") as out:
        process = subprocess.Popen(
            [*granian, "--blocking-threads", "2", "portal.wsgi:application"],
            cwd=ROOT,
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        running = Running(port)
        try:
            for _ in range(200):
                try:
                    running.get("/halsa/")
                    break
                except OSError:
                    time.sleep(0.1)
            else:
                pytest.fail(log.read_text())
            yield running
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)


PLACE = """
from datetime import date
from portal.models import Partnership
for slug in ("stromsund", "annan"):
    Partnership.objects.create(slug=slug, name=slug.title(), public_from=date(2020, 1, 1))
"""


def test_public_page_is_served_compressed_with_hsts(server):
    answer = server.get("/stromsund/", **{"Accept-Encoding": "br"})

    assert answer.status == 200
    assert answer.headers["content-encoding"] == "br"
    assert b"<h1" in brotli.decompress(answer.body)
    assert answer.headers["strict-transport-security"].startswith("max-age=63072000")
    assert "set-cookie" not in answer.headers


def test_known_etag_is_answered_304(server):
    etag = server.get("/stromsund/").headers["etag"]

    assert server.get("/stromsund/", **{"If-None-Match": etag}).status == 304


def test_page_for_those_who_build_the_portal_is_not_there(server):
    assert server.get("/stil/").status == 404


def test_static_files_are_hashed_compressed_and_kept_for_ever(server):
    page = server.get("/stromsund/").body.decode()
    [stylesheet] = re.findall(r'href="(/static/css/[^"]+)"', page)

    answer = server.get(stylesheet, **{"Accept-Encoding": "br"})

    assert re.search(r"\.[0-9a-f]{12}\.css$", stylesheet)
    assert answer.headers["content-encoding"] == "br"
    assert "immutable" in answer.headers["cache-control"]


def test_plain_http_is_sent_to_https(server):
    answer = server.get("/stromsund/", **{"X-Forwarded-Proto": "http"})

    assert (answer.status, answer.headers["location"]) == (
        301,
        "https://loften.example.se/stromsund/",
    )


def test_health_check_needs_neither_tls_nor_host(server):
    answer = server.get("/halsa/", Host="127.0.0.1", **{"X-Forwarded-Proto": "http"})

    assert (answer.status, json.loads(answer.body)) == (200, {"database": "ok"})


def test_unknown_host_is_refused_in_swedish(server):
    answer = server.get("/", Host="annan.example.se")

    assert answer.status == 400
    assert 'lang="sv"' in answer.body.decode()


def test_deploy_check_finds_nothing(environment):
    manage(environment, "check", "--deploy", "--fail-level", "WARNING")
