"""Stage 3a, lines → pieces: bullets and numbers found, run-together lists cut, table cells split.

Three lines of the file may be one piece (a wrapped sentence) and one line three (bullets run together).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from promises.page_import.lines import Line
from promises.page_import.texts import tidy

DOTS = "•●▪▫■□◦○‣►▶➢➤✓✔☑✗✘✖☒❖→\uf0b7\uf0a7\uf0d8"
DASHES = "-–—*+‐‑−"
MARKER = re.compile(
    rf"\s*(?P<mark>[{DOTS}](?=\s*\S)|[·»](?=\s)|[{DASHES}](?=\s+\S|[A-ZÅÄÖa-zåäö][a-zåäö])"
    rf"|o(?=\s+\S)|~(?=\s+\S)"
    r"|\d{1,2}(?:\.\d{1,2}){1,2}\.?(?=\s+[A-ZÅÄÖ])|\(?\d{1,2}(?:[.)]\)?"
    r"|:(?=\s+[A-ZÅÄÖ]))(?=\s|[A-ZÅÄÖ])|\(?[a-zA-Z]\)(?=\s))\s*"
)
LONE_MARK = re.compile(rf"\s*([{DOTS}·{DASHES}]|o|\(?\d{{1,2}}[.)])\s*\Z")
NUMBER = re.compile(r"\(?(?:\d{1,2}\.)*(\d{1,2})[.):]?\)?\Z")
_FLOWS = re.compile(rf"[:.;,)\wåäö]\s+[{DOTS}](?:\s|\Z)|:\s+[–*-](?:\s|\Z)|:\s+\(?(?:1|a)[.)]\s")
_BARE_NUMBER = re.compile(r"\s*(\d{1,2}) (?=[A-ZÅÄÖ][a-zåäö])")
_BROKEN = re.compile(r"(?<=[a-zåäö,])\s*\n\s*(?=[a-zåäö]{2,} )")
"""A line end inside a sentence: <br> for the looks of it."""
_GAPS = re.compile(r" {3,}")
_FIGURE = re.compile(r"(?:minst |ca )?\d+(?: ?(?:st|%|ggr))?|[–-]")
WIDEST = 200
"""Columns of a table that are told apart."""
RULE = re.compile(r"[\s|:=_*~#–—+-]+\Z")
"""A line drawn with marks: it separates and says nothing."""

_DOT_INSIDE = re.compile(rf"(?=[{DOTS}]\s*\S)")
_DASH_INSIDE = re.compile(r"(?<=[.;:,)a-zåäö])\s+(?=[-–*]\s+[A-ZÅÄÖ])|(?<=:)\s+(?=[-–*]\s+\w)")
_NUMBERS = [str(number) for number in range(1, 100)]
_COUNTED = (
    (re.compile(r"(?:(?<=[.;:,)])|\A)\s*(?=\(?(?P<mark>\d{1,2})[.)]\s+[A-ZÅÄÖa-zåäö])"), _NUMBERS),
    (re.compile(r"(?:(?<=\s)|\A)(?=\(?(?P<mark>\d{1,2})[.)]\s+[A-ZÅÄÖa-zåäö])"), _NUMBERS),
    (re.compile(r"(?:(?<=\s)|\A)(?=\(?(?P<mark>[a-h])\)\s+[A-ZÅÄÖa-zåäö])"), list("abcdefgh")),
)
"""Numbers or letters inside a line are its list's only where they count from the first."""


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
    drawn = _drawn_rows(lines)
    bare = _bare_numbers(lines)
    for line, numbers in _with_flowing_lists(lines):
        if line.tag in ("td", "th"):
            _add_cell(pieces, line)
        elif line.number in drawn:
            pieces.append(_row(line, drawn[line.number]))
        elif _lacks_first_cell(pieces, line):
            pieces.append(_row(line, ["", line.meaning]))
        else:
            found = list(_pieces_of(line, bare.get(line.number, "")))
            for piece in found if len(numbers) > 1 else ():
                piece.numbers = list(numbers)
            pieces += found
    for piece in pieces:
        if piece.tag == "tr":
            piece.text = tidy(" ".join(cell for cell, _ in piece.cells))
    return _with_lone_marks_joined(pieces)


