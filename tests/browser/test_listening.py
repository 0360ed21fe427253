"""Lyssna: what is our own, with a stand-in for the browser's voice; and, with the real one, what a browser
without a Swedish voice says. A headless Chromium has none."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import axe

FOLLOW_UP = "/stromsund/2019-2021/sa-gick-det/"
READ = [
    "/stromsund/",
    "/stromsund/2021-2022/",
    "/stromsund/2021-2022/bedragerier/",
    "/stromsund/2021-2022/fran-ord-till-resultat/",
    FOLLOW_UP,
    "/om/",
    "/tillganglighet/",
]

VOICES = """
const spoken = [];
window.spoken = spoken;
const voices = VOICES;
class Utterance { constructor(text) { this.text = text; } }
const speech = Object.assign(new EventTarget(), {
  now: null,
  getVoices: () => voices,
  speak(utterance) { this.now = utterance; spoken.push(utterance.text); },
  cancel() { const was = this.now; this.now = null; was?.onerror?.({ error: "canceled" }); },
});
Object.defineProperty(window, "speechSynthesis", { value: speech });
Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
window.sayOn = () => speech.now.onend();
window.fail = () => speech.now.onerror({ error: "synthesis-failed" });
"""
LOCAL = '[{lang: "en-GB", localService: true}, {lang: "sv-SE", name: "Alva", localService: true}]'
REMOTE = (
    '[{lang: "en-GB", localService: true}, {lang: "sv-SE", name: "Google", localService: false}]'
)


def with_voices(page: Page, voices: str = LOCAL) -> None:
    page.add_init_script(VOICES.replace("VOICES;", f"{voices};", 1))


def spoken(page: Page) -> list[str]:
    return page.evaluate("spoken")


def marked(page: Page) -> list[str]:
    found = page.evaluate("[...(CSS.highlights.get('being-read') ?? [])].map(r => r.toString())")
    return [" ".join(text.split()) for text in found]


def told(page: Page) -> Locator:
    return page.locator("read-aloud [role=status] p:visible")


def listen(page: Page) -> None:
    page.get_by_role("button", name="Lyssna", exact=True).click()
    page.wait_for_function("spoken.length > 0")


def read_it_all(page: Page) -> list[str]:
    listen(page)
    page.evaluate("while (speechSynthesis.now && spoken.length < 2000) sayOn()")
    return spoken(page)


def test_browser_without_a_swedish_voice_says_so(site, page):
    """The real one."""
    page.goto(site + FOLLOW_UP)
    before = page.locator("main h1").inner_text()
    button = page.get_by_role("button", name="Lyssna", exact=True)
    button.focus()
    page.keyboard.press("Enter")

    expect(told(page)).to_contain_text("ingen svensk röst", timeout=5000)
    expect(button).to_be_visible()
    assert page.locator("main h1").inner_text() == before
    assert axe.problems(page, axe.AAA) == []


def test_voice_that_sends_the_text_away_is_not_used(site, page):
    with_voices(page, REMOTE)
    page.goto(site + FOLLOW_UP)
    page.get_by_role("button", name="Lyssna", exact=True).click()

    expect(told(page)).to_contain_text("ingen svensk röst", timeout=5000)
    assert spoken(page) == []


def test_without_javascript_no_button_is_shown(site, page_without_javascript):
    page_without_javascript.goto(site + FOLLOW_UP)

    expect(page_without_javascript.get_by_text("Lyssna", exact=True)).to_be_hidden()
    expect(page_without_javascript.get_by_text("Sluta lyssna")).to_be_hidden()


def test_sentences_are_read_in_order_by_the_swedish_voice_and_marked(site, page):
    with_voices(page)
    page.goto(site + FOLLOW_UP)
    text = page.locator("main").inner_text()
    listen(page)

    assert page.evaluate("speechSynthesis.now.voice.name") == "Alva"
    assert spoken(page) == marked(page) == ["Så gick det 2019–2021"]
    page.evaluate("sayOn()")
    assert len(spoken(page)) == 2
    assert marked(page) == spoken(page)[1:]
    page.get_by_role("button", name="Sluta lyssna").click()
    assert marked(page) == []
    assert page.locator("main").inner_text() == text


@pytest.mark.parametrize("path", READ)
def test_all_of_the_text_is_read_once_and_no_navigation(site, page, path):
    with_voices(page)
    page.goto(site + path)
    all_words = read_it_all(page)
    said = " ".join(all_words)

    headings = page.locator("main :is(h1, h2, h3)").all_text_contents()
    heads = [" ".join(heading.split()) for heading in headings]
    assert [head for head in heads if head.split(" ")[0] not in said] == []
    assert "Följ löftet" not in said
    assert "Lyssna" not in said
    assert "  " not in said
    expect(told(page)).to_have_text("Sidan är uppläst.")
    assert marked(page) == []


def test_table_is_read_row_by_row_with_its_headings(site, page):
    with_voices(page)
    page.goto(site + FOLLOW_UP)
    words = read_it_all(page)

    first = next(i for i, text in enumerate(words) if text.startswith("Lovat mot gjort"))
    assert words[first + 1].startswith("Polisen")
    assert "Läge: genomförd" in words[first + 1 : first + 4]
    assert "Insats" not in words
    assert [text for text in words if text.endswith(": –")] == []
    assert any(text.startswith("Skäl och nästa steg: ") for text in words)


def test_abbreviation_is_read_with_what_it_means(site, page):
    with_voices(page)
    page.goto(site + FOLLOW_UP)

    assert any("ANDTS (alkohol, narkotika, dopning" in text for text in read_it_all(page))


def test_pause_resume_and_stop_by_keyboard_alone(site, page):
    with_voices(page)
    page.goto(site + FOLLOW_UP)
    page.get_by_role("button", name="Lyssna", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_function("spoken.length > 0")
    page.evaluate("sayOn()")

    expect(page.get_by_role("button", name="Pausa")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Fortsätt")).to_be_focused()
    assert page.evaluate("speechSynthesis.now") is None
    assert len(marked(page)) == 1
    page.keyboard.press("Enter")
    assert spoken(page)[1] == spoken(page)[2]
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Sluta lyssna")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Lyssna", exact=True)).to_be_focused()
    assert page.evaluate("speechSynthesis.now") is None
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Lyssna", exact=True)).to_be_focused()


def test_buttons_are_large_and_axe_finds_nothing_while_reading(site, page):
    with_voices(page)
    page.goto(site + FOLLOW_UP)
    listen(page)
    page.evaluate("for (let i = 0; i < 12; i++) sayOn()")

    sizes = [box.bounding_box() for box in page.locator("read-aloud button:visible").all()]
    assert len(sizes) == 2
    assert all(size["height"] >= 44 and size["width"] >= 44 for size in sizes)
    assert axe.problems_everywhere(page, axe.AAA) == []


def test_reader_who_wants_no_motion_is_not_scrolled_smoothly(site, page):
    with_voices(page)
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 400, "height": 500})
    page.goto(site + FOLLOW_UP)
    listen(page)
    page.evaluate("for (let i = 0; i < 25; i++) sayOn()")

    top = "[...CSS.highlights.get('being-read')][0].getBoundingClientRect().top"
    assert 0 <= page.evaluate(top) < 500  # there at once


def test_browser_without_highlights_marks_the_block_and_leaves_the_text(site, page):
    with_voices(page)
    page.add_init_script("delete window.Highlight")
    page.goto(site + FOLLOW_UP)
    text = page.locator("main").inner_text()
    listen(page)

    expect(page.locator("[data-being-read]")).to_have_text("Så gick det 2019–2021")
    page.get_by_role("button", name="Sluta lyssna").click()
    expect(page.locator("[data-being-read]")).to_have_count(0)
    assert page.locator("main").inner_text() == text


def test_voice_that_fails_is_told(site, page):
    with_voices(page)
    page.goto(site + FOLLOW_UP)
    listen(page)
    page.evaluate("fail()")

    expect(told(page)).to_contain_text("avbröts")
    expect(page.get_by_role("button", name="Lyssna", exact=True)).to_be_visible()


def test_dialogue_can_be_listened_to_and_other_pages_load_no_script(site, page):
    page.goto(f"{site}/stromsund/dialoger/")
    assert page.locator("read-aloud, script[src*='read-aloud']").count() == 0
    page.goto(f"{site}/stromsund/dialoger/medborgardialog-2020/")

    expect(page.get_by_role("button", name="Lyssna", exact=True)).to_be_visible()
