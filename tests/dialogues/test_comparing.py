"""Two years side by side: only what both have published, in groups that both have."""

import datetime as dt

import pytest

from dialogues.documents import Group, QuestionResult, Results, Table
from dialogues.enums import QuestionKind
from dialogues.results.comparing import ComparedRow, compare, share


def result(*groups, hidden=(), **more) -> QuestionResult:
    """Groups as (labels joined by +, count)."""
    rows = tuple(Group(labels=tuple(labels.split("+")), count=count) for labels, count in groups)
    table = Table(groups=rows, total=more.pop("total", sum(g.count for g in rows)), hidden=hidden)
    named = {"key": "trygg", "text": "Hur trygg?", "kind": QuestionKind.SINGLE}
    return QuestionResult(**{**named, "table": table, **more})


def results(*questions) -> Results:
    return Results(compiled_on=dt.date(2026, 1, 1), answered=50, questions=questions)


def one(now, before):
    (found,) = compare(results(now), results(before))
    return found


def test_rows_are_groups_that_both_years_have():
    now = result(("1", 5), ("2", 6), ("3+4", 7), ("Inget svar", 9))
    before = result(("1+2", 11), ("3", 8), ("4", 6), ("Inget svar", 0))

    found = one(now, before)

    assert found.rows == (
        ComparedRow(("1", "2"), 11, 11),
        ComparedRow(("3", "4"), 7, 14),
        ComparedRow(("Inget svar",), 9, 0),
    )
    assert (found.total_now, found.total_before, found.why_not) == (27, 25, "")


def test_several_choices_are_compared_where_both_years_show_them():
    now = result(("A", 9), ("B", 7), hidden=("C",), kind=QuestionKind.MULTIPLE, total=20)
    before = result(("A", 8), ("C", 6), hidden=("B",), kind=QuestionKind.MULTIPLE, total=15)

    assert one(now, before).rows == (ComparedRow(("A",), 9, 8),)


def test_a_question_asked_only_once_is_not_compared():
    assert compare(results(result(("1", 9))), results(result(("1", 9), key="annan"))) == ()


@pytest.mark.parametrize(
    ("before", "why_not"),
    [
        (
            result(("1", 9), ("2", 9), text="Är du trygg?"),
            "Frågan löd annorlunda förra gången (”Är du trygg?”), så svaren kan inte jämföras.",
        ),
        (
            result(("1", 9), ("3", 9)),
            "Svarsvalen var andra förra gången, så svaren kan inte jämföras.",
        ),
        (
            result(("1", 9), ("2", 9), unit="år"),
            "Svarsvalen var andra förra gången, så svaren kan inte jämföras.",
        ),
        (
            result(("1", 9), ("2", 9), ("Fick inte frågan i den här lydelsen", 9)),
            "Alla fick inte frågan i samma lydelse, så svaren kan inte jämföras.",
        ),
        (result(("1+2", 18)), "Grupperna är för små för att jämföras."),
    ],
)
def test_what_cannot_be_compared_says_why(before, why_not):
    found = one(result(("1", 8), ("2", 9)), before)

    assert (found.rows, found.why_not) == ((), why_not)


def test_the_newest_wording_of_each_year_counts():
    now = results(result(("1", 8), ("2", 9)), result(("x", 8), text="Äldre lydelse?"))
    before = results(result(("1", 5), ("2", 6)), result(("y", 8), text="Ännu äldre?"))

    (found,) = compare(now, before)

    assert [(row.now, row.before) for row in found.rows] == [(8, 5), (9, 6)]


@pytest.mark.parametrize(
    ("count", "total", "percent"), [(0, 9, 0), (1, 8, 13), (1, 3, 33), (2, 3, 67), (5, 5, 100)]
)
def test_shares_are_whole_percent(count, total, percent):
    assert share(count, total) == percent
