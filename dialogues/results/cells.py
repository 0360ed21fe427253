"""A question's possible answers as cells, and which cell each respondent is in."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from dialogues.documents import Question
from dialogues.enums import QuestionKind
from dialogues.results.grouping import Variable
from dialogues.results.narrowing import Choices
from dialogues.results.sheets import Given, Posed

MOST_CLASSES = 8


def no_answer() -> str:
    return _("Inget svar")


def not_asked() -> str:
    return _("Fick inte frågan i den här lydelsen")


def choices_of(posed: Posed) -> Choices:
    question = posed.question
    number_of = {choice.key: number for number, choice in enumerate(question.choices)}

    def chosen(given: Given | None) -> frozenset[int]:
        keys = given.choices if given else ()
        return frozenset(number_of[key] for key in keys if key in number_of)

    return Choices(
        labels=tuple(choice.text for choice in question.choices),
        chosen=tuple(
            chosen(given) if met else None
            for met, given in zip(posed.met, posed.given, strict=True)
        ),
        is_required=question.is_required,
    )


def variable_of(posed: Posed) -> Variable:
    """A question with one answer. After its own cells come no answer and, if some were not asked, those."""
    labels, cell_of = CELLS[posed.question.kind](posed.question)
    loose, alone = len(labels), len(labels) + 1

    def cell(met: bool, given: Given | None) -> int:
        if not met:
            return alone
        found = cell_of(given) if given else None
        return loose if found is None else found

    labels.append(no_answer())
    if not posed.was_met_by_all:
        labels.append(not_asked())
    return Variable(
        labels=tuple(labels),
        cells=tuple(cell(*one) for one in zip(posed.met, posed.given, strict=True)),
        is_ordered=posed.question.kind != QuestionKind.SINGLE,
        loose=loose,
        alone=None if posed.was_met_by_all else alone,
    )


type Cells = tuple[list[str], Callable[[Given], int | None]]


def single_cells(question: Question) -> Cells:
    number_of = {choice.key: number for number, choice in enumerate(question.choices)}
    return (
        [choice.text for choice in question.choices],
        lambda given: number_of.get(given.choices[0]) if len(given.choices) == 1 else None,
    )


def scale_cells(question: Question) -> Cells:
    lowest, highest = limits(question)
    ends = {lowest: question.lowest_label, highest: question.highest_label}
    labels = [
        f"{step} – {ends[step]}" if ends.get(step) else str(step)
        for step in range(lowest, highest + 1)
    ]
    return labels, in_spans([(step, step) for step in range(lowest, highest + 1)])


def number_cells(question: Question) -> Cells:
    spans = classes(*limits(question))
    labels = [f"{first}–{last}" if first != last else str(first) for first, last in spans]
    return labels, in_spans(spans)


CELLS: dict[QuestionKind, Callable[[Question], Cells]] = {
    QuestionKind.SINGLE: single_cells,
    QuestionKind.SCALE: scale_cells,
    QuestionKind.NUMBER: number_cells,
}


def limits(question: Question) -> tuple[int, int]:
    if question.lowest is None or question.highest is None:
        raise ValueError(f"{question.key}: a scale or number without limits")
    return question.lowest, question.highest


def in_spans(spans: list[tuple[int, int]]) -> Callable[[Given], int | None]:
    def cell(given: Given) -> int | None:
        found = (
            place
            for place, (first, last) in enumerate(spans)
            if given.number is not None and first <= given.number <= last
        )
        return next(found, None)

    return cell


def classes(lowest: int, highest: int) -> list[tuple[int, int]]:
    """At most eight spans of one round width, from the question's limits and never from the answers (the
    ends would tell the youngest and the oldest). Less than half a span at an end goes with the next."""
    scale = max(1, 10 ** (len(str(highest - lowest)) - 2))  # narrower ones would be far too many
    while True:
        for width in (scale, 2 * scale, 5 * scale):
            if len(found := spans_of(lowest, highest, width)) <= MOST_CLASSES:
                return found
        scale *= 10


def spans_of(lowest: int, highest: int, width: int) -> list[tuple[int, int]]:
    start = lowest if lowest == 1 else lowest // width * width
    found = [
        (max(first, lowest), min(first + width - 1, highest))
        for first in range(start, highest + 1, width)
    ]
    if len(found) > 1 and 2 * (found[0][1] - found[0][0] + 1) < width:
        found[:2] = [(found[0][0], found[1][1])]
    if len(found) > 1 and 2 * (found[-1][1] - found[-1][0] + 1) < width:
        found[-2:] = [(found[-2][0], found[-1][1])]
    return found
