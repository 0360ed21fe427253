"""Promised against done per party: counts, never a share. What nobody has counted is told as uncounted.

A party answers for the actions that name it as responsible; an action of two parties stands with both.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from promises.documents import Action, Party, PeriodDocument
from promises.enums import ActionStatus


@dataclass(frozen=True)
class CountedUnit:
    """What was promised in numbers, for one unit. ``done`` is None where no action has told a number;
    ``untold`` is how many of the ``actions`` have not."""

    unit: str
    actions: int
    promised: int
    done: int | None
    untold: int


@dataclass(frozen=True)
class PartyCounts:
    """``party`` is None for actions that name nobody."""

    party: Party | None
    promised: int
    states: Counter[ActionStatus]
    additional: int
    helps_with: int
    units: list[CountedUnit]

    @property
    def done(self) -> int:
        return self.states[ActionStatus.DONE]

    @property
    def partly(self) -> int:
        return self.states[ActionStatus.PARTLY]

    @property
    def not_done(self) -> int:
        return self.states[ActionStatus.NOT_DONE]

    @property
    def ongoing(self) -> int:
        return self.states[ActionStatus.ONGOING]

    @property
    def unreported(self) -> int:
        return self.states[ActionStatus.PLANNED]


@dataclass(frozen=True)
class PeriodParties:
    """One row per party of the period, also one that answers for no action."""

    period: PeriodDocument
    rows: list[PartyCounts]

    @property
    def has_actions(self) -> bool:
        return bool(self.period.all_actions)

    @property
    def counted(self) -> list[PartyCounts]:
        return [row for row in self.rows if row.units]


def by_party(documents: Iterable[PeriodDocument]) -> list[PeriodParties]:
    return [PeriodParties(document, _rows(document)) for document in documents]


def _rows(document: PeriodDocument) -> list[PartyCounts]:
    actions = document.all_actions
    named = [party for action in actions for party in (*action.leads, *action.partners)]
    parties = {party.key: party for party in (*named, *document.parties)}
    first = [party.key for party in document.parties]
    keys = [*first, *(key for key in parties if key not in first)]
    rows = [_counts(parties[key], actions) for key in dict.fromkeys(keys)]
    if unnamed := [action for action in actions if not action.leads]:
        rows.append(_counted(None, unnamed, helps_with=0))
    return rows


def _counts(party: Party, actions: Sequence[Action]) -> PartyCounts:
    mine = [a for a in actions if any(lead.key == party.key for lead in a.leads)]
    helps = sum(any(partner.key == party.key for partner in a.partners) for a in actions)
    return _counted(party, mine, helps_with=helps)


def _counted(party: Party | None, actions: Sequence[Action], *, helps_with: int) -> PartyCounts:
    promised = [a for a in actions if a.is_promised]
    return PartyCounts(
        party,
        promised=len(promised),
        states=Counter(action.status for action in promised),
        additional=len(actions) - len(promised),
        helps_with=helps_with,
        units=_units(promised),
    )


def _units(actions: Sequence[Action]) -> list[CountedUnit]:
    """Numbers are added only within one unit, and only those that somebody has told."""
    counted = [a for a in actions if a.promised_count is not None]
    found = []
    for unit in dict.fromkeys(a.unit for a in counted):
        mine = [a for a in counted if a.unit == unit]
        told = [a.done_count for a in mine if a.done_count is not None]
        promised = sum(a.promised_count or 0 for a in mine)
        found.append(
            CountedUnit(
                unit, len(mine), promised, sum(told) if told else None, len(mine) - len(told)
            )
        )
    return found
