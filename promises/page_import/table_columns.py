"""Stage 4, columns: what a table's columns hold, by their headings or by their cells.

"Håller i trådarna" over the names of parties is who does it; a column of "Klart" and "Rullar på" is how it
went; of the columns of text the last one before them is the act, and one that spans several acts the promise.
"""

import re
from collections.abc import Callable, Sequence

from promises.page_import.figures import count_in, numbers_in
from promises.page_import.goals import find_goals
from promises.page_import.outcomes import status_word
from promises.page_import.parties import parties_in
from promises.page_import.texts import key
from promises.page_import.words.columns import COLUMNS, PROMISE_NOUN, WHEN_CELL
from promises.page_import.words.verbs import PROMISE

MOST = 0.6
"""So many of a column's cells must be of a kind."""
LONGEST_NAME = 60
WORDS_OF_AREA = 4
_DATA = re.compile(r"\d|@")
Cells = Sequence[str]


def name_of(text: str) -> str:
    """By the heading's words: "" where they tell nothing."""
    plain = key(text)
    for name, pattern in COLUMNS:
        if plain and pattern.match(plain):
            return name
    return "promise" if PROMISE.search(text) or PROMISE_NOUN.search(plain) else ""


def by_contents(names: list[str], heads: Cells, rows: Sequence[Cells]) -> list[str]:
    """The names, those that are missing filled in by what the cells hold."""
    named = list(names)
    if len(rows) < 2 or len(heads) < 3 or any(_DATA.search(head) for head in heads):
        return named
    columns = [
        [row[at] for row in rows if at < len(row) and row[at].strip()] for at in range(len(heads))
    ]
    for at, cells in enumerate(columns):
        if not named[at] and (kind := _kind(cells)) and kind not in named:
            named[at] = kind
    if {"lead", "status", "done"} & set(named):
        _name_texts(named, columns, len(rows))
    return named


def _kind(cells: Cells) -> str:
    if not cells:
        return ""
    if _most(cells, lambda cell: status_word(cell) is not None):
        return "status"
    if _most(cells, lambda cell: WHEN_CELL.match(cell) is not None):
        return "when"
    if _most(cells, _names_party):
        return "lead"
    if _most(cells, lambda cell: bool(find_goals(cell, (), is_labelled=True))):
        return "goal"
    return ""


def _most(cells: Cells, holds: Callable[[str], bool]) -> bool:
    return sum(map(holds, cells)) >= MOST * len(cells)


def _names_party(cell: str) -> bool:
    return len(cell) < LONGEST_NAME and bool(parties_in(cell)) and count_in(cell) is None


def _name_texts(named: list[str], columns: Sequence[Cells], rows: int) -> None:
    """Of the columns of text: act, promise, area, from the right to the left."""
    doers = [at for at, name in enumerate(named) if name in ("lead", "status", "done", "promised")]
    texts = [at for at, name in enumerate(named) if not name and _is_text(columns[at])]
    before = [at for at in texts if at < min(doers, default=len(named))]
    if "action" not in named and before and len(columns[before[-1]]) * 2 > rows:
        named[before.pop()] = "action"
    if "action" not in named:
        return
    left = [at for at in before if at < named.index("action")]
    if "promise" not in named and left and _words(columns[left[-1]]) > WORDS_OF_AREA:
        named[left.pop()] = "promise"
    if "area" not in named and left and _words(columns[left[0]]) <= WORDS_OF_AREA:
        named[left[0]] = "area"


def _is_text(cells: Cells) -> bool:
    return bool(cells) and not all(numbers_in(cell) and len(cell.split()) < 3 for cell in cells)


def _words(cells: Cells) -> float:
    return sum(len(cell.split()) for cell in cells) / len(cells)
