"""Putting groups together until no crossing of two questions holds 1–4 people.

In which order they are put together follows from the published sizes alone, never from where the small
crossings are: so even a reader who runs this code learns only that somewhere was one.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from dialogues.results.grouping import (
    SMALLEST_GROUP,
    Grouping,
    Variable,
    group_numbers,
    is_safe,
    joined,
    possible_joins,
)


@dataclass(frozen=True)
class Axis:
    """A question with the groups that it may at most be divided into."""

    variable: Variable
    grouping: Grouping

    def numbers(self) -> list[int]:
        return group_numbers(self.variable, self.grouping)

    def counts(self) -> list[int]:
        found = Counter(self.numbers())
        return [found[place] for place in range(len(self.grouping))]

    @property
    def divides(self) -> bool:
        return sum(count > 0 for count in self.counts()) > 1

    def joins(self) -> Iterator[tuple[int, "Axis"]]:
        """Each way to let two groups go together, with how many people it blurs."""
        counts = self.counts()
        for join in possible_joins(self.variable, self.grouping, counts):
            blurred = sum(counts[place] for place in join)
            yield blurred, Axis(self.variable, joined(self.grouping, join))


def narrowed(axes: Sequence[Axis], within: Sequence[Hashable]) -> tuple[Axis, ...] | None:
    """The axes with groups so wide that every crossing of them, inside each of ``within``, is safe; None
    when one of them would no longer divide anybody. The join that blurs fewest people comes first."""
    axes = tuple(axes)
    while all(axis.divides for axis in axes):
        crossed = Counter(zip(within, *(axis.numbers() for axis in axes), strict=True))
        if all(is_safe(count) for count in crossed.values()):
            return axes
        steps = [
            (not joined_axis.divides, blurred, place, joined_axis)
            for place, axis in enumerate(axes)
            for blurred, joined_axis in axis.joins()
        ]
        *_key, place, joined_axis = min(steps, key=lambda step: step[:3])
        axes = (*axes[:place], joined_axis, *axes[place + 1 :])
    return None


@dataclass(frozen=True)
class Choices:
    """A question with several choices: ``chosen[i]`` are the numbers of those that respondent i chose, or
    None for one who was not asked."""

    labels: tuple[str, ...]
    chosen: tuple[frozenset[int] | None, ...]
    is_required: bool

    @property
    def asked(self) -> int:
        return sum(chosen is not None for chosen in self.chosen)

    def count(self, choice: int) -> int:
        return sum(chosen is not None and choice in chosen for chosen in self.chosen)

    def shown(self) -> tuple[int, ...]:
        """The choices of the question's own table: neither those who chose it nor those who did not are
        few. Nothing is said of those who chose nothing: that would be one sum too many."""
        counts = {choice: self.count(choice) for choice in range(len(self.labels))}
        shown = tuple(
            choice
            for choice, count in counts.items()
            if is_safe(count) and is_safe(self.asked - count)
        )
        if self.tells_all(shown) and not leaves_room(list(counts.values()), self.asked):
            least = min((choice for choice in shown if counts[choice]), key=counts.__getitem__)
            return tuple(choice for choice in shown if choice != least)
        return shown

    def tells_all(self, shown: Sequence[int]) -> bool:
        """Everybody knows that each respondent chose something, and how many chose what."""
        return self.is_required and len(shown) == len(self.labels)


def leaves_room(counts: Sequence[int], people: int) -> bool:
    """Whether those who must choose something may do so in any combination, five at a time: of two choices
    that 12 and 11 of 20 chose, just 3 chose both."""
    filled = [count for count in counts if count]
    return people in filled or sum(filled) - people >= SMALLEST_GROUP * (len(filled) - 1)


def narrowed_choices(
    choices: Choices, shown: tuple[int, ...], background: Axis, within: Sequence[Hashable]
) -> tuple[tuple[int, ...], Axis] | None:
    """The shown choices by a background: groups go together, or the rarest choice is left out, until each
    choice was taken, and not taken, by nobody or at least five in every crossing."""
    strict = choices.tells_all(shown)
    while background.divides and any(choices.count(choice) for choice in shown):
        if holds(choices, shown, background, within):
            return shown, background
        steps = [
            (not wider.divides, blurred, shown, wider) for blurred, wider in background.joins()
        ]
        for left_out in () if strict else shown:
            fewest = min(choices.count(left_out), choices.asked - choices.count(left_out))
            if fewest:  # what nobody or everybody chose cannot be small anywhere
                rest = tuple(choice for choice in shown if choice != left_out)
                steps.append((not rest, fewest, rest, background))
        *_key, shown, background = min(steps, key=lambda step: step[:3])
    return None


def holds(
    choices: Choices, shown: tuple[int, ...], background: Axis, within: Sequence[Hashable]
) -> bool:
    """Whether in every crossing nobody or enough chose, and did not choose, each shown choice."""
    crossings = list(zip(within, background.numbers(), strict=True))
    people = Counter(crossings)
    chose = Counter(
        (choice, *crossing)
        for crossing, chosen in zip(crossings, choices.chosen, strict=True)
        for choice in chosen or ()
    )
    for crossing, total in people.items():
        counts = [chose[choice, *crossing] for choice in shown]
        if not all(is_safe(count) and is_safe(total - count) for count in counts):
            return False
        if choices.tells_all(shown) and not leaves_room(counts, total):
            return False
    return True
