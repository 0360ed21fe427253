"""Stage 5, the one way the import writes a row: made if new, changed where the page says otherwise.

A page that says nothing about a field leaves what the draft holds.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Model

from portal.models import Organisation
from portal.prose import as_prose, plain_text
from promises.page_import.difference import Difference, FieldChange
from promises.page_import.pairing import content_words, likeness
from promises.page_import.texts import key

LAST_POSITION = 32_767
"""What the column holds; rows with equal positions keep the order they were made in."""
ALIKE = 0.6
"""From here on a row whose words changed is the same row, reworded."""


def upsert[Row: Model](
    difference: Difference,
    what: str,
    row: Row | None,
    made: Callable[[], Row],
    values: Mapping[str, Any],
    *,
    name: str,
    prose: Iterable[str] = (),
) -> Row:
    """``made`` gives the new row, unsaved, with what identifies it; ``prose`` names HTML fields."""
    if row is None:
        row = made()
        if hasattr(row, "position"):
            row.position = min(row.position, LAST_POSITION)
        for field, value in values.items():
            setattr(row, field, value)
        row.save()
        difference.added(what, name)
        return row
    changes = []
    for field, value in values.items():
        before = getattr(row, field)
        if value in (None, "") or _same(before, value, is_prose=field in prose):
            continue
        setattr(row, field, value)
        is_prose = field in prose
        changes.append(FieldChange(field, _shown(before, is_prose), _shown(value, is_prose)))
    if changes:
        row.save()
        difference.changed(what, name, changes)
    return row


def set_parties(
    difference: Difference,
    what: str,
    row: Model,
    field: Literal["parties", "leads", "partners"],
    wanted: Sequence[Organisation],
    *,
    is_new: bool,
    name: str,
) -> None:
    if not wanted:
        return
    manager = getattr(row, field)
    before = list(manager.all())
    if {one.pk for one in before} == {one.pk for one in wanted}:
        return
    manager.set(wanted)
    if not is_new:
        names = [", ".join(sorted(str(one) for one in some)) for some in (before, wanted)]
        difference.changed(what, name, [FieldChange(field, *names)])


def matched[Row, Thing](
    things: Sequence[Thing],
    rows: Sequence[Row],
    *,
    thing_text: Callable[[Thing], str],
    row_text: Callable[[Row], str],
    may_be: Callable[[Thing, Row], bool] = lambda _thing, _row: True,
) -> list[Row | None]:
    """For each thing its row: the same words first, then the likest words among what is left."""
    free = list(rows)
    found: list[Row | None] = []
    for thing in things:
        wanted = key(thing_text(thing))
        same = [row for row in free if key(row_text(row)) == wanted]
        best = next((row for row in same if may_be(thing, row)), same[0] if same else None)
        if best is not None:
            free.remove(best)
        found.append(best)
    for position, thing in enumerate(things):
        if found[position] is None and free:
            best = _likest(thing_text(thing), [row for row in free if may_be(thing, row)], row_text)
            if best is not None:
                free.remove(best)
                found[position] = best
    return found


def prose_of(paragraphs: Iterable[str]) -> str:
    return as_prose("\n".join(paragraphs))


def _likest[Row](text: str, rows: Sequence[Row], row_text: Callable[[Row], str]) -> Row | None:
    words = content_words(text)
    scored = [(likeness(words, content_words(row_text(row))), row) for row in rows[:300]]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _same(before: Any, value: Any, *, is_prose: bool) -> bool:
    if is_prose:
        return plain_text(before) == plain_text(value)
    if isinstance(value, Decimal):
        return before is not None and Decimal(before) == value
    return bool(before == value)


def _shown(value: Any, is_prose: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return plain_text(value) if is_prose else str(value)
