"""Stage 4, headings and labels: each moves the reader to another part of the page."""

from typing import cast

from promises.page_import.blocks import Block
from promises.page_import.drafts import DraftPeriod, DraftPromise
from promises.page_import.result import Status
from promises.page_import.roles import Heading, Role
from promises.page_import.state import Mode, State
from promises.page_import.statements import is_infinitive
from promises.page_import.texts import key
from promises.page_import.words.verbs import WILL

_PROMISE_WORDS = ("lov", "löft", "åta")
_LABEL_MODES = {
    Role.RATIONALE: Mode.RATIONALE,
    Role.GOALS: Mode.GOALS,
    Role.FOLLOW_UP: Mode.FOLLOW_UP,
    Role.AREA_LIST: Mode.AREA_LIST,
}


def enter(state: State, heading: Heading, block: Block, *, is_label: bool) -> None:
    """``is_label``: it ends with a colon, so it belongs to the part of the page it stands in."""
    state.list_mode = None
    state.labels = list(block.lines) if heading.role is not Role.AREA else []
    if heading.role is Role.PERIOD:
        _period(state, heading, block, is_label=is_label)
    elif heading.role is Role.OUTCOME:
        _outcome(state, heading, block, is_label=is_label)
    elif heading.role in (Role.PROMISES, Role.PROMISED):
        _promises(state, heading, block, is_label=is_label)
    elif heading.role is Role.PARTY:
        _party(state, heading, is_inner=is_label or key(block.text) in state.recurring)
    elif heading.role is Role.ACTIONS:
        _actions(state)
    elif heading.role is Role.PROMISE:
        _promise(state, heading, block)
    elif heading.role in _LABEL_MODES:
        _label(state, heading, block)
    elif heading.role is Role.ABOUT:
        state.leave_area()
        state.mode = Mode.ABOUT
        state.labels = []
    elif heading.role in (Role.LINKS, Role.CONTACT, Role.SIGNATURES):
        state.mode = Mode.LINKS if heading.role is Role.LINKS else Mode.ABOUT
        state.labels = []
    else:
        _area(state, heading, block, is_label=is_label)


def _period(state: State, heading: Heading, block: Block, *, is_label: bool) -> None:
    state.lead_is_over = state.lead_is_over or state.has_title
    state.has_title = True
    if is_label and state.period is not None and state.area is not None:
        state.mode = state.section = Mode.PROMISES
        return
    if state.mode is Mode.LEAD and state.title_span is None and _is_page_title(state, block):
        state.title_span = (heading.span, block.lines) if heading.span else None
    state.open_period(heading.span, block.lines, heading.place)
    state.labels = []
    state.heading_parties = heading.parties
    state.mode = state.section = Mode.PROMISES


def _is_page_title(state: State, block: Block) -> bool:
    return not state.periods and block.depth in (0, 1)


def _outcome(state: State, heading: Heading, block: Block, *, is_label: bool) -> None:
    inner = is_label or key(block.text) in state.recurring or bool(heading.status)
    if heading.span is not None:
        period = state.open_period(heading.span, block.lines, heading.place)
        period.is_report = period.is_report or not period.has_undertakings
        state.section = Mode.OUTCOME
    elif not (inner and state.period is not None):
        _report_without_dates(state, block)
        state.section = Mode.OUTCOME
    elif state.area is None and state.promise is None:
        state.section = Mode.OUTCOME
    if len(state.list_promises) > 1:
        state.promise, state.list_promises = None, []
    period = state.current_period()
    if not period.has_undertakings:
        period.is_report = True
    if "exempel" in key(block.text):
        period.has_examples_only = True
        period.lines += block.lines
    if heading.parties:
        state.heading_parties, state.party_is_inner = heading.parties, state.area is not None
    state.has_title = True
    state.mode = Mode.OUTCOME
    state.status = cast(Status, heading.status) if heading.status else None


def _report_without_dates(state: State, block: Block) -> None:
    """ "Så gick det" reports on the period that stands above it, or on the page's own."""
    earlier = any(word in key(block.text) for word in ("förra", "föregående", "tidigare"))
    if state.period is None or (earlier and state.period.has_undertakings):
        state.open_period(None, block.lines)
    else:
        state.current_period().lines += block.lines
        state.leave_area()


