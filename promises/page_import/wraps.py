"""Stage 3b: the lines of one wrapped sentence become one piece again.

A line was wrapped where the first word of the next one would not have fitted. So the page itself tells
its width, and a short line that ends for a reason of its own stays alone.
"""

import re
from itertools import pairwise

from promises.page_import.pieces import RULE, Piece
from promises.page_import.texts import tidy

LEAST_WIDTH = 40
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"”)]?\Z")
_GOES_ON = re.compile(r"[a-zåäöé(]")
_OPEN_END = re.compile(
    r"(?:,|\b(?:och|samt|eller|att|i|på|av|för|med|till|som|om|mot|från|vid|den|det|de|en|ett))\Z"
)
_HYPHEN = re.compile(r"(?<=\w)[-‐\u00ad]\s*\Z")
_WORD = re.compile(r"\S+")


def join_wraps(pieces: list[Piece]) -> list[Piece]:
    width = _page_width(pieces)
    joined: list[Piece] = []
    tail = ""
    for position, piece in enumerate(pieces):
        last = joined[-1] if joined else None
        after = pieces[position + 1] if position + 1 < len(pieces) else None
        if last is not None and _goes_on(last, tail, piece, after, width):
            last.numbers += piece.numbers
            last.parts += piece.parts
            last.wrapped.append(piece.text)
            last.width = piece.width
        else:
            joined.append(piece)
        tail = piece.text
    for piece in joined:
        if piece.wrapped:
            piece.text = _joined_text(piece)
    return joined


def _may_go_on(last: Piece, piece: Piece) -> bool:
    return not (
        piece.gap
        or piece.marker
        or piece.cells
        or last.cells
        or piece.tag
        or piece.is_cut
        or RULE.match(piece.text)
        or RULE.match(last.text)
    )


def _is_evident(tail: str, piece: Piece) -> bool:
    return bool(_GOES_ON.match(piece.text)) and not _ENDS_SENTENCE.search(tail[-8:])


def _page_width(pieces: list[Piece]) -> int:
    """The longest line that evidently goes on in the next, or 0 on a page that does not wrap."""
    widths = [
        last.width
        for last, piece in pairwise(pieces)
        if _may_go_on(last, piece) and _is_evident(last.text, piece) and last.width >= LEAST_WIDTH
    ]
    return max(widths, default=0)


def _goes_on(last: Piece, tail: str, piece: Piece, after: Piece | None, width: int) -> bool:
    if not _may_go_on(last, piece):
        return False
    word = _WORD.search(piece.text)
    was_full = bool(
        width and word and last.width + 1 + len(word.group()) > width and last.width <= width
    )
    if _is_evident(tail, piece):
        if was_full or last.marker or _OPEN_END.search(tail[-8:]) or _HYPHEN.search(last.parts[-1]):
            return True
        alone = after is None or after.gap > 0 or not _GOES_ON.match(after.text)
        return alone and last.width >= LEAST_WIDTH
    return was_full and last.width >= LEAST_WIDTH


def _joined_text(piece: Piece) -> str:
    words = [piece.text]
    for number, text in enumerate(piece.wrapped):
        breaks_word = _HYPHEN.search(piece.parts[number]) and not re.match(
            r"(?:och|eller|samt)\b", text
        )
        words.append(("" if breaks_word else " ") + text)
    return tidy("".join(words))
