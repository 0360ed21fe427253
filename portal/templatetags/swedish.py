"""Swedish words, dates and numbers for every template (a builtin: no ``load`` needed)."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from portal import swedish
from portal.prose import clean_prose

register = template.Library()


@register.filter
def day(value: dt.date | dt.datetime | None) -> SafeString | str:
    """A ``<time>`` with the date in words; a moment is shown as its Swedish day."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        value = timezone.localdate(value)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), swedish.date(value))


@register.filter
def number(value: Decimal | int | None) -> str:
    return "" if value is None else swedish.number(value)


@register.filter
def join_words(words: Iterable[object]) -> str:
    return swedish.join_words(str(word) for word in words)


@register.filter
def large_first(text: object) -> str:
    return swedish.sentence_case(str(text))


@register.filter
def prose(html: str) -> SafeString:
    """Prose of a live row or a document, cleaned once more on its way out."""
    return mark_safe(clean_prose(html))  # noqa: S308 - nh3 has cleaned it


@register.filter
def tel(phone: str) -> str:
    """The number as a ``tel:`` link wants it: 0670-161 00 (växel) → tel:+4667016100."""
    return f"tel:{swedish.dial(phone)}"
