"""Stage 4, first look over the whole page: which headings are areas.

A heading alone cannot tell: "Narkotika" over promises is an area, "Självservice" over links is not. What
stands under it can, and whether the page's promises have begun.
"""

import re
from collections import Counter
from itertools import islice

from promises.page_import.area_sections import (
    STARTS_BODY,
    Section,
    candidates,
    ends_cluster,
    section_under,
)
from promises.page_import.blocks import Block, Kind
from promises.page_import.people import People
from promises.page_import.roles import Role, read_heading
from promises.page_import.statements import only_introduces, promises
from promises.page_import.texts import key, sentences
from promises.page_import.words.promise_nouns import STEMS
from promises.page_import.words.verbs import BY_DOING, PROMISE, QUOTE

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
_MENTIONS = re.compile(rf"\b{STEMS}|\blova", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\w{4})(?:arna|erna|orna|ena|ens|en|et|er|ar|or|na|e|n|t)\Z")


def areas_in(blocks: tuple[Block, ...], people: People) -> frozenset[int]:
    """Positions of the headings that are areas."""
    recurring = recurring_headings(blocks)
    sections = [
        section_under(blocks, position, people, recurring)
        for position in candidates(blocks, people)
        if not ends_cluster(blocks, position)
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
        and (section.gives if section.position < first else section.is_strong or section.plans)
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
    """Keys of the headings that the page uses more than once: labels inside areas. "Löften" over two
    is the same label as "Löfte" over one."""
    keys = [key(block.text) for block in blocks if block.kind is Kind.HEADING]
    counts = Counter(_ENDING.sub("", text) for text in keys)
    return frozenset(text for text in keys if counts[_ENDING.sub("", text)] > 1)


def _body_start(blocks: tuple[Block, ...], people: People, sections: list[Section]) -> int:
    starts = [section.position for section in sections if section.gives]
    if not starts and any(_MENTIONS.search(block.text) for block in blocks):
        starts = [section.position for section in sections if section.plans]
    titles = (
        position
        for position, block in enumerate(blocks)
        if position not in people.taken
        and block.kind is Kind.HEADING
        and read_heading(block.text).role in STARTS_BODY
    )
    starts += list(islice(titles, 1))
    leads = (
        position
        for position, block in enumerate(blocks)
        if block.kind is Kind.PARAGRAPH
        and position not in people.taken
        and block.text.endswith(":")
        and only_introduces(block.text)
    )
    starts += list(islice(leads, 1))
    if not starts and not is_news(blocks):
        listed = [section for section in sections if section.acts]
        if sum(section.undertakes for section in listed) * 2 >= len(listed):
            starts = [section.position for section in listed]
    return min(starts, default=len(blocks))


def _title(blocks: tuple[Block, ...], sections: list[Section], first: int) -> int:
    """The page's own heading, where it names no promise: the first, if nothing is its equal."""
    giving = [section for section in sections if section.gives]
    if not giving or giving[0].position > first:
        return -1
    start = giving[0]
    earlier = [
        position
        for position in range(start.position)
        if blocks[position].kind is Kind.HEADING
        and (blocks[position].depth == 1 or read_heading(blocks[position].text).role in STARTS_BODY)
    ]
    if start.level == 1 or (len(giving) == 1 and not earlier and not start.level):
        return start.position
    return -1


def _is_bare_area(section: Section, strong: list[Section]) -> bool:
    """An area without a promise yet: among the others, or after them on their own level."""
    if not (section.prose or section.awaits) or section.position < strong[0].position:
        return False
    if section.level and section.level != strong[-1].level:
        return False
    return bool(section.level) or section.awaits or section.position < strong[-1].position
