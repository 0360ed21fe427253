"""Stage 4, blocks → meaning. The reader goes down the page once and keeps where it is (``state``)."""

import re
from collections import Counter

from promises.page_import import headings
from promises.page_import.blocks import Block, Kind
from promises.page_import.drafts import DraftPeriod
from promises.page_import.finish import freeze_period
from promises.page_import.labels import read_labelled
from promises.page_import.lines import Line
from promises.page_import.lists import is_bare_list, read_item
from promises.page_import.parties import Parties, ordered, parties_in, subject_of
from promises.page_import.people import People, find_people
from promises.page_import.prose import read_paragraph
from promises.page_import.result import ImportedPage, page_of
from promises.page_import.roles import Role, read_heading
from promises.page_import.rows_of_tables import read_table
from promises.page_import.state import Mode, State
from promises.page_import.statements import is_infinitive
from promises.page_import.tables import tables_in
from promises.page_import.texts import key, sentences
from promises.page_import.validity import note_dates
from promises.page_import.words.headings import LINKS
from promises.page_import.words.verbs import BY_DOING

_SPEAKS_OF_PROMISES = re.compile(
    r"\b\w*(?:löfte\w*|löften\w*|löftet)\b|\blovar\b|\bvi (?:polisen )?och\b", re.IGNORECASE
)
_AFTER_PROMISE = re.compile(
    r"\b\w*löft\w*\b[^.]{0,60}?\b(?:mellan|från|av)\s(?P<who>[^.]{3,160})", re.IGNORECASE
)
LEAD_BLOCKS = 14


def read_blocks(lines: tuple[Line, ...], blocks: tuple[Block, ...]) -> ImportedPage:
    people = find_people(blocks)
    state = State(page_parties=_page_parties(blocks), recurring=_recurring(blocks))
    starts = _read(state, blocks, people)
    _sign(state, people, starts)
    fallback = list(state.lead_spans)
    if state.has_title and all(period.is_empty for period in state.periods):
        for statement, where in state.lead_promises:
            state.leave_area()
            state.add_promise(statement, where)
    periods = [period for period in state.periods if not period.is_empty]
    if periods and state.lead.paragraphs:
        periods[0].introduction.paragraphs[:0] = state.lead.paragraphs
        periods[0].introduction.lines[:0] = state.lead.lines
    if periods and state.title_span and all(period.span is None for period in periods):
        span, where = state.title_span
        fallback.append((span, where, False))
    frozen = tuple(freeze_period(period, fallback) for period in periods)
    return page_of(lines, frozen, tuple(people.contacts), tuple(people.addresses))


def _read(state: State, blocks: tuple[Block, ...], people: People) -> list[tuple[int, DraftPeriod]]:
    """Returns where each period was entered, to know whose signatories are whose."""
    tables = {start: (end, table) for start, end, table in tables_in(blocks)}
    bare = _bare_lists(blocks)
    entered: list[tuple[int, DraftPeriod]] = []
    skip = 0
    state.last_area_at = _last_area(blocks, people)
    for position, block in enumerate(blocks):
        state.position = position
        if position in people.taken or position < skip:
            continue
        if block.kind is Kind.NOISE:
            if LINKS.match(key(block.text)):
                state.mode, state.list_mode = Mode.LINKS, None
            continue
        if position in tables:
            skip, table = tables[position]
            if state.mode is not Mode.LINKS:
                read_table(state, table)
        elif block.kind is Kind.HEADING:
            _heading(state, block, blocks[position + 1 : position + 2])
        elif block.kind is Kind.ITEM:
            read_item(state, block, list_is_bare=position in bare)
        elif not block.is_caption:
            state.lead_is_over = state.lead_is_over or _leads_to_acts(
                blocks[position + 1 : position + 2]
            )
            read_paragraph(state, block)
        if state.period and (not entered or entered[-1][1] is not state.period):
            entered.append((position, state.period))
    return entered


