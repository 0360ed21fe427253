"""No published table, pair of tables or anything else published together reveals one to four people."""

import datetime as dt
import os
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogues.documents import Choice, Question
from dialogues.enums import QuestionKind
from dialogues.results import Given, Sheet, compile_results, crossing, grouping, narrowing
from tests.dialogues.attack import Attack, Reader, is_within, told_by

DAY = dt.date(2026, 3, 1)
TRIES = int(os.environ.get("SAFETY_TRIES", "1"))
"""Set to 100 or so for a long hunt with fresh surveys; the suite itself takes the same ones each time."""


def tries(examples: int) -> settings:
    return settings(
        max_examples=examples * TRIES,
        derandomize=TRIES == 1,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def question(key, kind=QuestionKind.SINGLE, choices=3, wording="", **more) -> Question:
    more = {"lowest": 1, "highest": 4, **more} if kind in {"scale", "number"} else more
    return Question(
        key=key,
        text=f"{key}{wording}?",
        kind=kind,
        choices=tuple(
            Choice(key=f"{key}-{n}", text=f"{key} {n}{wording}")
            for n in range(choices if kind in {"single", "multiple"} else 0)
        ),
        **more,
    )


def answer(asked: Question, drawn: int) -> Given | None:
    """Any number is an answer, or none."""
    keys = [choice.key for choice in asked.choices]
    if asked.kind == QuestionKind.MULTIPLE:
        drawn = drawn % (2 ** len(keys) - asked.is_required) + asked.is_required
        return Given(choices=tuple(key for n, key in enumerate(keys) if drawn >> n & 1))
    given_answers = (
        [Given(choices=(key,)) for key in keys]
        or [Given(number=n) for n in range(asked.lowest or 0, (asked.highest or 0) + 1)]
    ) + ([] if asked.is_required else [None])
    return given_answers[drawn % len(given_answers)]


def sheet(version: int, asked: list[Question], drawn: list[int]) -> Sheet:
    found = {one.key: answer(one, n) for one, n in zip(asked, drawn, strict=False)}
    return Sheet(version, {key: given for key, given in found.items() if given is not None})


@st.composite
def surveys(draw, most_versions=3):
    """Questions of every kind in one to three versions, and answers in clumps near the limit."""
    kinds = st.sampled_from([k for k in QuestionKind if k != QuestionKind.TEXT])
    first = [
        question(f"b{n}", choices=draw(st.integers(2, 3)), is_background=True)
        for n in range(draw(st.integers(0, 3)))
    ] + [
        question(
            f"q{n}", draw(kinds), choices=draw(st.integers(2, 3)), is_required=draw(st.booleans())
        )
        for n in range(draw(st.integers(1, 3)))
    ]
    questions = {1: first}
    for version in range(2, draw(st.integers(1, most_versions)) + 1):
        questions[version] = [
            question(one.key, draw(kinds), wording=f" {version}") if changed == 1 else one
            for one in questions[version - 1]
            if (changed := draw(st.integers(0, 5))) != 2
        ]
    clumps = draw(
        st.lists(
            st.tuples(
                st.sampled_from(list(questions)),
                st.lists(st.integers(0, 11), min_size=6, max_size=6),
                st.integers(1, 9),
            ),
            min_size=1,
            max_size=14,
        )
    )
    sheets = [
        sheet(version, questions[version], drawn)
        for version, drawn, people in clumps
        for _ in range(people)
    ]
    return questions, sheets


def compiled(questions, sheets):
    return compile_results(questions, sheets, asked=None, asked_whom="", on=DAY)


def is_safe(count: int) -> bool:
    return count == 0 or count >= 5


@tries(150)
@given(surveys())
def test_every_published_number_is_right_and_no_small_group(survey):
    questions, sheets = survey
    results = compiled(questions, sheets)
    if results.answered is None:
        assert len(sheets) < 5
        assert results.questions == ()
        return
    reader = Reader.of(questions, sheets)

    for conditions, count in told_by(results, reader):
        assert count == reader.size(conditions)
        assert is_safe(count), conditions


def differences(results, reader):
    """Published sets that lie in another by definition, with how many are between."""
    told = {
        tuple(sorted((text, cells) for text, cells in conditions.items())): count
        for conditions, count in told_by(results, reader)
    }
    for (inner, few), (outer, many) in product(told.items(), repeat=2):
        if few < many and is_within(dict(inner), dict(outer), reader):
            yield inner, outer, many - few


@tries(120)
@given(surveys(most_versions=2))
def test_no_difference_between_nested_published_sets_is_small(survey):
    questions, sheets = survey
    results = compiled(questions, sheets)
    if results.answered is None:
        return

    for inner, outer, between in differences(results, Reader.of(questions, sheets)):
        assert is_safe(between), (inner, outer)


def revealed(results, reader, texts):
    told = [one for one in told_by(results, reader) if set(one[0]) <= set(texts)]
    return Attack(told, texts, reader).small_groups()


@st.composite
def attacked(draw):
    """A survey and what the reader puts together: two questions and a background, or any three."""
    questions, sheets = draw(surveys(most_versions=2))
    texts = sorted({one.text for asked in questions.values() for one in asked})
    return questions, sheets, draw(st.permutations(texts))[:3]


@tries(100)
@given(attacked())
def test_everything_told_of_three_questions_together_reveals_nobody(attack):
    questions, sheets, texts = attack
    results = compiled(questions, sheets)
    if results.answered is None:
        return
    reader = Reader.of(questions, sheets)
    texts = [text for text in texts if text in reader.cells]

    assert revealed(results, reader, texts) == []


def counts_of(people: int, kinds: int):
    """Every way to divide people among so many kinds of answer."""
    if kinds == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in counts_of(people - first, kinds - 1):
            yield (first, *rest)


REQUIRED = {"choices": 2, "is_required": True}


@pytest.mark.parametrize(
    ("asked", "kinds", "people"),
    [
        ([question("q", choices=2)], [3], 10),
        ([question("q", choices=2)], [3], 14),
        ([question("q", QuestionKind.SCALE, highest=3)], [4], 11),
        ([question("q", QuestionKind.MULTIPLE, choices=2)], [4], 10),
        ([question("q", QuestionKind.MULTIPLE, **REQUIRED)], [3], 16),
        ([question("b", is_background=True, **REQUIRED), question("q", **REQUIRED)], [2, 2], 15),
    ],
    ids=["few", "more", "scale", "several", "required", "breakdown"],
)
def test_even_one_who_runs_this_code_learns_no_exact_small_number(asked, kinds, people):
    """Every survey of this size, sorted by what would be published of it: which numbers are then left?"""
    worlds: dict = {}
    answers = list(product(*(range(kind) for kind in kinds)))
    for counts in counts_of(people, len(answers)):
        rows = [
            sheet(1, asked, list(drawn))
            for drawn, count in zip(answers, counts, strict=True)
            for _ in range(count)
        ]
        worlds.setdefault(compiled({1: asked}, rows), []).append(counts)

    for alike in worlds.values():
        for some in product((False, True), repeat=len(answers)):
            sizes = {
                sum(n for n, taken in zip(counts, some, strict=True) if taken) for counts in alike
            }
            assert len(sizes) > 1 or is_safe(*sizes), (alike, some)


# Tests of the tests: with one safeguard taken away, the same reader finds somebody.


def crowd(questions, clumps):
    """(version, what each question in turn was answered, how many answered so)."""
    rows = [
        sheet(version, questions[version], drawn)
        for version, drawn, people in clumps
        for _ in range(people)
    ]
    return questions, rows


def found_by_reader(survey) -> list:
    questions, rows = survey
    reader = Reader.of(questions, rows)
    return revealed(compiled(questions, rows), reader, sorted(reader.cells))


SMALL_CHOICE = crowd({1: [question("q", choices=3)]}, [(1, [0], 12), (1, [1], 9), (1, [2], 3)])

# Crossed two and two, no number is below five. Nobody is in q 1 and b 1 at once, so the five of q 1 are
# all in b 0; with c 1 they leave three of eight there.
THREE_WAYS = crowd(
    {
        1: [
            question("b", choices=2, is_background=True, is_required=True),
            question("c", choices=2, is_background=True, is_required=True),
            question("q", choices=2, is_required=True),
        ]
    },
    [
        (1, [0, 0, 0], 5),
        (1, [0, 1, 0], 3),
        (1, [1, 0, 0], 5),
        (1, [1, 1, 0], 5),
        (1, [0, 0, 1], 5),
        (1, [0, 1, 1], 5),
    ],
)

# Everybody chose one or both: 12 + 11 choices of 20 people.
ONE_OR_BOTH = crowd(
    {1: [question("q", QuestionKind.MULTIPLE, choices=2, is_required=True)]},
    [(1, [0], 9), (1, [1], 8), (1, [2], 3)],
)


@pytest.mark.parametrize(
    ("survey", "module", "name", "without"),
    [
        (SMALL_CHOICE, grouping, "SMALLEST_GROUP", 1),
        (THREE_WAYS, crossing, "crossings", lambda backgrounds, respondents: [()] * respondents),
        (ONE_OR_BOTH, narrowing, "leaves_room", lambda counts, people: True),
    ],
    ids=["merging", "one centre", "required choices"],
)
def test_each_safeguard_is_needed_and_its_loss_is_noticed(
    monkeypatch, survey, module, name, without
):
    assert found_by_reader(survey) == []

    monkeypatch.setattr(module, name, without)

    assert found_by_reader(survey) != []


def test_small_differences_between_nested_sets_are_noticed(monkeypatch):
    """Twenty answered, eight of them in b 0, of whom two said q 1."""
    survey = crowd(
        {1: [question("b", choices=2, is_background=True), question("q", choices=2)]},
        [(1, [0, 0], 6), (1, [0, 1], 2), (1, [1, 0], 6), (1, [1, 1], 6)],
    )
    monkeypatch.setattr(narrowing, "is_safe", lambda count: True)

    results, reader = compiled(*survey), Reader.of(*survey)

    assert {between for *_sets, between in differences(results, reader)} & {1, 2, 3, 4}
