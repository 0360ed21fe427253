"""Stage 4, list items: promises, or acts when a promise stands above them; nested acts are flattened."""

import re

from promises.page_import.background import read_follow_up, read_goal
from promises.page_import.blocks import Block
from promises.page_import.figures import count_in
from promises.page_import.goals import find_goals
from promises.page_import.labels import read_labelled, read_with_result
from promises.page_import.list_leads import read_list_lead
from promises.page_import.looking_back import plans_follow_up
from promises.page_import.outcomes import tells_of_act
from promises.page_import.parties import named_in_parenthesis
from promises.page_import.plans import place_plan
from promises.page_import.reports import read_report, tells_of_promise
from promises.page_import.result import Status
from promises.page_import.roles import Role, read_heading
from promises.page_import.state import Mode, State
from promises.page_import.statements import (
    is_infinitive,
    only_introduces,
    promises,
    split_list_lead,
)
from promises.page_import.subjects import main_verb, subject_of
from promises.page_import.texts import sentences
from promises.page_import.words.doubts import UNPROMISED
from promises.page_import.words.headings import INLINE_LABEL
from promises.page_import.words.verbs import NOUN_ACT, PROMISE, QUOTE, WILL

_LISTS_OF_NO_ACTS = (
    Mode.ABOUT,
    Mode.LINKS,
    Mode.AREA_LIST,
    Mode.LEAD,
    Mode.RATIONALE,
    Mode.GOALS,
    Mode.FOLLOW_UP,
)
MARKS: dict[str, Status] = {
    "✗": "not_done",
    "✘": "not_done",
    "✖": "not_done",
    "☒": "not_done",
    "~": "partly",
}
"""Bullets that judge."""
_OF_PLAN = re.compile(
    r"\b(?:\w*löft\w*|uppföljning\w*|resultat\w*|utvärdering\w*)\b", re.IGNORECASE
)
_PAST_WISH = re.compile(r"\b(?:skulle)\b", re.IGNORECASE)


def read_item(state: State, block: Block, *, list_is_bare: bool) -> None:
    """``list_is_bare``: every item is a word or two, as in a list of focus areas."""
    if QUOTE.search(block.text[:600]) and block.marker in ("–", "-", "—"):
        return
    if block.depth > max(0, state.promise_depth) and _nested(state, block):
        return
    leads = block.text.endswith(":") or PROMISE.search(block.text) is not None
    if block.depth == 0 and leads and only_introduces(block.text):
        read_list_lead(state, block)
        return
    mode = state.now
    is_announced = state.list_parties or (
        state.heading_parties and (state.party_gives or mode is Mode.PROMISES)
    )
    if list_is_bare and mode in (Mode.PROMISES, Mode.LEAD) and not is_announced:
        mode = Mode.AREA_LIST
    if _labelled_item(state, block):
        return
    if mode in (Mode.PROMISES, Mode.PROMISED, Mode.OUTCOME) and read_with_result(state, block):
        return
    if mode in (Mode.ABOUT, Mode.AREA_LIST) and PROMISE.search(block.text) and promises(block.text):
        mode = state.mode = state.section = Mode.PROMISES
    match mode:
        case Mode.PROMISES | Mode.PROMISED:
            _promise_item(state, block)
        case Mode.ACTIONS if PROMISE.search(block.text) and promises(block.text):
            state.mode = Mode.PROMISES
            state.promise = None
            _promise_item(state, block)
        case Mode.ACTIONS:
            state.add_action(block.text, block.lines, is_report=False)
        case Mode.OUTCOME:
            _report_item(state, block)
        case Mode.RATIONALE:
            _add_background(state, block)
        case Mode.GOALS:
            read_goal(state, block)
        case Mode.FOLLOW_UP:
            read_follow_up(state, block)
        case Mode.LEAD:
            if PROMISE.search(block.text) and promises(block.text):
                state.mode = state.section = Mode.PROMISES
                _promise_item(state, block)
        case _:
            return


def _labelled_item(state: State, block: Block) -> bool:
    """ "• Bakgrund: …", "• Ansvarig: polisen" among the items of a promise."""
    label = INLINE_LABEL.match(block.text)
    if label is None or state.promise is None:
        return False
    role = read_heading(label.group("label")).role
    is_responsible = label.group("label").lower().startswith("ansvarig")
    if is_responsible or role in (Role.RATIONALE, Role.FOLLOW_UP, Role.GOALS):
        kept = state.list_mode
        read_labelled(state, block)
        state.list_mode = kept
        return True
    return False


