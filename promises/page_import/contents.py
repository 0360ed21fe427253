"""Stage 3b, the page's own list of contents: lines that only repeat the headings further down."""

import re
from collections import defaultdict
from dataclasses import replace

from promises.page_import.blocks import Block, Kind
from promises.page_import.texts import key

_TITLE = re.compile(
    r"(?:\w+ )*(?:sidans )?innehåll(?:et)?(?: (?:på|i|för) .*)?|på (?:den här )?sidan.*"
)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
LEAST = 2


def without_contents(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks, the list of contents as noise."""
    noise: set[int] = set()
    later: dict[str, list[int]] = defaultdict(list)
    for position, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            words = _name(block).split()
            for end in range(1, len(words) + 1):
                later[" ".join(words[:end])].append(position)
    run: list[int] = []
    for position in range(len(blocks) + 1):
        if position < len(blocks) and _is_entry(blocks[position], position, later):
            run.append(position)
            continue
        if _is_contents(blocks, run):
            noise.update(run)
            if run[0] and _TITLE.fullmatch(key(blocks[run[0] - 1].text)):
                noise.add(run[0] - 1)
        run = []
    return tuple(
        replace(block, kind=Kind.NOISE) if position in noise else block
        for position, block in enumerate(blocks)
    )


def _name(block: Block) -> str:
    return key(_NUMBER.sub("", block.text, count=1))


def _is_entry(block: Block, position: int, later: dict[str, list[int]]) -> bool:
    if block.kind not in (Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM):
        return False
    return any(place > position for place in later.get(_name(block), ()))


def _is_contents(blocks: tuple[Block, ...], run: list[int]) -> bool:
    """Lines without air between them; a list with bullets only where its heading says so."""
    if len(run) < LEAST or any(blocks[position].gap for position in run[1:]):
        return False
    names = [_name(blocks[position]) for position in run]
    is_announced = bool(run[0]) and _TITLE.fullmatch(key(blocks[run[0] - 1].text)) is not None
    is_bare = all(blocks[position].kind is not Kind.ITEM for position in run)
    return len(set(names)) == len(names) and (is_announced or is_bare)
