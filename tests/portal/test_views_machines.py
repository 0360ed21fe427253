"""Files at the root that machines look for, and what each page tells them about itself."""

import datetime as dt
import json
import urllib.robotparser

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.checks import run_checks
from django.template import Context, Template
from django.test import RequestFactory

from portal.env import reachable
from portal.models import Partnership
from portal.templatetags.machines import json_ld
from tests.factories.portal import PartnershipFactory

pytestmark = pytest.mark.django_db

SITE = "https://loften.example.se"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE
    settings.SECURITY_CONTACT = ["mailto:sakerhet@example.se", "https://example.se/hal"]


@pytest.mark.parametrize(
    ("path", "content_type"),
    [("/favicon.ico", "image/x-icon"), ("/apple-touch-icon.png", "image/png")],
)
def test_icons_are_where_browsers_look_for_them(client, path, content_type):
    response = client.get(path)
    size = len(b"".join(response))
    response.close()

    assert (response.status_code, response.headers["Content-Type"]) == (200, content_type)
    assert 1000 < size < 5000


def test_robots_let_readers_in_and_editors_alone(client):
    robots = urllib.robotparser.RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())

    allowed = {path: robots.can_fetch("*", SITE + path) for path in ("/", "/stromsund/", "/sok/")}
    closed = {path: robots.can_fetch("*", SITE + path) for path in ("/admin/", "/konto/x/")}
    assert set(allowed.values()) == {True}
    assert set(closed.values()) == {False}
    assert robots.site_maps() == [f"{SITE}/sitemap.xml"]


@time_machine.travel(dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC))
def test_security_txt_says_whom_to_tell_and_holds_for_half_a_year(client):
    response = client.get("/.well-known/security.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "Contact: mailto:sakerhet@example.se",
        "Contact: https://example.se/hal",
        "Expires: 2026-08-28T00:00:00Z",
        "Preferred-Languages: sv, en",
        f"Canonical: {SITE}/.well-known/security.txt",
    ]


def test_security_txt_names_the_policy(client, settings):
    settings.SECURITY_POLICY = "https://example.se/policy"

    lines = client.get("/.well-known/security.txt").content.decode().splitlines()

    assert lines[-1] == "Policy: https://example.se/policy"


def test_without_a_contact_there_is_no_security_txt_and_the_deploy_check_says_so(client, settings):
    settings.SECURITY_CONTACT = []

    found = [message.id for message in run_checks(include_deployment_checks=True)]

    assert client.get("/.well-known/security.txt").status_code == 404
    assert "portal.W001" in found


@pytest.mark.parametrize("path", ["/robots.txt", "/.well-known/security.txt"])
def test_file_needs_no_query_and_is_304_to_who_has_it(client, path, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(path)
        unchanged = client.get(path, headers={"If-None-Match": response.headers["ETag"]})

    assert (response.status_code, unchanged.status_code) == (200, 304)


def test_contacts_become_addresses(monkeypatch):
    monkeypatch.setenv("X", "a@example.se, https://example.se/, mailto:b@example.se,tel:+4611414")

    assert reachable("X") == [
        "mailto:a@example.se",
        "https://example.se/",
        "mailto:b@example.se",
        "tel:+4611414",
    ]


def head(client, path) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content.decode(), "html.parser").head


def test_page_names_itself_once_without_its_query(client):
    PartnershipFactory(slug="stromsund", name='Å & "Ö"')

    found = head(client, "/stromsund/kontakt/?utm=1")

    assert [link["href"] for link in found.select('link[rel="canonical"]')] == [
        f"{SITE}/stromsund/kontakt/"
    ]
    told = {tag["property"]: tag["content"] for tag in found.select("meta[property]")}
    assert told["og:url"] == f"{SITE}/stromsund/kontakt/"
    assert told["og:title"] == found.title.get_text() == 'Kontakt · Medborgarlöften · Å & "Ö"'
    assert told["og:locale"] == "sv_SE"
    assert told["og:description"] == found.select_one('meta[name="description"]')["content"]
    assert 'Å & "Ö"' in told["og:description"]


def test_page_shows_the_picture_of_its_place_with_its_words(client):
    PartnershipFactory(slug="stromsund")
    size = {"picture_width": 800, "picture_height": 600}
    Partnership.objects.update(picture="platser/torget.jpg", picture_alt="Torget", **size)

    told = {
        tag["property"]: tag["content"] for tag in head(client, "/stromsund/").select("[property]")
    }

    assert told["og:image"] == f"{SITE}/media/platser/torget.jpg"
    assert told["og:image:alt"] == "Torget"


@pytest.mark.parametrize("path", ["/finns-inte/", "/konto/logga-in/", "/admin/login/"])
def test_what_nobody_is_to_find_names_no_address(client, path):
    response = client.get(path, follow=True)

    assert b"canonical" not in response.content


def test_data_cannot_end_its_own_block():
    evil = "</script><script>alert(1)</script><!-- & \u2028"

    block = json_ld([{"@type": "Thing", "name": evil}])

    assert block.count("<") == block.count(">") == 2
    assert "&" not in block
    script = BeautifulSoup(block, "html.parser").script
    assert script["type"] == "application/ld+json"
    assert json.loads(script.string)["@graph"] == [{"@type": "Thing", "name": evil}]


def test_data_leaves_out_what_is_not_known():
    block = json_ld([{"@type": "Thing", "name": "Å", "url": "", "author": [{"x": None, "y": 0}]}])

    assert '{"@type":"Thing","name":"Å","author":[{"y":0}]}' in block
    assert json_ld(None) == ""


def test_canonical_goes_by_the_site_and_not_by_the_door():
    request = RequestFactory().get("/stromsund/?q=1", headers={"Host": "localhost"})

    text = Template("{% load machines %}{% canonical %}").render(Context({"request": request}))

    assert text == f"{SITE}/stromsund/"
