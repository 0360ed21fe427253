"""What a page says: the meaning that stage 4 hands to the rows.

Every text is verbatim from the page, but for bullets, wrapped line ends and invisible marks; nothing is
made up. Each thing knows the lines it stands on, so that every line is accounted for.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal, Protocol

from promises.page_import.lines import Line
from promises.page_import.parties import Parties
from promises.page_import.result_people import ImportedAddress as ImportedAddress
from promises.page_import.result_people import ImportedContact as ImportedContact
from promises.page_import.result_people import ImportedSignatory as ImportedSignatory
from promises.page_import.texts import tidy

Number = int | float
PeriodKind = Literal["promises", "outcome", "both"]
Status = Literal["planned", "ongoing", "done", "partly", "not_done"]
Reason = Literal[
    "",
    "pandemic",
    "resources",
    "changed_priorities",
    "waiting_for_data",
    "other_party",
    "weather_or_event",
    "not_stated",
]
Change = Literal["relative", "absolute", "level", "up", "down"]
Lines = tuple[int, ...]
Json = dict[str, Any]


class Placed(Protocol):
    @property
    def lines(self) -> Lines: ...


def lines_of(*parts: Iterable[Placed]) -> Iterator[int]:
    return chain.from_iterable(part.lines for some in parts for part in some)


@dataclass(frozen=True, slots=True)
class ImportedText:
    """Prose, one paragraph each, with the lines it stands on."""

    paragraphs: tuple[str, ...] = ()
    lines: Lines = ()

    def __bool__(self) -> bool:
        return bool(self.paragraphs)

    def __add__(self, other: "ImportedText") -> "ImportedText":
        return ImportedText(self.paragraphs + other.paragraphs, self.lines + other.lines)


@dataclass(frozen=True, slots=True)
class ImportedEvidence:
    """A figure that a rationale cites, with the sentence it stands in."""

    figure: Number
    unit: str
    year: int | None
    text: str
    source: str = ""
    lines: Lines = ()


@dataclass(frozen=True, slots=True)
class ImportedGoal:
    """``target_value`` is signed when it is a change, plain when ``change`` is "level"."""

    indicator: str
    change: Change
    baseline_value: Number | None = None
    baseline_year: int | None = None
    target_value: Number | None = None
    unit: str | None = None
    deadline: dt.date | None = None
    lines: Lines = ()

    def as_json(self) -> Json:
        return {
            "baseline_value": self.baseline_value,
            "baseline_year": self.baseline_year,
            "target_value": self.target_value,
            "unit": self.unit,
        }


@dataclass(frozen=True, slots=True)
class ImportedAction:
    text: str
    lines: Lines
    lead: Parties = ()
    partners: Parties = ()
    place: str = ""
    promised_count: Number | None = None
    done_count: Number | None = None
    status: Status = "planned"
    reason: Reason = ""
    reason_text: str = ""
    doubt: str = ""
    """What the reader was not sure of, for the editor (``doubts``); not in the JSON."""
    told_under: str = ""
    """The area's heading where it stands, also when it belongs to no promise there; not in the JSON."""

    def as_json(self) -> Json:
        return {
            "text": self.text,
            "lead": list(self.lead),
            "promised_count": self.promised_count,
            "done_count": self.done_count,
            "status": self.status,
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class ImportedFollowUpPlan:
    text: str
    due_on: dt.date | None = None
    due_year: int | None = None
    """When the page gives no day: "CAN:s rapport 2023"."""
    lines: Lines = ()


@dataclass(frozen=True, slots=True)
class ImportedPromise:
    statement: str
    area: str | None
    parties: Parties
    lines: Lines
    rationale: ImportedText = ImportedText()
    has_rationale: bool = False
    """Also when the background stands at the area."""
    follow_up_plans: tuple[ImportedFollowUpPlan, ...] = ()
    has_follow_up: bool = False
    """Also when the plan is the whole period's."""
    evidence: tuple[ImportedEvidence, ...] = ()
    goals: tuple[ImportedGoal, ...] = ()
    actions: tuple[ImportedAction, ...] = ()
    doubt: str = ""

    def as_json(self) -> Json:
        return {
            "area": self.area,
            "statement": self.statement,
            "parties": list(self.parties),
            "rationale": self.has_rationale,
            "follow_up": self.has_follow_up,
            "goals": [goal.as_json() for goal in self.goals],
            "actions": [action.as_json() for action in self.actions],
        }

    def all_lines(self) -> Iterator[int]:
        parts = lines_of(self.follow_up_plans, self.evidence, self.goals, self.actions)
        return chain(self.lines, self.rationale.lines, parts)


@dataclass(frozen=True, slots=True)
class ImportedArea:
    heading: str
    theme: str
    lines: Lines
    rationale: ImportedText = ImportedText()
    evidence: tuple[ImportedEvidence, ...] = ()

    def as_json(self) -> Json:
        return {"heading": self.heading}

    def all_lines(self) -> Iterator[int]:
        return chain(self.lines, self.rationale.lines, lines_of(self.evidence))


@dataclass(frozen=True, slots=True)
class ImportedPeriod:
    label: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    kind: PeriodKind
    lines: Lines = ()
    place: str = ""
    areas: tuple[ImportedArea, ...] = ()
    promises: tuple[ImportedPromise, ...] = ()
    actions: tuple[ImportedAction, ...] = ()
    signatories: tuple[ImportedSignatory, ...] = ()
    introduction: ImportedText = ImportedText()
    how_they_came_about: ImportedText = ImportedText()
    summary: ImportedText = ImportedText()
    """Of a report: what it says beside single acts."""
    follow_up_plans: tuple[ImportedFollowUpPlan, ...] = ()
    has_examples_only: bool = False
    """The report's lists are examples, not everything."""

    def as_json(self) -> Json:
        return {
            "label": self.label,
            "starts_on": self.starts_on.isoformat() if self.starts_on else None,
            "ends_on": self.ends_on.isoformat() if self.ends_on else None,
            "kind": self.kind,
            "areas": [area.as_json() for area in self.areas],
            "promises": [promise.as_json() for promise in self.promises],
            "actions": [action.as_json() for action in self.actions],
            "signatories": [signatory.as_json() for signatory in self.signatories],
        }

    def all_lines(self) -> Iterator[int]:
        texts = (self.introduction, self.how_they_came_about, self.summary)
        parts = lines_of(self.actions, self.signatories, self.follow_up_plans, texts)
        areas = chain.from_iterable(area.all_lines() for area in self.areas)
        promises = chain.from_iterable(promise.all_lines() for promise in self.promises)
        return chain(self.lines, parts, areas, promises)


@dataclass(frozen=True, slots=True)
class Unplaced:
    line: int
    text: str

    def as_json(self) -> Json:
        return {"line": self.line, "text": self.text}


@dataclass(frozen=True, slots=True)
class ImportedPage:
    lines: tuple[Line, ...]
    periods: tuple[ImportedPeriod, ...] = ()
    contacts: tuple[ImportedContact, ...] = ()
    addresses: tuple[ImportedAddress, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()

    @property
    def placed(self) -> int:
        return len(self.lines) - len(self.unplaced)

    def as_json(self) -> Json:
        return {
            "periods": [period.as_json() for period in self.periods],
            "contacts": [contact.as_json() for contact in self.contacts],
            "unplaced": [line.as_json() for line in self.unplaced],
            "lines": {
                "total": len(self.lines),
                "placed": self.placed,
                "unplaced": len(self.unplaced),
            },
        }


def page_of(
    lines: tuple[Line, ...],
    periods: tuple[ImportedPeriod, ...],
    contacts: tuple[ImportedContact, ...],
    addresses: tuple[ImportedAddress, ...],
) -> ImportedPage:
    """The page with every line that no part of it claims listed as unplaced."""
    claimed = set(lines_of(contacts, addresses))
    for period in periods:
        claimed.update(period.all_lines())
    unplaced = tuple(
        Unplaced(line.number, tidy(line.text) if "\n" in line.text else line.text)
        for line in lines
        if line.number not in claimed
    )
    return ImportedPage(lines, periods, contacts, addresses, unplaced)
