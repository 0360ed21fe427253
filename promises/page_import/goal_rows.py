"""Stage 5, goals of a promise."""

from collections.abc import Sequence
from typing import Any

from promises.models import Goal, Promise
from promises.page_import.columns import cut, decimal
from promises.page_import.difference import Difference
from promises.page_import.result import ImportedGoal
from promises.page_import.upserts import matched, upsert

_IDENTITY = ("indicator", "unit", "baseline_value", "target_value")


def write_goals(goals: Sequence[ImportedGoal], promise: Promise, difference: Difference) -> None:
    known = list(promise.goals.all())
    for position, (goal, row) in enumerate(_with_known_goals(goals, known)):
        upsert(
            difference,
            "goal",
            row,
            lambda position=position: Goal(promise=promise, position=position),  # type: ignore[misc]
            _goal_values(goal),
            name=cut(goal.indicator, 300),
        )
        if row:
            known.remove(row)
    for left in known:
        difference.missing("goal", str(left))


def _goal_values(goal: ImportedGoal) -> dict[str, Any]:
    target = decimal(goal.target_value)
    change = goal.change
    if target is None and change not in ("up", "down"):
        change = "down"
    return {
        "indicator": cut(goal.indicator, 300),
        "unit": (goal.unit or "")[:60],
        "baseline_value": decimal(goal.baseline_value),
        "baseline_year": goal.baseline_year,
        "change": change,
        "target_value": target,
        "deadline": goal.deadline,
    }


def _with_known_goals(
    goals: Sequence[ImportedGoal], known: list[Goal]
) -> list[tuple[ImportedGoal, Goal | None]]:
    """By words and figures first: the seed's two baselines stand in one sentence. Then by words alone."""
    free = list(known)
    found: dict[int, Goal] = {}
    for position, goal in enumerate(goals):
        values = _goal_values(goal)
        same = [
            row for row in free if all(getattr(row, name) == values[name] for name in _IDENTITY)
        ]
        if same:
            found[position] = same[0]
            free.remove(same[0])
    left = [position for position in range(len(goals)) if position not in found]
    rest = matched(
        [goals[position] for position in left],
        free,
        thing_text=lambda goal: cut(goal.indicator, 300),
        row_text=lambda row: row.indicator,
    )
    found |= {position: row for position, row in zip(left, rest, strict=True) if row}
    return [(goal, found.get(position)) for position, goal in enumerate(goals)]
