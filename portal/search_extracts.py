"""What a hit shows: the words that were found, marked, in the part of the text where they stand. Pure.

Everything is escaped; the marks are the only markup.
"""

import re
from collections.abc import Sequence

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from portal.search_words import SOFT_HYPHEN, WRITTEN, Term

LENGTH = 220
LEAD = 60
"""Characters before the first word that was found."""


def spans(text: str, terms: Sequence[Term]) -> list[tuple[int, int, int]]:
    """Where each found word begins and ends, and which term it is."""
    return [
        (match.start(), match.end(), number)
        for match in WRITTEN.finditer(text)
        for number, term in enumerate(terms)
        if any(word.is_in(match[0]) for word in term.words)
    ]


def marked(text: str, terms: Sequence[Term]) -> SafeString:
    """The whole text, escaped, with the words that were found in ``<mark>``."""
    text = text.replace(SOFT_HYPHEN, "")
    pieces, at = [], 0
    for start, end, _ in spans(text, terms):
        if start >= at:
            pieces += [escape(text[at:start]), format_html("<mark>{}</mark>", text[start:end])]
            at = end
    return mark_safe("".join([*pieces, escape(text[at:])]))  # noqa: S308 - each piece is escaped


def extract(
    texts: Sequence[str], terms: Sequence[Term], *, or_beginning: bool = False
) -> SafeString:
    """About ``LENGTH`` characters around most of the words. Where none of them stands: the beginning if
    that is asked for, else nothing."""
    text = _in_one_line(texts)
    found = spans(text, terms)
    if not found and not or_beginning:
        return mark_safe("")
    start = max(found, key=lambda span: _told_from(span[0], found))[0] if found else 0
    first = _word_start(text, start - LEAD)
    last = _word_end(text, first + LENGTH)
    words = marked(text[first:last], terms)
    before, after = "… " if first else "", " …" if last < len(text) else ""
    return format_html("{}{}{}", before, words, after)


def _in_one_line(texts: Sequence[str]) -> str:
    """With a dot between lines that are no sentences: a place and an answer, two acts of a list."""
    lines = [
        " ".join(line.replace(SOFT_HYPHEN, "").split()) for line in "\n".join(texts).splitlines()
    ]
    told = ""
    for line in filter(None, lines):
        between = " " if told.endswith((".", "!", "?", ":", "…")) else " · "
        told = f"{told}{between}{line}" if told else line
    return told


def _told_from(start: int, found: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    """How many of the terms stand within an extract that begins here; the earlier of two wins."""
    within = {number for at, _, number in found if start <= at < start + LENGTH - LEAD}
    return len(within), -start


def _word_start(text: str, at: int) -> int:
    """The beginning of the sentence if it is near, else of a word."""
    if at <= LEAD:
        return 0
    sentence = [match.end() for match in re.finditer(r"[.?!]\s+", text[at - LEAD : at + LEAD])]
    if sentence:
        return at - LEAD + sentence[-1]
    return text.rfind(" ", 0, at) + 1


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    found = text.find(" ", at)
    return len(text) if found < 0 else found
