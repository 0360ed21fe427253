"""An editor writes: prose under our content security policy, rows that change places by keyboard, and two
editors of one promise. Served as in production, with hashed files."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import axe
from tests.browser.sign_in import signed_in_state

EDITOR = "redaktor@grankoping.example"
MODELS = [
    "promises/promiseperiod",
    "promises/focusarea",
    "promises/promise",
    "promises/goal",
    "promises/action",
    "promises/followup",
    "portal/partnership",
    "portal/contact",
    "portal/organisation",
]


@pytest.fixture(scope="module")
def cookies(browser: Browser, site) -> dict:
    return signed_in_state(browser, site, EDITOR)


@pytest.fixture(params=[("light", 1280), ("dark", 320)], ids=["light wide", "dark narrow"])
def context(browser: Browser, cookies, request) -> BrowserContext:
    scheme, width = request.param
    context = browser.new_context(
        storage_state=cookies,
        locale="sv-SE",
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
    )
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def complaints(context) -> list[str]:
    """What the browser's console says."""
    found: list[str] = []
    context.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    return found


def first_row(page: Page, site: str, model: str) -> str:
    page.goto(f"{site}/admin/{model}/")
    return page.locator("#result_list tbody th a").first.evaluate("link => link.href.split('?')[0]")


def test_every_kind_of_page_is_accessible_and_quiet(context, site, complaints):
    page, wrong = context.new_page(), {}
    urls = [f"{site}/admin/"]
    for model in MODELS:
        row = first_row(page, site, model)
        urls += [f"{site}/admin/{model}/", row]
        urls += [row.replace("/change/", step) for step in ("/history/", "/delete/")]
    urls += [f"{site}/admin/promises/{name}/add/" for name in ("promiseperiod", "promise")]
    for url in urls:
        page.goto("about:blank")  # axe's own style is refused too: leave its page before listening
        complaints.clear()
        answer = page.goto(url)
        page.wait_for_load_state("networkidle")
        said = list(complaints)
        if answer and answer.status == 403:
            continue  # deleting is not for editors everywhere
        if found := [*said, *axe.problems(page)]:
            wrong[url.removeprefix(site)] = found

    assert wrong == {}


def test_prose_is_written_with_words_for_tools(context, site, complaints):
    page = context.new_page()
    page.goto(f"{site}/admin/promises/promiseperiod/add/")
    page.get_by_role("textbox", name="Lägesbild").click()
    page.keyboard.type("Många kör ")
    page.keyboard.press("Control+b")
    page.keyboard.type("fort")
    tools = page.get_by_role("toolbar").first
    expect(tools.get_by_role("button", name="Fet")).to_have_attribute("aria-pressed", "true")
    tools.get_by_role("button", name="Punktlista").click()

    written = page.locator("#id_situation").input_value()

    assert written == "<ul><li><p>Många kör <strong>fort</strong></p></li></ul>"
    assert complaints == []


def test_rows_change_places_by_keyboard(context, site):
    page = context.new_page()
    page.goto(first_row(page, site, "promises/promiseperiod"))
    labels = page.locator("#areas-group .inline-related:not(.empty-form) .inline_label")
    before = labels.all_inner_texts()
    button = page.locator("#areas-1").get_by_role("button", name="Flytta upp")
    button.focus()

    page.keyboard.press("Enter")

    after = labels.all_inner_texts()
    assert after[:2] == [before[1], before[0]]
    assert page.locator("#id_areas-1-position").input_value() == "1"
    expect(page.locator("#areas-group [role=status]")).to_contain_text("Nu på plats 1 av")
    expect(button).to_be_focused()


def test_the_later_editor_is_told_and_saves_anyway(context, site, request):
    words = f"Så lovar vi, {request.node.callspec.id}."
    mine, other = context.new_page(), context.new_page()
    promise = first_row(mine, site, "promises/promise")
    mine.goto(promise)
    other.goto(promise)
    other.locator("#id_statement").fill("Så lovade den andra.")
    other.locator("input[name=_continue]").click()
    expect(other.locator(".messagelist")).to_contain_text("Så lovade den andra.")
    mine.locator("#id_statement").fill(words)
    mine.locator("input[name=_continue]").click()

    conflict = mine.locator(".conflict")
    expect(conflict).to_contain_text("Du, i ett annat fönster")
    expect(conflict).to_contain_text("Så lovade den andra.")
    assert axe.problems(mine) == []
    conflict.get_by_role("button", name="Spara min text ändå").click()
    expect(mine.locator(".messagelist")).to_contain_text(words)

    mine.goto(promise)
    expect(mine.locator("#id_statement")).to_have_value(words)
