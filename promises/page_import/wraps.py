"""Stage 3b: the lines of one wrapped sentence become one piece again.

A line was wrapped where the first word of the next one would not have fitted. So the page itself tells
its width, and a short line that ends for a reason of its own stays alone.
"""

import re
from itertools import pairwise

from promises.page_import.pieces import RULE, Piece
from promises.page_import.texts import tidy

LEAST_WIDTH = 40
SLACK = 2
LABEL_WORDS = 5
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"”)]?\Z")
_GOES_ON = re.compile(r"[a-zåäöé(]")
_OPEN_END = re.compile(
    r"(?:,|\b(?:och|samt|eller|att|i|på|av|för|med|till|som|om|mot|från|vid|den|det|de|en|ett))\Z"
)
_LIST_LEAD = re.compile(
    r"\b(?:lovar|lovade|ska|skall|kommer|åtar sig|åtar oss)\b[^.]{0,80}(?<!för )\batt:?\Z"
    r"|\blov(?:ar|ade)\b[^.]{0,60}:\Z",
    re.IGNORECASE,
)
_ITEM_START = re.compile(
    r"(?:att [a-zåäö]|[a-zåäö]{2,}a(?:s)? |(?:se|ge|gå|få|ha|stå|ta|bli|slå|dra|låta) )"
)
_LABEL = re.compile(r"[A-ZÅÄÖ][\wåäö]*(?: [\wåäö]+){0,2}:")
_NEW_SENTENCE = re.compile(r"[.!?] [A-ZÅÄÖ]")
_HYPHEN = re.compile(r"(?<=\w)[-‐\u00ad]\s*\Z")
_WORD = re.compile(r"\S+")


def join_wraps(pieces: list[Piece]) -> list[Piece]:
    width = _page_width(pieces)
    is_uniform = all(piece.width <= width + SLACK for piece in pieces if not piece.cells)
    joined: list[Piece] = []
    tail = ""
    for position, piece in enumerate(pieces):
        last = joined[-1] if joined else None
        if last is not None and not piece.gap and (last.in_bare_list or _LIST_LEAD.search(tail)):
            piece.in_bare_list = bool(_ITEM_START.match(piece.text)) and not piece.marker
        after = pieces[position + 1] if position + 1 < len(pieces) else None
        if last is not None and _goes_on(last, tail, piece, after, width if is_uniform else -width):
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


def _is_item_of_bare_list(last: Piece, tail: str, piece: Piece) -> bool:
    """ "Polisen lovar att" and then a line per promise, pasted without their bullets."""
    return piece.in_bare_list and (last.in_bare_list or _LIST_LEAD.search(tail) is not None)


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
    """``width`` is negative where other lines are wider: then a full line proves nothing."""
    if not _may_go_on(last, piece):
        return False
    is_uniform, width = width > 0, abs(width)
    word = _WORD.search(piece.text)
    was_full = bool(
        width and word and last.width + 1 + len(word.group()) > width and last.width <= width
    )
    if _is_item_of_bare_list(last, tail, piece):
        return False
    if _hangs(last, tail, piece):
        return True
    if _is_evident(tail, piece):
        if was_full or last.marker or _OPEN_END.search(tail[-8:]) or _HYPHEN.search(last.parts[-1]):
            return True
        alone = after is None or after.gap > 0 or not _GOES_ON.match(after.text)
        is_prose = _NEW_SENTENCE.search(last.text) or _NEW_SENTENCE.search(piece.text)
        is_long = last.width >= LEAST_WIDTH or (
            piece.text.endswith(".") and len(last.text.split()) > LABEL_WORDS
        )
        return (alone or bool(is_prose)) and is_long
    if _OPEN_END.search(tail[-8:]) and not last.marker:
        return was_full and last.width >= LEAST_WIDTH
    return is_uniform and was_full and last.width >= LEAST_WIDTH and not _stands_alone(piece, after)


def _hangs(last: Piece, tail: str, piece: Piece) -> bool:
    """Set in under its bullet's text, it goes on in the item: "… lördag klockan / 11–13 (polisen)"."""
    is_set_in = bool(last.marker) and piece.indent >= last.indent + 2
    if piece.text[:1].isupper() and not _OPEN_END.search(tail[-8:]):
        return False
    return is_set_in and not _ENDS_SENTENCE.search(tail[-8:]) and not _LABEL.match(piece.text)


def _stands_alone(piece: Piece, after: Piece | None) -> bool:
    """A few words with a capital and no full stop, over other text: a label, not a sentence's end."""
    is_short = len(piece.text.split()) <= LABEL_WORDS and not re.search(r"[.!?,;]\Z", piece.text)
    return is_short and after is not None and (after.is_item or after.width > piece.width)


def _joined_text(piece: Piece) -> str:
    words = [piece.text]
    for number, text in enumerate(piece.wrapped):
        breaks_word = _HYPHEN.search(piece.parts[number]) and not re.match(
            r"(?:och|eller|samt)\b", text
        )
        words.append(("" if breaks_word else " ") + text)
    return tidy("".join(words))
