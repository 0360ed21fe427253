"""A period in outline, for overviews over all places: days, themes, plans and promises' words, no more."""

from typing import Any

from promises.documents import PeriodDocument

PROMISE = ("key", "slug", "statement", "area", "follow_up_plans")
AREA = ("key", "heading", "theme")
WHOLE = ("schema_version", "slug", "label", "starts_on", "ends_on", "follow_up_plans")
REPORTS = ("follow_ups", "follow_up")
"""Today's name, and that of documents of version 1."""


def opened(outline: dict[str, Any]) -> PeriodDocument:
    """From what ``PeriodEditionQuerySet.in_outline`` adds: lists side by side, one per field of the parts."""
    stored = {name: value for name, value in outline.items() if value is not None}
    parts = {"promises": PROMISE, "areas": AREA}
    lists = {part: [stored.pop(f"{part}_{name}") for name in parts[part]] for part in parts}
    for part, names in parts.items():
        rows = zip(*lists[part], strict=True)
        stored[part] = [dict(zip(names, row, strict=True)) for row in rows]
    return PeriodDocument.opened(stored)
