"""Stage 4, prose around promises: general text, background, goals, plans for the follow-up."""

from collections.abc import Sequence

from promises.page_import.blocks import Block
from promises.page_import.drafts import DraftArea, DraftPromise
from promises.page_import.goals import find_goals, is_wished
from promises.page_import.looking_back import plans_follow_up, speaks_of_follow_up
from promises.page_import.outcomes import tells_of_act
from promises.page_import.pairing import CANDIDATES, best_match, content_words
from promises.page_import.plans import place_plan
from promises.page_import.reports import read_report
from promises.page_import.state import Mode, State
from promises.page_import.statements import (
    awaits_promise,
    is_prose,
    is_record,
    names_givers,
    speaks_of_promises,
    tells_origin,
    tells_validity,
)
from promises.page_import.texts import sentences


def read_general(state: State, block: Block) -> None:
    """Kept of the general text: who gives the promises, and when they are followed up. What only says
    how good cooperation is, or that people were asked, belongs to no row."""
    parts = sentences(block.text)
    for sentence in parts:
        if plans_follow_up(sentence):
            place_plan(state, sentence, block.lines)
    if state.mode is Mode.ABOUT or not any(map(names_givers, parts)):
        return
    prose = state.lead
    if state.period is not None:
        prose = state.period.origin if tells_origin(block.text) else state.period.introduction
    prose.add(block.text, block.lines)


def read_background(state: State, block: Block, *, is_announced: bool = False) -> None:
    """Prose at a promise or an area; the follow-up plan and the goals in it are taken out."""
    holder = _holder(state)
    parts = sentences(block.text)
    is_announced |= state.mode is Mode.RATIONALE or bool(state.labels)
    if not (is_announced or is_prose(block.text)):
        return
    if holder is None:
        if is_announced and state.period is None:
            state.lead_rationale.add(block.text, (*state.take_labels(), *block.lines))
        read_general(state, block)
    elif isinstance(holder, DraftArea) and any(map(awaits_promise, parts)):
        holder.is_used = True
    elif isinstance(holder, DraftArea) and all(map(speaks_of_promises, parts)):
        read_general(state, block)
    else:
        _split_background(state, holder, parts, block)


def _holder(state: State) -> DraftArea | DraftPromise | None:
    """Several promises of one list share their background, so it is their area's."""
    shared = len(state.list_promises) > 1
    if state.promise is not None and state.area is None and shared:
        return state.promise if state.mode is Mode.RATIONALE else None
    return state.area if state.promise is None or shared else state.promise


def _sharing(state: State, holder: DraftArea | DraftPromise) -> Sequence[DraftArea | DraftPromise]:
    """ "Varför just de här löftena?" after a list, outside any area, is about each of them."""
    if holder is state.promise and state.area is None and len(state.list_promises) > 1:
        return state.list_promises
    return [holder]


def _split_background(
    state: State, holder: DraftArea | DraftPromise, parts: list[str], block: Block
) -> None:
    kept: list[str] = []
    is_mixed = not all(map(plans_follow_up, parts))
    for sentence in parts:
        if plans_follow_up(sentence):
            place_plan(state, sentence, block.lines, is_mixed=is_mixed)
        elif not (tells_validity(sentence) or is_record(sentence)):
            goals = find_goals(sentence, block.lines)
            holder.goals += goals
            if not (goals and is_wished(sentence)):  # a goal is no background
                kept.append(sentence)
    if kept:
        lines = (*state.take_labels(), *block.lines)
        for one in _sharing(state, holder):
            one.rationale.add(" ".join(kept), lines)
        if state.area:
            state.area.is_used = True


def read_goal(state: State, block: Block) -> None:
    lines = (*state.take_labels(), *block.lines)
    for sentence in sentences(block.text):
        if plans_follow_up(sentence) and not find_goals(sentence, ()):
            place_plan(state, sentence, lines)
    goals = find_goals(block.text, lines, is_labelled=True)
    holder = (
        state.promise if state.promise is not None and len(state.list_promises) < 2 else state.area
    )
    if holder is not None:
        holder.goals += goals
    elif goals and state.period is not None and (given := state.period.promises):
        words = [content_words(promise.statement) for promise in given[:CANDIDATES]]
        given[best_match(block.text, words) or 0].goals += goals


def read_follow_up(state: State, block: Block) -> None:
    """Under the heading "Uppföljning": a plan, or a report when it tells what was done."""
    parts = sentences(block.text)
    told = [part for part in parts if tells_of_act(part) and not speaks_of_follow_up(part)]
    if told and not any(map(plans_follow_up, parts)):
        state.mode = Mode.OUTCOME
        read_report(state, block)
        return
    for part in told:
        state.add_action(part, block.lines, is_report=True)
    place_plan(state, block.text, (*state.take_labels(), *block.lines))
