"""Stage 4, headings and labels: each moves the reader to another part of the page."""

from promises.page_import.blocks import Block
from promises.page_import.common_acts import is_common
from promises.page_import.drafts import DraftPeriod, DraftPromise
from promises.page_import.parties import ordered
from promises.page_import.report_headings import enter_report
from promises.page_import.roles import Heading, Role
from promises.page_import.state import Mode, State
from promises.page_import.statements import is_infinitive
from promises.page_import.texts import key
from promises.page_import.words.headings import (
    GIVES,
    MENTIONS_PROMISES,
    OF_MUNICIPALITY,
    ONE_PROMISE,
    TITLE_OF_PROMISES,
)
from promises.page_import.words.verbs import PAST_PROMISE, PROMISE, WILL

_PROMISE_WORDS = ("lov", "löft", "åta", "utfäst", "handslag", "garant")
_KINDS = frozenset({Role.PROMISES, Role.PROMISED, Role.PARTY, Role.ACTIONS})
"""What they say ends up in the rows of what follows, also when areas come between."""
_LABEL_MODES = {
    Role.RATIONALE: Mode.RATIONALE,
    Role.GOALS: Mode.GOALS,
    Role.FOLLOW_UP: Mode.FOLLOW_UP,
    Role.AREA_LIST: Mode.AREA_LIST,
}


def enter(state: State, heading: Heading, block: Block, *, is_label: bool) -> None:
    """``is_label``: it ends with a colon, so it belongs to the part of the page it stands in."""
    state.list_mode = None
    if state.labels and state.labels_are_kind:
        state.kind_lines += state.labels
    state.labels_are_kind = _tells_kind(state, heading)
    state.labels = list(block.lines) if heading.role is not Role.AREA else []
    if heading.role is Role.PERIOD:
        _period(state, heading, block, is_label=is_label)
    elif heading.role is Role.OUTCOME:
        enter_report(state, heading, block, is_label=is_label)
    elif heading.role in (Role.PROMISES, Role.PROMISED):
        _promises(state, heading, block, is_label=is_label)
    elif heading.role is Role.PARTY:
        is_inner = is_label and not state.lists_parties
        _party(state, heading, is_inner=is_inner or key(block.text) in state.recurring)
    elif heading.role is Role.ACTIONS:
        _actions(state, block)
    elif heading.role is Role.PROMISE:
        _promise(state, heading, block)
    elif heading.role is Role.TITLE:
        _title(state, heading, block)
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


def _tells_kind(state: State, heading: Heading) -> bool:
    """Not the page's own title, and no slogan above it."""
    is_title = TITLE_OF_PROMISES.match(key(heading.text)) is not None
    begun = state.section is not Mode.LEAD or PROMISE.search(heading.text) is not None
    return heading.role in _KINDS and state.has_title and begun and not is_title


def _period(state: State, heading: Heading, block: Block, *, is_label: bool) -> None:
    is_title = not state.has_prose and MENTIONS_PROMISES.search(key(heading.text)) is not None
    state.lead_is_over = state.lead_is_over or (state.has_title and not is_title)
    state.has_title = True
    if is_label and state.period is not None and state.area is not None:
        state.mode = state.section = Mode.PROMISES
        return
    if state.mode is Mode.LEAD and state.title_span is None and _is_page_title(state, block):
        state.title_span = (heading.span, block.lines) if heading.span else None
    if heading.is_dates_alone and state.period and state.period.is_empty and not state.period.span:
        state.period.span, state.labels = heading.span, []
        state.period.lines += block.lines
        return
    if all(period.is_empty for period in state.periods):
        state.kind_lines = []  # what stood above was the site's, or a slogan
    state.open_period_at(heading.span, block, heading.place)
    state.labels = []
    is_place = heading.parties == ("municipality",) and not OF_MUNICIPALITY.search(heading.text)
    state.heading_parties = () if is_place else heading.parties
    state.mode = state.section = Mode.PROMISES


def _is_page_title(state: State, block: Block) -> bool:
    return not state.periods and block.depth in (0, 1)


def _title(state: State, heading: Heading, block: Block) -> None:
    state.labels = []
    if state.section is Mode.LEAD:
        if not state.has_title:
            state.title_place = heading.place
        state.has_title = True
    else:
        _no_area(state, block)


