"""Prose as it is written on the reporting desk: paragraphs, and lines that begin with "- " as a list.

The desk is used on a phone and without JavaScript, so it has plain text fields. Pure.
"""

import re
from html import escape, unescape
from itertools import groupby

import nh3

_BREAKS = re.compile(r"</?(?:p|ul|ol|div|h[1-6]|blockquote)\b[^>]*>|<br\s*/?>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^>]*>\s*(?:<p\b[^>]*>)?", re.IGNORECASE)
_RICHER = re.compile(r"<(?:strong|b|em|i|a|ol)\b", re.IGNORECASE)
BULLET = "- "


def as_text(html: str) -> str:
    """What stands in the text field: one line per paragraph, "- " before an item."""
    marked = _BREAKS.sub("\n", _ITEM.sub(f"\n{BULLET}", html).replace("</li>", "\n"))
    words = unescape(nh3.clean(marked, tags=set()))
    lines = (" ".join(line.split()) for line in words.splitlines())
    return "\n".join(line for line in lines if line and line != BULLET.strip())


def as_html(text: str) -> str:
    """The text field's words as prose: paragraphs and lists, nothing else."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    parts = []
    for is_list, group in groupby(lines, key=lambda line: line.startswith(BULLET)):
        if is_list:
            items = (f"<li>{escape(line[len(BULLET) :].strip())}</li>" for line in group)
            parts.append(f"<ul>{''.join(items)}</ul>")
        else:
            parts += [f"<p>{escape(line)}</p>" for line in group]
    return "".join(parts)


def is_richer(html: str) -> bool:
    """Whether the prose holds what the text field cannot show: bold, emphasis, links, numbers."""
    return _RICHER.search(html) is not None
