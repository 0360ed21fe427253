"""The living page shows everything, and its colours are as readable as we say."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from promises.style_guide import places, tokens

ROOT = Path(__file__).resolve().parents[2]
STYLES = [
    path
    for path in (ROOT / "static/css").rglob("*.css")
    if path.name not in {"paper.css", "print.css", "tokens.css"} and "admin" not in str(path)
]

NOT_SHOWN = {
    "answer_fields.html": "for those who sign, not for residents",
    "demo_code.html": "only for the demo's accounts",
    "form_fields.html": "for those who sign in, not for residents",
    "kept_text.html": "for those who sign, not for residents",
    "paper_facts.html": "only on paper, with a style of its own",
    "paper_promise.html": "only on paper, with a style of its own",
    "paper_promises.html": "only on paper, with a style of its own",
    "paper_report.html": "only on paper, with a style of its own",
    "paper_tally.html": "only on paper, with a style of its own",
    "preview_banner.html": "for editors, not for residents",
}


@pytest.fixture
def page(client):
    return BeautifulSoup(client.get("/stil/").content, "html.parser")


def test_style_guide_shows_every_component_that_a_resident_sees(client):
    """No database: all that is shown is made in code."""
    shown = {template.name for template in client.get("/stil/").templates}

    components = {path.name for path in (ROOT / "templates/components").glob("*.html")}
    missing = {name for name in components if f"components/{name}" not in shown}
    assert missing == NOT_SHOWN.keys()


@pytest.mark.parametrize(("query", "count"), [("", 1), ("?antal=40", 40), ("?antal=x", 1)])
def test_style_guide_shows_one_promise_or_forty(client, query, count):
    page = BeautifulSoup(client.get(f"/stil/{query}").content, "html.parser")

    assert len(page.select("#antal .promise")) == count


def test_style_guide_is_kept_from_search_engines(client, page):
    assert client.get("/stil/").headers["X-Robots-Tag"] == "noindex"
    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_style_guide_uses_no_id_twice(client):
    page = BeautifulSoup(client.get("/stil/?antal=40").content, "html.parser")
    ids = [tag["id"] for tag in page.select("[id]")]

    assert sorted({found for found in ids if ids.count(found) > 1}) == []


def test_style_guide_shows_each_colour_with_both_its_values(page):
    rows = page.select("#grunder table:first-of-type tbody tr")

    assert [row.th.text for row in rows] == [f"--{name}" for name in tokens.read_tokens().colours]
    assert [code.text for code in rows[0].select("td code")] == ["#fbfaf6", "#0d2023"]


def test_style_guide_has_a_name_as_long_as_names_get():
    assert len(places.LONG_NAME) == 60


@pytest.mark.parametrize("scheme", tokens.SCHEMES)
def test_every_text_and_line_can_be_seen_on_every_ground(scheme):
    """AAA for text (7:1), and 3:1 for lines that carry meaning."""
    found = tokens.read_tokens().pairs(scheme)

    short = {(p.text, p.ground): p.in_words for p in found if not p.is_enough}
    assert short == {}
    assert len(found) > 40


def test_every_colour_has_a_use_and_a_measure():
    assert set(tokens.read_tokens().colours) == set(tokens.USES)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_use_colours_only_as_they_were_measured(path):
    """Text takes colours from the measured texts, and stands on the measured grounds."""
    css = path.read_text()
    texts = set(re.findall(r"(?<![-\w])color: var\(--([\w-]+)\)", css))
    grounds = set(re.findall(r"(?<![-\w])background(?:-color)?: var\(--([\w-]+)\)", css))

    of_symbol = {"accent"} if path.name == "hero.css" else set()
    on_their_own = {text for text, _use in tokens.PAIRS.values()}
    assert texts <= tokens.TEXTS.keys() | on_their_own | of_symbol | {"state"}
    assert grounds <= tokens.GROUNDS.keys() | tokens.PAIRS.keys()


def test_contrast_is_that_of_the_standard():
    """Black on white is 21:1; #767676 on white is the well-known grey that just passes 4.5."""
    assert tokens.contrast("#000", "#ffffff") == pytest.approx(21)
    assert tokens.contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)


def test_contrast_is_never_told_as_more_than_it_is():
    pair = tokens.Contrast("ink", "paper", "#000", "#fff", 7)
    pair.__dict__["ratio"] = 6.99

    assert (pair.in_words, pair.is_enough) == ("6,9:1", False)


def test_tokens_are_read_with_what_differs_in_the_dark_and_on_wide_screens():
    found = tokens.read_tokens(
        ":root { /* one */ --paper: #fff; --text: 1rem }"
        "@media (min-width: 48rem) { :root { --text: 2rem } }"
        "@media screen and (prefers-color-scheme: dark) { :root { --paper: #000 } }"
    )

    assert found == tokens.Tokens(
        {"paper": "#fff", "text": "1rem"}, {"paper": "#000"}, {"text": "2rem"}
    )


@pytest.mark.parametrize("colour", ["var(--ink)", "rgb(0 0 0 / 50%)", "nonsense"])
def test_what_is_no_opaque_colour_is_not_measured(colour):
    with pytest.raises(ValueError, match="no opaque colour"):
        tokens.luminance(colour)
