"""Stage 4, quantities: a number with what it is a number of, and shares told in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promises.page_import.figures import Number, is_label, numbers_in, value_of
from promises.page_import.words import quantities as words


@dataclass(frozen=True, slots=True)
class Quantity:
    value: Number
    unit: str | None
    start: int
    end: int
    """After the unit."""
    is_share: bool = False
    """In percent, or told as "var fjärde"."""
    is_fraction: bool = False
    """ "En tredjedel", "hälften": of what was."""


def quantities_in(sentence: str) -> list[Quantity]:
    """In text order; years, ages, times and numbers of things' names are none."""
    shares = list(_shares(sentence))
    taken = [(one.start, one.end) for one in shares]
    plain = [
        one
        for one in _measured(sentence)
        if not any(start <= one.start < end for start, end in taken)
    ]
    return sorted([*shares, *plain], key=lambda one: one.start)


def _measured(sentence: str) -> Iterator[Quantity]:
    for figure in numbers_in(sentence):
        if percent := words.PERCENT.match(sentence, figure.end):
            name = unit_name(percent["unit"])
            yield Quantity(figure.value, name, figure.start, percent.end(), is_share=True)
            continue
        is_article = sentence[figure.start : figure.end].lower() in ("en", "ett")
        if is_article or is_year(sentence, figure.start, figure.end):
            continue
        if is_label(sentence, figure):
            continue
        if words.NOT_MEASURED.match(sentence, figure.end):
            continue
        found = _unit_at(sentence, figure.end)
        unit, end = (found["unit"], found.end()) if found else (None, figure.end)
        yield Quantity(figure.value, unit, figure.start, end)


def _unit_at(sentence: str, end: int) -> re.Match[str] | None:
    if found := words.MEASURE.match(sentence, end):
        return found
    if words.NO_UNIT.match(sentence, end):
        return None
    return words.CRIME.match(sentence, end) or words.NOUN.match(sentence, end)


def _shares(sentence: str) -> Iterator[Quantity]:
    """ "Var fjärde", "nio av tio", "en tredjedel", "hälften", as percent."""
    for found in words.EVERY_NTH.finditer(sentence):
        value = words.NTH[found["nth"].lower()]
        yield Quantity(value, "%", found.start(), found.end(), is_share=True)
    for found in words.PART_OF.finditer(sentence):
        part, whole = value_of(found["part"]), value_of(found["whole"])
        if 0 < part < whole:
            value = round(100 * part / whole)
            yield Quantity(value, "%", found.start(), found.end(), is_share=True)
    for found in words.FRACTION.finditer(sentence):
        value = words.FRACTIONS[found["fraction"].lower()]
        yield Quantity(value, "%", found.start(), found.end(), is_share=True, is_fraction=True)


def is_year(sentence: str, start: int, end: int) -> bool:
    return words.YEAR.fullmatch(sentence[start:end]) is not None


def unit_name(unit: str) -> str:
    return "%" if unit == "%" or unit.lower() == "procent" else unit