def _promises(state: State, heading: Heading, block: Block, *, is_label: bool) -> None:
    inner = is_label or heading.is_numbered_promise or key(block.text) in state.recurring
    if not state.has_title:
        state.title_place, state.title_lines = heading.place, block.lines
    state.lead_is_over = state.lead_is_over or state.has_title
    state.has_title = True
    if heading.role is Role.PROMISED:
        if heading.span is not None:
            state.open_period(heading.span, block.lines, heading.place)
        state.current_period().has_recalled_list = True
        state.mode = Mode.PROMISED
        return
    if not inner:
        if (
            heading.place
            and state.period is not None
            and _is_other_place(state.period, heading.place)
        ):
            state.open_period(state.period.span, block.lines, heading.place)
        state.leave_area()
    state.promise = None
    state.list_promises = []
    if not (inner and state.section is Mode.OUTCOME):
        state.section = Mode.PROMISES
    state.mode = Mode.PROMISES if state.section is not Mode.OUTCOME else Mode.PROMISED
    if heading.parties:
        state.list_parties = heading.parties
    elif not inner:
        state.heading_parties = ()


def _is_other_place(period: DraftPeriod, place: str) -> bool:
    return bool(period.place) and key(period.place) != key(place) and not period.is_empty


def _party(state: State, heading: Heading, *, is_inner: bool) -> None:
    """ "Polisen" under a promise is who acts; beside other lists it is who promises."""
    state.heading_parties = heading.parties
    state.party_is_inner = state.area is not None
    state.list_parties = ()
    has_promise_word = any(word in key(heading.text) for word in _PROMISE_WORDS)
    if state.section is Mode.OUTCOME:
        gives = has_promise_word or WILL.search(heading.text) is not None
        state.mode = Mode.PROMISED if gives else Mode.OUTCOME
        if gives:
            state.promise, state.list_promises = None, []
    elif state.promise is not None and (
        _says_who_acts(state, is_inner=is_inner)
        if not has_promise_word
        else state.area is not None and not state.list_promises
    ):
        state.mode = Mode.ACTIONS
    elif state.mode is Mode.ACTIONS and not has_promise_word:
        pass
    elif state.section is Mode.PROMISES or has_promise_word:
        if not is_inner and len(state.list_promises) > 1:
            state.party_is_inner = False
            state.leave_area()
        state.promise = None
        state.list_promises = []
        state.mode = state.section = Mode.PROMISES
        state.has_title = True


def _says_who_acts(state: State, *, is_inner: bool) -> bool:
    return not state.list_promises or (is_inner and len(state.list_promises) == 1)


def _actions(state: State) -> None:
    """With no promise above, "Det här ska vi göra" stands over the promises themselves."""
    has_promise = state.promise is not None
    state.lead_is_over = True
    if has_promise or (
        state.area is None and state.period is not None and len(state.period.promises) > 1
    ):
        state.mode = Mode.ACTIONS
    elif state.section is not Mode.OUTCOME:
        state.mode = Mode.PROMISES
        state.section = Mode.PROMISES if state.section is not Mode.LEAD else state.section
    else:
        state.mode = Mode.OUTCOME


def _promise(state: State, heading: Heading, block: Block) -> None:
    """A promise set as a heading; what stands under it is its background and its acts."""
    if state.section is Mode.LEAD and not state.has_title:
        return
    if (
        not heading.is_numbered_promise
        and not state.party_is_inner
        and state.area
        and state.area.is_used
    ):
        is_new = key(heading.text) not in state.current_period().said
        if is_new and block.depth and block.depth <= state.area.level:
            state.leave_area()
    state.labels = []
    state.list_promises = []
    state.promise = state.add_promise(heading.text, block.lines)
    state.mode = Mode.PROMISES
    state.section = Mode.PROMISES if state.section is Mode.LEAD else state.section


def _label(state: State, heading: Heading, block: Block) -> None:
    """ "Uppföljning" after the last area, or on the areas' own level, is the whole period's."""
    level = state.area.level if state.area else 0
    same_level = bool(block.depth and level and block.depth <= level)
    last = state.position > state.last_area_at and key(block.text) not in state.recurring
    several = state.period is not None and len(state.period.areas) > 1
    if same_level or (
        heading.role is Role.FOLLOW_UP and last and (several or len(state.list_promises) > 1)
    ):
        state.leave_area()
    state.mode = _LABEL_MODES[heading.role]


def _area(state: State, heading: Heading, block: Block, *, is_label: bool) -> None:
    if state.mode is Mode.LINKS and state.section is Mode.LEAD:
        return
    if state.section is Mode.PROMISES:
        state.lead_is_over = True
    if state.promise is not None and is_infinitive(heading.text) and is_label:
        state.mode = Mode.ACTIONS
        return
    if state.section is Mode.LEAD:
        state.pending_area = (heading.text, block.lines, block.depth)
        return
    state.mode = state.section
    if known := _promise_said_before(state, heading.text):
        state.promise = known
        known.lines += block.lines
        state.list_promises = []
        return
    state.enter_area(heading.text, block.lines, block.depth)


def _promise_said_before(state: State, text: str) -> DraftPromise | None:
    """A promise from the list above, repeated as a heading."""
    if state.period is None:
        return None
    return next(iter(state.period.said.get(key(text), ())), None)
