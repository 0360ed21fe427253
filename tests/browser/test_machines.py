"""What leaves our pages: data that no browser runs, and a block on somebody else's page."""

import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe

PATH = "/stromsund/inbaddning/"


@pytest.fixture(scope="module")
def stranger(site) -> Iterator[str]:
    """Another site, with our block on its page, and in vain one of our other pages."""
    frames = "".join(
        f'<iframe src="{site}{path}" title="{name}" width="100%" height="500"></iframe>'
        for name, path in (("block", PATH), ("other", "/stromsund/"))
    )
    body = f'<!doctype html><html lang="sv"><title>Kommunen</title><h1>Oss</h1>{frames}'.encode()

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_data_blocks_are_neither_run_nor_refused(site, page: Page):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in ("/stromsund/", "/stromsund/2021-2022/", "/stromsund/2021-2022/narkotika/"):
        page.goto(site + path)
        block = page.locator('script[type="application/ld+json"]')
        assert block.evaluate("script => JSON.parse(script.textContent)['@graph'].length") > 0

    assert said == []


def test_only_the_block_can_be_framed(site, stranger, page: Page):
    page.goto(stranger)

    block = page.frame_locator('iframe[title="block"]')
    expect(block.get_by_role("heading", level=1)).to_have_text("Medborgarlöften för Strömsund")
    other = page.frame_locator('iframe[title="other"]')
    expect(other.get_by_role("heading", level=1)).to_have_count(0)


def test_a_link_in_the_block_opens_in_the_whole_window(site, stranger, page: Page):
    page.goto(stranger)

    page.frame_locator('iframe[title="block"]').get_by_role("link").last.click()

    expect(page).to_have_url(f"{site}/stromsund/")


def test_block_keeps_the_rules_of_our_pages_and_sets_no_cookie(site, page: Page):
    page.goto(site + PATH)

    assert axe.problems_everywhere(page, axe.AAA) == []
    assert page.context.cookies() == []
