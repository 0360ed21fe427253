"""Stage 3a, lines → pieces: bullets and numbers found, run-together lists cut, table cells split.

Three lines of the file may be one piece (a wrapped sentence) and one line three (bullets run together).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from promises.page_import.lines import Line
from promises.page_import.texts import tidy

DOTS = "•●▪▫■□◦○‣►▶➢➤✓✔❖\uf0b7\uf0a7\uf0d8"
DASHES = "-–—*+‐‑−"
MARKER = re.compile(
    rf"\s*(?P<mark>[{DOTS}](?=\s*\S)|[·»](?=\s)|[{DASHES}](?=\s+\S|[A-ZÅÄÖa-zåäö][a-zåäö])"
    rf"|o(?=\t|\s+[A-ZÅÄÖ])"
    r"|\(?\d{1,2}(?:[.)]\)?|:(?=\s+[A-ZÅÄÖ]))(?=\s|[A-ZÅÄÖ])|\(?[a-zA-Z]\)(?=\s))\s*"
)
LONE_MARK = re.compile(rf"\s*([{DOTS}·{DASHES}]|o|\(?\d{{1,2}}[.)])\s*\Z")
NUMBER = re.compile(r"\(?(\d{1,2})[.):]?\)?\Z")
WIDEST = 200
"""Columns of a table that are told apart."""
RULE = re.compile(r"[\s|:=_*~#–—+-]+\Z")
"""A line drawn with marks: it separates and says nothing."""

_DOT_INSIDE = re.compile(rf"(?=[{DOTS}]\s*\S)")
_DASH_INSIDE = re.compile(r"(?<=[.;:,)a-zåäö])\s+(?=[-–*]\s+[A-ZÅÄÖ])|(?<=:)\s+(?=[-–*]\s+\w)")
_NUMBER_INSIDE = re.compile(r"(?:(?<=[.;:,)])|\A)\s*(?=\(?(\d{1,2})[.)]\s+[A-ZÅÄÖa-zåäö])")


@dataclass(slots=True)
class Piece:
    text: str
    numbers: list[int]
    marker: str = ""
    indent: int = 0
    gap: int = 0
    tag: str = ""
    depth: int = 0
    is_strong: bool = False
    parts: list[str] = field(default_factory=list)
    """The text of each line, as in the file: contacts and signatures need the line ends."""
    cells: list[tuple[str, int]] = field(default_factory=list)
    row: tuple[int, int] = (0, 0)
    wrapped: list[str] = field(default_factory=list)
    """The further lines of its text, until they are joined."""
    width: int = 0
    """Characters in the last line, as drawn: tells whether it was full when it was wrapped."""
    in_bare_list: bool = False
    """An item of a list that was pasted without its bullets."""
    is_cut: bool = False
    """It shares its line with another piece, so it goes on in no other line."""

    @property
    def is_item(self) -> bool:
        return bool(self.marker) or self.tag == "li"

    @property
    def number(self) -> int | None:
        found = NUMBER.match(self.marker)
        return int(found.group(1)) if found else None


def cut_lines(lines: tuple[Line, ...]) -> list[Piece]:
    """Every line in at least one piece, in page order."""
    pieces: list[Piece] = []
    for line in lines:
        if line.tag in ("td", "th"):
            _add_cell(pieces, line)
        elif _lacks_first_cell(pieces, line):
            pieces.append(_row(line, ["", line.meaning]))
        else:
            pieces += _pieces_of(line)
    for piece in pieces:
        if piece.tag == "tr":
            piece.text = tidy(" ".join(cell for cell, _ in piece.cells))
    return _with_lone_marks_joined(pieces)


def _lacks_first_cell(pieces: list[Piece], line: Line) -> bool:
    """ "⇥20 besök" under the rows of a pasted table: its first cell is empty."""
    last = pieces[-1] if pieces else None
    starts = line.text.startswith("\t") and "\t" not in line.text.strip()
    return starts and last is not None and last.tag == "tr" and line.gap == 0 and not line.tag


def _row(line: Line, cells: list[str]) -> Piece:
    return Piece(
        text=line.meaning,
        numbers=[line.number],
        gap=line.gap,
        tag="tr",
        parts=[line.text],
        cells=[(cell, line.number) for cell in cells],
    )


def _add_cell(pieces: list[Piece], line: Line) -> None:
    row = (line.table, line.row)
    if not pieces or pieces[-1].row != row:
        pieces.append(Piece(text="", numbers=[], tag="tr", row=row, gap=line.gap))
        pieces[-1].depth = 1 if line.tag == "th" else 0
    piece = pieces[-1]
    piece.numbers.append(line.number)
    piece.parts.append(line.text)
    piece.cells += [("", 0)] * (min(line.column, WIDEST) - len(piece.cells))
    piece.cells.append((line.meaning, line.number))


def _pieces_of(line: Line) -> Iterator[Piece]:
    gap = line.gap
    for part in line.text.split("\n"):
        if not tidy(part):
            continue
        for cut in _cut(part):
            yield _piece(line, cut, gap, is_cut=cut is not line.text)
            gap = 0


def _piece(line: Line, text: str, gap: int, *, is_cut: bool) -> Piece:
    if cells := _cells(text):
        return Piece(
            text=tidy(text),
            numbers=[line.number],
            gap=gap,
            tag="tr",
            parts=[text],
            cells=[(cell, line.number) for cell in cells],
        )
    found = None if line.tag[:1] == "h" else MARKER.match(text)
    marker = found.group("mark") if found and not RULE.match(text) else ""
    return Piece(
        text=tidy(text[found.end() :] if found and marker else text),
        numbers=[line.number],
        marker=marker,
        indent=line.indent,
        gap=gap,
        tag=line.tag,
        depth=line.depth,
        is_strong=line.is_strong,
        parts=[text],
        width=len(text.rstrip()),
        is_cut=is_cut,
    )


def _cells(text: str) -> list[str]:
    """Cells pasted with tabs, or drawn with bars; a tab after a bullet makes no table."""
    if text.lstrip().startswith("|") and text.count("|") > 2 and not RULE.match(text):
        return [tidy(cell) for cell in text.strip().strip("|").split("|")]
    inner = text.strip(" \n\r")
    if "\t" not in inner.strip() or MARKER.match(text):
        return []
    return [tidy(cell) for cell in inner.split("\t")]


def _cut(text: str) -> list[str]:
    """Bullets run together in one line, each on its own; most lines stay whole."""
    if sum(text.count(dot) for dot in DOTS) > (1 if MARKER.match(text) else 0):
        cuts = [part for part in _DOT_INSIDE.split(text) if tidy(part)]
        return cuts or [text]
    if _DASH_INSIDE.search(text) and (MARKER.match(text) or re.search(r":\s+[-–*]\s", text)):
        return _DASH_INSIDE.split(text)
    starts = list(_NUMBER_INSIDE.finditer(text)) if ")" in text or "." in text else []
    numbers = [int(found.group(1)) for found in starts]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        borders = [found.start() for found in starts]
        cuts = [text[a:b] for a, b in zip([0, *borders], [*borders, len(text)], strict=True)]
        return [cut for cut in cuts if tidy(cut)]
    return [text]


def _with_lone_marks_joined(pieces: list[Piece]) -> list[Piece]:
    """A bullet alone on its line belongs to the text of the next one."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if (
            last
            and LONE_MARK.match(last.text)
            and not last.marker
            and piece.gap < 2
            and not piece.marker
        ):
            piece.marker, piece.indent, piece.gap = last.text, last.indent, last.gap
            piece.numbers = last.numbers + piece.numbers
            joined[-1] = piece
        else:
            joined.append(piece)
    return joined
