"""How public pages travel: security headers, encodings, nothing inline."""

import gzip

import brotli
import pytest
from django.test import RequestFactory

from portal.http import Finished
from tests.factories.portal import PartnershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(client):
    PartnershipFactory(slug="stromsund")
    return client.get("/stromsund/")


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
    ],
)
def test_security_header(answered, header, value):
    assert answered.headers[header] == value


def test_csp_allows_nothing_inline_and_nobody_else(answered):
    policy = dict(
        directive.split(" ", 1)
        for directive in answered.headers["Content-Security-Policy"].split("; ")
    )

    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["img-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"


def test_permissions_policy_turns_off_what_we_do_not_need(answered):
    assert "geolocation=()" in answered.headers["Permissions-Policy"]


def test_hsts_is_sent_over_https(client, settings):
    settings.SECURE_HSTS_SECONDS = 3600
    PartnershipFactory(slug="stromsund")

    response = client.get("/stromsund/", secure=True)

    assert response.headers["Strict-Transport-Security"].startswith("max-age=3600")


@pytest.mark.parametrize(
    ("accepts", "encoding", "decode"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("", None, bytes),
    ],
)
def test_page_is_sent_in_the_best_encoding_the_reader_takes(client, accepts, encoding, decode):
    PartnershipFactory(slug="stromsund")
    plain = client.get("/stromsund/").content

    response = client.get("/stromsund/", headers={"Accept-Encoding": accepts})

    assert response.headers.get("Content-Encoding") == encoding
    assert decode(response.content) == plain


def test_finished_page_keeps_its_content_type():
    from django.http import HttpResponse

    finished = Finished.of(HttpResponse(b"{}", content_type="application/json"))

    response = finished.for_reader(RequestFactory().get("/"))

    assert response.headers["Content-Type"] == "application/json"


def test_query_string_does_not_fill_the_cache(client, django_assert_num_queries):
    PartnershipFactory(slug="stromsund")

    response = client.get("/stromsund/?fbclid=1")

    assert response.status_code == 200
    assert "ETag" not in response.headers