def _leads_to_acts(after: tuple[Block, ...]) -> bool:
    """ "Detta gör vi genom att:" follows, so the paragraph is a promise even in the lead."""
    return bool(after) and BY_DOING.search(after[0].text[:200]) is not None


def _last_area(blocks: tuple[Block, ...], people: People) -> int:
    found = -1
    for position, block in enumerate(blocks):
        if block.kind is not Kind.HEADING or position in people.taken:
            continue
        role = read_heading(block.text).role
        if role in (Role.CONTACT, Role.LINKS):
            break
        if role is Role.AREA and not block.text.endswith(":"):
            found = position
    return found


def _heading(state: State, block: Block, after: tuple[Block, ...]) -> None:
    if read_labelled(state, block):
        return
    is_label = block.text.endswith(":")
    if is_label:
        note_dates(state, block)
    if is_label and is_infinitive(block.text) and state.promise is not None:
        read_paragraph(state, block)
        return
    heading = read_heading(block.text)
    if heading.role is Role.AREA and _is_unmarked_item(state, block):
        read_item(state, block, list_is_bare=False)
        return
    if heading.role is Role.AREA and is_label and len(block.text.split()) > 5:
        read_paragraph(state, block)
        return
    if (
        heading.role is Role.AREA
        and state.mode is Mode.LINKS
        and not (after and len(after[0].text) > 60)
    ):
        return
    headings.enter(state, heading, block, is_label=is_label)


def _is_unmarked_item(state: State, block: Block) -> bool:
    """Lines pasted without their bullets: "Polisen lovar att:" and then "Genomföra …"."""
    return (
        not block.depth
        and is_infinitive(block.text)
        and bool(state.list_mode or state.list_parties)
    )


def _recurring(blocks: tuple[Block, ...]) -> frozenset[str]:
    counts = Counter(key(block.text) for block in blocks if block.kind is Kind.HEADING)
    return frozenset(text for text, count in counts.items() if count > 1)


def _bare_lists(blocks: tuple[Block, ...]) -> set[int]:
    found: set[int] = set()
    run: list[int] = []
    for position, block in enumerate((*blocks, None)):
        if block is not None and block.kind is Kind.ITEM:
            run.append(position)
            continue
        if run and is_bare_list([blocks[number].text for number in run]):
            found.update(run)
        run = []
    return found


def _page_parties(blocks: tuple[Block, ...]) -> Parties:
    """Who "vi" is: the parties of the title and the lead, where they speak of promises."""
    texts = [block.text for block in blocks if block.kind is not Kind.NOISE][:LEAD_BLOCKS]
    found = [
        sentence
        for text in texts
        for sentence in sentences(text[:3000])
        if _SPEAKS_OF_PROMISES.search(sentence)
    ]
    acting = ordered(party for sentence in found for party in _givers(sentence))
    named = acting or ordered(party for sentence in found for party in parties_in(sentence))
    return named or _acting_anywhere(blocks)


def _acting_anywhere(blocks: tuple[Block, ...]) -> Parties:
    """A page whose lead names nobody: the municipality and the police, if they act on it."""
    texts = [block.text[:300] for block in blocks[:200] if block.kind is not Kind.NOISE]
    found = {party for text in texts for party in subject_of(text).parties}
    return ("municipality", "police") if {"municipality", "police"} <= found else ()


def _givers(sentence: str) -> Parties:
    after = _AFTER_PROMISE.search(sentence)
    between = parties_in(after.group("who").split(" för ")[0]) if after else ()
    return ordered((*subject_of(sentence).parties, *between))


def _sign(state: State, people: People, entered: list[tuple[int, DraftPeriod]]) -> None:
    """A signatory belongs to the period that was being read; before any, to the first."""
    kept = [(position, period) for position, period in entered if not period.is_empty]
    if not kept:
        return
    for position, signatory in people.signatories:
        before = [period for start, period in kept if start <= position]
        period = before[-1] if before else kept[0][1]
        period.signatories.append(signatory)
