"""Stage 4, periods: which dates a text names, and which of them are the period's.

A date that does not exist is ``None`` and never repaired.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace

from promises.page_import.words.numbers import MONTHS

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?:19|20)\d\d"
_TO = r"\s*(?:[–—‑−-]+|till och med|t\.?\s?o\.?\s?m\.?|fram till(?: och med)?|till)\s*"
_DAY = r"(?:den )?(?P<d{n}>\d{{1,2}})(?::?[ea])?"


def _full(n: int) -> str:
    """A day, a month and perhaps a year, or an ISO date, or 1/7 2023."""
    month, day = f"(?P<m{n}>{_MONTH})", _DAY.format(n=n)
    iso = rf"(?P<iso{n}>{_YEAR}-\d\d-\d\d)"
    slashed = rf"(?P<sd{n}>\d{{1,2}})/(?P<sm{n}>\d{{1,2}})(?:[ -](?P<sy{n}>{_YEAR}))?"
    named = rf"(?:{day} )?{month}(?:[ ,]+(?:år )?(?P<y{n}>{_YEAR}))?"
    return rf"(?:{iso}|{slashed}|{named}|(?P<yy{n}>{_YEAR}))"


_RANGE = re.compile(rf"\b{_full(1)}(?:{_TO}){_full(2)}(?![\w-])", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\b(?:mellan|under tiden) {_full(1)} och {_full(2)}(?![\w-])", re.IGNORECASE
)
_SHORT_RANGE = re.compile(rf"\b(?P<a>{_YEAR})\s?[–—/‑−-]\s?(?P<b>\d\d)\b(?![-/\d])")
_YEARS = re.compile(rf"\b(?P<a>{_YEAR})(?:\s?/\s?| och | samt )(?P<b>{_YEAR})\b")
_HALF = re.compile(rf"\b(?P<which>första|andra) halvåret (?:år )?(?P<year>{_YEAR})", re.IGNORECASE)
_QUARTER = re.compile(rf"\bkvartal (?P<which>[1-4]),? (?P<year>{_YEAR})", re.IGNORECASE)
_OPEN_END = (
    r"(?:,? (?:och )?(?:framåt|tills vidare|(?:fram )?till dess(?: att)? [^.,;()]{3,70}"
    r"|tills [^.,;()]{3,70}))?"
)
_FROM = re.compile(
    r"\b(?:från(?: och med)?|fr\.?\s?o\.?\s?m\.?|sedan|med start|med början|börja\w* gälla)"
    rf" (?:den )?(?:år )?{_full(1)}{_OPEN_END}",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    rf"\b{_full(1)}"
    r"(?: och (?:framåt|tills vidare)|,? tills vidare| ?[–—-](?: ?tills vidare)?(?=\s*(?:\Z|[).,])))",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:till och med|t\.?\s?o\.?\s?m\.?|fram till(?: och med)?|till och med utgången av|till"
    r"|löper ut(?: den)?|går ut(?: den)?|upphör(?: den)?|slutar(?: den)?"
    rf"|året ut) (?:år )?{_full(2)}",
    re.IGNORECASE,
)
_DAY_DATE = re.compile(
    rf"\b(?:den )?\d{{1,2}}(?::?[ea])? {_MONTH} {_YEAR}\b|\b{_YEAR}-\d\d-\d\d\b", re.IGNORECASE
)
_SINGLE = re.compile(rf"\b(?P<m1>{_MONTH}) (?P<y1>{_YEAR})\b", re.IGNORECASE)
_ONE_YEAR = re.compile(rf"(?<![\d./-])\b(?P<year>{_YEAR})\b(?![-/]\d)")
_ANY_YEAR = re.compile(rf"\b(?P<year>{_YEAR})\b")
_SEASON = re.compile(rf"\b(?:vår|sommar|höst|vinter)\w* (?P<year>{_YEAR})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """Dates named in a text. ``ends_on`` is None for an open end and for an impossible date."""

    label: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    is_range: bool = False
    is_exact: bool = False
    """By months or days, not by years alone."""
    is_open: bool = False
    is_broken: bool = False
    """It holds a date that does not exist."""
    is_until: bool = False
    is_day: bool = False
    """A single day: when something was written, signed or ends, never a period."""
    position: int = 0

    @property
    def is_empty(self) -> bool:
        return self.starts_on is None and self.ends_on is None


def find_spans(text: str) -> list[Span]:
    """Every period-like stretch of dates, in text order; longer readings win over shorter ones."""
    found: list[Span] = []
    taken: list[tuple[int, int]] = []
    if dayless := _dayless_with_year(text):
        found.append(dayless)
        taken.append((dayless.position, dayless.position + len(dayless.label)))
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            span = read(match)
            if span is not None:
                taken.append(match.span())
                found.append(span)
    return sorted(found, key=lambda span: span.position)


def _dayless_with_year(text: str) -> Span | None:
    """ "Hösten 2024 (1 september till 30 november)": the only year of the text is theirs."""
    years = {int(match["year"]) for match in _ANY_YEAR.finditer(text)}
    both = _SHORT_RANGE.search(text)
    match = _RANGE.search(text)
    if len(years) != 1 or match is None or _year(match, 1) or _year(match, 2):
        return None
    year = years.pop()
    last = both and _short_range(both)
    end = last.ends_on.year if last and last.ends_on else year
    span = find_dayless(text, (year, end))
    return replace(span, position=match.start()) if span and not _is_backwards(span) else None


def _is_backwards(span: Span) -> bool:
    return bool(span.starts_on and span.ends_on and span.starts_on > span.ends_on)


def find_dayless(text: str, years: tuple[int, int]) -> Span | None:
    """ "18 november – 31 mars" on a page whose heading says the years."""
    match = _RANGE.search(text) or _BETWEEN.search(text)
    if match is None or _year(match, 1) or _year(match, 2):
        return None
    starts = _date(match, 1, years[0], is_end=False)
    ends = _date(match, 2, years[1], is_end=True)
    broken = starts is None or ends is None
    return Span(match.group().strip(), starts, ends, is_range=True, is_exact=True, is_broken=broken)


def _range(match: re.Match[str]) -> Span | None:
    start_year, end_year = _year(match, 1), _year(match, 2)
    if end_year is None:
        end_year = start_year
    if end_year is None:
        return None
    is_exact = match["yy1"] is None or match["yy2"] is None
    starts = _date(match, 1, start_year or end_year, is_end=False)
    ends = _date(match, 2, end_year, is_end=True)
    if start_year is None and starts and ends and starts > ends:
        starts = _date(match, 1, end_year - 1, is_end=False)
    if starts and ends and starts > ends:
        return None
    return Span(
        match.group().strip(),
        starts,
        ends,
        is_range=True,
        is_exact=is_exact,
        is_broken=starts is None or ends is None,
        position=match.start(),
    )


def _year(match: re.Match[str], n: int) -> int | None:
    for group in (f"y{n}", f"yy{n}", f"sy{n}"):
        if value := match[group]:
            return int(value)
    iso: str | None = match[f"iso{n}"]
    return int(iso[:4]) if iso else None


def _date(match: re.Match[str], n: int, year: int, *, is_end: bool) -> dt.date | None:
    if iso := match[f"iso{n}"]:
        return _made(int(iso[:4]), int(iso[5:7]), int(iso[8:]))
    if month := match[f"sm{n}"]:
        return _made(year, int(month), int(match[f"sd{n}"]))
    if match[f"yy{n}"]:
        return dt.date(year, 12, 31) if is_end else dt.date(year, 1, 1)
    month_number = MONTHS[match[f"m{n}"].lower().rstrip(".")]
    if day := match[f"d{n}"]:
        return _made(year, month_number, int(day))
    return dt.date(year, month_number, _last_day(year, month_number) if is_end else 1)


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _short_range(match: re.Match[str]) -> Span | None:
    first = int(match["a"])
    last = first // 100 * 100 + int(match["b"])
    if not first < last <= first + 10:
        return None
    return _years_span(match, first, last)


def _two_years(match: re.Match[str]) -> Span | None:
    first, last = int(match["a"]), int(match["b"])
    return _years_span(match, first, last) if first < last <= first + 10 else None


def _years_span(match: re.Match[str], first: int, last: int, *, is_range: bool = True) -> Span:
    start, end = dt.date(first, 1, 1), dt.date(last, 12, 31)
    return Span(match.group(), start, end, is_range=is_range, position=match.start())


def _half(match: re.Match[str]) -> Span:
    year, is_first = int(match["year"]), match["which"].lower() == "första"
    start, end = ((1, 1), (6, 30)) if is_first else ((7, 1), (12, 31))
    return _part_of_year(match, year, start, end)


def _quarter(match: re.Match[str]) -> Span:
    year, last = int(match["year"]), int(match["which"]) * 3
    return _part_of_year(match, year, (last - 2, 1), (last, _last_day(year, last)))


def _part_of_year(
    match: re.Match[str], year: int, start: tuple[int, int], end: tuple[int, int]
) -> Span:
    return Span(
        match.group(),
        dt.date(year, *start),
        dt.date(year, *end),
        is_range=True,
        is_exact=True,
        position=match.start(),
    )


def _open(match: re.Match[str]) -> Span | None:
    year = _year(match, 1)
    if year is None:
        return None
    starts = _date(match, 1, year, is_end=False)
    return Span(
        match.group().strip(),
        starts,
        None,
        is_range=True,
        is_exact=match["yy1"] is None,
        is_open=True,
        is_broken=starts is None,
        position=match.start(),
    )


def _until(match: re.Match[str]) -> Span | None:
    year = _year(match, 2)
    if year is None:
        return None
    ends = _date(match, 2, year, is_end=True)
    return Span(
        match.group().strip(),
        None,
        ends,
        is_exact=match["yy2"] is None,
        is_until=True,
        is_broken=ends is None,
        position=match.start(),
    )


def _month(match: re.Match[str]) -> Span:
    year, month = int(match["y1"]), MONTHS[match["m1"].lower().rstrip(".")]
    return _part_of_year(match, year, (month, 1), (month, _last_day(year, month)))


def _one_year(match: re.Match[str]) -> Span:
    year = int(match["year"])
    return _years_span(match, year, year, is_range=False)


def _day(match: re.Match[str]) -> Span:
    return Span(match.group(), None, None, position=match.start(), is_day=True)


def _season(match: re.Match[str]) -> Span:
    return Span(match.group(), None, None, position=match.start())


_READERS = (
    (_RANGE, _range),
    (_BETWEEN, _range),
    (_SHORT_RANGE, _short_range),
    (_YEARS, _two_years),
    (_HALF, _half),
    (_QUARTER, _quarter),
    (_FROM, _open),
    (_ONWARD, _open),
    (_UNTIL, _until),
    (_DAY_DATE, _day),
    (_SINGLE, _month),
    (_SEASON, _season),
    (_ONE_YEAR, _one_year),
)
