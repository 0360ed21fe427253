"""Searching: from what was typed to what is shown. At most three queries in all, and one of those is the
caller's, for the places: what stands exactly, and only where nothing does, what is like it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString

from portal import swedish
from portal.models import SearchEntry
from portal.models.search_entry import NEWEST, SearchEntryQuerySet
from portal.search_extracts import extract, marked
from portal.search_words import Term
from portal.written import Guess, Written, instead

PER_PAGE = 20
MOST_NEAR = 10
ALIKE_ENOUGH = 0.45
"""Of a word: closeness under which it is no typing error but another word."""


@dataclass(frozen=True)
class Hit:
    entry: SearchEntry
    terms: Sequence[Term]

    @cached_property
    def title(self) -> SafeString:
        return marked(self.entry.title, self.terms)

    @cached_property
    def statement(self) -> SafeString:
        """Where the title does not say it already."""
        entry = self.entry
        return marked("" if entry.title == entry.statement[:300] else entry.statement, self.terms)

    @cached_property
    def extract(self) -> SafeString:
        texts = [self.entry.body, self.entry.background]
        return extract(texts, self.terms, or_beginning=not self.entry.statement)


@dataclass(frozen=True)
class Found:
    """``total`` counts what stands exactly; the hits are a page of them, or, where there are none, the
    nearest. ``instead`` is what may have been meant."""

    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    number: int = 1
    is_near: bool = False
    instead: str = ""

    @property
    def is_more_than_ranked(self) -> bool:
        return self.total > NEWEST

    @property
    def count_words(self) -> str:
        """Never more than are ranked: the page says "fler än" before it."""
        if self.is_more_than_ranked:
            return swedish.number(NEWEST)
        return swedish.sentence_case("en" if self.total == 1 else swedish.count_word(self.total))

    @property
    def pages(self) -> int:
        return -(-self.total // PER_PAGE)

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1 if self.number < self.pages else 0


def find(entries: SearchEntryQuerySet, terms: Sequence[Term], *, number: int) -> Found:
    """Page ``number`` of the given entries. A page past the last is the first: nothing else is known of it
    without another query."""
    exact: Any = entries.matching(terms)
    rows = list(exact[(number - 1) * PER_PAGE : number * PER_PAGE])
    if not rows and number > 1:
        number, rows = 1, list(exact[:PER_PAGE])
    if rows:
        hits = [Hit(row, terms) for row in rows]
        return Found(hits=hits, total=rows[0].total, number=number)
    return _nearest(entries, terms) if terms else Found()


def _nearest(entries: SearchEntryQuerySet, terms: Sequence[Term]) -> Found:
    rows: list[Any] = list(entries.nearest(terms)[:MOST_NEAR])
    best = max((row.closeness for row in rows), default=0.0)
    if best < ALIKE_ENOUGH:
        return Found(is_near=True)
    kept = [row for row in rows if row.closeness > best - ALIKE_ENOUGH / 2]
    guesses = [Guess.of(Written.of([*row.texts, row.keywords]), terms) for row in kept]
    # All words of a guess stand in one row, so whoever asks for them has a hit: no query to make sure.
    return Found(
        hits=[
            Hit(row, [*terms, *map(Term.of, filter(None, guess.words))])
            for row, guess in zip(kept, guesses, strict=True)
        ],
        is_near=True,
        instead=instead(guesses),
    )
