"""Stage 4, reports in prose: one act per sentence that tells of one, done or not."""

import re

from promises.page_import.blocks import Block
from promises.page_import.outcomes import acts_in, status_of, tells_of_act, verdict_of
from promises.page_import.result import Lines
from promises.page_import.state import State
from promises.page_import.statements import follow_up_plan, plans_follow_up, promises
from promises.page_import.texts import sentences
from promises.page_import.words.verbs import PROMISE

_WHOLE_PERIOD = re.compile(
    r"\b(?:under (?:hela )?perioden|utöver (?:detta|löft\w*|ovanstående|medborgarlöft\w*)"
    r"|förutom (?:löft\w*|medborgarlöft\w*))\b",
    re.IGNORECASE,
)


def read_report(state: State, block: Block, *, is_labelled: bool = False) -> None:
    """``is_labelled``: it stands after "Resultat:", so it tells of an act whatever its verbs."""
    told: list[str] = []
    for sentence in sentences(block.text):
        if not told and tells_of_promise(sentence):
            state.promise, state.list_promises = None, []
            state.add_promise(sentence, block.lines)
        else:
            told.append(sentence)
    if told:
        inside = block.is_inside_item
        text = " ".join(told)
        _read_told(state, text, block.lines, is_labelled=is_labelled, is_inside_item=inside)


def tells_of_promise(sentence: str) -> bool:
    """ "Vi lovade att …" in a report: what follows tells how it went."""
    if not PROMISE.search(sentence) or tells_of_act(sentence):
        return False
    return promises(sentence)


def _read_told(
    state: State, text: str, lines: Lines, *, is_labelled: bool, is_inside_item: bool
) -> None:
    verdict, rest = verdict_of(text)
    acts = acts_in(rest)
    if not acts and is_labelled:
        acts = [(text, "")]
    kept_promise, kept_area = state.promise, state.area
    if _is_of_whole_period(state, text):
        state.promise, state.area = None, None
    for act, why in acts:
        if is_inside_item and state.took_up_planned_action(act, lines):
            continue
        state.add_action(act, lines, is_report=True, why=why, verdict=verdict)
    state.promise, state.area = kept_promise, kept_area
    if not acts:
        _keep_prose(state, text, lines)


def _keep_prose(state: State, text: str, lines: Lines) -> None:
    period = state.current_period()
    if any(plans_follow_up(sentence) for sentence in sentences(text)):
        period.plans.append(follow_up_plan(text, lines))
    else:
        period.summary.add(text, (*state.take_labels(), *lines))
    if state.area:
        state.area.is_used = True


def _is_of_whole_period(state: State, text: str) -> bool:
    """The area has told of its own acts already, so a last paragraph may speak of the period."""
    if not _WHOLE_PERIOD.search(text) or state.area is None:
        return False
    has_acts = any(promise.actions for promise in state.area.promises)
    return has_acts and status_of(text) not in ("not_done", "partly")
