"""Signing in with a real browser, under the CSP that every page has: with a code, and with a passkey."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe

EDITOR = ("redaktor@grankoping.example", "demo-redaktor-gran")
APPROVER = ("godkannare@grankoping.example", "demo-kommun-gran")
LANDLORD = ("bostad@grankoping.example", "demo-bostad-gran")
POLICE = ("polis@grankoping.example", "demo-polis-gran")
OPERATOR = ("drift@portalen.example", "demo-drift-2313")
"""A test for each: a code is good once, and there are three in half a minute."""

Account = tuple[str, str]


def sign_in(page: Page, site: str, account: Account) -> None:
    """By the pages, with the code that the demo shows."""
    give_password(page, site, account)
    give_code(page)


def give_password(page: Page, site: str, account: Account) -> None:
    page.goto(f"{site}/admin/")
    page.get_by_label("E-postadress").fill(account[0])
    page.get_by_label("Lösenord").fill(account[1])
    page.get_by_role("button", name="Fortsätt").click()


def give_code(page: Page) -> None:
    page.get_by_label("Kod").fill(page.locator(".notice .code").inner_text())
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Att göra")


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser says about us: refused scripts, errors."""
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_code_signs_in_by_keyboard_alone(site, page: Page, complaints):
    page.goto(f"{site}/admin/")
    page.get_by_label("E-postadress").focus()
    page.keyboard.type(EDITOR[0])
    page.keyboard.press("Tab")
    page.keyboard.type(EDITOR[1])
    page.keyboard.press("Enter")
    code = page.locator(".notice .code").inner_text()
    page.get_by_label("Kod").focus()
    page.keyboard.type(code)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Att göra")
    assert complaints == []


def test_passkey_is_added_and_signs_in(site, page: Page, complaints):
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    sign_in(page, site, LANDLORD)
    page.goto(f"{site}/konto/andra-steget/nycklar/ny/")
    page.get_by_label("Vad ska nyckeln heta?").fill("Jobbdatorn")
    page.get_by_role("button", name="Lägg till nyckeln").click()
    expect(page.locator(".notice").first).to_have_text("Nyckeln är tillagd.")
    page.goto(f"{site}/konto/logga-ut/")
    page.get_by_role("button", name="Logga ut").click()

    give_password(page, site, LANDLORD)
    page.get_by_role("button", name="Använd nyckeln").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Att göra")
    assert complaints == []


def test_key_that_does_not_answer_says_so(site, page: Page):
    sign_in(page, site, POLICE)
    page.goto(f"{site}/konto/andra-steget/nycklar/ny/")
    page.evaluate("() => { navigator.credentials.create = () => Promise.reject(new Error()); }")

    page.get_by_role("button", name="Lägg till nyckeln").click()

    expect(page.get_by_role("alert")).to_contain_text("Ingen nyckel lades till.")


PAGES = [
    "/konto/",
    "/konto/andra-steget/",
    "/konto/andra-steget/app/ta-bort/",
    "/konto/andra-steget/nycklar/",
    "/konto/andra-steget/nycklar/ny/",
    "/konto/andra-steget/reservkoder/nya/",
    "/konto/enheter/",
    "/konto/losenord/byt/",
    "/konto/losenord/glomt/",
    "/konto/losenord/glomt/skickat/",
    "/konto/logga-ut/",
    "/konto/avstangt/",
    "/konto/inbjudan/finns-inte/",
    "/admin/portal/invitation/",
    "/admin/portal/invitation/add/",
]


@pytest.mark.parametrize(("scheme", "account"), [("light", APPROVER), ("dark", OPERATOR)])
def test_axe_finds_nothing_and_nothing_overflows(site, browser, scheme, account):
    context = browser.new_context(color_scheme=scheme, locale="sv-SE")
    page, problems = context.new_page(), []

    def look(name: str) -> None:
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            problems.extend(f"{name}: {line}" for line in axe.problems(page))

    page.goto(f"{site}/admin/")
    look("sign-in")
    give_password(page, site, (account[0], "fel"))
    expect(page.get_by_role("alert")).to_be_visible()
    look("wrong password")
    give_password(page, site, account)
    expect(page.get_by_label("Kod")).to_be_visible()
    look("second step")
    give_code(page)
    for path in PAGES:
        page.goto(site + path)
        look(path)
    context.close()

    assert problems == []
