"""From answers to what is published: every table of every question, with small groups put together."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from dialogues.documents import Breakdown, QuestionResult, Results, Table
from dialogues.documents import Group as GroupRow
from dialogues.enums import QuestionKind
from dialogues.results.cells import choices_of, not_asked, variable_of
from dialogues.results.crossing import Background, Centre, Split
from dialogues.results.grouping import (
    SMALLEST_GROUP,
    Grouping,
    Variable,
    group_numbers,
    is_safe,
    own_grouping,
)
from dialogues.results.narrowing import Axis, Choices
from dialogues.results.sheets import Posed, Sheet, Versions, posed_questions


def compile_results(
    questions_by_version: Versions,
    sheets: Sequence[Sheet],
    *,
    asked: int | None,
    asked_whom: str,
    on: dt.date,
) -> Results:
    """What may be told of the answers on ``on``. ``asked`` is how many were asked, if known."""
    answered = len(sheets)
    if answered < SMALLEST_GROUP:
        return Results(compiled_on=on, answered=None, asked=told(asked, 0), asked_whom=asked_whom)
    posed = [
        one
        for one in posed_questions(questions_by_version, sheets)
        if one.question.kind != QuestionKind.TEXT
    ]
    centre = centre_of(posed)
    return Results(
        compiled_on=on,
        answered=answered,
        asked=told(asked, answered),
        asked_whom=asked_whom,
        questions=tuple(question_result(one, centre) for one in posed),
    )


def told(asked: int | None, answered: int) -> int | None:
    """How many were asked, unless that would tell of one to four who did not answer."""
    if asked is None or asked < answered or not is_safe(asked - answered):
        return None
    return asked


def centre_of(posed: Sequence[Posed]) -> Centre:
    """Only backgrounds that everybody was asked in the same words: see ``question_result``."""
    candidates = []
    for one in posed:
        if one.question.is_background and one.was_met_by_all:
            variable = variable_of(one)
            candidates.append(Background(one.question, Axis(variable, own_grouping(variable))))
    return Centre.of(candidates)


def question_result(posed: Posed, centre: Centre) -> QuestionResult:
    """A question that not everybody was asked has its own table and is never broken down: those asked and
    those not asked are a division of their own, which must not be crossed with any other."""
    question = posed.question
    if question.kind == QuestionKind.MULTIPLE:
        choices = choices_of(posed)
        splits = centre.choice_splits(choices) if posed.was_met_by_all else []
        table = choice_table(choices, choices.shown())
        breakdowns = [choice_breakdown(choices, split) for split in splits]
    else:
        variable = variable_of(posed)
        grouping = own_grouping(variable)
        if not posed.was_met_by_all:
            splits = []
        elif question.is_background:
            splits = centre.splits_of_background(question.key)
        else:
            splits = centre.splits(variable, grouping)
        table = group_table(variable, grouping)
        breakdowns = [group_breakdown(variable, split) for split in splits]
    return QuestionResult(
        key=question.key,
        text=question.text,
        kind=question.kind,
        unit=question.unit,
        table=table,
        breakdowns=tuple(breakdowns),
    )


def labels_of(variable: Variable, group: Sequence[int]) -> tuple[str, ...]:
    return tuple(variable.labels[cell] for cell in group)


def group_table(
    variable: Variable,
    grouping: Grouping,
    people: Sequence[int] | None = None,
    among: tuple[str, ...] = (),
) -> Table:
    """``people``: the respondents that the table is about; all of them if None."""
    numbers = group_numbers(variable, grouping)
    counts = Counter(numbers if people is None else [numbers[i] for i in people])
    return Table(
        groups=tuple(
            GroupRow(labels=labels_of(variable, group), count=counts[place])
            for place, group in enumerate(grouping)
        ),
        total=counts.total(),
        among=among,
    )


def choice_table(
    choices: Choices,
    shown: tuple[int, ...],
    people: Sequence[int] | None = None,
    among: tuple[str, ...] = (),
) -> Table:
    """Everybody may be in several groups. Those who were not asked have a row of their own."""
    chosen = choices.chosen if people is None else [choices.chosen[i] for i in people]
    counts = Counter(choice for one in chosen for choice in one or ())
    groups = [GroupRow(labels=(choices.labels[choice],), count=counts[choice]) for choice in shown]
    if missed := sum(one is None for one in chosen):
        groups.append(GroupRow(labels=(not_asked(),), count=missed))
    return Table(
        groups=tuple(groups),
        total=len(chosen),
        hidden=tuple(label for number, label in enumerate(choices.labels) if number not in shown),
        among=among,
    )


def people_by_group(background: Background) -> list[tuple[tuple[str, ...], list[int]]]:
    """The groups that somebody is in, with their labels and respondents."""
    axis = background.axis
    people: dict[int, list[int]] = {}
    for respondent, number in enumerate(axis.numbers()):
        people.setdefault(number, []).append(respondent)
    return [(labels_of(axis.variable, axis.grouping[n]), people[n]) for n in sorted(people)]


def group_breakdown(variable: Variable, split: Split) -> Breakdown:
    return Breakdown(
        by_key=split.by.question.key,
        by_text=split.by.question.text,
        tables=tuple(
            group_table(variable, split.grouping, people, among)
            for among, people in people_by_group(split.by)
        ),
    )


def choice_breakdown(choices: Choices, split: Split) -> Breakdown:
    return Breakdown(
        by_key=split.by.question.key,
        by_text=split.by.question.text,
        tables=tuple(
            choice_table(choices, split.shown, people, among)
            for among, people in people_by_group(split.by)
        ),
    )
