"""Counts, goals, evidence."""

import datetime as dt

import pytest

from promises.page_import.evidence import find_evidence
from promises.page_import.figures import count_in, part_of_whole
from promises.page_import.goals import find_goals


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("minst femtiotvå trafikkontroller", 52),
        ("minst 52 trafikkontroller på Lv 315 och E45", 52),
        ("en gång i veckan", 1),
        ("minst en trygghetsvandring per år", 1),
        ("två till tre skolbesök per termin", 2),
        ("vid 5 tillfällen per vecka", 5),
        ("64 kontroller, i dem 21 misstänkta personer", 64),
        ("ett dussintal fotpatrulleringar", 12),
        ("1 200 bilar kontrollerades", 1200),
        ("Polisen fotpatrullerade 112 gånger", 112),
        ("Polisen lovade 30 fotpatrulleringar.", 30),
        ("varje vecka", None),
        ("En trygghetsvandring är genomförd", None),
        ("elever i årskurs 9", None),
        ("elever i åk 4-6", None),
        ("barn 13–17 år", None),
        ("ungdomar mellan 13 och 17 år", None),
        ("inom fem arbetsdagar", None),
        ("inom 48 timmar", None),
        ("30 minuter", None),
        ("med tio procent", None),
        ("torsdagar kl. 10–11", None),
        ("den 12 maj hölls ett möte", None),
        ("en av de tre vanligaste", None),
        ("ring 112", None),
        ("medborgarlöfte 2023", None),
    ],
)
def test_count(text, count):
    assert count_in(text) == count


def test_part_of_whole():
    assert part_of_whole("38 av 50 kontroller") == (38, 50)
    assert part_of_whole("Två av tre skolbesök") == (2, 3)
    assert part_of_whole("en av de tre vanligaste") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Målet är att inbrotten ska minska med 10 procent.", [(None, None, -10, "%")]),
        ("Tryggheten ska öka med fem procentenheter.", [(None, None, 5, "procentenheter")]),
        ("Stölderna ska halveras jämfört med 2019.", [(None, 2019, -50, "%")]),
        ("Minst 80 procent ska känna sig trygga.", [(None, None, 80, "%")]),
        (
            "Andelen otrygga ska minska från 32 procent 2021 till högst 25 procent 2024.",
            [(32, 2021, 25, "%")],
        ),
        (
            "Målet är att andelen A ska minska med tio procent och B ska minska med 15 procent.",
            [(None, None, -10, "%"), (None, None, -15, "%")],
        ),
        ("I enkäten uppgav 13 procent att de var otrygga.", []),
        ("Polisen ska göra 52 trafikkontroller.", []),
    ],
)
def test_goals(text, expected):
    found = [tuple(goal.as_json().values()) for goal in find_goals(text, (1,))]

    assert found == expected


def test_deadline_is_the_years_last_day():
    (goal,) = find_goals("Antalet brott ska minska med 15 procent fram till år 2022.", ())

    assert goal.deadline == dt.date(2022, 12, 31)


def test_evidence_has_its_year_and_sentence():
    text = "Trafikbrott är vanliga. År 2019 anmäldes 163 bedrägeribrott. I årskurs 9 uppgav 13 procent oro."

    found = [(row.figure, row.unit, row.year, row.text) for row in find_evidence(text, ())]

    assert found == [
        (163, "bedrägeribrott", 2019, "År 2019 anmäldes 163 bedrägeribrott."),
        (13, "%", 2019, "I årskurs 9 uppgav 13 procent oro."),
    ]
