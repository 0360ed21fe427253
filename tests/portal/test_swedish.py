"""Swedish order, dates, numbers and lists."""

import datetime as dt
from decimal import Decimal

import pytest

from portal import swedish


def test_swedish_letters_come_last():
    names = ["Örebro", "Älvsbyn", "Åre", "Zinkgruvan", "arboga", "Éden", "Eda"]

    assert sorted(names, key=swedish.sort_key) == [
        "arboga",
        "Eda",
        "Éden",
        "Zinkgruvan",
        "Åre",
        "Älvsbyn",
        "Örebro",
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2023, 9, 18), dt.date(2024, 1, 1), "18\u00a0september 2023 – 1\u00a0januari 2024"),
        (dt.date(2023, 9, 18), None, "från 18\u00a0september 2023 tills vidare"),
        (None, dt.date(2024, 1, 1), "till och med 1\u00a0januari 2024"),
        (None, None, "tills vidare"),
    ],
)
def test_span_says_open_ends(first, last, words):
    assert swedish.span(first, last) == words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (12345, "12\u00a0345"),
        (Decimal("13.0000"), "13"),
        (Decimal("-10.5"), "−10,5"),
        (Decimal("1200"), "1\u00a0200"),
    ],
)
def test_number_is_written_the_swedish_way(value, text):
    assert swedish.number(value) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_join_words(words, text):
    assert swedish.join_words(words) == text


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("+46 (0)670-161 00", "+4667016100"),
        ("0670-161 00 (växel)", "+4667016100"),
        ("112", "112"),
        ("114 14", "11414"),
        ("+46 670 161 00", "+4667016100"),
        ("0046 670 161 00", "004667016100"),
    ],
)
def test_dial(written, dialled):
    assert swedish.dial(written) == dialled
