"""Stage 4, goals: figures to reach, each a change or a level, with what it was before."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from promises.page_import.figures import Number
from promises.page_import.quantities import Quantity, quantities_in
from promises.page_import.result import Change, ImportedGoal, Lines
from promises.page_import.texts import sentences
from promises.page_import.words import goals as words
from promises.page_import.words.quantities import (
    DOUBLED,
    DOWN,
    FEWER,
    HALVED,
    MORE,
    TIME,
    UP,
    YEAR,
)


@dataclass(frozen=True, slots=True)
class _Baseline:
    value: Number
    year: int | None
    unit: str | None


@dataclass(slots=True)
class _Found:
    """What one text says: what shall be, and what was."""

    goals: list[ImportedGoal] = field(default_factory=list)
    baselines: list[_Baseline] = field(default_factory=list)


def find_goals(text: str, lines: Lines, *, is_labelled: bool = False) -> list[ImportedGoal]:
    """Goals with a figure; ``is_labelled`` when the text stands under a heading such as "Mål"."""
    goals: list[ImportedGoal] = []
    found = _Found()
    for sentence in sentences(text[:20_000]):
        if not (is_labelled or _speaks_of_goal(sentence)):
            continue
        if not is_labelled:
            found = _Found()
        _read_sentence(found, sentence, lines, is_labelled=is_labelled)
        if not is_labelled:
            goals += _settled(found)
    return _from_start(_settled(found) if is_labelled else goals, text)


def _from_start(goals: list[ImportedGoal], text: str) -> list[ImportedGoal]:
    """ "Utgångspunkten är mätningen 2024.": the year that every goal without its own counts from."""
    told = words.STARTS_FROM.search(text)
    return [
        goal
        if goal.baseline_year or told is None
        else replace(goal, baseline_year=int(told["year"]))
        for goal in goals
    ]


def is_wished(sentence: str) -> bool:
    """ "Målet är att …", "Andelen ska öka …": the sentence is there for its goal."""
    return bool(words.GOAL_NOUN.search(sentence) or words.WISH.search(sentence))


def _speaks_of_goal(sentence: str) -> bool:
    """A share that a survey found is a fact, not a goal."""
    if words.CHANGES.search(sentence) or HALVED.search(sentence):
        return words.WISH.search(sentence) is not None or not words.FACT.search(sentence)
    if words.FROM_TO.search(sentence):
        return True
    if not words.GOAL.search(sentence):
        return False
    wishes = words.GOAL_NOUN.search(sentence) or words.WISH.search(sentence)
    return bool(wishes) or not words.FACT.search(sentence)


def _read_sentence(found: _Found, sentence: str, lines: Lines, *, is_labelled: bool) -> None:
    deadline = _deadline(sentence)
    counts = is_labelled or words.GOAL_NOUN.search(sentence) is not None
    for clause, is_aside in _clauses(sentence):
        is_past = (
            is_aside and bool(found.goals) and words.FIGURE_BESIDE.fullmatch(clause) is not None
        )
        is_first = not found.goals
        for goal in _read_clause(found, clause, counts=counts, is_past=is_past):
            indicator = goal.indicator or (sentence if is_first else _indicator(clause))
            found.goals.append(replace(goal, indicator=indicator, deadline=deadline, lines=lines))
    year = _baseline_year(sentence)
    if year is not None:
        found.goals = [
            goal if goal.baseline_year or goal.baseline_value else replace(goal, baseline_year=year)
            for goal in found.goals
        ]


def _clauses(sentence: str) -> Iterator[tuple[str, bool]]:
    """What is set apart by semicolons, dashes or parentheses, and whether it stood in parentheses."""
    plain = words.YEAR_IN_PARENTHESES.sub(r"\1", sentence)
    for number, part in enumerate(re.split(r"[()]", plain)):
        for clause in re.split(r";| [–—] |, och (?=[^,]*\d)", part):
            if clause.strip(" .,"):
                yield clause, number % 2 == 1


def _read_clause(found: _Found, clause: str, *, counts: bool, is_past: bool) -> list[ImportedGoal]:
    """The goals of a clause, with what it says was before; of a clause without goals that is kept."""
    goals: list[ImportedGoal] = []
    baselines: list[_Baseline] = []
    if (share := _in_words(clause)) is not None:
        goals.append(ImportedGoal("", "relative", target_value=share, unit="%"))
    is_past = is_past or _is_fact(clause)
    start = 0
    for quantity in quantities_in(clause):
        if is_past or _is_baseline(clause, quantity):
            unit = quantity.unit or _counted(clause)
            baselines.append(_Baseline(quantity.value, _year_at(clause, quantity), unit))
            continue
        earlier = [*found.goals, *goals]
        goal = None if share is not None else _goal_at(clause, start, quantity, earlier)
        if goal and _may_be_goal(clause, goal, quantity, baselines, counts=counts):
            goals.append(replace(goal, indicator=_indicator(clause[start:]) if start else ""))
            start = quantity.end
    if not goals:
        found.baselines += baselines
    return [_with_baseline(goal, baselines) for goal in goals]


def _is_fact(clause: str) -> bool:
    if words.WILL_CHANGE.match(clause):
        return False
    if words.WISH.search(clause) or words.WILL_HAVE.match(clause) or words.FROM_TO.search(clause):
        return False
    return words.FACT.search(clause) is not None


def _in_words(clause: str) -> Number | None:
    if HALVED.search(clause):
        return -50
    return 100 if DOUBLED.search(clause) else None


def _is_baseline(clause: str, quantity: Quantity) -> bool:
    before = clause[: quantity.start]
    if words.FROM.search(before):
        is_changed = HALVED.search(before) or words.CHANGED_BY.search(before)
        return is_changed is not None or words.TO.search(clause, quantity.end) is not None
    return words.BASELINE_BEFORE.search(before) is not None


def _goal_at(
    clause: str, start: int, quantity: Quantity, earlier: list[ImportedGoal]
) -> ImportedGoal | None:
    """``start``: where the goal before it in the same clause ends."""
    change: Change = "level"
    value = quantity.value
    before, after = clause[start : quantity.start], clause[quantity.end :]
    by = words.BY.search(before)
    if FEWER.match(after) or MORE.match(after):
        change, value = "relative", -value if FEWER.match(after) else value
    elif by and (sign := _direction(before) or _same_direction(earlier)):
        change, value = "relative", sign * value
    elif quantity.is_fraction:
        return None
    if change == "relative" and quantity.unit != "%":
        change = "absolute"
    unit = quantity.unit or _counted(clause)
    return ImportedGoal("", change, target_value=value, unit=unit)


def _direction(text: str) -> int:
    """By the last word of change: −1, 1, or 0 where there is none."""
    down = [found.start() for found in DOWN.finditer(text)]
    up = [found.start() for found in UP.finditer(text)]
    if not (down or up):
        return 0
    return -1 if not up or (down and down[-1] > up[-1]) else 1


def _same_direction(earlier: list[ImportedGoal]) -> int:
    """ "… minska med 20 procent och rånen med 30 procent": the verb is said once."""
    last = earlier[-1] if earlier else None
    if last is None or last.change not in ("relative", "absolute") or last.target_value is None:
        return 0
    return -1 if last.target_value < 0 else 1


def _may_be_goal(
    clause: str,
    goal: ImportedGoal,
    quantity: Quantity,
    baselines: list[_Baseline],
    *,
    counts: bool,
) -> bool:
    """A share is; a number of things only where goals are spoken of, or beside what it was before."""
    if quantity.is_share:
        return True
    if goal.change != "level":
        return counts
    before = clause[: quantity.start]
    if baselines and words.TO.search(before):
        known = baselines[-1]
        return bool(known.unit or goal.unit or known.year or counts)
    if quantity.unit in TIME:
        return counts and words.LASTS.search(before) is not None
    is_level = (words.LEVEL.search(before) or words.WILL_HAVE.match(before)) is not None
    return counts and bool(goal.unit) and (is_level or words.THAT.search(before) is not None)


def _settled(found: _Found) -> list[ImportedGoal]:
    """Each goal with what it was before, where the text tells."""
    return [_with_baseline(goal, found.baselines) for goal in found.goals]


def _with_baseline(goal: ImportedGoal, baselines: list[_Baseline]) -> ImportedGoal:
    for one in baselines:
        if goal.baseline_value == one.value and goal.baseline_year is None:
            return replace(goal, baseline_year=one.year)
        if goal.baseline_value is not None:
            continue
        is_count = goal.change in ("relative", "absolute") and not _is_share(one.unit)
        if _is_same(one.unit, goal.unit) or is_count:
            year = one.year or goal.baseline_year
            unit = goal.unit or one.unit
            return replace(goal, baseline_value=one.value, baseline_year=year, unit=unit)
    return goal


def _is_same(first: str | None, second: str | None) -> bool:
    return first == second or not (first and second) or (_is_share(first) and _is_share(second))


def _is_share(unit: str | None) -> bool:
    return unit is not None and (unit == "%" or unit.startswith("procent"))


def _year_at(clause: str, quantity: Quantity) -> int | None:
    """Right after the figure, else the last one before it."""
    if after := YEAR.search(clause, quantity.end, quantity.end + 30):
        between = clause[quantity.end : after.start()]
        if not words.TO.search(between):
            return int(after.group())
    before = list(YEAR.finditer(clause, 0, quantity.start))
    return int(before[-1].group()) if before else None


def _counted(clause: str) -> str | None:
    """ "Antalet anmälda rån": what a bare number is a number of."""
    found = words.COUNTED.search(clause)
    return found["unit"] if found else None


def _baseline_year(sentence: str) -> int | None:
    found = words.COMPARED.search(sentence)
    return int(found["year"] or found["level"]) if found else None


def _deadline(sentence: str) -> dt.date | None:
    baseline = _baseline_year(sentence)
    years = [int(found["year"]) for found in words.DEADLINE.finditer(sentence)]
    last = [int(found.group()) for found in YEAR.finditer(sentence)]
    if not years and len(last) > 1:
        years = last[-1:]
    later = [year for year in years if year != baseline]
    return dt.date(later[-1], 12, 31) if later else None


def _indicator(text: str) -> str:
    return re.sub(r"^(?:och|samt|,|;|\s)+", "", text).strip() or text
