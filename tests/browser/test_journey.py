"""The whole way, by keyboard alone: an editor reports a period, both parties sign, residents read it; then a
correction, a text for a later moment, and a text that is taken back."""

import datetime as dt
import re
import time
import zoneinfo
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import journey_place
from tests.browser.axe import problems_everywhere
from tests.browser.conftest import READER
from tests.browser.keyboard import Keyboard
from tests.browser.sign_in import passwords

EDITOR, APPROVER = "redaktor@stromsund.example", "godkannare@stromsund.example"
PERIOD = f"/{journey_place.SLUG}/2019-2021/"
SWEDEN = zoneinfo.ZoneInfo("Europe/Stockholm")


class Journey:
    """The people, each in a browser of their own, and what axe has said on the way."""

    def __init__(self, browser: Browser, site: str, letters: Callable[[], list]) -> None:
        self.browser, self.site, self.letters = browser, site, letters
        self.problems: list[str] = []
        self.looked_at: set[str] = set()
        self.used: set[str] = set()
        self.desk = self.publishing = ""

    def person(self) -> Page:
        context = self.browser.new_context(
            **READER, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
        )
        context.set_default_timeout(15_000)
        return context.new_page()

    def look(self, page: Page) -> None:
        """Once at each kind of page."""
        kind = f"{re.sub(r'[0-9]+', 'n', page.url)} {page.title()}"
        if kind not in self.looked_at:
            self.looked_at.add(kind)
            self.problems += problems_everywhere(page)

    def signed_in(self, email: str) -> Page:
        page = self.person()
        hands = Keyboard(page)
        page.goto(f"{self.site}/admin/")
        self.look(page)
        hands.write(page.locator("input[name=login]"), email)
        hands.write(page.locator("input[name=password]"), passwords()[email])
        page.keyboard.press("Enter")
        code = page.locator("strong.code")
        expect(code).to_have_text(re.compile(r"\d{6}"))
        self.look(page)
        hands.write(page.locator("input[name=code]"), code.inner_text().strip())
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Att göra")
        self.look(page)
        return page

    def link_from_mail(self) -> str:
        """The newest personal link to the police's signatory."""
        for _ in range(100):
            links = [
                found[0]
                for letter in self.letters()
                if letter["To"] == journey_place.POLICE
                if (found := re.findall(r"http\S+/godkann/\S+", letter.get_content()))
            ]
            if links and links[-1] not in self.used:
                self.used.add(links[-1])
                return links[-1]
            time.sleep(0.2)
        raise AssertionError("no letter with a link came to the police")


@pytest.fixture
def journey(browser, site, beside, mail_server) -> Journey:
    beside("tests.browser.journey_place")
    server, _ = mail_server
    return Journey(browser, site, lambda: server.letters)


def test_period_goes_from_report_to_signed_page_and_on(journey):
    editor, approver = journey.signed_in(EDITOR), journey.signed_in(APPROVER)
    reader = journey.person()

    report(journey, editor)
    send_to_parties(journey, editor, note="Vi berättar hur det gick 2019–2021.")
    sign_in_the_admin(journey, approver)
    sign_by_letter(journey)
    read_report_with_both_signatures(journey, reader)

    correct_a_word(journey, editor)
    sign_in_the_admin(journey, approver)
    sign_by_letter(journey)
    expect_edition(journey, reader, 2, "Mindre rättelse")

    moment = schedule_a_change(journey, editor)
    sign_in_the_admin(journey, approver)
    sign_by_letter(journey)
    wait_for_the_moment(journey, reader, moment)

    take_back(journey, approver)
    read_why_it_was_taken_back(journey, reader)
    assert journey.problems == []


