"""Search as people use it: while typing, with the keyboard, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import AAA, problems_everywhere

PATHS = ["/sok/", "/stromsund/sok/"]


@pytest.mark.parametrize("path", PATHS)
def test_search_answers_while_typing_and_keeps_focus(site, page, path):
    errors = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto(site + path)
    field = page.get_by_role("searchbox")
    field.press_sequentially("kortbe", delay=20)

    expect(page).to_have_url(re.compile(r"\?q=kortbe$"))
    expect(page.get_by_role("status")).to_have_text(re.compile("En träff på ”kortbe”"))
    expect(field).to_be_focused()
    swapped = page.locator("#search-results").inner_text()
    assert problems_everywhere(page, AAA) == []
    page.reload()
    assert page.locator("#search-results").inner_text() == swapped
    assert errors == []


def test_choice_narrows_at_once_and_can_be_shared(site, page):
    page.goto(f"{site}/sok/?q=trygghet")
    page.get_by_text("Begränsa sökningen").click()
    page.get_by_label("Plats").select_option("stromsund")

    expect(page).to_have_url(f"{site}/sok/?q=trygghet&plats=stromsund")
    page.reload()
    expect(page.get_by_label("Plats")).to_have_value("stromsund")


def test_typing_error_leads_on(site, page):
    page.goto(f"{site}/sok/?q=nakotika")
    assert problems_everywhere(page, AAA) == []
    page.get_by_role("link", name="narkotika", exact=True).click()

    expect(page.get_by_role("status")).to_contain_text("träffar på ”narkotika”")


def test_field_at_the_top_searches_without_javascript(site, page_without_javascript):
    page = page_without_javascript
    page.goto(f"{site}/stromsund/")
    page.get_by_role("searchbox", name="Sök i Strömsund").fill("nattvandring")
    page.get_by_role("button", name="Sök").click()

    expect(page).to_have_url(f"{site}/stromsund/sok/?q=nattvandring")
    expect(page.locator(".hit__title").first).to_have_text("Trygghet")
