"""Stage 4, reports in prose: one act per sentence that tells of one, done or not."""

import re

from promises.page_import.blocks import Block, Kind
from promises.page_import.figures import count_in
from promises.page_import.looking_back import plans_follow_up
from promises.page_import.outcomes import (
    acts_in,
    is_statistics,
    status_of,
    tells_of_act,
    verdict_of,
)
from promises.page_import.plans import place_plan
from promises.page_import.result import Lines
from promises.page_import.state import State
from promises.page_import.statements import (
    names_givers,
    only_introduces,
    promises,
)
from promises.page_import.subjects import main_verb, subject_of
from promises.page_import.texts import sentences
from promises.page_import.words.verbs import BESIDES, PROMISE, RECALLS

_WHOLE_PERIOD = re.compile(
    r"\b(?:under (?:hela )?perioden)\b",
    re.IGNORECASE,
)


def read_report(state: State, block: Block, *, is_labelled: bool = False) -> None:
    """``is_labelled``: it stands after "Resultat:", so it tells of an act whatever its verbs."""
    told: list[str] = []
    if len(state.list_promises) > 1:
        state.promise, state.list_promises = None, []  # of which one it tells, its words say
    is_lead = block.kind is Kind.PARAGRAPH and state.area is None and not state.lead_is_over
    for sentence in sentences(block.text):
        if not told and is_lead and tells_of_promise(sentence):
            told.append(sentence)  # of all the promises that follow
        elif not told and tells_of_promise(sentence):
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
    if RECALLS.match(sentence):
        return not only_introduces(sentence)
    if not PROMISE.search(sentence):
        return False
    if tells_of_act(sentence) and main_verb(sentence) not in ("lovade", "utlovade"):
        return False
    return promises(sentence)


def _read_told(
    state: State, text: str, lines: Lines, *, is_labelled: bool, is_inside_item: bool
) -> None:
    verdict, rest = verdict_of(text)
    acts = acts_in(rest)
    if not acts and (is_labelled or _answers(state, text)):
        acts = [(text, "")]
    if _is_in_lead(state):
        acts = [(act, why) for act, why in acts if _names_doer_or_count(act)]
    kept_promise, kept_area = state.promise, state.area
    if _is_of_whole_period(state, text):
        state.promise, state.area = None, None
    for act, why in acts:
        if is_inside_item and state.took_up_planned_action(act, lines):
            continue
        state.add_action(act, lines, is_report=True, why=why, verdict=verdict)
    state.promise, state.area = kept_promise, kept_area
    if not acts:
        _keep_plan(state, text, lines)


def _is_in_lead(state: State) -> bool:
    """Before the first area of a report that has areas: what is said there is of the whole."""
    return (
        state.area is None
        and state.promise is None
        and state.position < min(state.areas, default=0)
    )


def _names_doer_or_count(sentence: str) -> bool:
    return bool(subject_of(sentence).parties) or count_in(sentence) is not None


def _answers(state: State, text: str) -> bool:
    """The only paragraph under a promise that is a heading tells how it went, whatever its verbs."""
    promise = state.promise
    is_alone = promise is not None and promise.is_heading and not promise.actions
    return is_alone and not any(map(plans_follow_up, sentences(text))) and not is_statistics(text)


def _keep_plan(state: State, text: str, lines: Lines) -> None:
    """Figures and praise belong to no row: the editor decides what to say of the whole."""
    parts = sentences(text)
    if any(map(plans_follow_up, parts)):
        place_plan(state, text, lines)
    elif (
        state.area is None and not state.current_period().promises and any(map(names_givers, parts))
    ):
        state.current_period().introduction.add(text, lines)


def _is_of_whole_period(state: State, text: str) -> bool:
    """The area has told of its own acts already, so a last paragraph may speak of the period."""
    if BESIDES.match(text):
        return True
    if not _WHOLE_PERIOD.search(text) or state.area is None:
        return False
    has_acts = any(promise.actions for promise in state.area.promises)
    return has_acts and status_of(text) not in ("not_done", "partly")
