"""What a page weighs on the wire: the promise page with its styles fits in one TCP flight."""

import re

import brotli
import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles.finders import get_finders

from portal.storage import STYLESHEET, bundled

pytestmark = pytest.mark.django_db

FLIGHT = 14_000
PROMISE_PAGES = [
    "/stromsund/2021-2022/narkotika/",
    "/stromsund/2021-2022/bedragerier/",
    "/stromsund/2019-2021/ungdomar-och-andts/",
]


@pytest.fixture(scope="module")
def styles() -> int:
    """Bytes of the one stylesheet as collected and compressed."""
    found = {path: (storage, path) for finder in get_finders() for path, storage in finder.list([])}
    return len(brotli.compress(bundled(STYLESHEET, found).encode()))


@pytest.mark.parametrize("path", PROMISE_PAGES)
def test_promise_page_with_styles_fits_in_one_flight(client, demo, styles, path):
    response = client.get(path, headers={"Accept-Encoding": "br"})

    assert response.status_code == 200
    assert len(response.content) + styles < FLIGHT


def test_reading_pages_ask_for_few_files(client, demo):
    for path in ("/", "/stromsund/", *PROMISE_PAGES):
        page = BeautifulSoup(client.get(path).content.decode(), "html.parser")
        files = {tag["href"] for tag in page.select("link[rel~=stylesheet], link[rel~=icon]")}
        files |= {tag["src"] for tag in page.select("script[src], img[src]")}
        assert len(files) + 1 < 5, path


def test_no_page_has_inline_style_or_script(client, demo):
    for path in ("/", "/kontakt/", "/stromsund/", *PROMISE_PAGES):
        body = client.get(path).content.decode()
        # What is told to machines as data is never run.
        body = body.replace('<script type="application/ld+json">', "")
        assert re.findall(r"<style|<script(?![^>]* src=)| style=| on[a-z]+=", body) == [], path