def _promises(state: State, heading: Heading, block: Block, *, is_label: bool) -> None:
    inner = is_label or heading.is_numbered_promise or key(block.text) in state.recurring
    inner = inner or (state.area is not None and heading.text.endswith(" att"))
    is_title = not inner and TITLE_OF_PROMISES.match(key(heading.text)) is not None
    if not state.has_title:
        state.title_place = heading.place
    if is_title:
        state.labels = []  # the page's title says nothing that a row keeps
    one = ONE_PROMISE.search(key(heading.text)) or (is_label and PROMISE.search(heading.text))
    state.expects_promise = heading.is_learned or bool(one)
    state.lead_is_over = state.lead_is_over or (state.has_title and not is_title)
    state.has_title = True
    if heading.role is Role.PROMISED:
        if heading.span is not None:
            state.open_period_at(heading.span, block, heading.place)
        recurs = key(block.text) in state.recurring
        state.current_period().has_recalled_list |= (
            not recurs or not state.current_period().is_report
        )
        if (
            inner
            and state.area is not None
            and state.promise is not None
            and not state.list_promises
        ):
            state.mode = Mode.ACTIONS  # how much was promised, under the promise itself
            return
        state.mode = Mode.PROMISED
        state.promise, state.list_promises = None, []
        return
    if not inner:
        if state.period and heading.place and _is_other_place(state.period, heading.place):
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
    says = GIVES.search(heading.text) or PROMISE.search(heading.text)
    if state.section is Mode.LEAD and not (state.speaks or says):
        state.labels = []
        return
    state.heading_parties = heading.parties or state.everyone
    if heading.parties and heading.is_we:
        state.heading_parties = ordered((*heading.parties, *state.everyone))
    is_next_inner = state.party_is_inner and state.area is not None
    state.party_is_inner = state.area is not None
    state.list_parties = ()
    state.party_gives = PROMISE.search(heading.text) is not None
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
    elif state.section in (Mode.PROMISES, Mode.LEAD) or has_promise_word:
        if not (is_inner or is_next_inner) and len(state.list_promises) > 1:
            state.party_is_inner = False
            state.leave_area()
        state.promise = None
        state.list_promises = []
        state.mode = state.section = Mode.PROMISES
        state.has_title = True


def _says_who_acts(state: State, *, is_inner: bool) -> bool:
    return not state.list_promises or (is_inner and len(state.list_promises) == 1)


def _actions(state: State, block: Block) -> None:
    """With no promise above, "Det här ska vi göra" stands over the promises themselves."""
    state.lead_is_over = True
    if is_common(state, block):
        state.promise = None
        state.list_promises = []
        state.list_parties = state.heading_parties = ()
        state.mode = Mode.ACTIONS
    elif state.promise is not None or (
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
    if heading.is_numbered_promise and state.position in state.areas:
        _area(state, heading, block, is_label=False)
        return
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
    is_report = state.section is Mode.OUTCOME or PAST_PROMISE.search(heading.text) is not None
    if is_report:
        state.section = Mode.OUTCOME
        period = state.current_period()
        period.is_report = period.is_report or not period.has_undertakings
    state.promise = state.add_promise(heading.text, block.lines)
    state.promise.is_heading = True
    state.mode = Mode.OUTCOME if is_report else Mode.PROMISES
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
    if known := _promise_said_before(state, heading.text):
        state.mode = state.section
        state.promise = known
        known.lines += block.lines
        state.list_promises = []
        return
    if state.promise is not None and is_infinitive(heading.text) and is_label:
        state.mode = Mode.ACTIONS
        return
    if state.position not in state.areas:
        _no_area(state, block)
        return
    if state.section is Mode.LEAD:
        state.section = Mode.PROMISES
        state.has_title = True
    state.lead_is_over = True
    state.mode = state.section
    state.enter_area(heading.text, block.lines, block.depth)


def _no_area(state: State, block: Block) -> None:
    """A heading over nothing that is read. What goes on under it is no part of the area above."""
    if state.section is not Mode.LEAD and (block.gap > 0 or block.depth):
        state.leave_area()
        state.mode = Mode.ABOUT


def _promise_said_before(state: State, text: str) -> DraftPromise | None:
    """A promise from the list above, repeated as a heading."""
    if state.period is None:
        return None
    return next(iter(state.period.said.get(key(text), ())), None)
