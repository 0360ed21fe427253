"""Certainty: what was read with doubt, line by line, so that an editor knows where to look.

Asked of the finished page, also after an editor has placed lines by hand. The rules are the table below;
their words and what page taught them are in ``words.doubts``.
"""

import re
from collections.abc import Callable, Iterator

from promises.page_import.figures import numbers_in
from promises.page_import.outcomes import tells_of_act
from promises.page_import.periods import find_spans
from promises.page_import.result import (
    ImportedAction,
    ImportedGoal,
    ImportedPage,
    ImportedPeriod,
    ImportedPromise,
    Lines,
    Unplaced,
)
from promises.page_import.words import doubts as words

Doubts = dict[int, tuple[str, ...]]
Told = tuple[Lines, str, str]
"""Lines, the reason for doubt or nothing, and the text that is doubted."""
START = 16


def doubts_of(page: ImportedPage) -> Doubts:
    """By line number, in page order; the first line of what is doubted."""
    found: dict[int, list[str]] = {}
    told = {line.number: line.meaning for line in page.lines}
    for lines, reason, text in _all(page):
        if lines and reason:
            known = found.setdefault(_own_line(told, lines, text), [])
            if reason not in known:
                known.append(reason)
    return {line: tuple(found[line]) for line in sorted(found)}


def _all(page: ImportedPage) -> Iterator[Told]:
    for period in page.periods:
        yield from _of_period(period)
        for promise in period.promises:
            yield promise.lines, promise.doubt, promise.statement
            yield from _asked(_PROMISE, promise, promise.lines, promise.statement)
            for goal in promise.goals:
                yield from _asked(_GOAL, goal, goal.lines or promise.lines, goal.indicator)
        for action in (*period.actions, *(one for p in period.promises for one in p.actions)):
            yield action.lines, action.doubt, action.text
            yield from _asked(_ACTION, action, action.lines, action.text)
    for left in page.unplaced:
        yield (left.line,), _of_line(left, page.periods), left.text


def _asked[Row](
    rules: tuple[tuple[str, Callable[[Row], bool]], ...], row: Row, lines: Lines, text: str
) -> Iterator[Told]:
    for reason, fits in rules:
        if fits(row):
            yield lines, reason, text


def _own_line(told: dict[int, str], lines: Lines, text: str) -> int:
    """Where the text starts; its label or its table's head may stand lines above it."""
    start = text[:START]
    return next((line for line in sorted(set(lines)) if start in told.get(line, "")), min(lines))


def _of_period(period: ImportedPeriod) -> Iterator[Told]:
    first = period.lines or (period.promises[0].lines if period.promises else ())
    yield from _asked(_PERIOD, period, first, period.label)
    used = {promise.area for promise in period.promises}
    for area in period.areas:
        if area.heading not in used:
            yield area.lines, words.EMPTY_AREA, area.heading


def _of_line(left: Unplaced, periods: tuple[ImportedPeriod, ...]) -> str:
    if not periods:
        return ""
    years = {span.label for span in find_spans(left.text[:300]) if span.is_range}
    labels = " ".join(period.label for period in periods)
    if re.search(r"löft", left.text, re.IGNORECASE) and any(year not in labels for year in years):
        return words.OTHER_YEARS
    return words.LEFT_OUT if words.SPEAKS_OF_PROMISES.search(left.text) else ""


def _has_several_numbers(action: ImportedAction) -> bool:
    counts = [figure for figure in numbers_in(action.text[:600]) if not figure.is_word]
    is_counted = action.promised_count is not None or action.done_count is not None
    return is_counted and len({figure.value for figure in counts if figure.value < 1900}) > 1


def _has_lost_date(period: ImportedPeriod) -> bool:
    named = re.search(r"\d", period.label) is not None
    is_open = words.OPEN_END.search(period.label) is not None
    if period.starts_on is None:
        return named and any(span.is_broken for span in find_spans(period.label))
    return named and period.ends_on is None and not is_open


_PERIOD: tuple[tuple[str, Callable[[ImportedPeriod], bool]], ...] = (
    (words.NO_PERIOD, lambda period: not period.label and period.starts_on is None),
    (words.NO_SUCH_DATE, _has_lost_date),
)
_PROMISE: tuple[tuple[str, Callable[[ImportedPromise], bool]], ...] = (
    (words.LONG_STATEMENT, lambda promise: len(promise.statement) > words.LONG),
    (words.NO_PARTIES, lambda promise: not promise.parties),
)
_ACTION: tuple[tuple[str, Callable[[ImportedAction], bool]], ...] = (
    (words.SEVERAL_NUMBERS, _has_several_numbers),
    (words.NO_REASON, lambda action: action.reason == "not_stated"),
    (
        words.NO_VERB,
        lambda action: (
            action.status == "done" and action.done_count is None and not tells_of_act(action.text)
        ),
    ),
)
_GOAL: tuple[tuple[str, Callable[[ImportedGoal], bool]], ...] = (
    (
        words.NO_BASELINE,
        lambda goal: (
            goal.change in ("relative", "absolute")
            and goal.baseline_value is None
            and goal.baseline_year is None
        ),
    ),
)
