"""Stage 4, headings over a report: a new period, the one above, or a part of it."""

from typing import cast

from promises.page_import.blocks import Block
from promises.page_import.half_sentences import asks
from promises.page_import.result import Status
from promises.page_import.roles import Heading
from promises.page_import.state import Mode, State
from promises.page_import.texts import key


def enter_report(state: State, heading: Heading, block: Block, *, is_label: bool) -> None:
    inner = is_label or key(block.text) in state.recurring or bool(heading.status)
    is_told_here = state.section is Mode.OUTCOME and state.area is not None
    inner |= is_told_here and state.promise is not None and not state.promise.actions
    if heading.span is not None and _reports_on_part(state, heading):
        state.leave_area()
        state.current_period().lines += block.lines
        state.section = Mode.OUTCOME
    elif heading.span is not None:
        period = state.open_period_at(heading.span, block, heading.place)
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
    state.list_parties = ()
    if heading.parties:
        state.heading_parties, state.party_is_inner = heading.parties, state.area is not None
    elif state.party_gives:
        state.heading_parties = ()
    state.has_title = True
    state.mode = Mode.OUTCOME
    is_besides = heading.status == "besides"
    if is_besides:
        state.leave_area()
        state.mode = Mode.OUTCOME
    state.status = cast(Status, heading.status) if heading.status and not is_besides else None


def _reports_on_part(state: State, heading: Heading) -> bool:
    """ "Resultat 2022" under promises for 2022–2024 is about them, so far."""
    whole, part = state.period.span if state.period else None, heading.span
    if whole is None or part is None or state.period is None or not state.period.has_undertakings:
        return False
    if not (whole.starts_on and whole.ends_on and part.starts_on and part.ends_on):
        return False
    inside = whole.starts_on <= part.starts_on and part.ends_on <= whole.ends_on
    return inside and (heading.place in ("", state.period.place))


def _report_without_dates(state: State, block: Block) -> None:
    """ "Så gick det" reports on the period above it, or on the page's own; a question says nothing."""
    lines = () if asks(block.text) else block.lines
    earlier = any(word in key(block.text) for word in ("förra", "föregående", "tidigare"))
    if state.period is None or (earlier and state.period.has_undertakings):
        state.open_period(None, lines)
    else:
        state.current_period().lines += lines
        state.leave_area()
