"""The editor's corrections of what a pasted page means: lines taken away, and placed elsewhere. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from promises.admin.paste_units import Unit
from promises.page_import import ImportedPage
from promises.page_import.drafts import theme_of
from promises.page_import.goals import find_goals
from promises.page_import.names import people_in
from promises.page_import.result import (
    ImportedAction,
    ImportedArea,
    ImportedContact,
    ImportedGoal,
    ImportedPeriod,
    ImportedPromise,
    ImportedSignatory,
    ImportedText,
    page_of,
)
from promises.page_import.texts import key

NOTHING, PROMISE, CONTACT = "inget", "lofte", "kontakt"
AREA, SIGNATORY = "omrade", "undertecknare"
ACTION, RATIONALE, GOAL = "insats", "bakgrund", "mal"
_CHOICE = re.compile(
    rf"{NOTHING}|{PROMISE}|{CONTACT}|{AREA}|{SIGNATORY}|(?:{ACTION}|{RATIONALE}|{GOAL}):[0-9]{{1,7}}"
)
_MORE = re.compile(r"\b(?:fler|mer|öka\w*|höj\w*|stärk\w*|högre|tryggare)\b", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–—•*·▪]|\d{1,3}[.)])\s+")
_PHONE = re.compile(r"(?:\+46|0|1\d\d)[\d\s/–-]{2,16}\d")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def is_choice(value: str) -> bool:
    return _CHOICE.fullmatch(value) is not None


def corrected(
    page: ImportedPage, units: Sequence[Unit], choices: Mapping[int, str]
) -> tuple[ImportedPage, list[str]]:
    """The page with each chosen unit where the editor wants it, and what could not be done."""
    moved = [(unit, choices[unit.number]) for unit in units if unit.number in choices]
    gone = {number for unit, _choice in moved for number in unit.numbers}
    said = frozenset(key(line.meaning) for unit, _choice in moved for line in unit.lines)
    periods = [_period_without(period, gone, said) for period in page.periods]
    contacts = list(_kept(page.contacts, gone))
    problems: list[str] = []
    for unit in (unit for unit, choice in moved if choice == AREA):
        _add_area(periods, unit)  # first: promises go under the heading above them
    for unit, choice in moved:
        if choice == PROMISE:
            _add_promise(periods, unit)
        elif choice == SIGNATORY and not _add_signatory(periods, unit):
            problems.append(
                f"Rad {unit.number}: en undertecknare behöver namn och titel på samma rad, "
                "med komma mellan."
            )
        elif choice == CONTACT:
            contact = _contact(unit)
            if contact.phone or contact.email:
                contacts.append(contact)
            else:
                problems.append(
                    f"Rad {unit.number}: en kontakt behöver telefon eller e-post på samma rad."
                )
    for unit, choice in moved:
        what, _colon, at = choice.partition(":")
        if at and not _add_to_promise(periods, unit, what, int(at)):
            problems.append(f"Rad {unit.number}: löftet på rad {at} finns inte längre.")
    addresses = _kept(page.addresses, gone)
    left = tuple(period for period in periods if any(period.all_lines()))
    return page_of(page.lines, left, tuple(contacts), addresses), problems


# --- Taking away -----------------------------------------------------------------------------


def _kept[Thing: Any](things: tuple[Thing, ...], gone: set[int]) -> tuple[Thing, ...]:
    """What still has a line to stand on."""
    found: list[Thing] = []
    for thing in things:
        lines = tuple(number for number in thing.lines if number not in gone)
        if lines or not thing.lines:
            found.append(thing if lines == thing.lines else replace(thing, lines=lines))
    return tuple(found)


def _text_without(text: ImportedText, gone: set[int], said: frozenset[str]) -> ImportedText:
    if not gone.intersection(text.lines):
        return text
    lines = tuple(number for number in text.lines if number not in gone)
    if not lines:
        return ImportedText()
    return ImportedText(tuple(p for p in text.paragraphs if key(p) not in said), lines)


def _period_without(period: ImportedPeriod, gone: set[int], said: frozenset[str]) -> ImportedPeriod:
    def area(one: ImportedArea) -> ImportedArea:
        rationale = _text_without(one.rationale, gone, said)
        return replace(one, rationale=rationale, evidence=_kept(one.evidence, gone))

    def promise(one: ImportedPromise) -> ImportedPromise:
        return replace(
            one,
            area=one.area if one.area in headings else None,
            rationale=_text_without(one.rationale, gone, said),
            evidence=_kept(one.evidence, gone),
            goals=_kept(one.goals, gone),
            actions=_kept(one.actions, gone),
            follow_up_plans=_kept(one.follow_up_plans, gone),
        )

    areas = tuple(area(one) for one in _kept(period.areas, gone))
    headings = {one.heading for one in areas}
    return replace(
        period,
        lines=tuple(number for number in period.lines if number not in gone),
        areas=areas,
        promises=tuple(promise(one) for one in _kept(period.promises, gone)),
        actions=_kept(period.actions, gone),
        signatories=_kept(period.signatories, gone),
        follow_up_plans=_kept(period.follow_up_plans, gone),
        introduction=_text_without(period.introduction, gone, said),
        how_they_came_about=_text_without(period.how_they_came_about, gone, said),
        summary=_text_without(period.summary, gone, said),
    )


# --- Placing ---------------------------------------------------------------------------------


def _text(unit: Unit) -> str:
    return _BULLET.sub("", unit.text)


def _nearest(periods: list[ImportedPeriod], unit: Unit) -> int:
    """Which period the unit stands in: the one that began last above it."""
    if not periods:
        periods.append(ImportedPeriod(label="", starts_on=None, ends_on=None, kind="promises"))
    starts = [min(period.all_lines(), default=0) for period in periods]
    above = [index for index, start in enumerate(starts) if start <= unit.number]
    return max(above, key=lambda index: starts[index], default=0)


def _add_promise(periods: list[ImportedPeriod], unit: Unit) -> None:
    """In the period and under the area that stand nearest above."""
    at = _nearest(periods, unit)
    period = periods[at]
    headings = [area for area in period.areas if area.lines and area.lines[0] < unit.number]
    area = max(headings, key=lambda one: one.lines[0], default=None)
    made = ImportedPromise(
        statement=_text(unit),
        area=area.heading if area else None,
        parties=(),
        lines=unit.numbers,
    )
    promises = sorted([*period.promises, made], key=lambda one: one.lines[:1])
    periods[at] = replace(period, promises=tuple(promises))


def _add_area(periods: list[ImportedPeriod], unit: Unit) -> None:
    """A heading over the promises from there to the next one. What is called the same is the same."""
    at, heading = _nearest(periods, unit), _text(unit).rstrip(" :")
    period = periods[at]
    starts = [area.lines[0] for area in period.areas if area.lines]
    end = min((start for start in starts if start > unit.number), default=None)

    def under(promise: ImportedPromise) -> ImportedPromise:
        first = promise.lines[0] if promise.lines else 0
        is_under = first > unit.number and (end is None or first < end)
        return replace(promise, area=heading) if is_under else promise

    areas = list(period.areas)
    same = next((one for one in areas if key(one.heading) == key(heading)), None)
    if same is None:
        areas.append(ImportedArea(heading, theme_of(heading), unit.numbers))
    else:
        heading = same.heading
        areas[areas.index(same)] = replace(same, lines=tuple(sorted(same.lines + unit.numbers)))
    areas.sort(key=lambda one: one.lines[:1])
    promises = tuple(under(promise) for promise in period.promises)
    periods[at] = replace(period, areas=tuple(areas), promises=promises)


def _add_signatory(periods: list[ImportedPeriod], unit: Unit) -> bool:
    """False where no name and title can be told apart."""
    text = _text(unit)
    people = [(person.name, person.title) for person in people_in(text)]
    if not people:
        name, _comma, title = (part.strip() for part in text.partition(","))
        if not (name and title):
            return False
        people = [(name, title)]
    at = _nearest(periods, unit)
    made = tuple(ImportedSignatory(name, title, unit.numbers) for name, title in people)
    periods[at] = replace(periods[at], signatories=periods[at].signatories + made)
    return True


def _add_to_promise(periods: list[ImportedPeriod], unit: Unit, what: str, at: int) -> bool:
    for number, period in enumerate(periods):
        for index, promise in enumerate(period.promises):
            if promise.lines[:1] == (at,):
                changed = _with(promise, unit, what, is_outcome=period.kind == "outcome")
                promises = (*period.promises[:index], changed, *period.promises[index + 1 :])
                periods[number] = replace(period, promises=promises)
                return True
    return False


def _with(promise: ImportedPromise, unit: Unit, what: str, *, is_outcome: bool) -> ImportedPromise:
    if what == RATIONALE:
        added = ImportedText((_text(unit),), unit.numbers)
        return replace(promise, rationale=promise.rationale + added, has_rationale=True)
    if what == GOAL:
        return replace(promise, goals=promise.goals + _goals(unit))
    action = ImportedAction(
        text=_text(unit), lines=unit.numbers, status="done" if is_outcome else "planned"
    )
    actions = sorted([*promise.actions, action], key=lambda one: one.lines[:1])
    return replace(promise, actions=tuple(actions))


def _goals(unit: Unit) -> tuple[ImportedGoal, ...]:
    """With the figures that the line has; without any it only says in what direction."""
    text = _text(unit)
    if found := find_goals(text, unit.numbers, is_labelled=True):
        return tuple(found)
    is_up = _MORE.search(text) is not None
    return (ImportedGoal(text.rstrip("."), "up" if is_up else "down", lines=unit.numbers),)


def _contact(unit: Unit) -> ImportedContact:
    """What stands beside the number and the address is what the contact is called."""
    text = _text(unit)
    phone, email = _PHONE.search(text), _EMAIL.search(text)
    name = _EMAIL.sub(" ", _PHONE.sub(" ", text))
    name = re.sub(r"\b(?:tel(?:efon)?|e-?post|mejl|mobil)\b\.?:?", " ", name, flags=re.IGNORECASE)
    return ImportedContact(
        name=None,
        title=" ".join(name.split()).strip(" ,;:–-") or None,
        phone=phone.group().strip() if phone else None,
        email=email.group() if email else None,
        lines=unit.numbers,
    )
