"""What was recognised beside the original: the page's lines in units, each with what it became. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from promises.page_import import ImportedPage
from promises.page_import.lines import Line
from promises.page_import.result import ImportedPeriod, ImportedPromise

SHORT = 60
NEAR_BEFORE, NEAR_AFTER = 3, 2


@dataclass(frozen=True)
class Claim:
    """One thing of the page and the lines it stands on. Prose stands line by line, so that a single
    paragraph can be moved."""

    words: str
    lines: tuple[int, ...]
    is_prose: bool = False


@dataclass(frozen=True)
class Unit:
    """Lines that belong together: a wrapped sentence is one unit."""

    lines: tuple[Line, ...]

    @property
    def number(self) -> int:
        return self.lines[0].number

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(line.number for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(line.meaning for line in self.lines)


def units_of(page: ImportedPage) -> list[Unit]:
    claims = list(claims_of(page))
    held: dict[int, list[int]] = {line.number: [] for line in page.lines}
    prose: set[int] = set()
    for index, claim in enumerate(claims):
        for number in claim.lines:
            held.setdefault(number, []).append(index)
            if claim.is_prose:
                prose.add(number)

    def belongs(line: Line) -> tuple[object, ...]:
        alone = line.number in prose or not held[line.number]
        return ("alone", line.number) if alone else tuple(held[line.number])

    return [Unit(tuple(lines)) for _key, lines in groupby(page.lines, key=belongs)]


def became(page: ImportedPage) -> dict[int, list[str]]:
    """Line → what it became, in words. A line that is missing was not placed."""
    found: dict[int, list[str]] = {}
    for claim in claims_of(page):
        for number in claim.lines:
            words = found.setdefault(number, [])
            if claim.words not in words:
                words.append(claim.words)
    return found


def promises_near(page: ImportedPage, number: int) -> list[tuple[int, str]]:
    """The promises around a line, as (first line, first words): those that it may belong to."""
    all_of_them = sorted(
        (promise.lines[0], short(promise.statement))
        for period in page.periods
        for promise in period.promises
        if promise.lines
    )
    before = [one for one in all_of_them if one[0] < number][-NEAR_BEFORE:]
    after = [one for one in all_of_them if one[0] > number][:NEAR_AFTER]
    return [*reversed(before), *after]


def claims_of(page: ImportedPage) -> Iterator[Claim]:
    for period in page.periods:
        yield from _of_period(period)
    for contact in page.contacts:
        yield Claim(f"Kontakt: {contact.name or contact.title or ''}".rstrip(": "), contact.lines)
    for address in page.addresses:
        yield Claim(f"Postadress till {address.organisation}", address.lines)


def _of_period(period: ImportedPeriod) -> Iterator[Claim]:
    label = period.label or "utan angiven tid"
    yield Claim(f"Period {label}", period.lines)
    for area in period.areas:
        yield Claim(f"Område: {area.heading}", area.lines)
        yield Claim(f"Bakgrund till området {area.heading}", area.rationale.lines, is_prose=True)
        yield from _facts(area.evidence)
    for promise in period.promises:
        yield from _of_promise(promise, label)
    for action in period.actions:
        yield Claim(f"Insats för hela perioden {label}", action.lines)
    for signatory in period.signatories:
        yield Claim(f"Undertecknare: {signatory.name}", signatory.lines)
    for plan in period.follow_up_plans:
        yield Claim("Plan för uppföljningen", plan.lines)
    yield Claim("Så togs löftena fram", period.introduction.lines, is_prose=True)
    yield Claim("Så togs löftena fram", period.how_they_came_about.lines, is_prose=True)
    yield Claim(f"Så gick det {label}", period.summary.lines, is_prose=True)


def _of_promise(promise: ImportedPromise, label: str) -> Iterator[Claim]:
    name = short(promise.statement)
    yield Claim(f"Löfte, period {label}", promise.lines)
    yield Claim(f"Bakgrund till löftet ”{name}”", promise.rationale.lines, is_prose=True)
    yield from _facts(promise.evidence)
    for goal in promise.goals:
        yield Claim(f"Mål: {short(goal.indicator)}", goal.lines, is_prose=True)
    for plan in promise.follow_up_plans:
        yield Claim("Plan för uppföljningen", plan.lines, is_prose=True)
    for action in promise.actions:
        yield Claim(f"Insats under löftet ”{name}”", action.lines)


def _facts(evidence: Iterable[object]) -> Iterator[Claim]:
    for one in evidence:
        figure, unit = getattr(one, "figure", ""), getattr(one, "unit", "")
        words = f"Underlag: {figure} {unit}".replace(".", ",").rstrip()
        yield Claim(words, getattr(one, "lines", ()), is_prose=True)


def short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"
