"""Stage 4, first look over the whole page: labels that the page's writer made up.

"Här står vi fast", "Vägen dit", "Vi är framme när": no list of words holds them all. But a label comes back
in each area, and what stands under it everywhere tells what it heads: a list, a wish, a figure, a story.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from promises.page_import.area_sections import STARTS_BODY
from promises.page_import.blocks import Block, Kind
from promises.page_import.goals import find_goals
from promises.page_import.people import People
from promises.page_import.roles import Role, read_heading
from promises.page_import.statements import promises
from promises.page_import.subjects import main_verb
from promises.page_import.texts import key, sentences
from promises.page_import.words.verbs import WILL

LONGEST_PROMISE = 45
LONGEST_LABEL = 6
Labels = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Use:
    """One of the places where a heading is used."""

    part: int
    """Which part of the page: a heading over a new period begins another."""
    owner: str
    """The heading of the area that it stands in."""
    role: Role
    """By its words; what is read from a verb in the present alone is not sure."""
    after_list: bool
    content: Block


def learned_labels(blocks: tuple[Block, ...], people: People) -> Labels:
    """Keys of the headings that come back in areas, with the name of the role that their content shows."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for text, use in _uses(blocks, people):
        uses[text].append(use)
    found = {
        text: role
        for text, places in uses.items()
        if _is_label(text, places) and (role := _role(places))
    }
    return frozenset(found.items())


def _uses(blocks: tuple[Block, ...], people: People) -> Iterator[tuple[str, _Use]]:
    recurring = _recurring(blocks)
    part, owner, after_list = 0, "", False
    for position, block in enumerate(blocks):
        if block.kind is not Kind.HEADING or position in people.taken:
            after_list |= block.kind is Kind.ITEM
            continue
        plain, role = key(block.text), read_heading(block.text).role
        if role in STARTS_BODY and plain not in recurring:
            part += 1
        elif role is Role.AREA and plain not in recurring:
            owner, after_list = plain, False
        elif (
            plain in recurring
            and (content := _content(blocks, position)) is not None
            and (role is Role.AREA or (role is Role.ACTIONS and content.kind is Kind.PARAGRAPH))
        ):
            yield plain, _Use(part, owner, role, after_list, content)


def _recurring(blocks: tuple[Block, ...]) -> set[str]:
    seen: set[str] = set()
    again: set[str] = set()
    for position, block in enumerate(blocks):
        if block.kind is Kind.HEADING and _content(blocks, position) is not None:
            plain = key(block.text)
            (again if plain in seen else seen).add(plain)
    return again


def _content(blocks: tuple[Block, ...], position: int) -> Block | None:
    for block in blocks[position + 1 : position + 4]:
        if block.kind in (Kind.ITEM, Kind.PARAGRAPH):
            return block
        is_party = block.kind is Kind.HEADING and read_heading(block.text).role is Role.PARTY
        if block.kind is not Kind.NOISE and not is_party:
            return None
    return None


def _is_label(text: str, places: list[_Use]) -> bool:
    """It stands in two areas of one part of the page; an area that a report takes up again does not."""
    owners = {(use.part, use.owner) for use in places if use.owner}
    parts = [part for part, _ in owners]
    return len(text.split()) <= LONGEST_LABEL and len(parts) > len(set(parts))


def _role(places: list[_Use]) -> str:
    lists = [use for use in places if use.content.kind is Kind.ITEM]
    if len(lists) * 2 > len(places):
        return "ACTIONS"
    votes = [_of_paragraph(use) for use in places if use.content.kind is Kind.PARAGRAPH]
    found = max(("PROMISES", "GOALS", "RATIONALE"), key=votes.count)
    is_sure = places[0].role is Role.AREA or found == "PROMISES"
    return found if is_sure else ""


def _of_paragraph(use: _Use) -> str:
    text = use.content.text
    first = next(iter(sentences(text)), "")
    if find_goals(text, (), is_labelled=True):
        return "GOALS"
    is_short = len(text.split()) <= LONGEST_PROMISE
    wishes = promises(first) or WILL.match(f"{main_verb(first)} att") is not None
    if wishes and is_short:
        return "GOALS" if use.after_list else "PROMISES"
    return "GOALS" if use.after_list else "RATIONALE"
