"""Whether two documents say the same thing in other words. Pure."""

import re
from collections.abc import Mapping

from portal.documents import Part
from portal.prose import plain_text

Wording = Mapping[type[Part], frozenset[str]]
"""Per kind of part the fields that only hold wording: what a minor correction may touch."""


def only_wording_differs(older: Part, newer: Part, *, wording: Wording) -> bool:
    """A figure in running text is a figure: the same numbers must stand in the same fields."""
    return _meaning(older, wording) == _meaning(newer, wording)


def _meaning(value: object, wording: Wording) -> object:
    if isinstance(value, tuple):
        return [_meaning(part, wording) for part in value]
    if not isinstance(value, Part):
        return value
    words = wording.get(type(value), frozenset())
    return {
        name: _figures(content) if name in words else _meaning(content, wording)
        for name in type(value).model_fields
        for content in [getattr(value, name)]
    }


def _figures(text: str) -> tuple[bool, list[str]]:
    """The numbers of a text in their order, and whether it says anything at all."""
    words = plain_text(text)
    return bool(words), re.findall(r"\d+(?:[.,]\d+)*", words)
