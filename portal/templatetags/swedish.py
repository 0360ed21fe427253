"""Swedish words, dates and numbers for every template (a builtin: no ``load`` needed)."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from django import template
from django.contrib.admin.helpers import InlineAdminFormSet
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from portal import swedish
from portal.prose import clean_prose
from portal.word_list import ABBREVIATIONS

register = template.Library()

TAG_OR_ABBREVIATION = re.compile(
    rf"""<(?:"[^"]*"|[^>"])*>|\b(?P<short>{"|".join(ABBREVIATIONS)})\b"""
)


@register.filter
def day(value: dt.date | dt.datetime | str | None) -> SafeString | str:
    """A ``<time>`` with the date in words; a moment, ISO text too, is shown as its Swedish day."""
    if not value:
        return ""
    if isinstance(value, str):
        value = dt.datetime.fromisoformat(value)
    if isinstance(value, dt.datetime):
        value = timezone.localdate(value)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), swedish.date(value))


@register.filter
def moment(value: dt.datetime | None) -> SafeString | str:
    """A ``<time>`` with day and clock in words, as they are in Sweden."""
    if not value:
        return ""
    local = timezone.localtime(value)
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), swedish.moment(local))


@register.filter
def number(value: Decimal | int | None) -> str:
    return "" if value is None else swedish.number(value)


@register.filter
def count_word(count: int) -> str:
    return swedish.count_word(count)


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
def names(things: Iterable[Mapping[str, str]]) -> list[str]:
    return [thing["name"] for thing in things]


@register.filter
def abbreviations(text: str) -> SafeString:
    """Explains the field's abbreviations, each where it first stands. Markup is taken as it is only if
    it is marked safe."""
    explained: set[str] = set()

    def explain(match: re.Match[str]) -> str:
        short = match["short"]
        if not short or short in explained:
            return match[0]
        explained.add(short)
        return f'<abbr title="{ABBREVIATIONS[short]}">{short}</abbr>'

    return mark_safe(TAG_OR_ABBREVIATION.sub(explain, conditional_escape(text)))  # noqa: S308


@register.filter
def tel(phone: str) -> str:
    """The number as a ``tel:`` link wants it: 0670-161 00 (växel) → tel:+4667016100."""
    return f"tel:{swedish.dial(phone)}"


@register.filter
def rows_data(rows: InlineAdminFormSet) -> str:
    """What Django's script for rows reads, with words on its button that make a Swedish sentence."""
    data = json.loads(rows.inline_formset_data())
    data["options"]["addText"] = _("Lägg till %s") % rows.opts.verbose_name
    return json.dumps(data)
