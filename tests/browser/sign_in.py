"""Signs in the way a person does it in the demo: address and password, then the code that the page offers."""

import re

from playwright.sync_api import Browser, Page, expect

from portal.days import today
from promises.demo.reading import read_content


def passwords() -> dict[str, str]:
    files = read_content(today=today())
    return {email: account.password for file in files for email, account in file.accounts.items()}


def sign_in_browser(page: Page, site: str, email: str, *, wanted: str = "/admin/") -> None:
    """Ends on ``wanted``, in the admin."""
    page.goto(f"{site}{wanted}")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(passwords()[email])
    page.locator("form:has(input[name=password]) button[type=submit]").click()
    code = page.locator("strong.code")
    expect(code).to_have_text(re.compile(r"\d{6}"))
    page.locator("input[name=code]").fill(code.inner_text().strip())
    page.locator("form:has(input[name=code]) button[type=submit]").first.click()
    expect(page).to_have_url(f"{site}{wanted}")


def signed_in_state(browser: Browser, site: str, email: str) -> dict:
    """Cookies for further contexts: a code can be used only once, so one signing in serves a module."""
    context = browser.new_context(locale="sv-SE")
    sign_in_browser(context.new_page(), site, email)
    state = context.storage_state()
    context.close()
    return state
