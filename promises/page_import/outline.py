"""Stage 4, first look over the whole page: which headings are areas.

A heading alone cannot tell: "Narkotika" over promises is an area, "Självservice" over links is not. What
stands under it can, and whether the page's promises have begun.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from promises.page_import.blocks import Block, Kind
from promises.page_import.lists import is_bare_list
from promises.page_import.outcomes import tells_of_act
from promises.page_import.people import People, section_role
from promises.page_import.roles import Role, read_heading
from promises.page_import.statements import awaits_promise, is_infinitive, only_introduces, promises
from promises.page_import.texts import key, sentences
from promises.page_import.words.headings import INLINE_LABEL
from promises.page_import.words.verbs import BY_DOING, PROMISE, QUOTE, WILL

_STARTS_BODY = frozenset({Role.PERIOD, Role.PROMISES, Role.PROMISED, Role.OUTCOME, Role.PROMISE})
_ENDS_SECTION = _STARTS_BODY - {Role.PROMISES, Role.PROMISED, Role.OUTCOME, Role.PROMISE} | {
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
_PLURAL = re.compile(r"löften\b|löftena\b|medborgarlöft", re.IGNORECASE)
_ONLY_PLACES = re.compile(
    r"(?:(?i:för )?(?i:byarna|byn|orterna|tätorterna|stadsdelen|stadsdelarna|gatorna|kvarteren|området)"
    r" )?(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?:, | och )?){2,8}\Z"
)
""" "Byarna Åsen, Heden och Kroken" under the page's title: where, not about what."""
_NEWS = re.compile(
    r"\b(?:nyhet\w*|undertecknat|undertecknade|skrev under|tyck till|kom och|inbjudan|bjuder in"
    r"|välkommen till"
    r"|på gång|kommande|presenterar|presenteras|snart|invig\w+)\b",
    re.IGNORECASE,
)
NEWS_BLOCKS = 40
LABEL = 60
CLUSTER = 8
LEAST_PROSE = 5
"""Words of a paragraph that says something; footers and addresses are shorter."""


@dataclass(slots=True)
class _Section:
    position: int
    level: int
    gives: bool = False
    """A promise, or a label that announces one."""
    says: bool = False
    """A promise in a sentence of its own."""
    acts: bool = False
    tells: bool = False
    prose: bool = False
    awaits: bool = False

    @property
    def is_strong(self) -> bool:
        return self.gives or self.acts or self.tells


def areas_in(blocks: tuple[Block, ...], people: People) -> frozenset[int]:
    """Positions of the headings that are areas."""
    recurring = recurring_headings(blocks)
    sections = [
        _section(blocks, position, people, recurring)
        for position in _candidates(blocks, people)
        if not _ends_cluster(blocks, position)
    ]
    sections = [
        section
        for section in sections
        if section.says or not read_heading(blocks[section.position].text).is_numbered_promise
    ]
    if len(sections) == 1 and _ONLY_PLACES.match(blocks[sections[0].position].text):
        sections = []
    first = _body_start(blocks, people, sections)
    title = _title(blocks, sections, first)
    strong = [
        section
        for section in sections
        if section.position != title
        and (section.gives if section.position < first else section.is_strong)
    ]
    if not strong:
        return frozenset()
    found = {section.position for section in strong}
    found.update(section.position for section in sections if _is_bare_area(section, strong))
    return frozenset(found)


def announces_promises(blocks: tuple[Block, ...], people: People, areas: frozenset[int]) -> bool:
    """The promises stand in areas, lists or under headings: then what the lead promises is general."""
    if areas:
        return True
    before: Block | None = None
    for position, block in enumerate(blocks):
        if position in people.taken or block.kind is Kind.NOISE:
            continue
        is_heading = block.kind is Kind.HEADING
        role = read_heading(block.text).role if is_heading else None
        if role is Role.PROMISE or (role is Role.PARTY and PROMISE.search(block.text)):
            return True
        if only_introduces(block.text) and (is_heading or PROMISE.search(block.text)):
            return True
        if block.kind is Kind.ITEM and not (before and _belongs_under(before)):
            return True
        before = block if block.kind is not Kind.ITEM else before
    return False


def _belongs_under(block: Block) -> bool:
    """Its list holds the acts of the promise that it gives or has just given."""
    if block.kind is Kind.PARAGRAPH and PROMISE.search(block.text):
        return promises(sentences(block.text)[-1])
    is_label = block.kind is Kind.HEADING or len(block.text) < LABEL
    return BY_DOING.search(block.text) is not None or (
        is_label and read_heading(block.text).role in (Role.ACTIONS, Role.OUTCOME)
    )


