"""A reader who wants to know what a few people answered: all that is published, as equations.

The population is divided into every combination of version and answers ("atoms"). Each published number says
how many are in a known set of atoms. Integer programming then tells between which bounds any set can lie.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from dialogues.documents import Question, QuestionResult, Results, Table
from dialogues.enums import QuestionKind
from dialogues.results.cells import choices_of, no_answer, not_asked, variable_of
from dialogues.results.grouping import SMALLEST_GROUP
from dialogues.results.sheets import Posed, Sheet, counted_as, posed_questions

type Cell = str | frozenset[str]
type Conditions = Mapping[str, frozenset[Cell]]
type Told = tuple[Conditions, int]
"""A set of respondents by definition (a question's wording → cells; none: everybody) and its size."""


@dataclass(frozen=True)
class Reader:
    """What the reader knows beforehand: the questions, who could answer what, and, of each question, all
    cells per version. And, to check them, what the respondents really answered."""

    cells: Mapping[str, Mapping[int, frozenset[Cell]]]
    truth: Sequence[Mapping[str, Cell]]
    versions: Sequence[int]

    @classmethod
    def of(cls, questions: Mapping[int, Sequence[Question]], sheets: Sequence[Sheet]) -> "Reader":
        posed = [
            one
            for one in posed_questions(questions, sheets)
            if one.question.kind != QuestionKind.TEXT
        ]
        counted = counted_as(sheets)
        cells = {
            one.question.text: {
                version: possible_cells(one, questions[version], questions[rep])
                for version, rep in counted.items()
            }
            for one in posed
        }
        columns = {one.question.text: true_cells(one) for one in posed}
        truth = [{text: column[i] for text, column in columns.items()} for i in range(len(sheets))]
        return cls(cells, truth, [sheet.version for sheet in sheets])

    def all_cells(self, text: str) -> frozenset[Cell]:
        return frozenset().union(*self.cells[text].values())

    def size(self, conditions: Conditions) -> int:
        return sum(
            all(one[text] in cells for text, cells in conditions.items()) for one in self.truth
        )


def possible_cells(
    posed: Posed, own: Sequence[Question], counted: Sequence[Question]
) -> frozenset[Cell]:
    text, question = posed.question.text, posed.question
    if text not in {one.text for one in counted}:
        return frozenset({not_asked()})
    many = question.kind == QuestionKind.MULTIPLE
    nothing: Cell = frozenset() if many else no_answer()
    asked = next((one for one in own if one.text == text), None)
    if asked is None:
        return frozenset({nothing})
    labels = [choice.text for choice in question.choices]
    every: set[Cell] = (
        {frozenset(some) for n in range(len(labels) + 1) for some in combinations(labels, n)}
        if many
        else set(variable_of(posed).labels) - {not_asked()}
    )
    return frozenset(every - {nothing} if asked.is_required else every)


def true_cells(posed: Posed) -> list[Cell]:
    if posed.question.kind != QuestionKind.MULTIPLE:
        variable = variable_of(posed)
        return [variable.labels[cell] for cell in variable.cells]
    choices = choices_of(posed)
    return [
        not_asked() if one is None else frozenset(choices.labels[n] for n in one)
        for one in choices.chosen
    ]


def told_by(results: Results, reader: Reader) -> Iterator[Told]:
    """Every published number with its set, and, of several choices, those who did not choose."""
    assert results.answered is not None
    yield {}, results.answered
    for question in results.questions:
        assert question.table is not None
        yield from told_by_table(question, question.table, {}, reader)
        for breakdown in question.breakdowns:
            for table in breakdown.tables:
                among: Conditions = {breakdown.by_text: frozenset(table.among)}
                yield from told_by_table(question, table, among, reader)


def told_by_table(
    question: QuestionResult, table: Table, among: Conditions, reader: Reader
) -> Iterator[Told]:
    yield among, table.total
    every = reader.all_cells(question.text)
    asked = every - {not_asked()}
    missed = sum(group.count for group in table.groups if group.labels == (not_asked(),))
    for group in table.groups:
        if question.kind == QuestionKind.MULTIPLE and group.labels != (not_asked(),):
            (label,) = group.labels
            chose = frozenset(cell for cell in asked if label in cell)
            yield {**among, question.text: chose}, group.count
            yield {**among, question.text: asked - chose}, table.total - missed - group.count
        else:
            yield {**among, question.text: frozenset(group.labels)}, group.count


def is_within(inner: Conditions, outer: Conditions, reader: Reader) -> bool:
    """Whether one set lies in the other by definition, whatever people answered."""
    versions = sorted(set(reader.versions))
    return all(
        any(not (cells & reader.cells[text][version]) for text, cells in inner.items())
        or all(
            inner.get(text, reader.all_cells(text)) & reader.cells[text][version] <= cells
            for text, cells in outer.items()
        )
        for version in versions
    )


class Attack:
    """All that is told of these questions (by wording), as equations over their atoms."""

    def __init__(self, told: Iterable[Told], texts: Sequence[str], reader: Reader) -> None:
        self.texts, self.reader = texts, reader
        self.atoms = [
            dict(zip(texts, cells, strict=True))
            for cells in dict.fromkeys(
                cells
                for version in sorted(set(reader.versions))
                for cells in product(*(sorted(reader.cells[t][version], key=str) for t in texts))
            )
        ]
        known = {
            tuple(self.indicator(conditions)): count
            for conditions, count in told
            if set(conditions) <= set(texts)
        }
        self.equations = LinearConstraint(
            np.array(list(known)), list(known.values()), list(known.values())
        )

    def indicator(self, conditions: Conditions) -> list[int]:
        return [
            int(all(atom[text] in cells for text, cells in conditions.items()))
            for atom in self.atoms
        ]

    def bound(self, indicator: Sequence[int], sign: int) -> int:
        found = milp(
            sign * np.array(indicator),
            constraints=[self.equations],
            integrality=np.ones(len(self.atoms)),
            bounds=Bounds(0, np.inf),
        )
        assert found.success, found.message
        return round(sign * found.fun)

    def reveals(self, conditions: Conditions) -> bool:
        """Whether the reader is certain that the set is one to four people."""
        indicator = self.indicator(conditions)
        return (
            any(indicator)
            and self.bound(indicator, -1) < SMALLEST_GROUP
            and self.bound(indicator, 1) > 0
        )

    def small_groups(self) -> list[Conditions]:
        """The combinations of answers, of one question up to all, that are found to be one to four people.
        Only those that truly are can be: the truth itself solves the equations."""
        targets = dict.fromkeys(
            tuple(sorted((text, atom[text]) for text in some))
            for n in range(1, len(self.texts) + 1)
            for some in combinations(self.texts, n)
            for atom in self.atoms
        )
        found = [{text: frozenset({cell}) for text, cell in target} for target in targets]
        return [
            conditions
            for conditions in found
            if 0 < self.reader.size(conditions) < SMALLEST_GROUP and self.reveals(conditions)
        ]
