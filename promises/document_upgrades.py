"""Lifts stored documents of older schema versions to today's shape, one small step per version.

An edition keeps the bytes it was published with for ever; only the reading of them moves on.
"""

from collections.abc import Callable
from typing import Any

SCHEMA_VERSION = 2

Stored = dict[str, Any]


class UnknownSchemaVersion(ValueError):
    """The document was written by a later release than this one."""


def _to_2(stored: Stored) -> Stored:
    """Version 1 held one follow-up at most, and its plans only on promises."""
    follow_up = stored.get("follow_up")
    rest = {key: value for key, value in stored.items() if key != "follow_up"}
    return {**rest, "follow_ups": [follow_up] if follow_up else [], "follow_up_plans": []}


STEPS: dict[int, Callable[[Stored], Stored]] = {1: _to_2}
"""From the version in the key to the next one."""


def upgraded(stored: Stored) -> Stored:
    """A copy in today's shape; ``stored`` itself is left as it is."""
    version = int(stored.get("schema_version", 1))
    if version > SCHEMA_VERSION:
        raise UnknownSchemaVersion(
            f"document has schema version {version}; this release reads up to {SCHEMA_VERSION}"
        )
    for step in range(version, SCHEMA_VERSION):
        stored = STEPS[step](stored)
    return {**stored, "schema_version": SCHEMA_VERSION}
