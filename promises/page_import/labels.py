"""Stage 4, labels inside a line: "Bakgrund: …", "Ansvarig: polisen", "Status: genomförd"."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from promises.page_import.background import read_background, read_follow_up, read_goal
from promises.page_import.blocks import Block, Kind
from promises.page_import.outcomes import reason_of, status_word
from promises.page_import.parties import responsible_in
from promises.page_import.reports import read_report
from promises.page_import.roles import Role, read_heading
from promises.page_import.state import Mode, State
from promises.page_import.texts import key
from promises.page_import.words.headings import INLINE_LABEL, RESPONSIBLE, STATUS


def read_labelled(state: State, block: Block) -> bool:
    """False if the line has no label that holds for it alone; then nothing was read."""
    label = INLINE_LABEL.match(block.text)
    if label is None:
        return False
    rest, plain = block.text[label.end() :], key(label.group("label"))
    if RESPONSIBLE.fullmatch(plain):
        return _responsible(state, block)
    if STATUS.fullmatch(plain) and _status(state, rest, block):
        return True
    if block.kind is Kind.HEADING and read_heading(block.text).is_numbered_promise:
        return False
    inner = Block(block.kind, rest, block.lines, (rest,))
    with _last_item_alone(state, block):
        return _by_role(state, read_heading(label.group("label")).role, inner)


@contextmanager
def _last_item_alone(state: State, block: Block) -> Iterator[None]:
    """ "Bakgrund: …" right under an item of a list is about that item, not about the list."""
    kept = state.list_promises
    if block.is_inside_item or state.is_under_item:
        state.list_promises = kept[-1:]
    yield
    if state.list_promises == kept[-1:]:
        state.list_promises = kept


def _by_role(state: State, role: Role, block: Block) -> bool:
    if role is Role.RATIONALE:
        read_background(state, block, is_announced=True)
    elif role is Role.GOALS:
        read_goal(state, block)
    elif role is Role.FOLLOW_UP:
        read_follow_up(state, block)
    elif role is Role.OUTCOME and state.mode is not Mode.LEAD:
        state.current_period().has_report = True
        read_report(state, block, is_labelled=True)
    elif role is Role.ACTIONS and state.promise is not None:
        state.add_action(block.text, block.lines, is_report=False)
    elif role in (Role.PROMISES, Role.PROMISED) and state.mode is not Mode.LEAD:
        state.promise = None
        state.add_promise(block.text, block.lines)
    else:
        return False
    return True


def _status(state: State, text: str, block: Block) -> bool:
    status = status_word(text)
    if status is None or state.last_action is None:
        return False
    told, position = state.last_action
    action = told[position]
    reason = reason_of(f"{action.text} {action.reason_text} {text}", status)
    state.change_last_action(status=status, reason=reason, lines=(*action.lines, *block.lines))
    return True


def _responsible(state: State, block: Block) -> bool:
    """It holds for the acts just read that do not say themselves who does them; else for the promise."""
    parties = responsible_in(block.text)
    acts = state.promise.actions if state.promise else []
    unsaid = [position for position, action in enumerate(acts) if not action.lead]
    if not parties or (state.promise is None and state.last_action is None):
        return False
    for position in unsaid:
        acts[position] = replace(acts[position], lead=parties)
    if state.promise is not None:
        if not acts:
            state.promise.parties = state.promise.subject = parties
        state.promise.lines += block.lines
    elif state.last_action is not None:
        told, position = state.last_action
        lines = (*told[position].lines, *block.lines)
        state.change_last_action(lead=told[position].lead or parties, lines=lines)
    return True
