"""Every page that a resident can reach by links: on a phone, a tablet and a desk, in light and in the dark,
by keyboard alone, with and without JavaScript, and asking nobody else for anything."""

import http.client
import urllib.error
import urllib.request

import pytest
import requests
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.browser.axe import AAA, problems_everywhere
from tests.browser.conftest import READER
from tests.browser.visits import STYLE, Visitor

SHARES = 8
"""The pages are dealt out, so that several workers share them."""


@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_is_wrong(site, browser, all_pages, share):
    # A page that glides to what has the focus has not come there yet when it is asked.
    with_script = browser.new_context(**READER, reduced_motion="reduce")
    without = browser.new_context(**READER, java_script_enabled=False)
    visitor = Visitor(site, with_script, without)

    wrong = [line for path in list(all_pages)[share::SHARES] for line in visitor.visit(path)]

    with_script.close()
    without.close()
    assert wrong == []


BAD = """<!doctype html><html lang="sv"><meta name="viewport" content="width=device-width">
<title>A</title><style>a:focus { outline: none }</style><main><h1>A</h1><nav><a href="/b/">b</a></nav>
<p style="width: 2000px">c</p></main>
<script>document.querySelector("h1").textContent = "B"; console.log("said")</script>"""


def test_visit_would_notice(site, browser):
    contexts = [browser.new_context(**READER, java_script_enabled=on) for on in (True, False)]
    for context in contexts:
        context.route("**/bad/", lambda route: route.fulfill(body=BAD, content_type="text/html"))

    wrong = "\n".join(Visitor(site, *contexts).visit("/bad/"))

    for context in contexts:
        context.close()
    for line in (
        "other words without JavaScript",
        "wider than 320 px",
        "lower than 44 px",
        "no ring of 3 px",
        "console: said",
    ):
        assert line in wrong


def test_pages_are_of_every_kind(all_pages):
    assert len(all_pages) > 100
    for part in "kontakt sok dialoger svara oversikt utgavor fran-ord-till-resultat".split():
        assert any(f"/{part}/" in path for path in all_pages), part


FLIGHT = 14_000
"""Bytes that a server may send before it has to wait for the reader's answer."""


def sent(address: str) -> http.client.HTTPResponse:
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "br, gzip"})
    try:
        return urllib.request.urlopen(asked)
    except urllib.error.HTTPError as error:
        return error


def test_every_page_with_its_styles_fits_in_one_flight(site, all_pages):
    heavy, styles = {}, {}
    for path in set(all_pages) - {STYLE}:
        page = BeautifulSoup(requests.get(site + path, timeout=30).content, "html.parser")
        links = [site + link["href"] for link in page.select("link[rel=stylesheet]")]
        assert links
        for link in set(links) - set(styles):
            styles[link] = len(sent(link).read())
        weight = len(sent(site + path).read()) + sum(styles[link] for link in links)
        if weight > FLIGHT:
            heavy[path] = weight

    assert heavy == {}


SWAPS = {
    "/kontakt/": ("searchbox", "polis", "#contact-results"),
    "/sok/": ("searchbox", "kortbe", "#search-results"),
    "/stromsund/sok/": ("searchbox", "trygghet", "#search-results"),
}
"""Page → what is typed in which field, and what changes."""


def test_every_page_with_parts_that_change_is_known(all_pages):
    changing = {path.partition("?")[0] for path, has_parts in all_pages.items() if has_parts}

    assert changing == set(SWAPS)


@pytest.mark.parametrize("path", SWAPS)
def test_nothing_is_wrong_after_a_part_has_changed(site, page, path):
    role, words, target = SWAPS[path]
    page.goto(site + path)
    before = page.locator(target).inner_text()

    page.get_by_role("main").get_by_role(role).press_sequentially(words, delay=20)

    expect(page.locator(target)).not_to_have_text(before)
    assert problems_everywhere(page, AAA) == []
