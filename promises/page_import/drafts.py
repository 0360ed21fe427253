"""Stage 4, the page while it is being read: mutable, in page order, turned into ``result`` at the end."""

from dataclasses import dataclass, field

from promises.page_import.evidence import find_evidence, with_evidence
from promises.page_import.goals import find_goals
from promises.page_import.parties import Parties
from promises.page_import.periods import Span
from promises.page_import.result import (
    ImportedAction,
    ImportedArea,
    ImportedEvidence,
    ImportedFollowUpPlan,
    ImportedGoal,
    ImportedPromise,
    ImportedSignatory,
    ImportedText,
    Lines,
)
from promises.page_import.texts import key
from promises.page_import.words.themes import OTHER, THEMES


@dataclass(slots=True)
class Prose:
    """Paragraphs and the lines they stand on."""

    paragraphs: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def add(self, text: str, lines: Lines) -> None:
        if text:
            self.paragraphs.append(text)
        self.lines += lines

    def frozen(self) -> ImportedText:
        return ImportedText(tuple(self.paragraphs), tuple(dict.fromkeys(self.lines)))


@dataclass(slots=True)
class DraftArea:
    heading: str
    lines: list[int]
    rationale: Prose = field(default_factory=Prose)
    plans: list[ImportedFollowUpPlan] = field(default_factory=list)
    loose_plans: int = 0
    """So many of them stand by themselves, outside its background."""
    goals: list[ImportedGoal] = field(default_factory=list)
    is_used: bool = False
    """Something stands under it that an area can hold."""
    level: int = 0
    promises: list["DraftPromise"] = field(default_factory=list)

    def frozen(self, rationale: ImportedText) -> ImportedArea:
        return ImportedArea(
            self.heading,
            theme_of(self.heading),
            tuple(self.lines),
            rationale,
            tuple(evidence_of(rationale)),
        )


@dataclass(slots=True)
class DraftPromise:
    statement: str
    area: DraftArea | None
    parties: Parties
    lines: list[int]
    rationale: Prose = field(default_factory=Prose)
    plans: list[ImportedFollowUpPlan] = field(default_factory=list)
    loose_plans: int = 0
    """So many of them stand by themselves, outside its background."""
    goals: list[ImportedGoal] = field(default_factory=list)
    actions: list[ImportedAction] = field(default_factory=list)
    subject: Parties = ()
    """Who acts, if the statement itself says so."""
    doubt: str = ""
    is_heading: bool = False
    is_recalled: bool = False
    """A report repeats it: "Vi lovade …"."""

    def frozen(self, *, shares_area: bool, period_has_plan: bool) -> ImportedPromise:
        area_rationale = self.area.rationale.frozen() if self.area else ImportedText()
        own = self.rationale.frozen()
        if area_rationale and not shares_area:
            own, area_rationale = area_rationale + own, ImportedText()
        evidence = tuple(evidence_of(own))
        cited = evidence + tuple(evidence_of(area_rationale))
        own_goals = find_goals(self.statement, tuple(self.lines))
        targets = {goal.target_value for goal in own_goals}
        goals = own_goals + [goal for goal in self.goals if goal.target_value not in targets]
        goals = goals + self._area_goals(shares_area=shares_area)
        area_plans = tuple(self.area.plans) if self.area else ()
        return ImportedPromise(
            statement=self.statement,
            area=self.area.heading if self.area else None,
            parties=self.parties,
            lines=tuple(self.lines),
            rationale=own,
            has_rationale=bool(own or area_rationale),
            follow_up_plans=tuple(self.plans) + area_plans,
            has_follow_up=bool(self.plans or area_plans or period_has_plan),
            evidence=evidence,
            goals=tuple(with_evidence(goals, cited, self.statement)),
            actions=tuple(self.actions),
            doubt=self.doubt,
        )

    def _area_goals(self, *, shares_area: bool) -> list[ImportedGoal]:
        """Goals at the area are its promises' goals; with several promises, all of them."""
        return list(self.area.goals) if self.area else []


@dataclass(slots=True)
class DraftPeriod:
    span: Span | None
    lines: list[int] = field(default_factory=list)
    place: str = ""
    is_report: bool = False
    """It was opened by a heading over a report."""
    has_undertakings: bool = False
    has_report: bool = False
    has_recalled_list: bool = False
    areas: list[DraftArea] = field(default_factory=list)
    promises: list[DraftPromise] = field(default_factory=list)
    actions: list[ImportedAction] = field(default_factory=list)
    signatories: list[ImportedSignatory] = field(default_factory=list)
    introduction: Prose = field(default_factory=Prose)
    origin: Prose = field(default_factory=Prose)
    summary: Prose = field(default_factory=Prose)
    plans: list[ImportedFollowUpPlan] = field(default_factory=list)
    has_examples_only: bool = False
    validity: list[tuple[Span, Lines, bool]] = field(default_factory=list)
    """Dates that sentences give for the period, with whether they prolong it."""
    said: dict[str, list[DraftPromise]] = field(default_factory=dict)
    """Its promises by the key of their statement."""
    headed: dict[str, DraftArea] = field(default_factory=dict)
    """Its areas by the key of their heading."""

    @property
    def is_empty(self) -> bool:
        return not (self.promises or self.actions)

    def add_area(self, area: DraftArea) -> None:
        self.areas.append(area)
        self.headed[key(area.heading)] = area

    def add_promise(self, promise: DraftPromise) -> None:
        self.promises.append(promise)
        self.said.setdefault(key(promise.statement), []).append(promise)
        if promise.area is not None:
            promise.area.promises.append(promise)


def evidence_of(text: ImportedText) -> list[ImportedEvidence]:
    """Evidence of all paragraphs; its lines are the prose's own."""
    return [row for paragraph in text.paragraphs for row in find_evidence(paragraph, ())]


def theme_of(heading: str) -> str:
    for theme, pattern in THEMES:
        if pattern.search(heading):
            return theme
    return OTHER
