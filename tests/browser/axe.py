"""What a machine can tell about accessibility, and whether a page is wider than the screen."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AAA = "wcag2aaa"
WIDTHS, SCHEMES = (320, 768, 1280), ("light", "dark")
# No preloading: axe would fetch the styles again while the test goes on, and no rule of ours reads them.
_RUN = """tags => axe.run({runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], preload: false})
    .then(all => all.violations.map(one => `${one.id} ${one.nodes[0].html.slice(0, 160)}`))"""


def problems(page: Page, *rules: str) -> list[str]:
    """Of the page as it is now. ``rules``: more of axe's tags than the common ones."""
    page.wait_for_load_state()  # a page that a press has begun to open may have no text yet
    if page.evaluate("!window.axe"):
        page.evaluate(AXE_SCRIPT)
    found = [f"{page.url}: {line}" for line in page.evaluate(_RUN, [*RULES, *rules])]
    width = page.viewport_size["width"]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append(f"{page.url}: wider than {width} px")
    return found


def problems_everywhere(page: Page, *rules: str) -> list[str]:
    """On a phone, a tablet and a desk, light and dark; the page itself, and what was typed in it, stays."""
    before, found = page.viewport_size, []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{scheme} {width}: {line}" for line in problems(page, *rules)]
    page.set_viewport_size(before)
    page.emulate_media(color_scheme="light")
    return found
