"""Stage 4, promises that do not say so: a wish over the list of what will be done about it.

"Det ska gå att vänta på bussen utan att bli störd." and then "Så jobbar vi": no word promises, but the place
does. The areas of a page are alike, so what is certain in one helps to read the next.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from promises.page_import.blocks import Block, Kind
from promises.page_import.looking_back import plans_follow_up, speaks_of_follow_up
from promises.page_import.outcomes import is_statistics, tells_of_act
from promises.page_import.people import People
from promises.page_import.roles import Role, read_heading
from promises.page_import.statements import (
    is_general,
    is_infinitive,
    leads_to_list,
    promises,
)
from promises.page_import.subjects import main_verb
from promises.page_import.texts import sentences
from promises.page_import.words.headings import INLINE_LABEL
from promises.page_import.words.verbs import PRESENT_MAIN, PROMISE, WILL

_GIVING = frozenset({Role.PROMISES, Role.PROMISED, Role.PROMISE, Role.PARTY, Role.OUTCOME})
_MEASURED = re.compile(r"\bmäta?s\b|\bföljas? upp\b|\bföljs upp\b", re.IGNORECASE)
_PASSIVE = re.compile(r"(?!\w*(?:de|te|t)s\Z)\w{3,}s")
LONGEST_WISH = 30
"""Words of a sentence that promises by its place alone."""


def unspoken_promises(
    blocks: tuple[Block, ...], people: People, areas: frozenset[int]
) -> frozenset[int]:
    """Positions of the paragraphs that are the promise of their area."""
    found: set[int] = set()
    unsure: set[int] = set()
    is_first = False
    for start in sorted(areas):
        section = list(_section(blocks, people, areas, start))
        found.update(_later_wishes(blocks, section))
        if plain := _only_wishes(blocks, section):
            found.update(plain)
            continue
        paragraphs = _before_acts(blocks, section)
        if paragraphs and _gives(blocks[paragraphs[0]]):
            is_first = True
        if not paragraphs or any(_gives(blocks[position]) for position in section):
            continue
        wishes = [position for position in paragraphs if _wishes(blocks[position])]
        if wishes:
            found.add(wishes[0])
            is_first |= wishes[0] in (paragraphs[0], paragraphs[-1])
        elif _is_in_force(blocks[paragraphs[0]]):
            unsure.add(paragraphs[0])
        elif _says_how_it_shall_be(blocks[paragraphs[-1]]):
            unsure.add(paragraphs[-1])
    return frozenset(found | unsure if is_first else found)


def _only_wishes(blocks: tuple[Block, ...], section: list[int]) -> list[int]:
    """The area holds nothing but sentences that say how it shall be, and how each is followed up."""
    wishes = [position for position in section if _opens_with_wish(blocks[position])]
    others = [position for position in section if position not in wishes]
    is_checked = any(map(_tells_check, (blocks[position] for position in section)))
    if is_checked and wishes and all(_tells_check(blocks[position]) for position in others):
        return wishes
    return []


def _opens_with_wish(block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH or not sentences(block.text):
        return False
    first = sentences(block.text)[0]
    return (
        not _tells_check(replace(block, text=first))
        and WILL.search((main_verb(first) and f"{main_verb(first)} att") or first) is not None
    )


def _tells_check(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and any(
        plans_follow_up(part) or speaks_of_follow_up(part) or _MEASURED.search(part)
        for part in sentences(block.text)
    )


def _later_wishes(blocks: tuple[Block, ...], section: list[int]) -> Iterator[int]:
    """After the acts of the area's first promise one more wish, and its own acts."""
    seen_acts = False
    for position, after in pairwise(section):
        block = blocks[position]
        is_alone = block.kind is Kind.PARAGRAPH and len(sentences(block.text)) == 1
        if seen_acts and is_alone and _announces_acts(blocks[after]) and _wishes(block):
            yield position
        seen_acts |= _announces_acts(blocks[position])


def _section(
    blocks: tuple[Block, ...], people: People, areas: frozenset[int], start: int
) -> Iterator[int]:
    for position in range(start + 1, len(blocks)):
        if position in areas or position in people.taken:
            return
        if blocks[position].kind is not Kind.NOISE:
            yield position


def _before_acts(blocks: tuple[Block, ...], section: list[int]) -> list[int]:
    """The paragraphs right under the area's heading, where a list of acts is announced after them."""
    paragraphs: list[int] = []
    for position in section:
        block = blocks[position]
        if _announces_acts(block):
            return paragraphs
        if block.kind is not Kind.PARAGRAPH:
            return []
        paragraphs.append(position)
    return []


def _announces_acts(block: Block) -> bool:
    is_label = len(block.text.split()) < 10 and not block.text.endswith(".")
    if block.kind in (Kind.ITEM, Kind.ROW) or not is_label:
        return False
    return read_heading(block.text).role is Role.ACTIONS


def _gives(block: Block) -> bool:
    label = INLINE_LABEL.match(block.text)
    if label and read_heading(label["label"]).role in _GIVING:
        return True
    if block.kind is Kind.HEADING:
        return read_heading(block.text).role in _GIVING
    return block.kind is Kind.PARAGRAPH and (
        PROMISE.search(block.text) is not None or any(map(promises, sentences(block.text)))
    )


def _says_how_it_shall_be(block: Block) -> bool:
    parts = sentences(block.text)
    return len(parts) == 1 and WILL.match(f"{main_verb(parts[0])} att") is not None


def _wishes(block: Block) -> bool:
    """Its first sentence says how it shall be."""
    first = sentences(block.text)[0]
    return _may_promise(block) and WILL.match(f"{main_verb(first)} att") is not None


def _is_in_force(block: Block) -> bool:
    """One short sentence in the present: "Parken städas varje morgon."."""
    parts = sentences(block.text)
    if len(parts) > 1 or len(block.text.split()) > LONGEST_WISH or not _may_promise(block):
        return False
    verb = main_verb(block.text)
    return not verb or any(form.fullmatch(verb) for form in (_PASSIVE, PRESENT_MAIN))


def _may_promise(block: Block) -> bool:
    first = sentences(block.text)[0]
    return not (
        is_general(first)
        or plans_follow_up(first)
        or is_statistics(first)
        or tells_of_act(first)
        or leads_to_list(first)
        or is_infinitive(first)
    )
