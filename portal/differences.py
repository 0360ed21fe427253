"""What differs between two documents, in plain words. Pure.

Each document is laid out as *things* (a promise, an action, a finding …) with *facts* in words. Things are
matched by key, so a reworded promise is a changed one, not a removed and an added one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from portal.documents import Part
from portal.weaving import Piece, woven

ChangeKind = Literal["added", "removed", "changed", "other"]


@dataclass(frozen=True)
class Thing:
    name: str
    where: str
    title: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """One difference. ``fact`` is empty where the whole thing came or went, and where the difference is in
    nothing that has words of its own (other)."""

    kind: ChangeKind
    name: str
    where: str
    title: str
    fact: str = ""
    before: str = ""
    after: str = ""

    @property
    def headline(self) -> str:
        match self.kind:
            case "added":
                return f"{self.name} har tillkommit"
            case "removed":
                return f"{self.name} har tagits bort"
            case "other":
                return f"{self.name} har ändrats"
            case _:
                return f"{self.name}: {self.fact.lower()} har ändrats"

    @property
    def pieces(self) -> list[Piece]:
        """The two texts woven together word by word; short facts are clearer side by side."""
        return list(woven(self.before, self.after))

    @property
    def is_long(self) -> bool:
        return max(len(self.before), len(self.after)) > 60


def compared(
    older: Iterable[tuple[str, Thing]], newer: Iterable[tuple[str, Thing]]
) -> list[Change]:
    """Changes in the order of the newer things, what was removed last. Things in another order only are
    no change here."""
    before, after = dict(older), dict(newer)
    changes: list[Change] = []
    for key, thing in after.items():
        if key not in before:
            changes.append(Change("added", thing.name, thing.where, thing.title))
        else:
            changes.extend(_changed(before[key], thing))
    gone = (thing for key, thing in before.items() if key not in after)
    return changes + [Change("removed", t.name, t.where, t.title) for t in gone]


def without_words(older: Part, newer: Part, *, name: str) -> list[Change]:
    """Of documents whose facts are the same: nobody may be told that nothing has changed if something has."""
    if older == newer:
        return []
    return [Change("other", name, "", "Ordningen, en länk eller formateringen är en annan.")]


def _changed(old: Thing, new: Thing) -> Iterator[Change]:
    for fact in new.facts | old.facts:
        before, after = old.facts.get(fact, ""), new.facts.get(fact, "")
        if before != after:
            yield Change("changed", new.name, new.where, new.title, fact, before, after)
