"""Stage 3, lines → blocks: heading, list item with depth, paragraph, table row, noise.

A block is what the page's writer set as one thing. Nothing here knows what promises are.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from promises.page_import.lines import Line
from promises.page_import.pieces import RULE, Piece, cut_lines
from promises.page_import.words.noise import is_noise
from promises.page_import.wraps import join_wraps


class Kind(StrEnum):
    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Block:
    kind: Kind
    text: str
    """Verbatim but for the bullet or number, soft hyphens and the ends of wrapped lines."""
    lines: tuple[int, ...]
    parts: tuple[str, ...] = ()
    depth: int = 0
    """A list item's depth from 0; a heading's level from 1, or 0 where the page does not say."""
    marker: str = ""
    cells: tuple[tuple[str, int], ...] = ()
    """A row's cells, each with the number of its line."""
    gap: int = 0
    is_inside_item: bool = False
    """A paragraph that goes on in a list item."""
    is_caption: bool = False
    is_header: bool = False


HEADING_LENGTH = 100
_ENDS_SENTENCE = re.compile(r"[.!;,…]\Z")
_STARTS_HEADING = re.compile(r"[\"”'(]?[A-ZÅÄÖÉ0-9]")
_LETTER = re.compile(r"[A-Za-zÅÄÖåäö]")
_HASHES = re.compile(r"(#{1,6})\s+")
_STARS = re.compile(r"(?:\*\*|__)(.+?)(?:\*\*|__)\Z")


