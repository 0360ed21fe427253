"""Stage 4, whose dates win: the heading over the promises, sentences, the page's title and lead."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from promises.page_import.drafts import DraftPeriod
from promises.page_import.periods import Span
from promises.page_import.result import Lines

Said = tuple[Span, Lines, bool]
"""Dates a sentence gives, the lines it stands on, and whether it prolongs the period."""


def settled_dates(
    draft: DraftPeriod, fallback: list[Said]
) -> tuple[str, dt.date | None, dt.date | None, list[int]]:
    """Label, first and last day, and the lines that gave them besides the heading's.

    ``fallback``: what the title and the lead say, for a period without dates of its own.
    """
    known = draft.validity if draft.span is not None else [*draft.validity, *fallback]
    said = [one for one in known if not one[2]]
    base, lines = _base(draft.span, said)
    starts_on, ends_on = base.starts_on, base.ends_on
    for span, where, _ in said:
        if base.is_open and ends_on is None and span.is_until:
            ends_on = span.ends_on
            lines += where
    for span, where, prolongs in known:
        if prolongs and span.ends_on and (ends_on is None or span.ends_on > ends_on):
            ends_on = span.ends_on
            lines += where
        if prolongs and starts_on is None and span.is_range:
            starts_on = span.starts_on
    if starts_on and ends_on and ends_on < starts_on:
        ends_on = None
    return base.label, starts_on, ends_on, lines


def _base(heading: Span | None, said: list[Said]) -> tuple[Span, list[int]]:
    """The heading's dates, made exact by a sentence that stays inside them."""
    best = _best([span for span, _, _ in said])
    lines = [line for span, where, _ in said if span is best for line in where]
    if heading is None or heading.is_empty:
        if best is not None:
            return best, lines
        return heading or Span("", None, None), []
    if best is not None and _refines(best, heading):
        return replace(best, label=heading.label), lines
    return heading, []


def _best(spans: list[Span]) -> Span | None:
    """A whole range before an open one, before a single year."""
    known = [span for span in spans if not span.is_empty]
    ranks: tuple[Callable[[Span], bool], ...] = (
        lambda span: span.is_range and span.is_exact and not span.is_open,
        lambda span: span.is_range and not span.is_open,
        lambda span: span.is_open,
        lambda span: not span.is_until,
        lambda span: True,
    )
    return next((span for fits in ranks for span in known if fits(span)), None)


def _refines(exact: Span, base: Span) -> bool:
    """ "18 november – 31 mars" inside the heading's years; what lies outside them disagrees."""
    if not exact.is_range or exact.is_broken or exact.starts_on is None:
        return False
    if exact.is_open:
        return not base.is_range and exact.starts_on.year == (
            base.starts_on.year if base.starts_on else 0
        )
    if not exact.is_exact or base.starts_on is None or base.is_exact:
        return False
    if base.ends_on is None:
        return exact.starts_on.year == base.starts_on.year
    if exact.ends_on is None:
        return False
    one_year = base.starts_on.year == base.ends_on.year
    starts_inside = base.starts_on <= exact.starts_on <= base.ends_on
    return starts_inside and (exact.ends_on <= base.ends_on or (one_year and not base.is_range))


def same_dates(first: Span, second: Span) -> bool:
    if first.is_empty or second.is_empty:
        return False
    return (first.starts_on, first.ends_on) == (second.starts_on, second.ends_on)
