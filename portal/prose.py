"""Prose with few tools: paragraphs, lists, bold, emphasis and links. Nothing else survives."""

from html import escape, unescape
from typing import Any

import nh3
from django_prose_editor.fields import ProseEditorField, create_sanitizer

EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
}

_clean = create_sanitizer(EXTENSIONS)


def clean_prose(html: str) -> str:
    """What is allowed of the given HTML. Rows may hold more: ``objects.create()`` never cleans."""
    return str(_clean(html)).strip()


def plain_text(html: str) -> str:
    """The words alone, for search, extracts and differences: one line per block."""
    broken = html.replace("</p>", "\n").replace("</li>", "\n").replace("<br>", "\n")
    text = unescape(nh3.clean(broken, tags=set()))
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def as_prose(text: str) -> str:
    """Plain text as paragraphs, one per non-blank line."""
    return "".join(f"<p>{escape(line.strip())}</p>" for line in text.splitlines() if line.strip())


class ProseField(ProseEditorField):
    """A prose field of the house: the same few tools everywhere, cleaned on the server."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("extensions", dict(EXTENSIONS))
        kwargs.setdefault("sanitize", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)
