"""Stage 4, what stands under a heading that may be an area: promises, acts, prose, or nothing of the kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from promises.page_import.blocks import Block, Kind
from promises.page_import.half_sentences import asks, is_generic
from promises.page_import.lists import is_bare_list
from promises.page_import.outcomes import tells_of_act
from promises.page_import.people import People, section_role
from promises.page_import.periods import find_spans
from promises.page_import.roles import Role, beside_parties, read_heading
from promises.page_import.statements import awaits_promise, is_infinitive, promises
from promises.page_import.texts import key, sentences
from promises.page_import.undertakings import undertakes
from promises.page_import.words.form import FIGURE
from promises.page_import.words.headings import INLINE_LABEL
from promises.page_import.words.promise_nouns import PLURAL
from promises.page_import.words.verbs import PROMISE, WILL

STARTS_BODY = frozenset({Role.PERIOD, Role.PROMISES, Role.PROMISED, Role.OUTCOME, Role.PROMISE})
_ENDS_SECTION = STARTS_BODY - {Role.PROMISES, Role.PROMISED, Role.OUTCOME, Role.PROMISE} | {
    Role.AREA,
    Role.CONTACT,
    Role.LINKS,
    Role.SIGNATURES,
    Role.ABOUT,
}
_INNER = frozenset(
    {
        Role.PROMISES,
        Role.PROMISED,
        Role.PARTY,
        Role.ACTIONS,
        Role.RATIONALE,
        Role.GOALS,
        Role.OUTCOME,
    }
)
_GIVING = frozenset({Role.PROMISES, Role.PROMISED, Role.PROMISE, Role.PARTY})
_RECORD = re.compile(r"\b(?:dnr|diarienr|diarienummer|ärendenummer)\b|§", re.IGNORECASE)
_PLURAL = re.compile(rf"{PLURAL}\b|medborgarlöft", re.IGNORECASE)
CLUSTER = 8
LEAST_PROSE = 4
"""Words of a paragraph that says something; footers and addresses are shorter."""


@dataclass(slots=True)
class Section:
    position: int
    level: int
    gives: bool = False
    """A promise, or a label that announces one."""
    says: bool = False
    """A promise in a sentence of its own."""
    acts: bool = False
    plans: bool = False
    """A label over what will be done."""
    tells: bool = False
    prose: bool = False
    awaits: bool = False
    undertakes: bool = False
    """Its list says what somebody will do."""

    @property
    def is_strong(self) -> bool:
        return self.gives or self.acts or self.tells


def candidates(blocks: tuple[Block, ...], people: People) -> Iterator[int]:
    lists_parties = heads_lists_by_party(blocks)
    for position, block in enumerate(blocks):
        if block.kind is not Kind.HEADING or position in people.taken:
            continue
        if _label_role(block) is not None:
            continue
        heading = read_heading(block.text)
        heading = beside_parties(heading) if lists_parties else heading
        is_title = heading.is_numbered_promise and _may_be_title(heading.text)
        if is_title or (
            heading.role is Role.AREA and not (_is_lead(block) or _names_nothing(block))
        ):
            yield position


def heads_lists_by_party(blocks: tuple[Block, ...]) -> bool:
    """Two parties or more head a list each, once: the page is ordered by who promises."""
    heads = [
        key(block.text)
        for block, after in pairwise(blocks)
        if block.kind is Kind.HEADING
        and after.kind is Kind.ITEM
        and read_heading(block.text).role is Role.PARTY
        and not PROMISE.search(block.text)
    ]
    return len(heads) > 1 and len(set(heads)) == len(heads)


def _names_nothing(block: Block) -> bool:
    """Words of form, a question, or the place and day of a signature."""
    text = block.text
    return (
        is_generic(text)
        or asks(text)
        or _names_a_day(text)
        or FIGURE.fullmatch(text) is not None
        or _RECORD.search(text) is not None
    )


def _may_be_title(text: str) -> bool:
    """ "Löfte 1: Trygga resor": a name for what is promised under it, if something is."""
    return len(text.split()) < 7 and not WILL.search(text)


def _label_role(block: Block) -> Role | None:
    """Of "Löfte: …", "Mål: …": a line inside an area, whatever it looks like."""
    label = INLINE_LABEL.match(block.text)
    if label is None or block.kind is Kind.ROW:
        return None
    heading = read_heading(label["label"])
    if heading.is_numbered_promise:
        return None
    return heading.role if heading.role in _INNER | {Role.FOLLOW_UP} else None


def _is_lead(block: Block) -> bool:
    """A line with a colon that is a sentence: what follows is its list."""
    return block.text.endswith(":") and (len(block.text.split()) > 5 or is_infinitive(block.text))


def ends_cluster(blocks: tuple[Block, ...], position: int) -> bool:
    """No air above and air below: the last of a menu's lines, not a heading over the text."""
    before = blocks[position - 1] if position else None
    if before is None or blocks[position].gap > 0 or before.text.endswith((".", ":", "!")):
        return False
    for after in blocks[position + 1 : position + 1 + CLUSTER]:
        if after.gap > 0 or after.kind is not Kind.NOISE:
            return after.gap > 0
    return False


