"""The events of a draft in words: who, when, which field, from what to what."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import timezone

from portal import swedish
from portal.history import Act, Branch, Entry, FieldChange
from portal.models import User
from portal.prose import ProseField, plain_text

GONE = "borttagen"
Names = dict[type[models.Model], dict[Any, str]]


def entries(
    branches: Iterable[Branch], pk: int, *, since: Mapping[str, int] | None = None
) -> list[Entry]:
    """What happened, newest first; with ``since`` (a version) only what came after it."""
    told = [(branch, list(_events(branch, pk))) for branch in branches]
    names = _names(told)
    acts = [
        (event, act)
        for branch, events in told
        for event, act in _acts(branch, events, names)
        if event.pgh_id > (since or {}).get(branch.label, 0)
    ]
    acts.sort(key=lambda pair: pair[0].pgh_created_at)  # stable: in one moment, in the tree's order
    return _grouped(acts)


def _events(branch: Branch, pk: int) -> Iterable[Any]:
    return branch.events(pk).select_related("pgh_context")


def _grouped(acts: list[tuple[Any, Act]]) -> list[Entry]:
    people = dict(User.objects.filter(pk__in={_user(e) for e, _ in acts}).values_list("pk", "name"))
    found: dict[Any, Entry] = {}
    for event, act in acts:
        key = event.pgh_context_id or event.pgh_created_at
        if key not in found:
            user = _user(event)
            who = people.get(user, "En borttagen användare") if user else "Portalen"
            found[key] = Entry(timezone.localtime(event.pgh_created_at), who, user, [])
        found[key].acts.append(act)
    for entry in found.values():
        entry.acts = _counted(entry.acts)
    return list(reversed(found.values()))


def _counted(acts: list[Act]) -> list[Act]:
    """The same thing done many times in one go is one line: "ansvarig: Polisen (14 gånger)"."""
    times = Counter((act.kind, act.name, act.title) for act in acts if not act.changes)
    found: list[Act] = []
    for act in acts:
        number = times.pop((act.kind, act.name, act.title), 0) if not act.changes else 1
        if number > 1:
            found.append(replace(act, title=f"{act.title} ({number} gånger)".strip()))
        elif number == 1:
            found.append(act)
    return found


def _user(event: Any) -> int | None:
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def _acts(branch: Branch, events: list[Any], names: Names) -> Iterator[tuple[Any, Act]]:
    latest: dict[int, Any] = {}
    for event in events:
        before = latest.get(event.id)
        latest[event.id] = event
        title = _title(branch, event, names)
        if event.pgh_label == "update":
            changes = list(_changes(branch, before, event, names)) if before else []
            if changes:
                yield event, Act("changed", branch.words(), title, changes)
        else:
            kind = "added" if event.pgh_label == "insert" else "removed"
            yield event, Act(kind, branch.words(), title)


def _changes(branch: Branch, before: Any, after: Any, names: Names) -> Iterator[FieldChange]:
    for column in told_fields(branch):
        old, new = getattr(before, column.attname), getattr(after, column.attname)
        if old != new:
            label = swedish.sentence_case(str(column.verbose_name))
            yield FieldChange(label, in_words(column, old, names), in_words(column, new, names))


def told_fields(branch: Branch) -> list[models.Field[Any, Any]]:
    """The columns that people write: not keys, stamps, sizes or the row's own parent."""
    return [
        column
        for column in branch.model._meta.concrete_fields
        if column.editable
        and not column.primary_key
        and not isinstance(column, models.UUIDField)
        and column.attname != branch.column
    ]


def _title(branch: Branch, event: Any, names: Names) -> str:
    column = branch.model._meta.get_field(branch.title)
    assert isinstance(column, models.Field)  # noqa: S101 - branches name columns
    return shortened(in_words(column, getattr(event, column.attname), names))


def shortened(text: str, limit: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …"


def in_words(column: models.Field[Any, Any], value: Any, names: Names) -> str:
    """A stored value as people read it; nothing is an empty text."""
    if value is None or value == "":
        return ""
    if isinstance(column, models.ForeignKey):
        return names.get(column.remote_field.model, {}).get(value, GONE)
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(column, ProseField):
        return plain_text(value)
    return _plain(value)


def _plain(value: Any) -> str:
    match value:
        case bool():
            return "ja" if value else "nej"
        case dt.date():
            return swedish.date(value)
        case Decimal():
            return swedish.number(value)
        case _:
            return str(value)


def _names(told: list[tuple[Branch, list[Any]]]) -> Names:
    """What the rows that are pointed at are called: one query per table."""
    wanted: dict[type[models.Model], set[Any]] = {}
    for branch, events in told:
        for column in branch.model._meta.concrete_fields:
            if isinstance(column, models.ForeignKey) and column.attname != branch.column:
                ids = {getattr(event, column.attname) for event in events} - {None}
                wanted.setdefault(column.remote_field.model, set()).update(ids)
    return {
        model: {row.pk: str(row) for row in _rows(model, ids)}
        for model, ids in wanted.items()
        if ids
    }


def _rows(model: type[models.Model], ids: set[Any]) -> models.QuerySet[Any]:
    parents = [c.name for c in model._meta.concrete_fields if isinstance(c, models.ForeignKey)]
    rows = model._default_manager.filter(pk__in=ids)
    return rows.select_related(*parents) if parents else rows
