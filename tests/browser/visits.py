"""One visit to a page: everything that a browser can tell that is wrong with it."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import requests
from bs4 import BeautifulSoup
from playwright.sync_api import BrowserContext, Page

from tests.browser import axe
from tests.browser.keyboard import FAR

SEEN_WITHOUT_LINKS = [
    "/",
    "/kontakt/?q=polis",
    "/kontakt/?q=finnsinte",
    "/sok/?q=trafik",
    "/sok/?q=nakotika",
    "/stromsund/sok/?q=trygghet",
    "/stromsund/2019-2021/",
    "/stromsund/inbaddning/",
    "/konto/logga-in/",
    "/finns-inte/",
]
"""Where a crawl begins: pages that no other page links to, and one page of each kind of answer."""

STYLE = "/stil/?antal=40"
"""Every component with its extremes. What it links to is made up."""

_SMALL = """() => [...document.querySelectorAll("nav a, button, input, select, summary, .button")]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && e.type !== "hidden")
    .filter(e => !e.closest(".survey__option"))
    .filter(e => e.getBoundingClientRect().height < 44)
    .map(e => e.outerHTML.slice(0, 90))"""
"""A box or a dot to tick shares its line with its label."""

_LISTEN = """() => {
  window.stops = [];
  document.addEventListener("focusin", event => {
    const e = event.target, box = e.getBoundingClientRect(), style = getComputedStyle(e);
    const ring = style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 3;
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    window.stops.push([e, ring, inside]);
  });
}"""
_WHERE = """() => {
  const e = document.activeElement;
  if (e === document.body || window.stops.slice(0, -1).some(([met]) => met === e)) return "end";
  return e.localName === "summary" && !e.parentElement.open ? "fold" : "on";
}"""
_TOLD = """() => {
  const short = e => e.outerHTML.slice(0, 90), met = window.stops.map(([e]) => e);
  const chosen = e => e.closest("form").querySelector(`[name="${e.name}"]:checked`)
    ?? e.closest("form").querySelector(`[name="${e.name}"]`);
  const wanted = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, iframe")]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0)
    .filter(e => e.type !== "radio" || chosen(e) === e);
  return [
    ...wanted.filter(e => !met.includes(e)).map(e => `never reached: ${short(e)}`),
    ...window.stops.filter(([e, ring]) => !ring).map(([e]) => `no ring of 3 px: ${short(e)}`),
    ...window.stops.filter(([e, , inside]) => !inside).map(([e]) => `out of sight: ${short(e)}`),
    ...wanted.filter((e, at) => met[at] !== e).slice(0, 1).map(e => `out of turn: ${short(e)}`),
  ];
}"""


def pages_of(site: str) -> dict[str, bool]:
    """Where the crawl begins, and every page that is linked to from there within the portal; and whether
    parts of the page change without a new page."""
    reader, found, changing = requests.Session(), list(SEEN_WITHOUT_LINKS), {}
    for path in found:
        answer = reader.get(site + path, timeout=30)
        page = BeautifulSoup(answer.content, "html.parser")
        changing[path] = bool(page.select("[data-hx-get], [data-hx-post], [hx-get], [hx-post]"))
        for link in page.select("a[href]"):
            path = urljoin(answer.url, link["href"]).removeprefix(site).split("#")[0]
            is_page = path.startswith("/") and not re.search(r"\.\w+$|^/admin", path)
            if is_page and path not in found:
                found.append(path)
    return changing | {STYLE: False}


def text(page: Page) -> str:
    """What the page says. "Lyssna" is the script's own control."""
    listen = page.locator("read-aloud")
    listen.evaluate_all("all => all.forEach(one => one.style.display = 'none')")
    said = page.locator("body").inner_text()
    listen.evaluate_all("all => all.forEach(one => one.style.display = '')")
    return said


class Visitor:
    """Opens pages with and without JavaScript and gathers what is wrong."""

    def __init__(self, site: str, with_script: BrowserContext, without: BrowserContext) -> None:
        self.site, self.page, self.plain_page = site, with_script.new_page(), without.new_page()
        self.said: list[str] = []
        self.page.on("console", lambda message: self.said.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        self.page.on("request", self._is_asked_for)

    def visit(self, path: str) -> Iterator[str]:
        self.said.clear()
        address = self.site + path
        self.page.set_viewport_size(self.plain_page.viewport_size)
        for page in (self.page, self.plain_page):
            page.goto(address)
        if text(self.page) != text(self.plain_page):
            yield f"{path}: other words without JavaScript"
        yield from axe.problems_everywhere(self.page, axe.AAA)
        self.page.set_viewport_size({"width": 320, "height": 800})
        for line in self.page.evaluate(_SMALL):
            yield f"{path}: lower than 44 px: {line}"
        for line in self._by_keyboard():
            yield f"{path}: {line}"
        for line in self.said:
            if not (path == "/finns-inte/" and "404" in line):
                yield f"{path}: {line}"

    def _is_asked_for(self, request) -> None:
        if not request.url.startswith((f"{self.site}/", "data:", "blob:")):
            self.said.append(f"asks somebody else: {request.url}")

    def _by_keyboard(self) -> list[str]:
        """By Tab from the top to the end of the page; every fold on the way is opened."""
        self.page.evaluate(_LISTEN)
        for _ in range(FAR):
            self.page.keyboard.press("Tab")
            where = self.page.evaluate(_WHERE)
            if where == "end":
                return self.page.evaluate(_TOLD)
            if where == "fold":
                self.page.keyboard.press("Enter")
        return ["the keyboard never comes to an end"]
