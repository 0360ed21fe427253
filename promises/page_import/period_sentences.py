"""Stage 4, first look over the whole page: sentences that each open a period of their own.

"I Vik gäller detta mars–maj 2024." and, further down, "På Näset gäller i stället detta …": two places in one
page, without headings.
"""

import re

from promises.page_import.blocks import Block, Kind
from promises.page_import.periods import Span, find_spans
from promises.page_import.statements import leads_to_list
from promises.page_import.texts import sentences

_HOLDS = re.compile(r"\b(?:gäller|löper|omfattar)\b", re.IGNORECASE)
_PLACE = re.compile(r"(?:I|På|För|Vid) (?P<place>[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)*) ")
LONGEST = 16


def period_sentences(blocks: tuple[Block, ...]) -> dict[int, tuple[Span, str]]:
    """By position the dates and the place; empty unless two such sentences differ in their dates."""
    found: dict[int, tuple[Span, str]] = {}
    for position, block in enumerate(blocks[:-1]):
        span = _span(block)
        after = blocks[position + 1]
        if span and (after.kind is Kind.ITEM or leads_to_list(after.text)):
            place = _PLACE.match(block.text)
            found[position] = (span, place["place"] if place else "")
    dates = {(span.starts_on, span.ends_on) for span, _ in found.values()}
    return found if len(dates) > 1 else {}


def _span(block: Block) -> Span | None:
    text = block.text
    if block.kind not in (Kind.PARAGRAPH, Kind.HEADING) or len(text.split()) > LONGEST:
        return None
    if len(sentences(text)) > 1 or not _HOLDS.search(text):
        return None
    return next((span for span in find_spans(text) if span.is_range), None)
