"""Stage 4, sentences that end before they say what: the list after them does."""

import re

from promises.page_import import headings
from promises.page_import.blocks import Block
from promises.page_import.outcomes import tells_of_act
from promises.page_import.pairing import best_match, content_words
from promises.page_import.roles import Role, read_heading
from promises.page_import.state import Mode, State
from promises.page_import.statements import (
    only_introduces,
    promises,
    promises_by_acts,
    split_list_lead,
)
from promises.page_import.subjects import Subject, subject_of
from promises.page_import.texts import sentences, without_end
from promises.page_import.validity import note_dates
from promises.page_import.words.verbs import PAST_PROMISE, PROMISE, WILL

_PURPOSE = re.compile(
    r"\b(?:medborgarlöft\w*|löft\w*|syftet\w*|målet med)\b[^.]{0,60}\b(?:ska|är|är att"
    r"|handlar om|innebär)\b[^.]{0,40}:?\Z",
    re.IGNORECASE,
)
_DONE_LEAD = re.compile(
    r"\b(?:har|hade)\b.*\b(?:genomför|gjor|utför|bland annat|följande)|\bgenomför(?:des|ts|da)\b"
    r"|\bgjordes\b|\butfallet\b|\bresultatet\b|\bser ut så här\b|\bblev\b",
    re.IGNORECASE,
)
_AREAS_LEAD = re.compile(
    r"\b(?:fokusområde\w*|områden\w*|teman?|temaområden|prioritering\w*|frågor)\b", re.IGNORECASE
)
LABEL_LENGTH = 110
_TEXT_ROLES = (Role.AREA, Role.TITLE, Role.PROMISE, Role.PERIOD, Role.LINKS, Role.ABOUT)
"""What a heading's words may seem to say while the sentence says something else."""


def read_list_lead(state: State, block: Block) -> None:
    text = block.text
    note_dates(state, block)
    last = sentences(text)[-1]
    statement, acts_follow = split_list_lead(text)
    if promises_by_acts(text) and not _PURPOSE.search(last):
        _promise_with_acts(state, block, statement, last)
        return
    is_short = len(text) < LABEL_LENGTH and len(sentences(text)) == 1
    named = read_heading(without_end(text)) if is_short else None
    if named and named.role not in _TEXT_ROLES:
        headings.enter(state, named, block, is_label=True)
        if named.role in (Role.ACTIONS, Role.AREA_LIST):
            state.list_mode, state.mode = state.mode, state.section
        return
    state.labels = list(block.lines)
    if acts_follow and promises(statement) and not _PURPOSE.search(last):
        _promise_with_acts(state, block, statement, last)
    elif state.promise is None and state.expects_promise and state.mode is Mode.PROMISES:
        _list_of_promises(state, last, subject_of(last))  # "Vårt ord": "Den här gången två:"
    else:
        _list_by_words(state, last, subject_of(last))


def _promise_with_acts(state: State, block: Block, statement: str, last: str) -> None:
    """ "Polisen lovar att öka närvaron genom att:" — a promise, and its acts after it."""
    labels = [line for line in state.labels if line not in block.lines]
    state.labels = []
    parts = sentences(statement)
    background = [part for part in parts[:-1] if not PROMISE.search(part)]
    if not PROMISE.search(parts[-1]):
        background = []
    if state.section is not Mode.OUTCOME:
        state.section = Mode.PROMISES
    start = max((at + 1 for at, part in enumerate(parts) if part in background), default=0)
    wanted = " ".join(parts[start:])
    for sentence in parts[:start]:
        if sentence not in background:
            state.add_promise(sentence, block.lines)
    promise = state.add_promise(wanted, (*labels, *block.lines))
    for sentence in background:
        promise.rationale.add(sentence, block.lines)
    state.list_promises = []
    state.mode = state.section
    state.list_mode = Mode.ACTIONS
    state.list_parties = promise.subject if statement.split()[-1] in last else ()


def _list_by_words(state: State, last: str, subject: Subject) -> None:
    gives = PROMISE.search(last) is not None
    if _PURPOSE.search(last) and not gives:
        state.list_mode = Mode.ABOUT
    elif _AREAS_LEAD.search(last) and not gives and not PAST_PROMISE.search(last):
        state.list_mode = Mode.AREA_LIST
    elif gives or only_introduces(last) or _undertakes(last, subject):
        _list_of_promises(state, last, subject)
    elif (_DONE_LEAD.search(last) and state.mode is not Mode.LEAD) or tells_of_act(last):
        _list_of_done(state, subject)
    elif state.promise is not None:
        _turn_to_named(state, last)
        state.list_mode = Mode.OUTCOME if state.section is Mode.OUTCOME else Mode.ACTIONS
    elif state.section is Mode.LEAD or state.mode is Mode.ABOUT:
        state.list_mode = Mode.ABOUT


def _turn_to_named(state: State, sentence: str) -> None:
    """ "Följet från färjan ordnas så här:" after a list of promises: the acts of the one that it names."""
    several = state.list_promises
    if len(several) < 2:
        return
    words = [content_words(promise.statement) for promise in several]
    match = best_match(sentence, words, least=0.2)
    if match is not None:
        state.promise, state.list_promises = several[match], []


def _undertakes(sentence: str, subject: Subject) -> bool:
    return WILL.search(sentence) is not None and (bool(subject.parties) or subject.is_we)


def _list_of_done(state: State, subject: Subject) -> None:
    if len(state.list_promises) > 1:
        state.promise, state.list_promises = None, []
    state.list_mode = Mode.OUTCOME
    state.list_parties = subject.parties
    state.current_period().has_report = True
    if state.section is Mode.LEAD:
        state.section = state.mode = Mode.OUTCOME


def _list_of_promises(state: State, sentence: str, subject: Subject) -> None:
    above = state.promise is not None and not state.list_promises
    if above and (state.area is not None or not PROMISE.search(sentence)):
        state.list_mode = Mode.ACTIONS
        state.list_parties = subject.parties
        return
    state.promise = None
    state.list_promises = []
    if PAST_PROMISE.search(sentence) and state.section is Mode.OUTCOME:
        state.current_period().has_recalled_list = True
        state.list_mode = Mode.PROMISED
    else:
        state.list_mode = Mode.PROMISES
        if state.section is not Mode.OUTCOME:
            state.section = state.mode = Mode.PROMISES
    state.list_parties = subject.parties or (state.we if subject.is_we else ())
    state.has_title = state.lead_is_over = True
