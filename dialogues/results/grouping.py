"""Putting small groups together until none is small.

A ``Grouping`` divides a question's cells (its possible answers, numbered in the question's order) among
groups; every respondent is in exactly one cell, so every grouping adds up to all of them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

SMALLEST_GROUP = 5
"""Of 0 people nothing is told, of 1–4 too much."""

type Grouping = tuple[tuple[int, ...], ...]


def is_safe(count: int) -> bool:
    return count == 0 or count >= SMALLEST_GROUP


@dataclass(frozen=True)
class Variable:
    """One question over all respondents: ``cells[i]`` is the cell that respondent i is in.

    ``loose`` is the cell of no answer: it has no place in an order and may join any other.
    ``alone``, if there is one, is the cell of those who were not asked; it is never merged.
    """

    labels: tuple[str, ...]
    cells: tuple[int, ...]
    is_ordered: bool
    loose: int
    alone: int | None = None

    @property
    def singles(self) -> Grouping:
        return tuple((cell,) for cell in range(len(self.labels)))

    def without_holes(self, run: Sequence[int]) -> set[int]:
        """These cells and, in an order, the empty ones between them."""
        steps = [cell for cell in run if cell < self.loose]
        between = range(steps[0], steps[-1]) if self.is_ordered and steps else ()
        return {*run, *between}


def joined(grouping: Grouping, places: Sequence[int]) -> Grouping:
    """The groups at these places made one; groups stand in the order of their first cell."""
    one = tuple(sorted(cell for place in places for cell in grouping[place]))
    rest = [group for place, group in enumerate(grouping) if place not in places]
    return tuple(sorted([*rest, one]))


def possible_joins(
    variable: Variable, grouping: Grouping, counts: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """Places of groups that may become one. Empty groups join nobody, except that an order has no holes:
    those between two steps that join go with them."""
    filled = [
        place
        for place, count in enumerate(counts)
        if count and grouping[place] != (variable.alone,)
    ]
    if not variable.is_ordered:
        yield from combinations(filled, 2)
        return
    steps = [place for place in filled if grouping[place] != (variable.loose,)]
    for one, next_one in pairwise(steps):
        yield tuple(range(one, next_one + 1))
    for loose in set(filled) - set(steps):
        yield from ((step, loose) for step in steps)


def own_grouping(variable: Variable) -> Grouping:
    """The groups of a question's own table: each small one goes with the next in the question's order, the
    last with the one before. Never with "the smallest": a reader who knows this code could then reckon
    from which one it went with how small it was."""
    per_cell = Counter(variable.cells)
    filled = [cell for cell in sorted(per_cell) if cell != variable.alone]
    runs: list[list[int]] = [[]]
    for cell in filled:
        if sum(per_cell[one] for one in runs[-1]) >= SMALLEST_GROUP:
            runs.append([])
        runs[-1].append(cell)
    if len(runs) > 1 and sum(per_cell[one] for one in runs[-1]) < SMALLEST_GROUP:
        runs[-2:] = [runs[-2] + runs[-1]]
    grouping = variable.singles
    for run in runs:
        whole = variable.without_holes(run)
        grouping = joined(
            grouping, [place for place, group in enumerate(grouping) if whole.issuperset(group)]
        )
    return grouping


def group_numbers(variable: Variable, grouping: Grouping) -> list[int]:
    """For each respondent the place of their group."""
    place_of = {cell: place for place, group in enumerate(grouping) for cell in group}
    return [place_of[cell] for cell in variable.cells]
