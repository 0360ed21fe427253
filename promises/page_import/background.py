"""Stage 4, prose around promises: general text, background, goals, plans for the follow-up."""

from promises.page_import.blocks import Block
from promises.page_import.drafts import DraftArea, DraftPromise
from promises.page_import.goals import find_goals
from promises.page_import.outcomes import acts_in
from promises.page_import.reports import read_report
from promises.page_import.state import Mode, State
from promises.page_import.statements import (
    awaits_promise,
    follow_up_plan,
    is_general,
    plans_follow_up,
    tells_origin,
)
from promises.page_import.texts import sentences


def read_general(state: State, block: Block) -> None:
    """How the promises came about, and what they are: kept, once the page's title has been met."""
    if not state.has_title:
        return
    for sentence in sentences(block.text):
        if plans_follow_up(sentence) and state.period is not None:
            state.period.plans.append(follow_up_plan(sentence, block.lines))
    prose = state.lead
    if state.period is not None:
        prose = state.period.origin if tells_origin(block.text) else state.period.introduction
    prose.add(block.text, block.lines)


def read_background(state: State, block: Block) -> None:
    """Prose at a promise or an area; the follow-up plan and the goals in it are taken out."""
    holder = _holder(state)
    parts = sentences(block.text)
    if holder is None:
        read_general(state, block)
    elif isinstance(holder, DraftArea) and any(map(awaits_promise, parts)):
        holder.lines += block.lines
        holder.is_used = True
    elif isinstance(holder, DraftArea) and all(map(is_general, parts)):
        read_general(state, block)
    else:
        _split_background(state, holder, parts, block)


def _holder(state: State) -> DraftArea | DraftPromise | None:
    """Several promises of one list share their background, so it is their area's."""
    shared = len(state.list_promises) > 1
    if state.promise is not None and state.area is None and shared:
        return state.promise if state.mode is Mode.RATIONALE else None
    return state.area if state.promise is None or shared else state.promise


def _split_background(
    state: State, holder: DraftArea | DraftPromise, parts: list[str], block: Block
) -> None:
    kept: list[str] = []
    for sentence in parts:
        if plans_follow_up(sentence):
            holder.plans.append(follow_up_plan(sentence, block.lines))
        else:
            holder.goals += find_goals(sentence, block.lines)
            kept.append(sentence)
    if kept:
        holder.rationale.add(" ".join(kept), (*state.take_labels(), *block.lines))
        if state.area:
            state.area.is_used = True


def read_goal(state: State, block: Block) -> None:
    goals = find_goals(block.text, (*state.take_labels(), *block.lines), is_labelled=True)
    holder = (
        state.promise if state.promise is not None and len(state.list_promises) < 2 else state.area
    )
    if holder is not None:
        holder.goals += goals
    elif state.period is not None and len(state.period.promises) == 1:
        state.period.promises[0].goals += goals


def read_follow_up(state: State, block: Block) -> None:
    """Under the heading "Uppföljning": a plan, or a report when it tells what was done."""
    acts = acts_in(block.text)
    if acts and not any(plans_follow_up(sentence) for sentence in sentences(block.text)):
        state.mode = Mode.OUTCOME
        read_report(state, block)
        return
    plan = follow_up_plan(block.text, (*state.take_labels(), *block.lines))
    shared = len(state.list_promises) > 1
    if state.promise is not None and not shared and state.area is not None:
        state.promise.plans.append(plan)
    elif state.area is not None:
        state.area.plans.append(plan)
    else:
        state.current_period().plans.append(plan)
