"""Stage 4, paragraphs: what a paragraph is depends on where it stands."""

import re
from itertools import takewhile

from promises.page_import.background import (
    read_background,
    read_follow_up,
    read_general,
    read_goal,
)
from promises.page_import.blocks import Block
from promises.page_import.goals import find_goals
from promises.page_import.half_sentences import is_generic
from promises.page_import.labels import read_labelled
from promises.page_import.list_leads import read_list_lead
from promises.page_import.looking_back import plans_follow_up, speaks_of_follow_up
from promises.page_import.parties import ordered, parties_in
from promises.page_import.plans import place_plan
from promises.page_import.reports import read_report
from promises.page_import.state import Mode, State
from promises.page_import.statements import (
    is_general,
    is_infinitive,
    is_prose,
    joins,
    leads_to_list,
    names_givers,
    promises,
    promises_impersonally,
    promises_loosely,
)
from promises.page_import.subjects import subject_of
from promises.page_import.texts import sentences
from promises.page_import.validity import note_dates
from promises.page_import.words.names import JOIN_HANDS
from promises.page_import.words.verbs import PAST_PROMISE, PROMISE, QUOTE, WILL

SECTION_GAP = 3
"""Blank lines that part a paragraph from the area above it: the seed's training day."""
LONGEST_LEAD = 1200


def read_paragraph(state: State, block: Block) -> None:
    text = block.text
    if read_labelled(state, block) or QUOTE.search(text[:600]):
        return
    if state.area is None and state.period is not None and _tells_who_gives(sentences(text)[0]):
        state.joined_parties = ordered((*state.joined_parties, *parties_in(text)))
        state.period.lines += block.lines
        return
    if block.gap >= SECTION_GAP and state.section is Mode.OUTCOME and not leads_to_list(text):
        state.leave_area()
        state.mode = Mode.OUTCOME
    if leads_to_list(text) and len(text) < LONGEST_LEAD:
        read_list_lead(state, block)
        if text.endswith(".") and state.promise is None:
            read_general(state, block)  # "… har lett fram till följande löften." is prose, too
        return
    state.list_mode = None
    state.speaks = state.speaks or names_givers(sentences(text)[0])
    state.has_prose = state.has_prose or is_prose(text)
    note_dates(state, block)
    if state.position in state.unspoken and state.promise is not None:
        state.promise, state.list_promises = None, []
        state.mode = state.section
    match state.mode:
        case Mode.LEAD if state.lead_is_over and _gives(text):
            state.section = state.mode = Mode.PROMISES
            state.has_title = True
            _undertaking(state, block)
        case Mode.LEAD | Mode.ABOUT:
            read_general(state, block)
        case Mode.LINKS:
            return
        case Mode.PROMISED if state.labels or is_infinitive(text):
            state.promise, state.list_promises = None, []
            state.add_promise(text, block.lines)
        case Mode.OUTCOME | Mode.PROMISED:
            read_report(state, block, is_labelled=bool(state.status and state.labels))
        case Mode.ACTIONS:
            _acts_to_come(state, block)
        case Mode.GOALS:
            read_goal(state, block)
        case Mode.FOLLOW_UP:
            read_follow_up(state, block)
        case Mode.RATIONALE:
            read_background(state, block)
        case _:
            _undertaking(state, block)


def _tells_who_gives(sentence: str) -> bool:
    """ "Här är även hyresvärdarna med", "Kommunen, polisen och ägarna har gått ihop"."""
    if joins(sentence):
        return True
    return JOIN_HANDS.search(sentence) is not None and len(subject_of(sentence).parties) > 1


def _undertaking(state: State, block: Block) -> None:
    """Prose among promises: a promise of its own, or what belongs to one."""
    in_lead = not state.lead_is_over and state.area is None and state.promise is None
    in_lead = in_lead and not _expects_promise(state)
    parts = sentences(block.text)
    gives = promises_loosely if _expects_promise(state) else promises
    if state.area is not None and state.promise is None and not any(map(promises, parts)):
        gives = promises_impersonally
    giving = [number for number, part in enumerate(parts) if gives(part)]
    if state.position in state.unspoken and state.promise is None:
        _unspoken(state, block, parts)
    elif giving and not in_lead and not is_general(parts[giving[0]]):
        _promise_in_prose(state, block, parts, giving[0])
    elif _expects_promise(state) and not any(
        is_general(part) or plans_follow_up(part) or (names_givers(part) and not promises(part))
        for part in parts
    ):
        state.add_promise(block.text, block.lines)
    elif in_lead:
        if giving and not is_general(parts[giving[0]]):
            state.lead_promises.append((parts[giving[0]], block.lines))
        read_general(state, block)
    elif not is_generic(block.text):
        read_background(state, block)


def _unspoken(state: State, block: Block, parts: list[str]) -> None:
    plans = [part for part in parts[1:] if plans_follow_up(part) or speaks_of_follow_up(part)]
    before = list(takewhile(lambda part: part not in plans, parts))
    state.add_promise(" ".join(before), block.lines)
    for part in plans:
        place_plan(state, part, block.lines, is_mixed=True)


def _gives(text: str) -> bool:
    """A promise that is given now; "lovade" in a lead tells of one."""
    return any(
        PROMISE.search(part) and promises(part) and not PAST_PROMISE.search(part)
        for part in sentences(text)
    )


def _expects_promise(state: State) -> bool:
    """Right under "Löfte 1" or "Medborgarlöfte" inside an area, the first paragraph is the promise."""
    is_under = bool(state.labels) and state.expects_promise
    return state.promise is None and is_under and state.mode is Mode.PROMISES


def _promise_in_prose(state: State, block: Block, parts: list[str], first: int) -> None:
    end = first + 1
    while end < len(parts) and _continues_promise(parts[end]):
        end += 1
    later = [part for part in parts[end:] if PROMISE.search(part) and promises(part)]
    statement = " ".join(parts[first:end])
    promise = state.add_promise(statement, block.lines)
    for part in (*parts[:first], *parts[end:]):
        if part in later or is_general(part):
            continue
        if plans_follow_up(part):
            place_plan(state, part, block.lines, is_mixed=True)
        elif goals := find_goals(part, block.lines):
            promise.goals += goals
        else:
            promise.rationale.add(part, block.lines)
    for part in later:
        state.list_promises.append(promise)
        promise = state.add_promise(part, block.lines)
    if later:
        state.list_promises.append(promise)


def _continues_promise(sentence: str) -> bool:
    if plans_follow_up(sentence) or is_general(sentence):
        return False
    if PROMISE.search(sentence):
        return False
    if promises(sentence) or promises_impersonally(sentence):
        return True
    return re.match(r"(?:Detta|Målet|Det här|Vi ska|Vi kommer)\b", sentence) is not None


def _acts_to_come(state: State, block: Block) -> None:
    """A paragraph under "Aktiviteter" is an act; other prose is background."""
    text = block.text
    if plans_follow_up(text):
        place_plan(state, text, block.lines)
    elif PROMISE.search(text) and promises(text):
        state.promise = None
        state.mode = Mode.PROMISES
        state.add_promise(text, block.lines)
    elif WILL.search(text) or is_infinitive(text) or subject_of(text).parties:
        state.add_action(text, block.lines, is_report=False)
    else:
        read_background(state, block)
