"""Breaking answers down by background, so that no table says anything that another takes too far.

Tables that share people can be subtracted from each other: from "answered yes by age", "answered yes by
part of town" and "age by part of town" three people may be found although every number is five or more
(tests/dialogues/test_results_safety.py has them). What holds against it is one shape for all that is told:

- ``Centre``: the background questions crossed with each other, the survey's first one in full, the next ones
  as far as every crossing is 0 or at least five.
- Each question is crossed with that centre (or with wider groups of it), again 0 or at least five
  everywhere, and only sums of those crossings are published. Questions are never crossed with one another.

Tables that hang together only through their centre can be filled in independently of each other. So any
combination of answers that is not plainly empty may, for all that a reader can know, be five people's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from dialogues.documents import Question
from dialogues.results.grouping import Grouping, Variable
from dialogues.results.narrowing import Axis, Choices, narrowed, narrowed_choices


@dataclass(frozen=True)
class Background:
    """A background question, and the groups that others may at most be broken down by."""

    question: Question
    axis: Axis


@dataclass(frozen=True)
class Split:
    """A question's groups (of one with several choices: those ``shown``) by a background's groups."""

    by: Background
    grouping: Grouping = ()
    shown: tuple[int, ...] = ()


@dataclass(frozen=True)
class Centre:
    backgrounds: tuple[Background, ...]

    @classmethod
    def of(cls, candidates: Iterable[Background]) -> Self:
        """In the survey's order: the first background keeps its groups, the next goes together (or is left
        out) until its crossings with the former hold. So the editor decides what matters most."""
        chosen: list[Background] = []
        for candidate in candidates:
            within = crossings(chosen, len(candidate.axis.variable.cells))
            if axes := narrowed([candidate.axis], within):
                chosen.append(Background(candidate.question, axes[0]))
        return cls(tuple(chosen))

    def splits(self, variable: Variable, grouping: Grouping) -> list[Split]:
        """Each next background is crossed with the former ones of the same question as well, and the
        question's own groups only get wider: so every table is a sum of the last one's crossings."""
        found: list[Split] = []
        for background in self.backgrounds:
            within = crossings([split.by for split in found], len(variable.cells))
            if axes := narrowed([Axis(variable, grouping), background.axis], within):
                grouping = axes[0].grouping
                found.append(Split(Background(background.question, axes[1]), grouping))
        return found

    def choice_splits(self, choices: Choices) -> list[Split]:
        found: list[Split] = []
        shown = choices.shown()
        for background in self.backgrounds:
            within = crossings([split.by for split in found], len(choices.chosen))
            if narrow := narrowed_choices(choices, shown, background.axis, within):
                shown, axis = narrow
                found.append(Split(Background(background.question, axis), shown=shown))
        return found

    def splits_of_background(self, key: str) -> list[Split]:
        """A background by those before it: the centre's own crossings."""
        keys = [background.question.key for background in self.backgrounds]
        if key not in keys:
            return []
        place = keys.index(key)
        own = self.backgrounds[place].axis.grouping
        return [Split(background, own) for background in self.backgrounds[:place]]


def crossings(backgrounds: Sequence[Background], respondents: int) -> list[tuple[int, ...]]:
    """For each respondent which group of each background they are in."""
    numbers = [background.axis.numbers() for background in backgrounds]
    return [tuple(number[i] for number in numbers) for i in range(respondents)]
