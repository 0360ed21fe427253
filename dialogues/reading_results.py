"""Published results of a survey as a reader meets them: rows of tables, their pictures, and what lies
between two years. No queries."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from django.urls import reverse
from django.utils.safestring import SafeString

from dialogues.documents import Breakdown, Group, QuestionResult, Results, Table
from dialogues.results.comparing import Comparison, compare, share
from dialogues.results.pictures import bar_chart, comparison_chart, group_words
from portal import swedish


@dataclass(frozen=True)
class Earlier:
    """The public results of another dialogue of the same place, held before this one."""

    title: str
    starts_on: dt.date
    url: str
    results: Results

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """From what ``DialogueEditionQuerySet.with_earlier_results`` adds."""
        return cls(
            values["title"],
            dt.date.fromisoformat(values["starts_on"]),
            reverse("dialogues:dialogue_detail", args=[values["place"], values["slug"]]),
            Results.model_validate(values["results"]),
        )


@dataclass(frozen=True)
class Row:
    """A group of a table with its counts and, in words, their shares: one count, or now and before."""

    label: str
    cells: tuple[tuple[int, str], ...]


def cell(count: int, total: int) -> tuple[int, str]:
    return count, swedish.quantity(share(count, total), "%")


@dataclass(frozen=True)
class ComparisonReading:
    """``now`` and ``before`` are the words for the two times: the years, where these differ."""

    comparison: Comparison
    earlier: Earlier
    starts_on: dt.date
    name: str

    @property
    def times(self) -> tuple[str, str]:
        if self.starts_on.year != self.earlier.starts_on.year:
            return str(self.starts_on.year), str(self.earlier.starts_on.year)
        return swedish.date(self.starts_on), swedish.date(self.earlier.starts_on)

    @property
    def rows(self) -> list[Row]:
        found = self.comparison
        return [
            Row(
                group_words(row.labels),
                (cell(row.now, found.total_now), cell(row.before, found.total_before)),
            )
            for row in found.rows
        ]

    @property
    def picture(self) -> SafeString:
        now, before = self.times
        title = f"{self.comparison.text} {now} och {before}"
        return comparison_chart(
            self.comparison, title=title, name=self.name, now=now, before=before
        )


@dataclass(frozen=True)
class BreakdownReading:
    """One row per background group, one column per answer."""

    breakdown: Breakdown

    @property
    def columns(self) -> list[str]:
        return [group_words(group.labels) for group in self.breakdown.tables[0].groups]

    @property
    def rows(self) -> list[tuple[str, int, list[tuple[str, int, str]]]]:
        """Label, how many, and per column its words, count and share."""
        return [
            (group_words(table.among), table.total, [self._cell(g, table) for g in table.groups])
            for table in self.breakdown.tables
        ]

    @staticmethod
    def _cell(group: Group, table: Table) -> tuple[str, int, str]:
        return group_words(group.labels), *cell(group.count, table.total)


@dataclass(frozen=True)
class QuestionResultReading:
    result: QuestionResult
    number: int
    compared: ComparisonReading | None = None

    @property
    def anchor(self) -> str:
        return f"fraga-{self.number}"

    @property
    def rows(self) -> list[Row]:
        table = self.result.table
        if table is None:
            return []
        return [
            Row(group_words(group.labels), (cell(group.count, table.total),))
            for group in table.groups
        ]

    @property
    def is_merged(self) -> bool:
        """Some of its rows stand for several answers."""
        table = self.result.table
        return table is not None and any(len(group.labels) > 1 for group in table.groups)

    @property
    def hidden(self) -> str:
        table = self.result.table
        return swedish.join_words(f"”{label}”" for label in table.hidden) if table else ""

    @property
    def picture(self) -> SafeString | str:
        """Of this time alone, where no picture of two times tells the same and more."""
        table = self.result.table
        is_in_comparison = self.compared is not None and self.compared.comparison.rows
        if table is None or not table.groups or is_in_comparison:
            return ""
        return bar_chart(table, title=self.result.text, name=f"bild-{self.number}")

    @property
    def breakdowns(self) -> list[BreakdownReading]:
        return [BreakdownReading(found) for found in self.result.breakdowns if found.tables]


@dataclass(frozen=True)
class ResultsReading:
    results: Results
    starts_on: dt.date
    earlier: tuple[Earlier, ...] = ()

    @cached_property
    def questions(self) -> list[QuestionResultReading]:
        """Each beside the newest earlier time that it was asked."""
        told: set[str] = set()
        found = []
        for number, result in enumerate(self.results.questions, 1):
            compared = None if result.key in told else self._compared.get(result.key)
            told.add(result.key)
            beside = (
                ComparisonReading(*compared, self.starts_on, f"jamforelse-{number}")
                if compared
                else None
            )
            found.append(QuestionResultReading(result, number, beside))
        return found

    @cached_property
    def _compared(self) -> dict[str, tuple[Comparison, Earlier]]:
        """By the question's key; of several earlier times the newest."""
        found: dict[str, tuple[Comparison, Earlier]] = {}
        for earlier in self.earlier:
            for comparison in compare(self.results, earlier.results):
                found.setdefault(comparison.key, (comparison, earlier))
        return found