def section_under(
    blocks: tuple[Block, ...], position: int, people: People, recurring: frozenset[str]
) -> Section:
    found = Section(position, blocks[position].depth)
    items: list[str] = []
    for place in range(position + 1, len(blocks)):
        block = blocks[place]
        if place in people.taken or block.kind is Kind.NOISE:
            continue
        role = section_role(block)
        if label := _label_role(block):
            found.acts = True
            found.gives |= label in _GIVING
            found.says |= label in _GIVING
            continue
        if block.kind is Kind.HEADING and not _is_lead(block):
            if read_heading(block.text).is_numbered_promise:
                break
            is_inner = _is_inner(block, found.level, recurring)
            if (role in _ENDS_SECTION and not is_inner) or _is_title(
                block, role, found.level, recurring
            ):
                break
        _note(found, block, role, items)
    found.acts |= bool(items) and not is_bare_list(items)
    found.undertakes = undertakes(items)
    return found


def _is_inner(block: Block, level: int, recurring: frozenset[str]) -> bool:
    """A heading under the area's own, or one that comes back in each area, with dates or without."""
    if read_heading(block.text).role is Role.AREA:
        return False
    if block.depth and level:
        return block.depth > level
    return key(block.text) in recurring


def _is_title(block: Block, role: Role | None, level: int, recurring: frozenset[str]) -> bool:
    """ "Löften" over the whole page, not "Vårt löfte" inside an area."""
    if role not in (Role.PROMISES, Role.TITLE) or key(block.text) in recurring:
        return False
    if block.depth and level:
        return block.depth <= level
    return _PLURAL.search(block.text) is not None


def _note(found: Section, block: Block, role: Role | None, items: list[str]) -> None:
    if role in _INNER:
        found.acts = True
        found.gives |= role in _GIVING
    says = PROMISE.search(block.text) and any(map(promises, sentences(block.text)))
    found.gives |= role is Role.PROMISE or bool(says)
    found.plans |= role is Role.ACTIONS
    wills = block.kind is Kind.PARAGRAPH and any(map(promises, sentences(block.text)))
    found.says |= wills or (bool(says) and block.kind is not Kind.HEADING)
    if block.kind is Kind.ITEM:
        items.append(block.text)
    elif block.kind is Kind.ROW:
        found.acts = True
    elif block.kind is Kind.PARAGRAPH:
        parts = sentences(block.text)
        found.gives |= any(PROMISE.search(part) for part in parts)
        found.acts |= any(WILL.search(part) for part in parts)
        found.tells |= any(map(tells_of_act, parts))
        found.awaits |= any(map(awaits_promise, parts))
        found.prose |= len(block.text.split()) >= LEAST_PROSE and block.text.endswith(
            (".", "?", "!")
        )


def _names_a_day(text: str) -> bool:
    """ "Ekby den 4 maj 2024": when something was written or signed."""
    spans = find_spans(text)
    return bool(spans) and all(span.is_day for span in spans)
