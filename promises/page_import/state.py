"""Stage 4, where the reader is on the page, and the few ways to add to what it has read."""

from dataclasses import dataclass, field, replace

from promises.page_import.acting import counted, planned_status, reported_status
from promises.page_import.blocks import Block
from promises.page_import.drafts import DraftArea, DraftPeriod, DraftPromise, Prose
from promises.page_import.figures import count_in
from promises.page_import.modes import Mode as Mode
from promises.page_import.parties import Parties, named_in_parenthesis, ordered, responsible_in
from promises.page_import.period_dates import same_dates
from promises.page_import.periods import Span
from promises.page_import.reasons import reason_of
from promises.page_import.result import ImportedAction, ImportedFollowUpPlan, Lines, Status
from promises.page_import.statements import is_infinitive
from promises.page_import.subjects import Subject, subject_of
from promises.page_import.texts import key
from promises.page_import.words.places import place_in

PERIODS_LOOKED_AT = 50
"""So far back a heading may mean a period already read: time grows with the page alone."""


@dataclass(slots=True)
class State:
    page_parties: Parties = ()
    recurring: frozenset[str] = frozenset()
    """Keys of the headings that the page uses more than once: labels inside areas."""
    periods: list[DraftPeriod] = field(default_factory=list)
    period: DraftPeriod | None = None
    area: DraftArea | None = None
    promise: DraftPromise | None = None
    mode: Mode = Mode.LEAD
    section: Mode = Mode.LEAD
    """PROMISES or OUTCOME: what the part of the page is about, whatever label was met last."""
    list_mode: Mode | None = None
    """What the items of the next list mean, when a sentence introduced them."""
    list_parties: Parties = ()
    heading_parties: Parties = ()
    party_is_inner: bool = False
    party_gives: bool = False
    """The heading said that they promise, so it does not say who did what is told later."""
    joined_parties: Parties = ()
    """Parties that promise in this period besides the page's own."""
    list_promises: list[DraftPromise] = field(default_factory=list)
    """The promises of the list being read: several of them share what follows."""
    promise_depth: int = -1
    """Of the list item that gave the promise; deeper items are its acts."""
    has_gaps: bool = False
    """The page has blank lines."""
    is_under_item: bool = False
    """The line before, without air between, is an item of a list."""
    labels: list[int] = field(default_factory=list)
    """Lines of headings whose fact will show in the next thing read."""
    kind_lines: list[int] = field(default_factory=list)
    """Lines that told what kind of list follows: placed with what followed."""
    expects_promise: bool = False
    """The label is "Löfte" or the like: the paragraph under it is the promise, whatever its words."""
    has_prose: bool = False
    speaks: bool = False
    """The lead has spoken of the promises, so a party's name may head its own."""
    labels_are_kind: bool = False
    """They tell what kind of list follows, so they are placed also when an area comes first."""
    status: Status | None = None
    lead: Prose = field(default_factory=Prose)
    lead_rationale: Prose = field(default_factory=Prose)
    """Under "Bakgrund" before any promise: of the promise, if the page gives only one."""
    lead_plans: list[ImportedFollowUpPlan] = field(default_factory=list)
    """Plans that stand before any period: those of the first one."""
    lead_spans: list[tuple[Span, Lines, bool]] = field(default_factory=list)
    weak_spans: list[tuple[Span, Lines, bool]] = field(default_factory=list)
    """Of the lead's other sentences: taken where nothing else dates the promises."""
    title_span: tuple[Span, Lines] | None = None
    has_title: bool = False
    lead_is_over: bool = False
    """A heading after the title, or a list, has begun to say what is promised."""
    position: int = 0
    last_area_at: int = -1
    """Position of the last heading that can be an area: a follow-up plan after it is the period's."""
    areas: frozenset[int] = frozenset()
    """Positions of the headings that are areas (``outline``)."""
    lists_parties: bool = False
    """Headings that name a party alone order the page."""
    unspoken: frozenset[int] = frozenset()
    """Positions of the paragraphs that promise by their place alone."""
    title_place: str = ""
    assumed_from: int = -1
    recalled: frozenset[int] = frozenset()
    """Positions of the items of a report that repeat what was promised."""
    lead_promises: list[tuple[str, Lines]] = field(default_factory=list)
    """Promising sentences of the lead: general, unless the page holds no other promise."""
    last_action: tuple[list[ImportedAction], int] | None = None

    @property
    def everyone(self) -> Parties:
        """Who "vi" is here."""
        found = ordered((*self.page_parties, *self.joined_parties))
        return found if len(found) > 1 else ordered((*found, "municipality", "police"))

    @property
    def we(self) -> Parties:
        return ordered((*self.page_parties, *self.joined_parties))

    @property
    def now(self) -> Mode:
        return self.list_mode or self.mode

    def is_inside_area(self, heading: Block) -> bool:
        """It stands under the area's own heading, or comes back in each area."""
        if self.area is None:
            return False
        if heading.depth and self.area.level:
            return heading.depth > self.area.level
        return key(heading.text) in self.recurring

    def open_period_at(self, span: Span | None, heading: Block, place: str) -> DraftPeriod:
        """ "Gäller nu, 2025–2026" and "Förra gången, 2023–2024" under each area: the area stays."""
        area = self.area if self.is_inside_area(heading) else None
        period = self.open_period(span, heading.lines, place)
        if area is not None:
            self.enter_area(area.heading, tuple(area.lines), area.level)
        return period

    def open_period(self, span: Span | None, lines: Lines, place: str = "") -> DraftPeriod:
        """A new period, or the one already read that has the same dates and place."""
        for known in self.periods[-PERIODS_LOOKED_AT:]:
            same_place = not place or not known.place or key(place) == key(known.place)
            if span and known.span and same_dates(known.span, span) and same_place:
                known.lines += lines
                known.place = known.place or place
                self.period = known
                break
        else:
            if not self.periods and not place and self.title_place:
                place = self.title_place
            self.period = DraftPeriod(span, list(lines), place)
            self.periods.append(self.period)
        kept = self.list_parties if len(self.periods) == 1 else ()
        self.leave_area()
        if len(self.periods) > 1:
            self.heading_parties, self.party_is_inner = (), False
            self.joined_parties = ()
        self.list_parties = kept
        return self.period

    def current_period(self) -> DraftPeriod:
        if self.period is None:
            return self.open_period(None, ())
        return self.period

    def leave_area(self) -> None:
        self.area = self.promise = None
        self.list_promises = []
        self.list_parties = ()
        self.list_mode = None
        self.status = None
        if self.party_is_inner:
            self.heading_parties, self.party_is_inner = (), False

    def enter_area(self, heading: str, lines: Lines, level: int = 0) -> None:
        """A report that takes up an area again means the same area."""
        self.leave_area()
        period = self.current_period()
        if known := period.headed.get(key(heading)):
            known.lines += lines
            self.area = known
            return
        self.area = DraftArea(heading, list(lines), level=level)
        period.add_area(self.area)

    def take_labels(self) -> list[int]:
        labels, self.labels = self.labels, []
        return labels

    def add_promise(self, statement: str, lines: Lines, *, parties: Parties = ()) -> DraftPromise:
        period = self.current_period()
        self.promise_depth = -1
        subject = subject_of(statement)
        given = parties or self.giving(statement, subject)
        if same := self._said_before(statement):
            same.lines += [*self.take_labels(), *lines]
            self.promise = same
            return same
        promise = DraftPromise(statement, self.area, given, [*self.take_labels(), *lines])
        promise.subject = self.acting(statement, subject)
        period.add_promise(promise)
        if self.area:
            self.area.is_used = True
        if self.section is Mode.OUTCOME or self.now is Mode.PROMISED:
            promise.is_recalled = True
            period.has_report = True
        else:
            period.has_undertakings = True
        self.promise = promise
        return promise

    def _said_before(self, statement: str) -> DraftPromise | None:
        for promise in self.current_period().said.get(key(statement), ()):
            if promise.area is self.area or self.area is None:
                return promise
        return None

    def giving(self, text: str, subject: Subject) -> Parties:
        """Who gives a promise; the nearest wins: sentence, parenthesis, heading, lead."""
        return (
            responsible_in(text)
            or named_in_parenthesis(text)
            or subject.parties
            or self.list_parties
            or self.heading_parties
            or self.we
        )

    def acting(self, text: str, subject: Subject) -> Parties:
        """Who does an act: subject or parenthesis; who "lovar att:" do it; the one party over the list."""
        own = responsible_in(text) or named_in_parenthesis(text) or subject.parties
        if own:
            return own
        above = self.list_parties or self.heading_parties
        if subject.is_we:
            return above or self.we
        return above if len(above) == 1 or is_infinitive(text) else ()

    def doing(self, text: str, subject: Subject) -> Parties:
        """The same for an act under a promise: that somebody promises does not say who does it."""
        told = self.acting(text, subject)
        is_inherited = told and not (subject.is_we or subject.parties or named_in_parenthesis(text))
        return () if is_inherited and self.party_gives and not responsible_in(text) else told

    def add_action(
        self,
        text: str,
        lines: Lines,
        *,
        is_report: bool,
        why: str = "",
        lead: Parties = (),
        verdict: Status | None = None,
    ) -> None:
        subject = subject_of(text)
        whole = f"{text} {why}".strip()
        default: Status = "done" if is_report else "planned"
        status = (
            reported_status(text, why, self.status or default)
            if is_report
            else planned_status(text)
        )
        if is_report and self.status and status == "done":
            status = self.status
        if verdict == "not_done" and status == "done" and count_in(text) is not None:
            status = "partly"
        elif verdict in ("partly", "not_done"):
            status = verdict
        action = ImportedAction(
            text=text,
            lines=(*self.take_labels(), *lines),
            lead=lead or self.doing(text, subject),
            partners=subject.partners,
            place=place_in(text),
            status=status,
            reason=reason_of(whole, status),
            reason_text=why,
        )
        self.place_action(counted(action, is_report=is_report))

    def place_action(self, action: ImportedAction) -> None:
        period = self.current_period()
        if action.status in ("done", "partly", "not_done"):
            period.has_report = True
        if self.area:
            self.area.is_used = True
            action = replace(action, told_under=self.area.heading)
        shared = self.promise is None or (len(self.list_promises) > 1 and self.now is Mode.ACTIONS)
        target = period.actions if shared or self.promise is None else self.promise.actions
        if self.promise is None and self.area is not None:
            within = self.area.promises
            target = within[0].actions if len(within) == 1 else target
        target.append(action)
        self.last_action = (target, len(target) - 1)

    def change_last_action(self, **changes: object) -> None:
        if self.last_action:
            target, position = self.last_action
            target[position] = replace(target[position], **changes)  # type: ignore[arg-type]

    def took_up_planned_action(self, text: str, lines: Lines) -> bool:
        """What stands inside a promised act's item tells how it went: Gällivare's nested report."""
        if self.last_action is None:
            return False
        target, position = self.last_action
        planned = target[position]
        if planned.status != "planned":
            return False
        self.add_action(text, (*planned.lines, *lines), is_report=True)
        added, at = self.last_action
        told = added.pop(at)
        lead = told.lead or planned.lead
        target[position] = replace(told, promised_count=planned.promised_count, lead=lead)
        self.last_action = (target, position)
        return True
