"""Stage 2 for saved HTML: one line per visible block or table cell.

The only module that knows a parser, so that the standard library's can be replaced by another.
"""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from promises.page_import.html_tables import Grid
from promises.page_import.lines import Line
from promises.page_import.words.verbs import PROMISE

Attributes = list[tuple[str, str | None]]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "menu"})
CELLS = frozenset({"td", "th"})
LAYOUT = "layout"
"""What a cell is called once a heading is met in it: the table only places columns side by side."""
BLOCKS = (
    HEADINGS
    | LISTS
    | CELLS
    | frozenset(
        "address article aside blockquote body button center dd details dialog div dl dt fieldset "
        "figcaption figure footer form header hr html legend li main nav p pre section summary "
        "table "
        "tbody tfoot thead tr caption option select label".split()
    )
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNSEEN = frozenset("script style head template noscript svg textarea iframe object title".split())
NAVIGATION = frozenset({"nav", "form", "dialog", "select"})
_NAVIGATION_ROLE = re.compile(r"^(navigation|banner|contentinfo|search|dialog|menu|menubar)$")
_NAVIGATION_CLASS = re.compile(
    r"(^|[\s_-])(cookies?|breadcrumbs?|crumbs?|brodsmul\w*|menu|meny|huvudmeny|nav|navbar|sidfot"
    r"|footer|foot|skip-?link\w*|skiplinks?|readspeaker|share|dela|social|delning)"
    r"([\s_-]|$)",
    re.IGNORECASE,
)
_LOOKS_LIKE_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)\b", re.I | re.S
)
_BLOCK_TAG = re.compile(r"</(p|div|h[1-6]|li|ul|ol|table|tr|td|body|section|main|article)>", re.I)
_OPENING = frozenset({"aria-expanded", "aria-controls"})
_OPENS = re.compile(r"accordion|dragspel|toggle|expand|collapse|utf[aä]ll", re.IGNORECASE)
"""A button that opens a part of the text is that part's heading; others belong to the site."""
_HEADING_CLASS = re.compile(
    r"(^|[\s_-])(mso(title|subtitle|heading\w*)|rubrik\w*|heading\w*|subheading|title|h[1-6])([\s_-]|$)",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def is_html(text: str) -> bool:
    """A saved page, or a piece of one; a stray tag in plain text is no HTML."""
    head = text[:50_000]
    if _LOOKS_LIKE_HTML.match(head):
        return True
    return head.lstrip().startswith("<") and sum(1 for _ in _BLOCK_TAG.finditer(head)) >= 2


def number_blocks(text: str) -> tuple[Line, ...]:
    """Visible blocks in page order, numbered from 1."""
    parser = _BlockParser()
    parser.feed(text)
    parser.close()
    parser.end_block()
    return tuple(_without_false_navigation(parser.lines, parser.regions))


def _without_false_navigation(lines: list[Line], regions: list[int]) -> list[Line]:
    """A class such as "with-menu" on the wrapper of the whole page makes no menu of it: a part that
    holds the page's main heading or a promise is text."""
    speaking = {
        region
        for line, region in zip(lines, regions, strict=True)
        if region and (line.tag == "h1" or PROMISE.search(line.text))
    }
    return [
        line if not region or region in speaking else replace(line, tag="nav")
        for line, region in zip(lines, regions, strict=True)
    ]


@dataclass(slots=True)
class _Open:
    """An element not yet ended. What holds for its inside is summed up here: pages nest deep."""

    tag: str
    navigation: int = 0
    """Number of the menu, footer or the like that it lies in; 0 outside them."""
    is_main: bool = False
    list_depth: int = 0
    column: int = 0


@dataclass(slots=True)
class _Buffer:
    parts: list[str] = field(default_factory=list)
    strong: int = 0
    plain: int = 0


class _BlockParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.regions: list[int] = []
        """Beside each line the menu or footer it stands in, or 0."""
        self._navigations = 0
        self._open: list[_Open] = []
        self._buffer = _Buffer()
        self._unseen_tag = ""
        self._unseen_depth = 0
        self._bold = 0
        self._grid = Grid()
        self._item_starts = False
        self._titled = False
        """The block's class says that it is a heading."""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._unseen_depth and not self._ends_unseen(tag):
            self._unseen_depth += tag == self._unseen_tag
            return
        if tag == "br":
            self._buffer.parts.append("\n")
        if tag in VOID:
            return
        if tag in UNSEEN or _is_hidden(attrs):
            self._unseen_tag, self._unseen_depth = tag, 1
            return
        if tag in ("strong", "b"):
            self._bold += 1
        if tag in BLOCKS:
            self._start_block(tag, attrs)
            self._titled = _is_titled(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if tag == "br" and not self._unseen_depth:
            self._buffer.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen_depth:
            self._unseen_depth -= tag == self._unseen_tag
            return
        if tag in ("strong", "b"):
            self._bold = max(0, self._bold - 1)
        if tag in BLOCKS:
            self._end(tag)

    def _ends_unseen(self, tag: str) -> bool:
        """``<p hidden>`` without an end ends where the next block starts."""
        if self._unseen_tag == "p" and tag in BLOCKS:
            self._unseen_depth = 0
        return self._unseen_depth == 0

    def handle_data(self, data: str) -> None:
        if self._unseen_depth:
            return
        self._buffer.parts.append(_SPACES.sub(" ", data))
        if visible := len(data.strip()):
            if self._bold:
                self._buffer.strong += visible
            else:
                self._buffer.plain += visible

    def end_block(self) -> None:
        """Turn what was read since the last border into a line, if any of it shows."""
        buffer, self._buffer = self._buffer, _Buffer()
        parts = (part.strip(" ") for part in "".join(buffer.parts).split("\n"))
        text = "\n".join(part for part in parts if part.strip())
        if not text:
            return
        cell = self._cell()
        self.lines.append(
            Line(
                number=len(self.lines) + 1,
                text=text,
                tag=self._tag(),
                depth=self._open[-1].list_depth if self._open else 0,
                row=self._grid.row if cell else 0,
                table=self._grid.table if cell else 0,
                column=cell.column if cell else 0,
                is_strong=self._titled or (buffer.strong > 0 and buffer.plain == 0),
            )
        )
        self.regions.append(self._open[-1].navigation if self._open else 0)
        self._item_starts = False

    def _start_block(self, tag: str, attrs: Attributes) -> None:
        cell = self._cell()
        if cell and tag in HEADINGS:
            cell.tag = LAYOUT
        elif cell and tag not in CELLS | {"tr", "table"}:
            self._buffer.parts.append("\n")
            return
        if tag == "button" and self._in_heading():
            return
        self.end_block()
        if tag in ("li", "p", "dt", "dd", "tr", "option") or tag in CELLS:
            self._close_implied(tag)
        column = self._grid.enter(tag, attrs)
        if tag == "li":
            self._item_starts = True
        parent = self._open[-1] if self._open else _Open("")
        navigation = parent.navigation
        if not navigation and _is_navigation(tag, attrs, parent):
            self._navigations += 1
            navigation = self._navigations
        self._open.append(
            _Open(
                tag,
                navigation,
                parent.is_main or tag in ("main", "article"),
                parent.list_depth + (tag in LISTS),
                column,
            )
        )

    def _close_implied(self, tag: str) -> None:
        """``<li>`` and its like end the one before, as far as their own list or table reaches."""
        limits = LISTS | {"table", "dl", "div", "section", "article", "main", "body"}
        same = CELLS if tag in CELLS else {tag, "td", "th"} if tag == "tr" else {tag}
        if tag in ("dt", "dd"):
            same = {"dt", "dd"}
        for position in range(len(self._open) - 1, max(-1, len(self._open) - 30), -1):
            if self._open[position].tag in same:
                del self._open[position:]
                return
            if self._open[position].tag in limits:
                return

    def _end(self, tag: str) -> None:
        if self._cell() and tag not in CELLS | HEADINGS | {"tr", "table"}:
            self._buffer.parts.append("\n")
            return
        if tag == "button" and self._in_heading():
            return
        self.end_block()
        for position in range(len(self._open) - 1, max(-1, len(self._open) - 200), -1):
            if self._open[position].tag == tag or (
                tag == "td" and self._open[position].tag == LAYOUT
            ):
                del self._open[position:]
                return

    def _cell(self) -> _Open | None:
        if self._in_heading():
            return None
        return next((item for item in reversed(self._open[-3:]) if item.tag in CELLS), None)

    def _in_heading(self) -> bool:
        return bool(self._open) and self._open[-1].tag in HEADINGS

    def _tag(self) -> str:
        for item in reversed(self._open[-12:]):
            if item.tag in HEADINGS or item.tag in CELLS or item.tag in ("figcaption", "dt"):
                return item.tag
            if item.tag in ("summary", "button"):
                return "summary"
            if item.tag == "li":
                return "li" if self._item_starts else "p"
        return "p"


def _is_navigation(tag: str, attrs: Attributes, parent: _Open) -> bool:
    values = {name: value or "" for name, value in attrs}
    if tag in ("header", "footer"):
        return not parent.is_main
    if tag == "button":
        return not (_OPENS.search(values.get("class", "")) or _OPENING & values.keys())
    if tag in ("html", "body", "main", "article"):
        return False
    return (
        tag in NAVIGATION
        or bool(_NAVIGATION_ROLE.match(values.get("role", "")))
        or bool(_NAVIGATION_CLASS.search(f"{values.get('class', '')} {values.get('id', '')}"))
    )


def _is_titled(tag: str, attrs: Attributes) -> bool:
    values = {name: value or "" for name, value in attrs}
    is_text = tag in ("p", "div", "legend", "caption")
    return is_text and bool(
        _HEADING_CLASS.search(values.get("class", "")) or values.get("role") == "heading"
    )


def _is_hidden(attrs: Attributes) -> bool:
    for name, value in attrs:
        if name == "hidden":
            return True
        if name == "style" and re.search(r"display\s*:\s*none", value or "", re.I):
            return True
    return False
