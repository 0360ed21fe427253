"""What search can be narrowed by besides words. Pure.

An entry keeps its facets as texts, "theme:drugs": one index for all, and one question tells which there are.
"""

from collections.abc import Iterable
from typing import Any

from portal.enums import SearchKind, SearchStatus, Theme

PERIOD, THEME, STATUS, PARTY, KIND = "period", "theme", "status", "party", "kind"
LABELS: dict[str, dict[str, Any]] = {
    THEME: dict(Theme.choices),
    STATUS: dict(SearchStatus.choices),
    KIND: dict(SearchKind.choices),
}
"""What the values are called where they are codes. Periods and parties are called by their own names."""


def facets(
    *, kind: str, theme: str = "", period: str = "", status: str = "", parties: Iterable[str] = ()
) -> list[str]:
    values = [(KIND, kind), (THEME, theme), (PERIOD, period), (STATUS, status)]
    values += [(PARTY, party) for party in dict.fromkeys(parties)]
    return [f"{name}:{value}" for name, value in values if value]


def choices(stored: Iterable[str], name: str) -> list[tuple[str, Any]]:
    """Value and label of each facet of that name, once: codes in the order of their enum, others by name."""
    values = {text.partition(":")[2] for text in stored if text.startswith(f"{name}:")}
    if labels := LABELS.get(name):
        return [(value, label) for value, label in labels.items() if value in values]
    return [(value, value) for value in values]
