"""A published document with one value changed at a time: whatever may differ, differs in one of them."""

import enum
import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

import dialogues.enums
import portal.enums
import promises.enums
from portal.documents import Part
from portal.enums import Theme

_WORDS = [
    member.value
    for module in (portal.enums, dialogues.enums, promises.enums)
    for kind in vars(module).values()
    if isinstance(kind, enum.EnumType)
    for member in kind
]
_OTHERS = ["Annat/annat", 7, "2031-05-05", "12:34", "2031-05-05T12:34:00Z", True, False, *_WORDS]


def variants[Document: Part](document: Document) -> Iterator[tuple[str, Document]]:
    """The path of the value, without places in lists ("promises.actions.place"), and the changed document.
    Where a value can have several others of different kinds, one is enough."""
    whole = document.model_dump(mode="json")
    for path in _paths(whole):
        for other in Theme if path[-1] == "theme" else _OTHERS:  # a text there, but not any text
            try:
                changed = type(document).model_validate(_with(whole, path, other))
            except (ValidationError, ArithmeticError):
                continue
            if changed != document:
                yield re.sub(r"\.\d+", "", ".".join(map(str, path))), changed
                break


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    match value:
        case dict():
            for name, part in value.items():
                yield from _paths(part, (*path, name))
        case list() if value:
            for number, part in enumerate(value):
                yield from _paths(part, (*path, number))
        case _:
            yield path


def _with(whole: Any, path: tuple[str | int, ...], other: Any) -> Any:
    if not path:
        return other
    first, *rest = path
    if isinstance(whole, list):
        return [_with(v, tuple(rest), other) if n == first else v for n, v in enumerate(whole)]
    return {k: _with(v, tuple(rest), other) if k == first else v for k, v in whole.items()}
