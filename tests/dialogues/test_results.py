"""Compiling results: examples by hand. That nothing can be found by putting tables together is proved in
test_results_safety.py."""

import datetime as dt

import pytest

from dialogues.documents import Choice, Question, Results
from dialogues.enums import QuestionKind
from dialogues.results import Given, Sheet, compile_results
from dialogues.results.cells import classes

DAY = dt.date(2026, 3, 1)
WORDS = {"q": ("Lund", "Torg", "Skola", "Annat"), "age": ("16–29", "30–64", "65–")}


def question(key="q", kind=QuestionKind.SINGLE, **more) -> Question:
    words = WORDS[key] if kind in {"single", "multiple"} else ()
    return Question(
        key=key,
        text=f"Fråga {key}?",
        kind=kind,
        choices=tuple(Choice(key=word, text=word) for word in words),
        **more,
    )


SCALE = question("safe", QuestionKind.SCALE, lowest=1, highest=5, lowest_label="otrygg")
AGE = question("age", is_background=True)


def chose(*words: str) -> Given:
    return Given(choices=words)


def people(count: int, version: int = 1, **answers: Given) -> list[Sheet]:
    return [Sheet(version, answers)] * count


def compiled(questions, sheets, asked=None) -> Results:
    versions = questions if isinstance(questions, dict) else {1: questions}
    return compile_results(versions, sheets, asked=asked, asked_whom="Alla i Tåsjö", on=DAY)


def rows(table) -> list[tuple[str, int]]:
    return [(" + ".join(group.labels), group.count) for group in table.groups]


def only(results):
    (result,) = results.questions
    return result


def test_four_answers_tell_nothing():
    results = compiled([question()], people(4, q=chose("Lund")), asked=100)

    assert (results.answered, results.asked, results.questions) == (None, 100, ())


@pytest.mark.parametrize(
    ("asked", "told"), [(None, None), (20, 20), (21, None), (24, None), (25, 25), (3, None)]
)
def test_how_many_were_asked_is_left_out_when_few_of_them_did_not_answer(asked, told):
    results = compiled([question()], people(20, q=chose("Lund")), asked=asked)

    assert (results.answered, results.asked, results.asked_whom) == (20, told, "Alla i Tåsjö")


def test_large_groups_and_empty_ones_stand_alone():
    sheets = people(7, q=chose("Lund")) + people(5, q=chose("Skola")) + people(6)

    table = only(compiled([question()], sheets)).table

    assert rows(table) == [("Lund", 7), ("Torg", 0), ("Skola", 5), ("Annat", 0), ("Inget svar", 6)]
    assert table.total == 18


def test_a_small_choice_goes_with_the_next_in_order():
    sheets = people(7, q=chose("Lund")) + people(2, q=chose("Torg")) + people(9, q=chose("Annat"))

    table = only(compiled([question()], sheets)).table

    assert rows(table) == [("Lund", 7), ("Torg + Annat", 11), ("Skola", 0), ("Inget svar", 0)]


def test_the_last_small_ones_go_with_those_before():
    sheets = people(7, q=chose("Lund")) + people(2, q=chose("Annat")) + people(2)

    table = only(compiled([question()], sheets)).table

    assert rows(table) == [("Lund + Annat + Inget svar", 11), ("Torg", 0), ("Skola", 0)]


def test_a_scale_has_no_holes():
    sheets = people(3, safe=Given(number=1)) + people(6, safe=Given(number=3)) + people(5)

    table = only(compiled([SCALE], sheets)).table

    assert rows(table) == [("1 – otrygg + 2 + 3", 9), ("4", 0), ("5", 0), ("Inget svar", 5)]


def test_numbers_are_told_in_classes():
    asked = question("years", QuestionKind.NUMBER, lowest=16, highest=100, unit="år")
    sheets = people(6, years=Given(number=31)) + people(5, years=Given(number=97))

    result = only(compiled([asked], sheets))

    assert [row for row in rows(result.table) if row[1]] == [("30–39", 6), ("90–100", 5)]
    assert result.unit == "år"


REST = [(1_000_000_000, 1_499_999_999), (1_500_000_000, 2_147_483_647)]


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ((1, 7), [(n, n) for n in range(1, 8)]),
        ((1, 12), [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 12)]),
        ((0, 60), [(0, 9), (10, 19), (20, 29), (30, 39), (40, 49), (50, 60)]),
        ((0, 1000), [(0, 199), (200, 399), (400, 599), (600, 799), (800, 1000)]),
        ((0, 2_147_483_647), [(0, 499_999_999), (500_000_000, 999_999_999), *REST]),
        ((18, 99), [(18, 29), *((n, n + 9) for n in range(30, 100, 10))]),
    ],
)
def test_classes_are_equal_and_round_and_from_the_limits(limits, expected):
    assert classes(*limits) == expected


def test_a_number_outside_the_limits_or_an_unknown_choice_is_no_answer():
    sheets = people(5, q=chose("Hav"), safe=Given(number=9)) + people(5, q=chose("Lund", "Torg"))

    results = compiled([question(), SCALE], sheets)

    assert [rows(one.table)[-1] for one in results.questions] == [("Inget svar", 10)] * 2