def _bare_numbers(lines: tuple[Line, ...]) -> dict[int, str]:
    """ "1 Vi lyssnar", "2 Vi svarar", "3 …": counted from the first, so the numbers are its list's."""
    found = [(line.number, match[1]) for line in lines if (match := _BARE_NUMBER.match(line.text))]
    counted: list[tuple[int, str]] = []
    for number, value in found:
        if int(value) == len(counted) + 1:
            counted.append((number, value))
    return dict(counted) if len(counted) > 2 and len(counted) == len(found) else {}


def _numbered(line: Line, text: str, gap: int, number: str) -> Piece:
    piece = _piece(line, text, gap, is_cut=False)
    piece.marker = f"{number}."
    piece.text = tidy(text).removeprefix(number).strip()
    return piece


def _with_flowing_lists(lines: tuple[Line, ...]) -> Iterator[tuple[Line, tuple[int, ...]]]:
    """Bullets run together in a paragraph that was wrapped are cut from the whole of it. With each line
    the numbers of those it was joined from."""
    run: list[Line] = []
    for line in (*lines, None):
        goes_on = (
            line is not None and line.gap == 0 and not line.tag and not MARKER.match(line.text)
        )
        if run and goes_on and line is not None:
            run.append(line)
            continue
        if run:
            yield from _flow(run)
        run = []
        if line is not None:
            if not line.tag and _FLOWS.search(line.text):
                run = [line]
            else:
                yield line, (line.number,)


def _flow(run: list[Line]) -> Iterator[tuple[Line, tuple[int, ...]]]:
    whole = " ".join(line.text.strip() for line in run)
    if len(run) > 1 and len(_cut(whole)) > 2:
        yield replace(run[0], text=whole), tuple(line.number for line in run)
    else:
        yield from ((line, (line.number,)) for line in run)


def _drawn_rows(lines: tuple[Line, ...]) -> dict[int, list[str]]:
    """Tables drawn with spaces: lines together that split into as many columns, figures in the last."""
    found: dict[int, list[str]] = {}
    run: list[tuple[Line, list[str]]] = []
    for line in (*lines, None):
        cells = (
            [tidy(cell) for cell in _GAPS.split(line.text.strip())] if line and not line.tag else []
        )
        fits = line is not None and len(cells) > 1 and (not run or len(cells) == len(run[0][1]))
        if line is not None and fits and (not run or line.gap == 0):
            run.append((line, cells))
            continue
        figures = [cells for _, cells in run[1:] if _FIGURE.fullmatch(cells[-1])]
        if len(run) > 2 and len(figures) * 2 >= len(run) - 1:
            found.update((one.number, parts) for one, parts in run)
        run = [(line, cells)] if line is not None and len(cells) > 1 else []
    return found


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
    cell = "\n".join(tidy(part) for part in line.text.split("\n") if tidy(part))
    piece.cells.append((cell, line.number))


def _pieces_of(line: Line, number: str = "") -> Iterator[Piece]:
    """``number``: it starts with the next number of a list, without a full stop."""
    gap = line.gap
    whole = _BROKEN.sub(" ", line.text) if line.tag == "li" else line.text
    for part in whole.split("\n"):
        if not tidy(part):
            continue
        if number:
            yield _numbered(line, part, gap, number)
            gap = 0
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
    for pattern, values in _COUNTED:
        starts = list(pattern.finditer(text)) if ")" in text or "." in text else []
        found = [start.group("mark").lower() for start in starts]
        if len(found) > 1 and found == values[: len(found)]:
            borders = [start.start() for start in starts]
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
