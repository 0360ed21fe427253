"""Whatever the input: no crash but the refusal, no line lost, nothing invented."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from promises.page_import import (
    ImportedPage,
    UnusableInput,
    doubts_of,
    read_page,
    read_text,
)
from tests.promises.page_import.score import pages_in

HERE = Path(__file__).parent
PAGES = [HERE / "seed.txt", *pages_in(HERE / "pages" / "open")]
SIGNED_IN_A_TABLE = HERE / "pages" / "open" / "14_table_ansvarig.html"
PARTED_WORD_IN_A_CELL = HERE / "pages" / "open" / "40_tallmo_ansvar_i_tabell.html"
MODEST = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
FRAGMENTS = (
    sorted(
        {
            line
            for path in PAGES
            for line in re.split(r"\r\n|\n", path.read_bytes().decode("utf-8", errors="ignore"))
        }
    )
    + "• - 1. 2) \t | | <p> </p> <li> <td> <table> Mål: Ansvarig: 12 % 31 juni 2023 (polisen) Kontakt".split()
)


def squeezed(text: str) -> str:
    """Without white space, invisible marks and the marks that lines are wrapped with."""
    return re.sub(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+", "", text)


def texts_of(value: Any) -> Iterator[str]:
    """Every text that came from the page; codes and dates did not."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("kind", "status", "reason", "lead", "parties", "starts_on", "ends_on"):
                yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)
    elif isinstance(value, str):
        yield value


def check(page: ImportedPage, seen: str) -> None:
    read = page.as_json()
    json.dumps(read)
    lines = read["lines"]
    assert lines["placed"] + lines["unplaced"] == lines["total"] == len(page.lines)
    numbers = [line["line"] for line in read["unplaced"]]
    assert numbers == sorted(set(numbers))
    whole = squeezed(seen)
    for text in texts_of(read):
        if text != "%":
            assert squeezed(text) in whole
    assert set(doubts_of(page)) <= {line.number for line in page.lines}
    by_number = {line.number: line for line in page.lines}
    for left in page.unplaced:
        assert squeezed(left.text) == squeezed(by_number[left.line].text)
    for period in page.periods:
        claimed = set(period.all_lines())
        assert claimed <= {line.number for line in page.lines}


def visible(page: ImportedPage) -> str:
    return "\n".join(line.text for line in page.lines)


@MODEST
@given(st.text(max_size=600))
@example("•\u200b\nVi lovar att:\n• \u00ad\n")
@example("Medborgarlöfte 2024\n1.\n2.\n\t\t\n|||\n")
def test_any_text(text):
    page = read_text(text)

    check(page, visible(page))


@MODEST
@given(st.binary(max_size=600))
def test_any_bytes(data):
    refusal = ""
    try:
        page = read_page(data)
    except UnusableInput as refused:
        page, refusal = read_text(""), str(refused)

    assert len(refusal.splitlines()) < 2
    check(page, visible(page))


@MODEST
@given(
    st.lists(st.sampled_from(FRAGMENTS), max_size=40), st.sampled_from(["\n", "\r\n", "\r", "\n\n"])
)
def test_any_shuffle_of_real_lines(lines, end):
    text = end.join(lines)

    page = read_text(text)

    check(page, visible(page))


@MODEST
@given(st.sampled_from(PAGES), st.data())
def test_any_cut_of_a_page(path, data):
    whole = path.read_bytes().decode("utf-8", errors="ignore")
    start = data.draw(st.integers(0, len(whole)))
    stop = data.draw(st.integers(start, len(whole)))

    page = read_text(whole[start:stop])

    check(page, visible(page))


TAGS = "p div ul ol li h1 h2 table tr td th strong br span nav script style a".split()


@MODEST
@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
            st.sampled_from(FRAGMENTS[:60]),
            st.text(max_size=12),
        ),
        max_size=60,
    )
)
def test_any_html(parts):
    page = read_text("<!doctype html>" + "".join(parts))

    check(page, visible(page))


CELLS = st.one_of(
    st.sampled_from(
        "Löfte Åtgärd Ansvarig Lovat Gjort Utfall Kommentar Område Antal Polisen kommunen 12 0 – Ja Delvis"
        " inställt 31 ".split(" ")
    ),
    st.sampled_from(FRAGMENTS),
    st.text(max_size=10),
)
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=8)


@MODEST
@given(ROWS, st.sampled_from(["\t", " | ", "|", "  "]))
def test_any_pasted_table(rows, border):
    lines = [border.join(row).replace("\n", " ") for row in rows]
    text = "Medborgarlöften 2024\n\n" + "\n".join(lines)

    page = read_text(text)

    check(page, visible(page))


SPANS = st.sampled_from(
    ["", ' colspan="2"', ' rowspan="3"', ' rowspan="0"', ' colspan="x"', ' rowspan="999999"']
)


@MODEST
@given(
    st.lists(
        st.lists(st.tuples(CELLS, SPANS, st.sampled_from(["td", "th"])), max_size=5), max_size=6
    )
)
def test_any_html_table(rows):
    inside = "".join(
        "<tr>"
        + "".join(f"<{tag}{span}>{html.escape(text)}</{tag}>" for text, span, tag in row)
        + "</tr>"
        for row in rows
    )
    whole = f"<!doctype html><h1>Medborgarlöften 2024</h1><table>{inside}</table>"

    page = read_text(whole)

    check(page, visible(page))
    assert len(page.lines) <= 1 + sum(len(row) for row in rows)


@MODEST
@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from(FRAGMENTS)), max_size=25))
def test_any_nested_list(items):
    pasted = "\n".join(f"{'  ' * depth}- {text}" for depth, text in items)
    nested = "".join(
        f"{'<ul>' * depth}<li>{html.escape(text)}{'</ul>' * depth}" for depth, text in items
    )

    for text in (
        f"Medborgarlöften 2024\n\n{pasted}",
        f"<!doctype html><h1>Löften 2024</h1><ul>{nested}",
    ):
        page = read_text(text)

        check(page, visible(page))


@MODEST
@given(
    st.sampled_from(PAGES),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]),
    st.sampled_from(["\u00ad", "\u00a0", "\u200b", "\x0c"]),
    st.integers(1, 60),
)
@example(SIGNED_IN_A_TABLE, "utf-8", "\u00ad", 8)
@example(PARTED_WORD_IN_A_CELL, "utf-8", "\u00ad", 40)
def test_any_encoding_and_any_invisible_mark(path, encoding, mark, every):
    text = path.read_bytes().decode("utf-8", errors="ignore").removeprefix("\ufeff")
    marked = "".join(
        letter + (mark if number % every == 0 else "") for number, letter in enumerate(text)
    )

    try:
        page = read_page(marked.encode(encoding, errors="ignore"))
    except UnusableInput:  # a text without å, ä and ö might be in any of the old encodings
        page = read_text("")

    check(page, visible(page))


@MODEST
@given(st.sampled_from(PAGES), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_encoding_changes_nothing(path, encoding):
    text = path.read_bytes().decode("utf-8", errors="ignore").removeprefix("\ufeff")

    assert read_page(text.encode(encoding)).as_json() == read_text(text).as_json()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_invents_nothing(path):
    page = read_page(path.read_bytes())

    check(page, visible(page))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_line_ends_change_nothing_but_themselves(path):
    text = path.read_bytes().decode("utf-8", errors="ignore")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.lstrip().startswith("<"):
        return

    assert read_text(text.replace("\n", "\r\n")).as_json() == read_text(text).as_json()
    assert read_text(text.replace("\n", "\r")).as_json() == read_text(text).as_json()
