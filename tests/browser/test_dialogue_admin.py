"""The editors' pages of dialogues and surveys in a real browser: accessible, not too wide; and a promise
found by searching in its list."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import problems
from tests.browser.sign_in import signed_in_state

EDITOR = "redaktor@grankoping.example"
DIALOGUE = "Trygghetsvandring i Norra parken"


@pytest.fixture(scope="module")
def cookies(browser: Browser, site) -> dict:
    return signed_in_state(browser, site, EDITOR)


@pytest.fixture(params=[("light", 1280), ("dark", 320)], ids=["light wide", "dark narrow"])
def page(browser: Browser, cookies, request) -> Page:
    scheme, width = request.param
    context = browser.new_context(
        storage_state=cookies,
        locale="sv-SE",
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def recorded(page: Page, site: str, title: str) -> str:
    """A dialogue with one thing that was said; returns its address."""
    page.goto(f"{site}/admin/dialogues/dialogue/add/")
    page.get_by_label("Rubrik").fill(title)
    page.get_by_label("Första dag").fill("2026-05-12")
    page.get_by_label("Det ni sa", exact=False).first.fill("Det är mörkt vid lekplatsen.")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page).to_have_url(re.compile(r"/dialogue/\d+/change/$"))
    return page.url


def test_dialogue_is_recorded_answered_and_made_ready_to_publish(page, site, request):
    wrong = []

    def looked_at() -> None:
        page.wait_for_load_state("networkidle")
        wrong.extend(problems(page))

    page.goto(f"{site}/admin/dialogues/dialogue/add/")
    looked_at()
    recorded(page, site, f"{DIALOGUE}: {request.node.callspec.id}")
    looked_at()
    page.get_by_role("link", name="Öppna Det är mörkt vid lekplatsen.").click()
    expect(page.locator("#id_outcome")).to_be_visible()
    looked_at()

    page.locator("#id_outcome").select_option("promised")
    search = page.get_by_role("searchbox").first
    choices = page.locator("[name=promise_links-0-promise_key]")
    before = choices.locator("option").count()
    search.fill("finns inte alls")
    expect(page.get_by_text("Inget passar. Pröva ett annat ord.")).to_be_visible()
    search.fill("")
    expect(choices.locator("option")).to_have_count(before)
    choices.select_option(index=1)
    page.get_by_role("button", name="Spara och fortsätt").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.locator(".messagelist .warning")).to_have_count(0)

    page.get_by_role("link", name="Förhandsvisa").click()
    expect(page.get_by_text("Det är mörkt vid lekplatsen.")).to_be_visible()
    looked_at()
    page.get_by_role("link", name="Till publiceringen").click()
    expect(page.get_by_text("Allt är nytt.")).to_be_visible()
    looked_at()

    assert wrong == []


def test_survey_is_built_and_tried(page, site, request):
    wrong = []
    recorded(page, site, f"Enkät: {request.node.callspec.id}")
    page.get_by_role("link", name="Gör en enkät").click()
    page.get_by_label("Öppnar").fill("2026-06-01T09:00")
    page.get_by_label("Stänger").fill("2026-06-30T20:00")
    page.get_by_role("button", name="Spara", exact=True).click()
    page.get_by_role("button", name="Lägg till fråga").click()
    row = page.locator("#questions-0")
    row.get_by_label("Fråga:").fill("Hur trygg är du?")
    row.get_by_label("Svarsval").fill("Trygg\nOtrygg")
    expect(row.get_by_label("Lägst")).to_be_hidden()
    page.get_by_role("button", name="Spara och fortsätt").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.wait_for_load_state("networkidle")
    wrong += problems(page)

    page.get_by_role("link", name="Svaren", exact=True).click()
    expect(page.get_by_role("heading", name="Läget nu")).to_be_visible()
    page.wait_for_load_state("networkidle")
    wrong += problems(page)
    page.go_back()
    page.get_by_role("link", name="Se enkäten").click()
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page.get_by_role("alert")).to_be_visible()
    wrong += problems(page)

    assert wrong == []