def _promise_item(state: State, block: Block) -> None:
    text = block.text
    if plans_follow_up(text) and state.promise is not None and _OF_PLAN.search(text):
        place_plan(state, text, block.lines)
        return
    goals = find_goals(text, block.lines)
    if (
        state.promise is not None
        and state.list_promises
        and re.match(r"mål(?:et|sättningen)? (?:är|:)", text, re.I)
        and goals
    ):
        state.promise.goals += goals
        return
    statement, acts_follow = split_list_lead(text)
    inner = state.promise is not None and not state.list_promises
    if inner and not PROMISE.search(text) and state.list_mode is None:
        state.add_action(text, block.lines, is_report=False)
        return
    promise = state.add_promise(statement if acts_follow else text, block.lines)
    if not _is_announced(state) and _says_nothing(text):
        promise.doubt = UNPROMISED
    state.promise_depth = block.depth
    state.list_promises.append(promise)


def _is_announced(state: State) -> bool:
    """The list has a sentence or a heading over it that promises."""
    return bool(state.list_mode or state.list_parties or state.heading_parties)


def _says_nothing(text: str) -> bool:
    subject = subject_of(text)
    named = subject.parties or subject.is_we or named_in_parenthesis(text)
    return not (named or PROMISE.search(text) or WILL.search(text) or is_infinitive(text))


def _report_item(state: State, block: Block) -> None:
    """In a report an item without a promise above it may be the promise: the seed's "ska vara hög"."""
    parts = sentences(block.text)
    if parts and tells_of_promise(parts[0]):
        read_report(state, block)
        state.list_promises = [state.promise] if state.promise else []
        if len(parts) > 1:
            state.promise, state.list_promises = None, []
    elif state.position in state.recalled and state.list_mode is None and _is_first(state):
        state.promise = None
        state.list_promises.append(state.add_promise(block.text, block.lines))
        state.current_period().has_recalled_list = True
    elif state.list_mode is None and not state.status and _wishes(state, block.text):
        statement, acts_follow = split_list_lead(block.text)
        wanted = statement if acts_follow else block.text
        state.list_promises = [state.add_promise(wanted, block.lines)]
        state.promise_depth = block.depth
    else:
        verdict = MARKS.get(block.marker.strip())
        state.add_action(block.text, block.lines, is_report=True, verdict=verdict)


def _is_first(state: State) -> bool:
    """Nothing stands in the area yet but the items before it in the list."""
    return state.promise is None or state.promise in state.list_promises


def _wishes(state: State, text: str) -> bool:
    if tells_of_act(text):
        return False
    if PROMISE.search(text) or _PAST_WISH.search(text):
        return True
    return state.promise is None and WILL.search(text) is not None


def _nested(state: State, block: Block) -> bool:
    """An item under an item: an act of the promise above, or one more act beside the act above."""
    if state.now in _LISTS_OF_NO_ACTS or state.promise is None:
        return False
    under_promise = bool(state.list_promises) and state.list_promises[-1] is state.promise
    is_report = tells_of_act(block.text) or (state.now is Mode.OUTCOME and not under_promise)
    kept, state.list_promises = state.list_promises, []
    if not _labelled_item(state, block):
        is_report = is_report and state.section is Mode.OUTCOME
        state.add_action(block.text, block.lines, is_report=is_report)
    state.list_promises = kept
    return True


def _add_background(state: State, block: Block) -> None:
    holder = (
        state.promise if state.promise is not None and len(state.list_promises) < 2 else state.area
    )
    if holder is None:
        state.current_period().introduction.add(block.text, block.lines)
        return
    holder.rationale.add(block.text, (*state.take_labels(), *block.lines))
    if state.area:
        state.area.is_used = True


def is_bare_list(texts: list[str]) -> bool:
    """Two items or more, none longer than four words, none with a verb, a number or an act."""
    return len(texts) > 1 and all(
        len(text.split()) <= 4
        and count_in(text) is None
        and not text.endswith(".")
        and not main_verb(text)
        and not is_infinitive(text)
        and not _is_act_noun(text)
        for text in texts
    )


def _is_act_noun(text: str) -> bool:
    return len(text.split()) > 1 and NOUN_ACT.search(text) is not None
