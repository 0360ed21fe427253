"""Whatever the input: no crash but the refusal, no line lost, nothing invented."""

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


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_invents_nothing(path):
    page = read_page(path.read_bytes())

    check(page, visible(page))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_line_ends_change_nothing_but_themselves(path):
    text = path.read_bytes().decode("utf-8", errors="ignore").replace("\r\n", "\n")
    if text.lstrip().startswith("<"):
        return

    assert read_text(text.replace("\n", "\r\n")).as_json() == read_text(text).as_json()
    assert read_text(text.replace("\n", "\r")).as_json() == read_text(text).as_json()
