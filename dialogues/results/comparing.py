"""This year's results beside an earlier year's. Only what is published of each is looked at, so nothing new
can be found out; and the two tables are about different answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialogues.documents import QuestionResult, Results, Table
from dialogues.enums import QuestionKind
from dialogues.results.cells import not_asked


@dataclass(frozen=True)
class ComparedRow:
    """``now`` and ``before`` are counts of the totals in ``Comparison``."""

    labels: tuple[str, ...]
    now: int
    before: int


@dataclass(frozen=True)
class Comparison:
    """A question with the same key both times. Either ``rows``, or ``why_not`` in a plain sentence."""

    key: str
    text: str
    text_before: str
    kind: QuestionKind
    total_now: int = 0
    total_before: int = 0
    rows: tuple[ComparedRow, ...] = ()
    why_not: str = ""


def share(count: int, total: int) -> int:
    """Whole percent, halves upwards. Never decimals: they would tell more than the counts do."""
    return (200 * count + total) // (2 * total) if total else 0


def compare(now: Results, before: Results) -> tuple[Comparison, ...]:
    """The questions asked both times, in this year's order; of several wordings the newest counts."""
    earlier = newest_wordings(before)
    return tuple(
        compare_question(question, earlier[key])
        for key, question in newest_wordings(now).items()
        if key in earlier
    )


def newest_wordings(results: Results) -> dict[str, QuestionResult]:
    found: dict[str, QuestionResult] = {}
    for question in results.questions:
        found.setdefault(question.key, question)
    return found


def compare_question(now: QuestionResult, before: QuestionResult) -> Comparison:
    rows = common_rows(now, before)
    why_not = reason_against(now, before) or (
        "" if rows else _("Grupperna är för små för att jämföras.")
    )
    return Comparison(
        key=now.key,
        text=now.text,
        text_before=before.text,
        kind=now.kind,
        total_now=now.table.total if now.table else 0,
        total_before=before.table.total if before.table else 0,
        rows=() if why_not else rows,
        why_not=why_not,
    )


def reason_against(now: QuestionResult, before: QuestionResult) -> str:
    if now.text != before.text:
        words = _("Frågan löd annorlunda förra gången (”%(text)s”), så svaren kan inte jämföras.")
        return words % {"text": before.text}
    if now.table is None or before.table is None:
        return _("Grupperna är för små för att jämföras.")
    labels = [labels_of(now.table), labels_of(before.table)]
    if not_asked() in labels[0] | labels[1]:
        return _("Alla fick inte frågan i samma lydelse, så svaren kan inte jämföras.")
    if now.kind != before.kind or now.unit != before.unit or labels[0] != labels[1]:
        return _("Svarsvalen var andra förra gången, så svaren kan inte jämföras.")
    return ""


def labels_of(table: Table) -> set[str]:
    return {label for group in table.groups for label in group.labels} | set(table.hidden)


def common_rows(now: QuestionResult, before: QuestionResult) -> tuple[ComparedRow, ...]:
    """The finest groups that are whole groups both times."""
    if now.table is None or before.table is None:
        return ()
    counts = [
        {label: group.count for group in table.groups for label in group.labels[:1]}
        for table in (now.table, before.table)
    ]
    if now.kind == QuestionKind.MULTIPLE:
        return tuple(
            ComparedRow((label,), count, counts[1][label])
            for label, count in counts[0].items()
            if label in counts[1]
        )
    order = [label for group in now.table.groups for label in group.labels]
    rows = tuple(
        ComparedRow(
            labels,
            *(sum(count for label, count in one.items() if label in labels) for one in counts),
        )
        for labels in wider_groups([now.table, before.table], order)
    )
    return rows if len(rows) > 1 else ()


def wider_groups(tables: Sequence[Table], order: list[str]) -> list[tuple[str, ...]]:
    """Labels that stand together in any of the tables, put together, in the first table's order."""
    found: list[set[str]] = []
    for table in tables:
        for group in table.groups:
            touched = [one for one in found if not one.isdisjoint(group.labels)]
            found = [one for one in found if one not in touched]
            found.append(set(group.labels).union(*touched))
    groups = [tuple(label for label in order if label in one) for one in found]
    return sorted((group for group in groups if group), key=lambda group: order.index(group[0]))