def report(journey: Journey, page: Page) -> None:
    """From "Att göra" to a whole period reported: every action, a verdict per promise, the summary."""
    hands = Keyboard(page)
    line = page.locator(".todo__line", has_text="Resan").get_by_role("link")
    hands.press(line.filter(has_text="inte redovisad"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Redovisa")
    journey.desk = page.url
    rows = page.locator(".desk-row[id^=insats-]")
    for row in rows.all():
        not_done = row.get_by_text("krogtillsyner").count() > 0
        hands.choose(row, "Inte genomförd" if not_done else "Genomförd")
        if not_done:
            hands.pick(row.get_by_label("Skäl"), "pandemin")
            page.keyboard.press("Tab")
        expect(row.locator(".desk-row__said")).to_have_text("Sparat.")
    count = rows.count()
    expect(page.locator("#desk-counter")).to_have_text(f"{count} av {count} insatser redovisade")
    for row in page.locator(".desk-row[id^=omdome-]").all():
        hands.choose(row, "Delvis uppnått")
        hands.write(row.get_by_label("Så gick det, med era ord"), "Det mesta blev gjort.")
        page.keyboard.press("Tab")
        expect(row.locator(".desk-row__said")).to_have_text("Sparat.")
    whole = page.get_by_role("group", name="Rapporten för hela perioden")
    hands.choose(whole, "Slutrapport")
    hands.write_day(whole.get_by_label("Läget den"), dt.date(2021, 12, 31))
    hands.write(whole.get_by_label("Sammanfattning"), "Vi gjorde det mesta av det vi lovade.")
    page.keyboard.press("Tab")
    expect(whole.locator(".desk-row__said")).to_have_text("Sparat.")
    journey.look(page)


def send_to_parties(journey: Journey, page: Page, *, note: str = "", at: dt.datetime | None = None):
    hands = Keyboard(page)
    page.goto(f"{journey.site}/admin/")
    line = page.locator(".todo__line", has_text="Resan").get_by_role("link")
    hands.press(line.filter(has_text="Utkastet till"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Publicera")
    journey.publishing = page.url
    journey.look(page)
    if note:
        hands.write(page.get_by_label("Vad är nytt, och varför?"), note)
    else:
        hands.reach(page.get_by_label("Mindre rättelse"))
        page.keyboard.press("Space")
    if at:
        hands.write_day(page.get_by_label("Dag", exact=True), at.date())
        hands.write_time(page.get_by_label("Klockslag"), at.time())
    hands.press(page.get_by_role("button", name="Frys och skicka till parterna"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fryst text")
    journey.look(page)


def sign_in_the_admin(journey: Journey, page: Page) -> None:
    """The municipality's approver, from "Att göra"."""
    hands = Keyboard(page)
    page.goto(f"{journey.site}/admin/")
    line = page.locator(".todo__line", has_text="Resan").get_by_role("link")
    hands.press(line.filter(has_text="väntar på ditt godkännande"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fryst text")
    frozen = page.url
    hands.press(page.get_by_role("region", name="Läget nu").get_by_role("link").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("2019–2021")
    expect(page).not_to_have_url(frozen)
    journey.look(page)
    page.go_back()
    expect(page).to_have_url(frozen)
    hands.press(page.get_by_role("button", name="Godkänn", exact=True))
    expect(page.locator(".messagelist")).to_contain_text("Väntar på Polisen")


def sign_by_letter(journey: Journey) -> None:
    """The police, without an account: the link of the newest letter, read and signed."""
    page = journey.person()
    hands = Keyboard(page)
    address = journey.link_from_mail()
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Godkänn medborgarlöftena")
    journey.look(page)
    hands.write(page.get_by_label("Ditt namn"), "Pella Polischef")
    hands.write(page.get_by_label("Din titel"), "Lokalpolisområdeschef")
    hands.press(page.get_by_role("button", name=re.compile("^Godkänn för ")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack, texten är godkänd")
    journey.look(page)
    assert page.context.cookies() == []
    answer = page.goto(address)
    assert answer.status == 410
    journey.look(page)
    page.context.close()


def read_report_with_both_signatures(journey: Journey, page: Page) -> None:
    page.goto(f"{journey.site}{PERIOD}sa-gick-det/")
    expect(page.get_by_text("Vi gjorde det mesta av det vi lovade.")).to_be_visible()
    expect(page.get_by_text("läget den 31 december 2021")).to_be_visible()
    expect(page.get_by_role("cell", name="Pandemin.").first).to_be_visible()
    journey.look(page)
    page.goto(f"{journey.site}{PERIOD}")
    signed = page.locator("li", has_text=swedish_day())
    assert [line.split(", ")[0] for line in signed.all_inner_texts()] == [
        "Demogodkännare",
        "Pella Polischef",
    ]
    journey.look(page)


def correct_a_word(journey: Journey, page: Page) -> None:
    """In the admin: a word of a promise, nothing else, and so without a note."""
    hands = Keyboard(page)
    page.goto(f"{journey.site}/admin/promises/promise/?q=upplevda")
    hands.press(page.locator("#result_list").get_by_role("link", name=re.compile("upplevda")))
    hands.write(page.locator("#id_statement"), "Invånarnas upplevda trygghet ska vara hög.")
    journey.look(page)
    hands.press(page.get_by_role("button", name="Spara", exact=True))
    expect(page.locator(".messagelist")).to_contain_text("Ändrade löfte")
    send_to_parties(journey, page)


def expect_edition(journey: Journey, page: Page, number: int, note: str) -> None:
    page.goto(f"{journey.site}{PERIOD}utgavor/")
    journey.look(page)
    newest = page.locator("main li, main tr, main article", has_text=f"Utgåva {number}").first
    expect(newest).to_contain_text(note)


def schedule_a_change(journey: Journey, page: Page) -> dt.datetime:
    """One count more, for the next whole minute that leaves time to sign."""
    hands = Keyboard(page)
    page.goto(journey.desk)
    row = page.locator(".desk-row[id^=insats-]").first
    hands.write(row.get_by_label("Gjort antal"), "47")
    page.keyboard.press("Tab")
    expect(row.locator(".desk-row__said")).to_have_text("Sparat.")
    now = dt.datetime.now(SWEDEN)
    moment = (now + dt.timedelta(seconds=100)).replace(second=0, microsecond=0)
    send_to_parties(journey, page, note="Ett antal saknades.", at=moment)
    return moment


def wait_for_the_moment(journey: Journey, page: Page, moment: dt.datetime) -> None:
    """Signed by all and seen by nobody; then public, with no one doing anything."""
    page.goto(f"{journey.site}{PERIOD}sa-gick-det/")
    assert dt.datetime.now(SWEDEN) < moment
    expect(page.get_by_role("cell", name="47", exact=True)).to_have_count(0)
    while dt.datetime.now(SWEDEN) < moment:
        time.sleep(0.5)
    page.reload()
    expect(page.get_by_role("cell", name="47", exact=True).first).to_be_visible()
    expect_edition(journey, page, 3, "Ett antal saknades.")


def take_back(journey: Journey, page: Page) -> None:
    hands = Keyboard(page)
    page.goto(journey.publishing)
    editions = page.get_by_role("region", name="Alla utgåvor")
    hands.press(editions.get_by_role("link", name="Utgåva 3", exact=True))
    act = page.get_by_role("region", name="Dra tillbaka utgåvan")
    hands.write(act.get_by_label("Skäl"), "Antalet gällde en annan kommun.")
    hands.press(act.get_by_role("button", name="Dra tillbaka"))
    expect(page.locator(".messagelist")).to_contain_text("Utgåvan är tillbakadragen.")
    journey.look(page)


def read_why_it_was_taken_back(journey: Journey, page: Page) -> None:
    answer = page.goto(f"{journey.site}{PERIOD}")
    assert answer.status == 410
    expect(page.get_by_text("Antalet gällde en annan kommun.")).to_be_visible()
    journey.look(page)


def swedish_day() -> str:
    now = dt.datetime.now(SWEDEN)
    months = "januari februari mars april maj juni juli augusti september oktober november december"
    return f"{now.day} {months.split()[now.month - 1]} {now.year}"
