"""Stage 4, blocks → meaning. The reader goes down the page once and keeps where it is (``state``)."""

from promises.page_import import headings
from promises.page_import.area_sections import heads_lists_by_party
from promises.page_import.blocks import Block, Kind
from promises.page_import.contents import without_contents
from promises.page_import.drafts import DraftPeriod
from promises.page_import.finish import freeze_period
from promises.page_import.half_sentences import LABELS_OF_PAGE
from promises.page_import.label_roles import learned_labels
from promises.page_import.labels import read_labelled
from promises.page_import.lines import Line
from promises.page_import.lists import is_bare_list, read_item
from promises.page_import.outline import (
    announces_promises,
    areas_in,
    is_news,
    recurring_headings,
)
from promises.page_import.page_parties import lines_of_parties, page_parties
from promises.page_import.parties import NAMES_OF_PAGE
from promises.page_import.party_names import names_of
from promises.page_import.people import People, find_people
from promises.page_import.period_sentences import period_sentences
from promises.page_import.prose import read_paragraph
from promises.page_import.result import ImportedPage, page_of
from promises.page_import.roles import Role, beside_parties, read_heading
from promises.page_import.rows_of_tables import read_table
from promises.page_import.state import Mode, State
from promises.page_import.statements import (
    is_infinitive,
    is_prose,
    leads_to_list,
    only_introduces,
    promises_by_acts,
)
from promises.page_import.tables import tables_in
from promises.page_import.texts import key, sentences
from promises.page_import.undertakings import first_undertaking, recalled_items
from promises.page_import.unspoken import unspoken_promises
from promises.page_import.validity import dated_by_page, note_dates
from promises.page_import.words.doubts import FROM_LEAD
from promises.page_import.words.headings import LINKS
from promises.page_import.words.verbs import BY_DOING

_LABELS = frozenset(
    {Role.ACTIONS, Role.RATIONALE, Role.GOALS, Role.FOLLOW_UP, Role.OUTCOME, Role.PROMISED}
)
TAIL_LINE = 60


def read_blocks(lines: tuple[Line, ...], blocks: tuple[Block, ...]) -> ImportedPage:
    blocks = without_contents(blocks)
    token = NAMES_OF_PAGE.set(names_of(blocks))
    labels = LABELS_OF_PAGE.set(frozenset())
    try:
        people = find_people(blocks)
        LABELS_OF_PAGE.set(learned_labels(blocks, people))
        return _page(lines, blocks, people)
    finally:
        NAMES_OF_PAGE.reset(token)
        LABELS_OF_PAGE.reset(labels)


def _page(lines: tuple[Line, ...], blocks: tuple[Block, ...], people: People) -> ImportedPage:
    page = _read_page(lines, blocks, people)
    start = first_undertaking(blocks, people)
    if page.periods or start is None or is_news(blocks):
        return page
    return _read_page(lines, blocks, people, assumed_from=start)


def _read_page(
    lines: tuple[Line, ...], blocks: tuple[Block, ...], people: People, assumed_from: int = -1
) -> ImportedPage:
    """``assumed_from``: where a list of promises starts that no word on the page announces."""
    areas = areas_in(blocks, people)
    state = State(
        page_parties=page_parties(blocks),
        recurring=recurring_headings(blocks),
        areas=areas,
        lists_parties=heads_lists_by_party(blocks),
        unspoken=unspoken_promises(blocks, people, areas),
        lead_is_over=not (announces_promises(blocks, people, areas) or is_news(blocks)),
        has_gaps=any(block.gap for block in blocks),
        assumed_from=assumed_from,
        recalled=recalled_items(blocks, people),
    )
    starts = _read(state, blocks, people)
    _sign(state, people, starts)
    fallback = list(state.lead_spans)
    if state.has_title and all(period.is_empty for period in state.periods):
        for statement, where in state.lead_promises:
            state.leave_area()
            state.add_promise(statement, where).doubt = FROM_LEAD
    periods = [period for period in state.periods if not period.is_empty]
    if periods:
        periods[0].lines += [*lines_of_parties(blocks), *state.kind_lines]
    if periods and state.lead.paragraphs:
        periods[0].introduction.paragraphs[:0] = state.lead.paragraphs
        periods[0].introduction.lines[:0] = state.lead.lines
    if len(periods) == 1 and len(periods[0].promises) == 1:
        periods[0].promises[0].rationale.paragraphs += state.lead_rationale.paragraphs
        periods[0].promises[0].rationale.lines += state.lead_rationale.lines
    if periods:
        periods[0].plans[:0] = state.lead_plans
    if periods and state.title_span and all(period.span is None for period in periods):
        span, where = state.title_span
        fallback.append((span, where, False))
    if not fallback and not any(period.span or period.validity for period in periods):
        fallback = state.weak_spans
    frozen = tuple(freeze_period(period, fallback) for period in periods)
    return page_of(lines, frozen, tuple(people.contacts), tuple(people.addresses))


