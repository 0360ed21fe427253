"""Stage 2, text → numbered lines. CRLF, LF and CR each end a line; nothing else does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promises.page_import.texts import tidy

_END = re.compile(r"\r\n|\n|\r")
TAB = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line of the file, or one visible block or table cell of saved HTML."""

    number: int
    """From 1. In a text file blank lines have numbers too; in HTML the visible blocks are numbered."""
    text: str
    """As in the file, without the line end."""
    gap: int = 0
    """Blank lines just before it."""
    tag: str = ""
    """In HTML what the block is: h1…h6, li, p, td, th, nav. Empty in plain text."""
    depth: int = 0
    """In HTML how deep a list item lies, from 1."""
    row: int = 0
    """In HTML the number of the table row that the cell stands in, from 1."""
    table: int = 0
    column: int = 0
    """In HTML the cell's column, from 0: an empty cell has no line of its own."""
    is_strong: bool = False
    """In HTML: the whole block is bold, as a heading made by hand."""

    @property
    def meaning(self) -> str:
        return tidy(self.text)

    @property
    def indent(self) -> int:
        """How far in the first visible character stands; a tab counts as four."""
        width = 0
        for character in self.text:
            if character == "\t":
                width += TAB
            elif character.isspace():
                width += 1
            else:
                return width
        return width


def number_lines(text: str) -> tuple[Line, ...]:
    """Not ``str.splitlines``: that also cuts at form feeds and U+2028, which end no line of a file."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    gap = 0
    for number, part in enumerate(_END.split(text), start=1):
        if part.strip():
            yield Line(number=number, text=part, gap=gap)
            gap = 0
        else:
            gap += 1
