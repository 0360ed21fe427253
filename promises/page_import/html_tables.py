"""Stage 2, where a cell of an HTML table stands, also where cells span rows or columns."""

SPAN_LIMIT = 50
"""No real table spans more; a page may claim any number."""


class Grid:
    """Follows the tables of a page as their tags come."""

    def __init__(self) -> None:
        self.table = 0
        self.row = 0
        self._next = 0
        self._below: dict[int, int] = {}
        """By column, how many more rows its cell reaches down."""
        self._taken: set[int] = set()

    def enter(self, tag: str, attrs: list[tuple[str, str | None]]) -> int:
        """The column of a cell that starts, from 0; for other tags 0."""
        if tag == "table":
            self.table += 1
            self._below = {}
        elif tag == "tr":
            self.row += 1
            self._next = 0
            self._taken = {column for column, rows in self._below.items() if rows > 0}
            self._below = {column: rows - 1 for column, rows in self._below.items() if rows > 1}
        elif tag in ("td", "th"):
            return self._cell(dict(attrs))
        return 0

    def _cell(self, attrs: dict[str, str | None]) -> int:
        while self._next in self._taken:
            self._next += 1
        column, width = self._next, _span(attrs.get("colspan"))
        if (rows := _span(attrs.get("rowspan"))) > 1:
            self._below |= dict.fromkeys(range(column, column + width), rows - 1)
        self._next += width
        return column


def _span(value: str | None) -> int:
    digits = (value or "").strip()
    return min(max(int(digits), 1), SPAN_LIMIT) if digits.isdecimal() and len(digits) < 5 else 1
