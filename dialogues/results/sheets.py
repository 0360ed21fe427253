"""The answers as they came, and which question each of them answered.

A question is the same only if key, wording, kind and choices are the same. When questions were changed
while the survey was open, those who met another version have not answered this question.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dialogues.documents import Question
from dialogues.results.grouping import SMALLEST_GROUP

type Versions = Mapping[int, Sequence[Question]]


@dataclass(frozen=True)
class Given:
    """One answer: keys of choices, a number or words. Words are never compiled."""

    choices: tuple[str, ...] = ()
    number: int | None = None
    text: str = ""


@dataclass(frozen=True)
class Sheet:
    """What one respondent sent in: the survey's version and, per question key, the answer."""

    version: int
    answers: Mapping[str, Given] = field(default_factory=dict)


@dataclass(frozen=True)
class Posed:
    """One question as it was worded, with what each respondent answered: ``met`` is whether they were
    asked it, ``given`` their answer, None for no answer."""

    question: Question
    met: tuple[bool, ...]
    given: tuple[Given | None, ...]

    @property
    def was_met_by_all(self) -> bool:
        return all(self.met)


def wording(question: Question) -> Question:
    """What makes two questions the same."""
    return question.model_copy(update={"help": "", "is_required": False, "is_background": False})


def counted_as(sheets: Iterable[Sheet]) -> dict[int, int]:
    """For each version the one that its respondents are counted with. A version that fewer than five met
    goes with its neighbour, so that no difference between versions points at them; of those that go
    together the one that most met stands for all."""
    met = Counter(sheet.version for sheet in sheets)
    together = [[version] for version in sorted(met)]

    def size(place: int) -> int:
        return sum(met[version] for version in together[place])

    while len(together) > 1:
        smallest = min(range(len(together)), key=size)
        if size(smallest) >= SMALLEST_GROUP:
            break
        first = min(smallest, len(together) - 2)
        together[first : first + 2] = [together[first] + together[first + 1]]
    return {
        version: max(group, key=lambda one: (met[one], one))
        for group in together
        for version in group
    }


def posed_questions(questions: Versions, sheets: Sequence[Sheet]) -> list[Posed]:
    """Every question in every wording that counts: in the newest version's order, newest wording first."""
    counted = counted_as(sheets)
    wordings = {
        version: {wording(question): question for question in questions[version]}
        for version in counted
    }
    newest_first = sorted(set(counted.values()), reverse=True)
    found: dict[Question, Question] = {}
    for version in newest_first:
        for worded, question in wordings[version].items():
            kept = found.setdefault(worded, question)
            if question.is_required:
                # Everybody knows that a required question was answered: the strictest version counts.
                found[worded] = kept.model_copy(update={"is_required": True})
    order = list(dict.fromkeys(worded.key for worded in found))
    return [
        pose(worded, question, wordings, counted, sheets)
        for worded, question in sorted(found.items(), key=lambda item: order.index(item[0].key))
    ]


def pose(
    worded: Question,
    question: Question,
    wordings: Mapping[int, Mapping[Question, Question]],
    counted: Mapping[int, int],
    sheets: Sequence[Sheet],
) -> Posed:
    return Posed(
        question=question,
        met=tuple(worded in wordings[counted[sheet.version]] for sheet in sheets),
        given=tuple(
            sheet.answers.get(worded.key)
            if worded in wordings[sheet.version] and worded in wordings[counted[sheet.version]]
            else None
            for sheet in sheets
        ),
    )
