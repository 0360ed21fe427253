"""Stage 4, labels inside a line: "Bakgrund: …", "Ansvarig: polisen", "Status: genomförd"."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import cast

from promises.page_import import figures
from promises.page_import.background import read_background, read_follow_up, read_goal
from promises.page_import.blocks import Block, Kind
from promises.page_import.looking_back import plans_follow_up
from promises.page_import.outcomes import (
    acts_in,
    status_word,
    tells_of_act,
)
from promises.page_import.pairing import CANDIDATES, best_match, content_words
from promises.page_import.parties import parties_in, responsible_in
from promises.page_import.reasons import UNFINISHED, reason_of
from promises.page_import.reports import read_report
from promises.page_import.result import Status
from promises.page_import.roles import Role, read_heading
from promises.page_import.state import Mode, State
from promises.page_import.statements import is_awaited
from promises.page_import.texts import key, sentences
from promises.page_import.words.headings import (
    CONTACT,
    INLINE_LABEL,
    RESPONSIBLE,
    STATUS,
    WHY_LABEL,
)

_INNER_RESULT = re.compile(
    r"[.;,]?\s(?:Resultat(?:et)?|Utfall(?:et)?|Så gick det|Gjort|Genomfört|Blev)\s?[:–—]\s+"
)
_AFTER_DOER = re.compile(r"(?<=\))[,;] ")


def read_labelled(state: State, block: Block) -> bool:
    """False if the line has no label that holds for it alone; then nothing was read."""
    label = INLINE_LABEL.match(block.text)
    if label is None:
        return False
    rest, plain = block.text[label.end() :], key(label.group("label"))
    if CONTACT.match(key(rest)) and len(rest.split()) < 6:
        return True  # "Håller vi inte ord? Hör av dig!"
    if RESPONSIBLE.fullmatch(plain):
        return _responsible(state, block)
    if STATUS.fullmatch(plain) and _status(state, rest, block):
        return True
    if block.kind is Kind.HEADING and _is_title(block.text, rest):
        return False
    if WHY_LABEL.fullmatch(plain) and state.current_period().has_report:
        _why(state, rest, block)
        return True
    inner = Block(block.kind, rest, block.lines, (rest,))
    with _last_item_alone(state, block):
        return _by_role(state, label.group("label"), inner)


@contextmanager
def _last_item_alone(state: State, block: Block) -> Iterator[None]:
    """ "Bakgrund: …" right under an item of a list is about that item, not about the list."""
    kept = state.list_promises
    if (
        block.is_inside_item or state.is_under_item
    ) and not state.current_period().has_recalled_list:
        state.list_promises = kept[-1:]
    yield
    if state.list_promises == kept[-1:]:
        state.list_promises = kept


def _acts(text: str) -> list[str]:
    """One per sentence, or per "act (who does it)" where they stand in a row."""
    parts = _AFTER_DOER.split(text)
    if len(parts) > 1 and all(part.rstrip(".").endswith(")") for part in parts):
        return parts
    return sentences(text)


def _is_plan(label: str, text: str) -> bool:
    """ "Uppföljning av löftena: december": when it will be, not how it went."""
    is_about_it = key(label).startswith("uppföljning") or plans_follow_up(text)
    return is_about_it and not acts_in(text)


def _is_title(text: str, rest: str) -> bool:
    """ "Löfte 1: Trygg skola", "Uppföljning: Medborgarlöften i Vik 2023"."""
    return read_heading(text).is_numbered_promise or (
        "löft" in rest.casefold() and read_heading(text).role in (Role.PERIOD, Role.OUTCOME)
    )


def _by_role(state: State, label: str, block: Block) -> bool:
    heading = read_heading(label)
    role = heading.role
    if role is Role.OUTCOME and heading.status in UNFINISHED and state.mode is not Mode.LEAD:
        _undone(state, heading.status, block)
    elif role is Role.RATIONALE:
        read_background(state, block, is_announced=True)
    elif role is Role.GOALS:
        read_goal(state, block)
    elif role is Role.FOLLOW_UP or (role is Role.OUTCOME and _is_plan(label, block.text)):
        read_follow_up(state, block)
    elif role is Role.OUTCOME and state.mode is not Mode.LEAD:
        _outcome(state, block)
    elif role is Role.ACTIONS and state.promise is not None:
        for sentence in _acts(block.text):
            state.add_action(sentence, block.lines, is_report=False)
    elif role in (Role.PROMISES, Role.PROMISED) and is_awaited(block.text):
        if state.area:
            state.area.is_used = True
    elif role in (Role.PROMISES, Role.PROMISED) and state.mode is not Mode.LEAD:
        state.promise = None
        state.add_promise(block.text, block.lines)
    else:
        return False
    return True


def read_with_result(state: State, block: Block) -> bool:
    """ "Vi skulle byta 200 lampor. Resultat: 160": promised and done in one item."""
    found = _INNER_RESULT.search(block.text)
    if found is None:
        return False
    wanted, result = block.text[: found.start()].strip(), block.text[found.end() :].strip()
    if len(wanted.split()) < 3 or not result:
        return False
    state.promise, state.list_promises = None, []
    promise = state.add_promise(wanted, block.lines)
    state.current_period().has_report = True
    state.add_action(result, block.lines, is_report=True)
    told = promise.actions.pop()
    count = figures.count_in(result)
    numbers = [figure.value for figure in figures.numbers_in(result)]
    done = count if count is not None or not result[:1].isdigit() else numbers[0]
    promised = figures.count_in(wanted)
    status: Status = status_word(result) or told.status
    if done is not None and promised is not None and status in ("done", "partly"):
        status = "partly" if done < promised else "done"
    promise.actions.append(
        replace(
            told,
            text=result if tells_of_act(result) else wanted,
            promised_count=promised,
            done_count=None if status == "not_done" else done,
            status=status,
            reason=reason_of(result, status),
        )
    )
    return True


def _undone(state: State, status: str, block: Block) -> None:
    """ "Ogjort: …" beside "Gjort: …"; "Ogjort: inget" tells of nothing."""
    if len(block.text.split()) < 2:
        return
    kept, state.status = state.status, cast(Status, status)
    state.current_period().has_report = True
    state.add_action(block.text, block.lines, is_report=True)
    state.status = kept


def _outcome(state: State, block: Block) -> None:
    """ "Utfall: 14 kvällar" right after "Aktivitet: Nattvandring 20 kvällar" is of the same act."""
    state.current_period().has_report = True
    acts = state.promise.actions if state.promise else []
    planned = acts[-1] if acts and acts[-1].status == "planned" else None
    if planned is None or len(sentences(block.text)) > 1:
        read_report(state, block, is_labelled=True)
        return
    state.add_action(block.text, (*planned.lines, *block.lines), is_report=True)
    told = acts.pop()
    text = told.text if tells_of_act(told.text) else planned.text
    status: Status = told.status
    done, promised = told.done_count, planned.promised_count
    if status == "done" and done is not None and promised is not None and done < promised:
        status = "partly"
    reason = told.reason or reason_of(block.text, status)
    acts[-1] = replace(
        told,
        text=text,
        promised_count=promised,
        lead=told.lead or planned.lead,
        status=status,
        reason=reason,
    )


def _why(state: State, text: str, block: Block) -> None:
    """ "Kommentar: …" after an act that was not done in full; of others it says nothing that is kept."""
    if state.last_action is None:
        return
    told = state.last_action[0]
    open_ones = [
        position
        for position, action in enumerate(told)
        if action.status in UNFINISHED and action.reason == "not_stated"
    ]
    if not open_ones:
        return
    words = [content_words(told[position].text) for position in open_ones[:CANDIDATES]]
    meant = open_ones[best_match(text, words) or -1] if len(open_ones) > 1 else open_ones[0]
    action = told[meant]
    reason = reason_of(text, action.status)
    told[meant] = replace(
        action, reason=reason, reason_text=text, lines=(*action.lines, *block.lines)
    )


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
    parties = responsible_in(block.text) or parties_in(block.text.partition(":")[2])
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