def build_blocks(lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """Every line ends up in a block; a line that only draws a rule is noise."""
    pieces = join_wraps(cut_lines(lines))
    depths = _item_depths(pieces)
    blocks: list[Block] = []
    following = _following(pieces)
    is_untagged = _sets_headings_as_text(pieces)
    title = _untagged_title(pieces)
    for position, piece in enumerate(pieces):
        before = pieces[position - 1] if position else None
        may_head = is_untagged or piece is title
        kind = _kind(piece, before, following[position], is_untagged=may_head)
        inside = kind is Kind.PARAGRAPH and _is_inside_item(piece, before, blocks)
        blocks.append(_block(piece, kind, depths.get(position, 0), inside=inside))
    return tuple(blocks)


def _sets_headings_as_text(pieces: list[Piece]) -> bool:
    """No heading under the first one, neither by tag nor in bold."""
    tagged = [piece for piece in pieces if re.fullmatch(r"h[1-6]|dt|summary", piece.tag)]
    return len(tagged) < 2 and not any(piece.is_strong for piece in pieces if piece.tag == "p")


def _untagged_title(pieces: list[Piece]) -> Piece | None:
    """The first text of saved HTML that has no heading by tag at all."""
    if any(re.fullmatch(r"h[1-6]", piece.tag) for piece in pieces):
        return None
    return next(
        (piece for piece in pieces if piece.tag != "nav" and not is_noise(piece.text)), None
    )


def _following(pieces: list[Piece]) -> list[Piece | None]:
    """The next piece of text; "Lyssna" between a heading and its text parts them for no reader."""
    found: list[Piece | None] = []
    after: Piece | None = None
    for piece in reversed(pieces):
        found.append(after)
        if not is_noise(piece.text):
            after = piece
        elif after is not None:
            after = replace(after, gap=max(after.gap, piece.gap))
    return found[::-1]


def _block(piece: Piece, kind: Kind, depth: int, *, inside: bool) -> Block:
    text = piece.text
    if kind is Kind.HEADING:
        depth = int(piece.tag[1]) if re.fullmatch(r"h[1-6]", piece.tag) else 0
        if found := _HASHES.match(text):
            depth, text = len(found.group(1)), text[found.end() :]
        if bold := _STARS.match(text):
            text = bold.group(1)
    return Block(
        kind=kind,
        text=text,
        lines=tuple(dict.fromkeys(piece.numbers)),
        parts=tuple(piece.parts),
        depth=depth,
        marker=piece.marker,
        cells=tuple(piece.cells),
        gap=piece.gap,
        is_inside_item=inside,
        is_caption=piece.tag == "figcaption",
        is_header=piece.tag == "tr" and piece.depth == 1,
    )


def _kind(
    piece: Piece, before: Piece | None, after: Piece | None, *, is_untagged: bool = False
) -> Kind:
    if piece.tag == "nav" or RULE.match(piece.text) or is_noise(piece.text):
        return Kind.NOISE
    if piece.cells:
        return Kind.ROW
    if re.fullmatch(r"h[1-6]", piece.tag) or _HASHES.match(piece.text):
        return Kind.HEADING
    if piece.in_bare_list:
        return Kind.ITEM
    if piece.is_item:
        return Kind.HEADING if _is_numbered_heading(piece, before, after) else Kind.ITEM
    if piece.tag in ("dt", "summary"):
        return Kind.HEADING
    is_heading = _reads_as_heading(piece, before, after, is_untagged=is_untagged)
    return Kind.HEADING if is_heading else Kind.PARAGRAPH


def _reads_as_heading(
    piece: Piece, before: Piece | None, after: Piece | None, *, is_untagged: bool = False
) -> bool:
    """``is_untagged``: saved HTML that sets its headings as plain blocks."""
    text = piece.text
    may_be = (
        piece.is_strong or piece.is_cut or (is_untagged and piece.tag == "p" and not piece.depth)
    )
    if piece.tag and not may_be:
        return False
    if len(text) > HEADING_LENGTH or len(text.split()) > 14 or len(piece.numbers) > 1:
        return False
    if _ENDS_SENTENCE.search(text) or not _STARTS_HEADING.match(text) or not _LETTER.search(text):
        return False
    if piece.is_strong or _STARS.match(text):
        return True
    stands_apart = piece.gap > 0 or before is None or _ENDS_SENTENCE.search(before.text) is not None
    leads_on = after is not None and (after.gap > 0 or after.is_item or len(after.text) > len(text))
    return stands_apart or bool(leads_on)


def _is_numbered_heading(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    """ "1. Trafik" over its own text is a heading; "1. Trafik, 2. Narkotika" in a row is a list."""
    if piece.number is None or len(piece.text) > 60 or len(piece.text.split()) > 6:
        return False
    if (
        _ENDS_SENTENCE.search(piece.text)
        or not _STARTS_HEADING.match(piece.text)
        or piece.tag == "li"
    ):
        return False
    if (
        after is not None
        and after.marker.startswith(f"{piece.number}.")
        and after.marker[-1:].isdigit()
    ):
        return True  # "1. Förra perioden" over "1.1 Trafik"
    if after is None or (after.number is not None and after.indent <= piece.indent):
        return False
    follows_list = before is not None and before.number == piece.number - 1 and piece.gap == 0
    return not follows_list


def _is_inside_item(piece: Piece, before: Piece | None, blocks: list[Block]) -> bool:
    if not blocks or not (blocks[-1].kind is Kind.ITEM or blocks[-1].is_inside_item):
        return False
    if piece.tag:
        return piece.depth > 0
    return before is not None and piece.indent > 0 and piece.gap == 0


def _item_depths(pieces: Iterable[Piece]) -> dict[int, int]:
    """Depth by indentation, and by the marker where a list's levels stand at the same margin."""
    depths: dict[int, int] = {}
    levels: list[tuple[int, str]] = []
    for position, piece in enumerate(pieces):
        if not piece.is_item:
            if not (piece.indent > 0 and piece.gap == 0 and not piece.tag):
                levels = []
            continue
        if piece.tag == "li" and not piece.marker:
            depths[position] = max(0, piece.depth - 1)
            continue
        level = (piece.indent, _marker_class(piece))
        while levels and level[0] < levels[-1][0]:
            levels.pop()
        if level in levels:
            del levels[levels.index(level) + 1 :]
        else:
            levels = [*levels[-8:], level]
        depths[position] = len(levels) - 1
    return depths


def _marker_class(piece: Piece) -> str:
    if piece.number is not None:
        return "number"
    return "letter" if re.fullmatch(r"\(?[A-Za-z]{1,4}[.)]", piece.marker) else piece.marker
