"""An editor reports, on a phone, by keyboard, without JavaScript, and beside another editor; and reads in a
page of old."""

import datetime as dt

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import axe
from tests.browser.keyboard import Keyboard
from tests.browser.sign_in import signed_in_state

EDITOR = "redaktor@stromsund.example"
PAGE = "Medborgarlöften 2031\n\nTrafik\nPolisen lovar att fler ska köra nyktert.\n\nLyssna\n"


@pytest.fixture(scope="module")
def cookies(browser: Browser, site) -> dict:
    return signed_in_state(browser, site, EDITOR)


@pytest.fixture
def context(browser: Browser, cookies):
    context = browser.new_context(
        storage_state=cookies,
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
        viewport={"width": 320, "height": 640},
        has_touch=True,
    )
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context) -> Page:
    return context.new_page()


@pytest.fixture(scope="module")
def desks(browser: Browser, site, cookies) -> dict[str, str]:
    """The desks of the editor's place by the name of their period."""
    context = browser.new_context(storage_state=cookies)
    page, found = context.new_page(), {}
    for number in range(1, 12):
        answer = page.goto(f"{site}/admin/redovisa/{number}/")
        if answer and answer.status == 200:
            found[page.locator(".desk-period").inner_text()] = page.url
    context.close()
    return found


@pytest.fixture
def reported(desks) -> str:
    return desks["Strömsund 2019–2021"]


def segment(row, word: str):
    return row.get_by_role("radio", name=word, exact=True)


def said(row):
    return row.locator(".desk-row__said")


def test_action_is_updated_in_three_interactions_from_the_start_page(site, page, desks):
    """Prepared: the period that waits in "Att göra" has an action that is only planned."""
    page.goto(desks["Strömsund 2021–2022"])
    blank = page.locator("[id^=ny-insats-]").first
    blank.locator("summary").first.tap()
    blank.get_by_label("Vad gjorde ni?").fill("Trafikkontroller i Hammerdal")
    segment(blank, "Planerad").tap()
    blank.get_by_role("button", name="Lägg till").tap()
    expect(page.locator("#desk-said")).to_contain_text("Sparat.")
    page.goto(f"{site}/admin/")

    page.get_by_role("link", name="2021–2022").first.tap()
    row = page.locator(".desk-row", has_text="Trafikkontroller i Hammerdal")
    segment(row, "Delvis").tap()
    row.get_by_label("Skäl").select_option("weather_or_event")

    expect(said(row)).to_have_text("Sparat.")
    expect(page.locator("#desk-counter")).to_have_text("1 av 1 insats redovisad")


def test_row_is_saved_aloud_and_keeps_focus(page, reported):
    page.goto(reported)
    row = page.locator(".desk-row[id^=insats-]").first
    expect(row.get_by_label("Skäl")).to_be_hidden()

    segment(row, "Inte genomförd").focus()
    page.keyboard.press("Space")
    expect(row.locator(".desk-error")).to_have_text(
        "Ange skäl när en insats inte är genomförd fullt ut."
    )
    expect(page.get_by_role("status").last).to_contain_text("Inte sparat än.")
    expect(segment(row, "Inte genomförd")).to_be_focused()

    row.get_by_label("Skäl").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(said(row)).to_have_text("Sparat.")
    expect(page.get_by_role("status").last).to_contain_text("22 insatser redovisade"[3:])
    expect(row.get_by_label("Berätta mer")).to_be_focused()

    count = row.get_by_label("Gjort antal")
    count.fill("8")
    count.press("Enter")
    expect(said(row)).to_have_text("Sparat.")
    expect(count).to_be_focused()
    page.reload()
    expect(row.get_by_label("Gjort antal")).to_have_value("8")


def test_choice_made_before_the_scripts_came_is_told_unsaved(page, reported):
    held = []
    page.route("**/htmx*", lambda route: held.append(route))
    with page.expect_request("**/htmx*"):
        page.goto(reported, wait_until="commit")
    row = page.locator(".desk-row[id^=insats-]").nth(6)
    segment(row, "Pågår").tap()

    held[0].continue_()

    expect(said(row)).to_have_text("Inte sparat än. Tryck på Spara.")
    expect(page.get_by_text("Inte sparat än. Tryck på Spara.")).to_have_count(2)  # one is for ears
    row.get_by_role("button", name="Spara").tap()
    expect(said(row)).to_have_text("Sparat.")


def test_quick_second_tap_is_no_conflict(page, reported):
    page.goto(reported)
    row = page.locator(".desk-row[id^=insats-]").nth(1)

    segment(row, "Pågår").tap()
    segment(row, "Planerad").tap()
    segment(row, "Genomförd").tap()

    expect(said(row)).to_have_text("Sparat.")
    expect(row.locator(".desk-row__theirs")).to_have_count(0)
    page.reload()
    expect(segment(row, "Genomförd")).to_be_checked()


