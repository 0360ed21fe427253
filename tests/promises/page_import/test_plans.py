"""Whose a plan for the follow-up is."""

import pytest

from promises.page_import import read_text

HEAD = "Medborgarlöften 2024\n\n"
TWO = "Trafik\nPolisen lovar att mäta farten.\n{first}\nNedskräpning\nKommunen lovar att städa.\n{last}"


def flags(text):
    return [promise.has_follow_up for promise in read_text(HEAD + text).periods[0].promises]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("", "\nLöftena följs upp varje höst.\n", [True, True]),
        ("", "\nUppföljning sker i maj.\n", [True, True]),
        ("", "\nNär året är slut frågar vi byarna om löftena har hållits.\n", [True, True]),
        ("Uppföljning: enkät i maj.\n", "Uppföljning: räkning i juni.\n", [True, True]),
        ("Farten är hög. Uppföljning sker med slangmätning.\n", "", [True, False]),
        ("", "\nHär redovisar vi löftena.\n", [False, False]),
    ],
)
def test_plan_belongs_to(first, last, expected):
    assert flags(TWO.format(first=first, last=last)) == expected


def test_plan_after_a_report_is_for_the_promises_in_force():
    text = (
        "Löften 2024–2025\n\nPolisen lovar att synas.\n\nSå gick det 2022–2023\n\n"
        "Polisen lovade att ringa.\nPolisen ringde alla.\n\nLöftena utvärderas i maj 2025.\n"
    )
    now, last = read_text(text).periods

    assert [promise.has_follow_up for promise in now.promises] == [True]
    assert [promise.has_follow_up for promise in last.promises] == [False]
