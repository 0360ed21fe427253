"""A resident reads: with and without JavaScript, by keyboard, on a narrow phone, in the dark, on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe

PAGES = [
    "/",
    "/kontakt/",
    "/kontakt/?q=polis",
    "/kontakt/?q=finnsinte",
    "/stromsund/",
    "/stromsund/kontakt/",
    "/stromsund/perioder/",
    "/stromsund/sa-gick-det/",
    "/stromsund/2021-2022/",
    "/stromsund/2021-2022/sa-gick-det/",
    "/stromsund/2021-2022/narkotika/",
    "/stromsund/2021-2022/bedragerier/",
    "/stromsund/2019-2021/",
    "/stromsund/2019-2021/sa-gick-det/",
    "/stromsund/2021-2022/utgavor/",
    "/stromsund/2021-2022/utgavor/1/",
    "/stromsund/2021-2022/utgavor/1..2/",
    "/finns-inte/",
]


@pytest.fixture(scope="module")
def all_pages(site, browser) -> list[str]:
    """The pages above, and every page they link to within the portal: nothing is forgotten."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    found = list(PAGES)
    for path in found:
        page.goto(site + path)
        for href in page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)"):
            path = href.removeprefix(site).split("#")[0]
            is_page = path.startswith("/") and not re.search(r"\.\w+$|^/admin", path)
            if is_page and path not in found:
                found.append(path)
    context.close()
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_overflows(site, browser, all_pages, scheme, width):
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, locale="sv-SE"
    )
    page, problems, said = context.new_page(), [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url) if site not in request.url else 0)
    for path in all_pages:
        page.goto(site + path)
        problems += axe.problems(page, axe.AAA)
    context.close()

    assert problems == []
    assert [line for line in said if "404" not in line] == []
    assert len(all_pages) > 25


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_component_with_its_extremes_is_accessible(site, page, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/stil/?antal=40")

    assert axe.problems(page, axe.AAA) == []


def text(page: Page, address: str) -> str:
    page.goto(address)
    # "Lyssna" is the script's own control, not something the page says.
    page.locator("read-aloud").evaluate_all("all => all.forEach(one => one.remove())")
    return page.locator("body").inner_text()


@pytest.mark.parametrize("path", PAGES)
def test_same_text_with_and_without_javascript(site, page, page_without_javascript, path):
    assert text(page, site + path) == text(page_without_javascript, site + path)


def test_partnership_page_keeps_the_reading_order_of_todays_page(site, page_without_javascript):
    page = page_without_javascript
    page.goto(f"{site}/stromsund/")

    words = page.locator("main").inner_text()
    order = ["Narkotika", "Trafik", "Integration", "Bedrägerier", "Så gick det", "Trafiksäkerhet"]
    places = [words.index(word) for word in order]

    assert places == sorted(places)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_promise_page_says_that_a_goal_without_baseline_cannot_be_judged(site, page):
    page.goto(f"{site}/stromsund/2021-2022/bedragerier/")

    expect(page.get_by_role("main")).to_contain_text(re.compile("kan inte bedömas", re.IGNORECASE))


def test_follow_up_page_says_why_things_were_not_done(site, page):
    page.goto(f"{site}/stromsund/2019-2021/sa-gick-det/")

    main = page.get_by_role("main")
    expect(main).to_contain_text(re.compile("pandemin", re.IGNORECASE))
    expect(main).to_contain_text(re.compile("skälet är inte angivet", re.IGNORECASE))


def test_keyboard_alone_reads_a_promise(site, page):
    """Skip link, then the first promise of the page, by Tab and Enter only."""
    page.goto(f"{site}/stromsund/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()

    for _ in range(40):
        page.keyboard.press("Tab")
        href = page.evaluate("document.activeElement.getAttribute('href') || ''")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert outline == "3px"
        if href.endswith("/narkotika/"):
            break
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{site}/stromsund/2021-2022/narkotika/")


def test_contact_search_answers_while_typing_and_keeps_focus(site, page):
    page.goto(f"{site}/kontakt/")
    field = page.get_by_role("searchbox").or_(page.locator("input[name=q]")).first
    field.press_sequentially("polis", delay=20)

    expect(page).to_have_url(re.compile(r"\?q=polis&plats=&part=$"))
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(field).to_be_focused()
    expect(field).to_have_value("polis")
    swapped = page.locator("#contact-results").inner_text()
    page.reload()
    assert page.locator("#contact-results").inner_text() == swapped


def test_contact_search_works_without_javascript(site, page_without_javascript):
    page = page_without_javascript
    page.goto(f"{site}/kontakt/")
    page.locator("input[name=q]").fill("polis")
    page.locator("input[name=q]").press("Enter")

    expect(page).to_have_url(re.compile(r"\?q=polis&plats=&part=$"))
    expect(page.locator("input[name=q]")).to_have_value("polis")


def test_targets_are_large_enough_to_hit(site, browser, all_pages):
    """Links and buttons outside running text are at least 44 px high (a box or dot to tick shares
    its line with its label)."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page, small = context.new_page(), []
    for path in all_pages:
        page.goto(site + path)
        small += page.evaluate(
            """path => [...document.querySelectorAll('nav a, button, input, .button')]
                .filter(e => e.offsetParent && !e.closest('.survey__option')?.contains(e))
                .filter(e => e.getBoundingClientRect().height < 44)
                .map(e => path + ': ' + e.outerHTML.slice(0, 90))""",
            path,
        )
    context.close()

    assert small == []


def test_print_shows_the_promises_without_navigation(site, page):
    page.goto(f"{site}/stromsund/2021-2022/")
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.locator("main")).to_be_visible()