def test_of_several_choices_the_rare_and_the_nearly_universal_are_hidden():
    asked = question(kind=QuestionKind.MULTIPLE)
    sheets = (
        people(8, q=chose("Lund", "Torg"))
        + people(7, q=chose("Lund"))
        + people(2, q=chose("Lund", "Skola"))
        + people(1)
    )

    table = only(compiled([asked], sheets)).table

    assert rows(table) == [("Torg", 8), ("Annat", 0)]
    assert (table.total, table.hidden) == (18, ("Lund", "Skola"))


def test_free_text_is_never_compiled():
    sheets = people(6, words=Given(), q=chose("Lund"))

    results = compiled([question(), question("words", QuestionKind.TEXT)], sheets)

    assert [one.key for one in results.questions] == ["q"]


def test_answers_are_broken_down_by_background():
    sheets = (
        people(6, age=chose("16–29"), q=chose("Lund"))
        + people(5, age=chose("16–29"), q=chose("Torg"))
        + people(9, age=chose("30–64"), q=chose("Torg"))
        + people(8, age=chose("65–"), q=chose("Lund"))
    )

    results = compiled([AGE, question()], sheets)

    age, result = results.questions
    (breakdown,) = result.breakdowns
    assert age.breakdowns == ()
    assert (breakdown.by_key, breakdown.by_text) == ("age", "Fråga age?")
    assert [
        (table.among, table.total, [count for _label, count in rows(table) if count])
        for table in breakdown.tables
    ] == [(("16–29",), 11, [6, 5]), (("30–64",), 9, [9]), (("65–",), 8, [8])]


def test_backgrounds_go_together_until_every_crossing_is_large_enough():
    sheets = (
        people(9, age=chose("16–29"), q=chose("Lund"))
        + people(9, age=chose("16–29"), q=chose("Torg"))
        + people(6, age=chose("30–64"), q=chose("Lund"))
        + people(2, age=chose("30–64"), q=chose("Torg"))
        + people(6, age=chose("65–"), q=chose("Lund"))
        + people(4, age=chose("65–"), q=chose("Torg"))
    )

    _age, result = compiled([AGE, question()], sheets).questions

    (breakdown,) = result.breakdowns
    assert [
        (table.among, [count for _label, count in rows(table) if count])
        for table in breakdown.tables
    ] == [(("16–29",), [9, 9]), (("30–64", "65–"), [12, 6])]


def test_a_breakdown_that_would_divide_nobody_is_left_out():
    sheets = people(3, age=chose("16–29"), q=chose("Lund")) + people(
        9, age=chose("16–29"), q=chose("Torg")
    )
    sheets += people(6, age=chose("30–64"), q=chose("Lund"))

    _age, result = compiled([AGE, question()], sheets).questions

    assert rows(result.table)[:2] == [("Lund", 9), ("Torg", 9)]
    assert result.breakdowns == ()


def test_several_choices_are_broken_down_without_those_that_are_too_rare_there():
    asked = question(kind=QuestionKind.MULTIPLE)
    sheets = (
        people(6, age=chose("16–29"), q=chose("Lund", "Torg"))
        + people(6, age=chose("16–29"), q=chose("Lund"))
        + people(6, age=chose("30–64"), q=chose("Lund"))
        + people(7, age=chose("30–64"), q=chose("Annat"))
        + people(1, age=chose("30–64"), q=chose("Torg", "Annat"))
    )

    _age, result = compiled([AGE, asked], sheets).questions

    assert result.table.hidden == ()
    (breakdown,) = result.breakdowns
    assert [(table.total, rows(table), table.hidden) for table in breakdown.tables] == [
        (12, [("Lund", 12), ("Skola", 0), ("Annat", 0)], ("Torg",)),
        (14, [("Lund", 6), ("Skola", 0), ("Annat", 8)], ("Torg",)),
    ]


def reworded() -> Question:
    return question().model_copy(update={"text": "Var känner du dig otrygg?"})


def test_a_new_wording_is_a_question_of_its_own_newest_first():
    sheets = people(8, version=1, q=chose("Lund")) + people(6, version=2, q=chose("Torg"))

    results = compiled({1: [question()], 2: [reworded()]}, sheets)

    assert [
        (one.text, [row for row in rows(one.table) if row[1]]) for one in results.questions
    ] == [
        ("Var känner du dig otrygg?", [("Torg", 6), ("Fick inte frågan i den här lydelsen", 8)]),
        ("Fråga q?", [("Lund", 8), ("Fick inte frågan i den här lydelsen", 6)]),
    ]


def test_few_who_met_another_wording_have_not_answered():
    """Three answered before the wording was corrected: they may not be seen by subtraction."""
    sheets = people(3, version=1, q=chose("Lund")) + people(9, version=2, q=chose("Lund"))

    results = compiled({1: [question()], 2: [reworded()]}, sheets)

    assert rows(only(results).table)[0] == ("Lund + Inget svar", 12)


def test_a_question_that_only_some_were_asked_is_not_broken_down():
    sheets = [
        one
        for version in (1, 2)
        for age in ("16–29", "65–")
        for one in people(9, version=version, age=chose(age), q=chose("Lund"), safe=Given(number=2))
    ]

    results = compiled({1: [AGE, question()], 2: [AGE, question(), SCALE]}, sheets)

    assert {one.key: len(one.breakdowns) for one in results.questions} == {
        "age": 0,
        "q": 0,  # all chose the same
        "safe": 0,
    }