def _read(state: State, blocks: tuple[Block, ...], people: People) -> list[tuple[int, DraftPeriod]]:
    """Returns where each period was entered, to know whose signatories are whose."""
    tables = {start: (end, table) for start, end, table in tables_in(blocks)}
    bare = _bare_lists(blocks)
    dated = period_sentences(blocks)
    entered: list[tuple[int, DraftPeriod]] = []
    skip = 0
    state.last_area_at = _last_area(blocks, people)
    for position, block in enumerate(blocks[: _tail_start(blocks, people)]):
        state.position = position
        if position in people.taken or position < skip:
            continue
        if position == state.assumed_from:
            state.section = state.mode = Mode.PROMISES
            state.has_title = state.lead_is_over = True
        state.is_under_item = _is_under_item(blocks, position, state)
        if position in dated:
            state.open_period(dated[position][0], block.lines, dated[position][1])
            state.section = state.mode = Mode.PROMISES
            state.has_title = state.lead_is_over = True
            continue
        if block.kind is Kind.NOISE:
            if LINKS.match(key(block.text)) and state.section is not Mode.LEAD:
                state.mode, state.list_mode = Mode.LINKS, None
            continue
        if position in tables:
            skip, table = tables[position]
            if state.mode is not Mode.LINKS:
                read_table(state, table)
        elif block.kind is Kind.HEADING or _is_label(block):
            _heading(state, block)
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


def _tail_start(blocks: tuple[Block, ...], people: People) -> int:
    """Where the page's text has ended: after it only short lines follow, and the first is the site's."""
    start = len(blocks)
    for position in range(len(blocks) - 1, -1, -1):
        block = blocks[position]
        if block.kind is Kind.NOISE:
            start = position
        elif position not in people.taken and (
            block.kind in (Kind.ITEM, Kind.ROW)
            or is_prose(block.text)
            or len(block.text) > TAIL_LINE
        ):
            break
    return start


def _is_label(block: Block) -> bool:
    """In saved HTML a label may be a paragraph of its own: <p>Aktiviteter</p>."""
    if block.kind is not Kind.PARAGRAPH or len(block.text.split()) > 9:
        return False
    heading = read_heading(block.text)
    if heading.role is Role.PERIOD and heading.is_dates_alone:
        return True
    if heading.role is Role.PROMISES and only_introduces(block.text):
        return not block.text.endswith((".", ":", " att"))
    if len(block.text.split()) > 4 or block.text.endswith("."):
        return False
    return heading.role in _LABELS


def _is_under_item(blocks: tuple[Block, ...], position: int, state: State) -> bool:
    """In saved HTML no air shows, so there a line must lie inside the item."""
    before = blocks[position - 1] if position else None
    if before is None or blocks[position].gap > 0 or not state.has_gaps:
        return False
    return before.kind is Kind.ITEM or (state.is_under_item and before.kind is Kind.PARAGRAPH)


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


def _heading(state: State, block: Block) -> None:
    if read_labelled(state, block):
        return
    is_label = block.text.endswith(":")
    if is_label:
        note_dates(state, block)
    if is_label and is_infinitive(block.text) and state.promise is not None:
        read_paragraph(state, block)
        return
    is_lead = len(sentences(block.text)) > 1 and leads_to_list(block.text)
    if is_lead or promises_by_acts(block.text):
        read_paragraph(state, block)
        return
    heading = dated_by_page(state, read_heading(block.text))
    if state.lists_parties:
        heading = beside_parties(heading)
    if heading.role is Role.AREA and _is_unmarked_item(state, block):
        read_item(state, block, list_is_bare=False)
        return
    if heading.role is Role.AREA and is_label and len(block.text.split()) > 5:
        read_paragraph(state, block)
        return
    is_label = is_label or (block.kind is Kind.PARAGRAPH and heading.role is Role.PROMISES)
    headings.enter(state, heading, block, is_label=is_label)


def _is_unmarked_item(state: State, block: Block) -> bool:
    """Lines pasted without their bullets: "Polisen lovar att:" and then "Genomföra …"."""
    return (
        not block.depth
        and is_infinitive(block.text)
        and bool(state.list_mode or state.list_parties)
    )


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


def _sign(state: State, people: People, entered: list[tuple[int, DraftPeriod]]) -> None:
    """A signatory belongs to the period that was being read; before any, to the first."""
    kept = [(position, period) for position, period in entered if not period.is_empty]
    if not kept:
        return
    for position, signatory in people.signatories:
        before = [period for start, period in kept if start <= position]
        period = before[-1] if before else kept[0][1]
        period.signatories.append(signatory)
