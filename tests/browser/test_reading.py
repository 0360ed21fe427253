"""A resident reads: the order of things, what is said of goals and reasons, by keyboard and on paper."""

import re
import time

from playwright.sync_api import expect

from portal.form_token import QUICKEST
from tests.browser.axe import AAA, problems_everywhere


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


def test_fault_is_told_and_the_thanks_are_for_who_told_it(site, page):
    page.goto(f"{site}/tillganglighet/tack/")
    expect(page).to_have_url(f"{site}/tillganglighet/anmal/")
    page.get_by_label("Vad fungerar inte?").fill("Knappen går inte.\nInte den andra heller.")
    time.sleep(QUICKEST.total_seconds() + 0.1)
    page.get_by_role("button", name="Skicka").click()

    expect(page.locator(".lead")).to_have_text("Den har kommit fram.")
    assert problems_everywhere(page, AAA) == []


def test_print_shows_the_promises_without_navigation(site, page):
    page.goto(f"{site}/stromsund/2021-2022/")
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.locator("main")).to_be_visible()
