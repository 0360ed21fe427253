"""The page import: today's page of a municipality → what it means → draft rows.

Stages, each with its own types and tests: ``source`` (bytes → text), ``lines`` and ``html_lines`` (text →
numbered lines), ``blocks`` (lines → headings, items, paragraphs, rows), ``reader`` (blocks → meaning,
``result``), ``rows`` (meaning → drafts). Only ``rows`` and ``difference`` know Django. Beside them
``doubts_of(page)`` says by line number, in Swedish, what was read with doubt.
"""

from promises.page_import.blocks import build_blocks
from promises.page_import.doubts import doubts_of
from promises.page_import.html_lines import is_html, number_blocks
from promises.page_import.lines import number_lines
from promises.page_import.reader import read_blocks
from promises.page_import.result import ImportedPage
from promises.page_import.source import UnusableInput, decode

__all__ = ["ImportedPage", "UnusableInput", "doubts_of", "read_page", "read_text"]


def read_page(data: bytes) -> ImportedPage:
    """What the page says; raises ``UnusableInput`` with one line when the bytes are no page."""
    return read_text(decode(data))


def read_text(text: str) -> ImportedPage:
    """The same for text already decoded, as pasted in the admin."""
    lines = number_blocks(text) if is_html(text) else number_lines(text)
    return read_blocks(lines, build_blocks(lines))
