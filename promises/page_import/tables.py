"""Stage 4, tables: rows of blocks → rows by column, whoever drew the table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from promises.page_import.blocks import Block, Kind
from promises.page_import.pieces import RULE
from promises.page_import.table_columns import by_contents, name_of
from promises.page_import.texts import tidy

LONGEST_HEADING = 60
_BARE_NUMBER = re.compile(r"(?:minst |ca |cirka )?\d+(?: st)?\.?\Z|[–-]\Z", re.IGNORECASE)
_BULLET = re.compile(r"\A\s*(?:[•●▪◦‣·–—*-]|\(?\d{1,2}[.)])\s+")
_STARTS_ITEM = re.compile(r"[A-ZÅÄÖ0-9]")
_SAYS_KEPT = re.compile(r"löft|hölls|uppfyll|klar|genomför", re.IGNORECASE)
_ACT_COLUMNS = frozenset({"lead", "promised", "done", "status", "action", "promise", "goal"})
_CONTACT_COLUMNS = frozenset({"name", "phone", "email"})
_NAMING = frozenset({"promise", "action", "lead", "area"})
_DASH = re.compile(r"[–—-]+")
Cell = tuple[str, int]


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells by column name; several columns of one name are joined by nothing, the first counts."""

    cells: dict[str, Cell]
    lines: tuple[int, ...]
    header_lines: tuple[int, ...] = ()
    columns: frozenset[str] = frozenset()
    """What the table has columns for, filled in or not."""

    def text(self, column: str) -> str:
        text = tidy(self.cells.get(column, ("", 0))[0])
        return "" if column in _NAMING and _DASH.fullmatch(text) else text

    def parts(self, column: str) -> list[str]:
        """A cell with a list in it holds several acts."""
        lines = [_BULLET.sub("", line) for line in self.cells.get(column, ("", 0))[0].split("\n")]
        if all(_STARTS_ITEM.match(line) for line in lines):
            return [line for line in lines if line]
        return [self.text(column)] if self.text(column) else []

    @property
    def all_lines(self) -> tuple[int, ...]:
        return (*self.header_lines, *self.lines)

    def lines_for(self, status: str) -> tuple[int, ...]:
        """A comment on what was done as promised says nothing that a row keeps."""
        text, line = self.cells.get("reason", ("", 0))
        if status in ("partly", "not_done") or not line or _SAYS_KEPT.search(text):
            return self.all_lines
        others = {number for name, (_, number) in self.cells.items() if name != "reason"}
        return tuple(number for number in self.all_lines if number != line or line in others)

    @property
    def is_report(self) -> bool:
        """The table has a column for what came of it, filled in or not."""
        return bool({"done", "status", "promised"} & self.columns)

    @property
    def tells(self) -> bool:
        return bool(self.text("done") or self.text("status"))

    @property
    def is_contact(self) -> bool:
        return bool(_CONTACT_COLUMNS & self.cells.keys()) and not _ACT_COLUMNS & self.cells.keys()


@dataclass(slots=True)
class Table:
    rows: list[TableRow] = field(default_factory=list)
    loose: list[Block] = field(default_factory=list)
    """Rows of a table without a header that says what they hold."""


def tables_in(blocks: tuple[Block, ...]) -> Iterator[tuple[int, int, Table]]:
    """Runs of rows: where each starts and ends, and what it holds."""
    start: int | None = None
    for position in range(len(blocks) + 1):
        is_row = position < len(blocks) and blocks[position].kind is Kind.ROW
        if is_row and start is None:
            start = position
        elif not is_row and start is not None and not _is_rule(blocks, position):
            rows = tuple(block for block in blocks[start:position] if block.kind is Kind.ROW)
            yield start, position, _table(rows)
            start = None


def _is_rule(blocks: tuple[Block, ...], position: int) -> bool:
    """ "|---|---|" between a drawn table's head and its rows."""
    after = blocks[position + 1] if position + 1 < len(blocks) else None
    if after is None or after.kind is not Kind.ROW or blocks[position].kind is not Kind.NOISE:
        return False
    return RULE.match(blocks[position].text) is not None


def _table(rows: tuple[Block, ...]) -> Table:
    header = _header(rows[0], rows[1:])
    if header is None:
        return Table(loose=list(rows))
    heads = [cell for cell, _ in rows[0].cells]
    names = _with_promised_numbers(header, rows[1:])
    table = Table()
    last_area: Cell | None = None
    for number, block in enumerate(rows[1:], start=1):
        if _repeats(block, heads):
            continue
        if "area" not in names and (heading := _heading_of_part(rows, number, len(names))):
            last_area = heading
            continue
        cells: dict[str, Cell] = {}
        for name, cell in zip(names, block.cells, strict=False):
            if name and cell[0] and name not in cells:
                cells[name] = cell
        if "area" not in names and last_area:
            cells.setdefault("area", last_area)
        if "area" in names:
            last_area = cells.get("area", last_area)
            if last_area:
                cells.setdefault("area", last_area)
        columns = frozenset(name for name in names if name)
        table.rows.append(TableRow(cells, block.lines, rows[0].lines, columns))
    return table


def _heading_of_part(rows: tuple[Block, ...], number: int, width: int) -> Cell | None:
    """A row of one short cell across the table, over rows that are whole: an area of its own."""
    filled = [cell for cell in rows[number].cells if cell[0]]
    if width < 3 or len({text for text, _ in filled}) != 1 or number + 1 == len(rows):
        return None
    text = filled[0][0]
    under = rows[number + 1].cells
    is_whole = bool(under[0][0]) and sum(bool(text) for text, _ in under) > 1
    is_heading = len(text) < LONGEST_HEADING and not text.endswith((".", "!", "?", ":"))
    return filled[0] if is_whole and is_heading else None


def _repeats(block: Block, heads: list[str]) -> bool:
    """The header once more, under a new part of the table."""
    cells = [cell for cell, _ in block.cells]
    names = [name_of(cell) for cell in cells]
    return cells == heads or (
        len({name for name in names if name}) > 1 and names == [name_of(head) for head in heads]
    )


def _header(block: Block, rows: tuple[Block, ...]) -> list[str] | None:
    """Column names, if the row reads as a header: short cells, at least two of them known."""
    if len(block.cells) < 2 or any(len(text) > 60 or text.endswith(".") for text, _ in block.cells):
        return None
    heads = [text for text, _ in block.cells]
    names = by_contents(
        [name_of(text) for text in heads], heads, [[text for text, _ in row.cells] for row in rows]
    )
    known = [name for name in names if name]
    if len(set(known)) < 2 and not (block.is_header and known):
        return None
    return names


def _with_promised_numbers(names: list[str], rows: tuple[Block, ...]) -> list[str]:
    """ "Mål | Utfall" over bare numbers is promised and done; a first nameless column is the act."""
    fixed = list(names)
    for position, name in enumerate(fixed):
        cells = [row.cells[position][0] for row in rows if len(row.cells) > position]
        numeric = bool(cells) and all(_BARE_NUMBER.match(cell) or not cell for cell in cells)
        if name in ("goal", "promise") and numeric and ("done" in fixed or "status" in fixed):
            fixed[position] = "promised"
        elif name == "" and position == 0 and not {"action", "promise"} & set(fixed):
            fixed[position] = "action"
    if not {"action", "promise"} & set(fixed) and "promised" in fixed and "done" in fixed:
        fixed[fixed.index("promised")] = "promise"
    if "promise" in fixed and fixed.count("promise") > 1:
        fixed[len(fixed) - 1 - fixed[::-1].index("promise")] = "promised"
    return fixed