def is_news(blocks: tuple[Block, ...]) -> bool:
    """Somebody is quoted, or the title tells what has happened or will: a page about promises."""
    texts = [block for block in blocks[:NEWS_BLOCKS] if block.kind is not Kind.NOISE]
    return any(QUOTE.search(block.text[:600]) for block in texts) or any(
        block.kind is Kind.HEADING and _NEWS.search(block.text) for block in texts
    )


def recurring_headings(blocks: tuple[Block, ...]) -> frozenset[str]:
    """Keys of the headings that the page uses more than once: labels inside areas."""
    counts = Counter(key(block.text) for block in blocks if block.kind is Kind.HEADING)
    return frozenset(text for text, count in counts.items() if count > 1)


def _candidates(blocks: tuple[Block, ...], people: People) -> Iterator[int]:
    for position, block in enumerate(blocks):
        if block.kind is not Kind.HEADING or position in people.taken:
            continue
        if _label_role(block) is not None:
            continue
        heading = read_heading(block.text)
        is_title = heading.is_numbered_promise and _may_be_title(heading.text)
        if is_title or (heading.role is Role.AREA and not _is_lead(block)):
            yield position


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


def _ends_cluster(blocks: tuple[Block, ...], position: int) -> bool:
    """No air above and air below: the last of a menu's lines, not a heading over the text."""
    before = blocks[position - 1] if position else None
    if before is None or blocks[position].gap > 0 or before.text.endswith((".", ":", "!")):
        return False
    for after in blocks[position + 1 : position + 1 + CLUSTER]:
        if after.gap > 0 or after.kind is not Kind.NOISE:
            return after.gap > 0
    return False


def _section(
    blocks: tuple[Block, ...], position: int, people: People, recurring: frozenset[str]
) -> _Section:
    found = _Section(position, blocks[position].depth)
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
            if role in _ENDS_SECTION or _is_title(block, role, found.level, recurring):
                break
        _note(found, block, role, items)
    found.acts |= bool(items) and not is_bare_list(items)
    return found


def _is_title(block: Block, role: Role | None, level: int, recurring: frozenset[str]) -> bool:
    """ "Löften" over the whole page, not "Vårt löfte" inside an area."""
    if role not in (Role.PROMISES, Role.TITLE) or key(block.text) in recurring:
        return False
    if block.depth and level:
        return block.depth <= level
    return _PLURAL.search(block.text) is not None


def _note(found: _Section, block: Block, role: Role | None, items: list[str]) -> None:
    if role in _INNER:
        found.acts = True
        found.gives |= role in _GIVING
    says = PROMISE.search(block.text) and any(map(promises, sentences(block.text)))
    found.gives |= role is Role.PROMISE or bool(says)
    found.says |= bool(says) and block.kind is not Kind.HEADING
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


def _body_start(blocks: tuple[Block, ...], people: People, sections: list[_Section]) -> int:
    starts = [section.position for section in sections if section.gives]
    titles = (
        position
        for position, block in enumerate(blocks)
        if position not in people.taken
        and block.kind is Kind.HEADING
        and read_heading(block.text).role in _STARTS_BODY
    )
    starts += list(islice(titles, 1))
    return min(starts, default=len(blocks))


def _title(blocks: tuple[Block, ...], sections: list[_Section], first: int) -> int:
    """The page's own heading, where it names no promise: the first, if nothing is its equal."""
    giving = [section for section in sections if section.gives]
    if not giving or giving[0].position > first:
        return -1
    start = giving[0]
    earlier = [
        position
        for position in range(start.position)
        if blocks[position].kind is Kind.HEADING
        and (
            blocks[position].depth == 1 or read_heading(blocks[position].text).role in _STARTS_BODY
        )
    ]
    if start.level == 1 or (len(giving) == 1 and not earlier and not start.level):
        return start.position
    return -1


def _is_bare_area(section: _Section, strong: list[_Section]) -> bool:
    """An area without a promise yet: among the others, or after them on their own level."""
    if not (section.prose or section.awaits) or section.position < strong[0].position:
        return False
    if section.level and section.level != strong[-1].level:
        return False
    return bool(section.level) or section.awaits or section.position < strong[-1].position
