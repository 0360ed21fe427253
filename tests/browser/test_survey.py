"""A survey from answer to result: without JavaScript and with a mistake first; it closes by itself; the
editor publishes what was said, and nobody who reads it can tell who the few were."""

import time

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import survey_place
from tests.browser.axe import AAA, problems_everywhere
from tests.browser.conftest import READER
from tests.browser.sign_in import sign_in_browser

EDITOR, APPROVER = "redaktor@stromsund.example", "godkannare@stromsund.example"
PLACE = f"/{survey_place.SLUG}/dialoger/{survey_place.DIALOGUE}/"


@pytest.fixture
def survey(site, beside) -> str:
    beside("tests.browser.survey_place")
    return f"{site}{PLACE}"


def person(browser: Browser, **options) -> Page:
    context = browser.new_context(**READER, **options)
    context.set_default_timeout(15_000)
    return context.new_page()


def test_survey_is_answered_closed_published_and_read(browser, site, survey):
    closes = time.monotonic() + survey_place.OPEN_FOR.total_seconds()
    resident = person(browser, java_script_enabled=False)
    wrong = answer(resident, survey)
    editor, approver = person(browser), person(browser)
    sign_in_browser(editor, site, EDITOR)
    sign_in_browser(approver, site, APPROVER)
    time.sleep(max(0, closes - time.monotonic()))

    publish_results(editor, site)
    approve(approver, site)

    reader = person(browser)
    reader.goto(survey)
    table = reader.get_by_role("table", name="Svaren från 18 personer").first
    rows = {
        row.get_by_role("rowheader").inner_text(): row.get_by_role("cell").first.inner_text()
        for row in table.get_by_role("row").all()[1:]
    }
    assert rows["Centrum"] == "9"
    assert "Backe" not in rows
    [merged] = [name for name in rows if "Backe" in name]
    assert int(rows[merged]) >= 5
    expect(reader.get_by_text("18 av 200 tillfrågade svarade.").first).to_be_visible()
    assert wrong == []
    assert problems_everywhere(reader, AAA) == []
    reader.goto(resident.url)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Tack för ditt svar")
    assert problems_everywhere(reader, AAA) == []


def answer(page: Page, survey: str) -> list[str]:
    """First with a number that cannot be; what was right stays."""
    page.goto(f"{survey}svara/")
    page.get_by_label("Centrum").check()
    page.get_by_label("Hur länge har du bott här?").fill("200")
    time.sleep(3.1)  # a form that is sent sooner than that was not filled in by a person
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page.get_by_role("heading", name="Svaret är inte skickat än")).to_be_visible()
    expect(page.get_by_label("Centrum")).to_be_checked()
    expect(page.get_by_label("Hur länge har du bott här?")).to_have_value("200")
    page.get_by_label("Hur länge har du bott här?").fill("20")
    time.sleep(3.1)
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack för ditt svar")
    return [str(cookie) for cookie in page.context.cookies()]


def publish_results(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/")
    page.locator(".todo__line", has_text="Enkätresan").get_by_role("link").filter(
        has_text="Var är du otrygg?"
    ).first.click()
    page.get_by_role("button", name="Sammanställ svaren").click()
    expect(page.get_by_role("table", name="Svaren från 18 personer").first).to_be_visible()
    page.get_by_role("link", name="Till publiceringen").click()
    page.get_by_label("Vad är nytt, och varför?").fill("Så svarade ni.")
    page.get_by_role("button", name="Frys och skicka").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fryst text")


def approve(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/")
    page.locator(".todo__line", has_text="Enkätresan").get_by_role("link").filter(
        has_text="ditt godkännande"
    ).click()
    page.get_by_role("button", name="Godkänn", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("publicerad")
