"""What an import did, or would do, to the drafts: added, changed, and no longer on the page."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["added", "changed", "missing", "note"]
SHOWN = 90
LIVE = frozenset({"contact", "organisation"})
"""Rows that are no drafts: what is written in them is public at once."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    kind: Kind
    what: str
    """The noun: "promise", "action", "contact"."""
    name: str
    fields: tuple[FieldChange, ...] = ()

    @property
    def is_live(self) -> bool:
        return self.what in LIVE and self.kind in ("added", "changed")


@dataclass(slots=True)
class Difference:
    """In page order. Missing rows are told of and never deleted."""

    changes: list[RowChange] = field(default_factory=list)

    def added(self, what: str, name: str) -> None:
        self.changes.append(RowChange("added", what, name))

    def changed(self, what: str, name: str, fields: list[FieldChange]) -> None:
        self.changes.append(RowChange("changed", what, name, tuple(fields)))

    def missing(self, what: str, name: str) -> None:
        self.changes.append(RowChange("missing", what, name))

    def note(self, text: str) -> None:
        self.changes.append(RowChange("note", "", text))

    def of(self, kind: Kind) -> list[RowChange]:
        return [change for change in self.changes if change.kind == kind]

    @property
    def writes_nothing(self) -> bool:
        return not (self.of("added") or self.of("changed"))

    def counts(self, kind: Kind) -> dict[str, int]:
        return dict(Counter(change.what for change in self.of(kind)))

    def as_lines(self) -> list[str]:
        """English, for the operator's terminal."""
        lines = []
        for change in self.changes:
            if change.kind == "note":
                lines.append(f"! {change.name}")
                continue
            sign = {"added": "+", "changed": "~", "missing": "-"}[change.kind]
            lines.append(f"{sign} {change.what}: {shortened(change.name)}")
            lines += [
                f"    {one.field}: {shortened(one.before) or '(empty)'} → {shortened(one.after)}"
                for one in change.fields
            ]
        return lines


def shortened(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"