def test_day_is_saved_once_when_it_has_been_written(page, desks):
    """Each part of a day that is written makes some day, and a choice is being saved meanwhile."""
    page.goto(desks["Strömsund 2021–2022"])
    row, hands, sent = page.locator("#rapport"), Keyboard(page), []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)

    hands.choose(row, "Delrapport")
    hands.write_day(row.get_by_label("Läget den"), dt.date(2022, 6, 30))
    hands.write(row.get_by_label("Sammanfattning"), "Halvvägs.")
    page.keyboard.press("Tab")

    expect(said(row)).to_have_text("Sparat.")
    expect(row.get_by_label("Läget den")).to_have_value("2022-06-30")
    page.reload()
    expect(row.get_by_label("Läget den")).to_have_value("2022-06-30")
    expect(row.get_by_label("Sammanfattning")).to_have_value("Halvvägs.")
    assert len(sent) == 3


def test_later_editor_is_told_and_loses_nothing(context, reported):
    mine, theirs = context.new_page(), context.new_page()
    mine.goto(reported)
    theirs.goto(reported)
    row = mine.locator(".desk-row[id^=insats-]").nth(2)
    other = theirs.locator(".desk-row[id^=insats-]").nth(2)
    segment(other, "Pågår").tap()
    expect(said(other)).to_have_text("Sparat.")

    row.get_by_label("Gjort antal").fill("17")
    segment(row, "Planerad").tap()

    expect(row.locator(".desk-row__theirs")).to_contain_text("pågår")
    expect(row.get_by_label("Gjort antal")).to_have_value("17")
    expect(segment(row, "Planerad")).to_be_checked()
    row.get_by_role("button", name="Spara").tap()
    expect(said(row)).to_have_text("Sparat.")
    expect(row.locator(".desk-row__theirs")).to_have_count(0)


def test_lost_connection_is_told_and_mended(context, page, reported):
    page.goto(reported)
    row = page.locator(".desk-row[id^=insats-]").nth(3)
    context.set_offline(True)
    segment(row, "Genomförd").tap()
    expect(said(row)).to_contain_text("Inte sparat.")

    context.set_offline(False)
    row.get_by_role("button", name="Spara").tap()

    expect(said(row)).to_have_text("Sparat.")


def test_desk_without_javascript(browser, cookies, reported):
    """One button saves all; what is wrong is said beside the field, and nothing typed is lost."""
    context = browser.new_context(
        java_script_enabled=False, storage_state=cookies, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    page.goto(reported)
    right, wrong = (page.locator(".desk-row[id^=insats-]").nth(n) for n in (4, 5))
    right.get_by_label("Gjort antal").fill("12")
    segment(wrong, "Delvis").check()
    wrong.get_by_label("Berätta mer").fill("Halva laget var sjukt.")
    page.get_by_role("button", name="Spara allt").click()

    problem = page.locator(".desk-problems a")
    expect(problem).to_have_text("Ange skäl när en insats inte är genomförd fullt ut.")
    expect(page.locator(".desk-problems")).to_contain_text("1 rad är sparad.")
    expect(wrong.get_by_label("Berätta mer")).to_have_value("Halva laget var sjukt.")
    wrong.get_by_label("Skäl").select_option("resources")
    page.get_by_role("button", name="Spara allt").click()

    expect(page.locator(".messagelist")).to_have_text("1 rad är sparad.")
    expect(right.get_by_label("Gjort antal")).to_have_value("12")
    expect(segment(wrong, "Delvis")).to_be_checked()
    context.close()


def test_page_of_old_becomes_drafts(page, site):
    page.goto(f"{site}/admin/importera/")
    page.get_by_label("Klistra in sidans text").fill(PAGE)
    page.get_by_role("button", name="Gå vidare").tap()
    line = page.locator("#rad-6")
    expect(line).to_contain_text("Lyssna")
    line.get_by_role("combobox").select_option(label="Ett löfte")
    page.get_by_role("button", name="Visa hur det blir").tap()
    expect(line).to_contain_text("Löfte, period 2031")
    line.get_by_role("combobox").select_option("inget")
    page.get_by_role("button", name="Skapa utkasten").tap()

    expect(page.locator(".messagelist")).to_contain_text("Utkasten är sparade.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(site, browser, cookies, desks, scheme, width):
    context = browser.new_context(
        storage_state=cookies,
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        locale="sv-SE",
    )
    problems = []

    def opened(address: str) -> Page:
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text))
        page.goto(address)
        return page

    def check(page: Page) -> None:
        found = list(problems)  # axe itself fetches the stylesheets again, and not all are there
        found += axe.problems(page)
        page.close()
        problems[:] = found

    for address in desks.values():
        page = opened(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        check(page)
    check(opened(f"{site}/admin/importera/"))
    page = opened(f"{site}/admin/importera/")
    page.get_by_label("Klistra in sidans text").fill(PAGE)
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.locator("#rad-6")).to_be_visible()
    check(page)
    context.close()

    assert problems == []
