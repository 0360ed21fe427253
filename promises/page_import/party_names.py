"""Stage 4, first look over the whole page: which names it gives to other parties.

No list can hold every housing company, club and shop. But a page that says "Polisen, kommunen och
Ekbo lovar", "(Ekbo)" where others write "(polisen)", or "bostadsbolaget Ekbo" tells what Ekbo is.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from promises.page_import.blocks import Block, Kind
from promises.page_import.names import is_name
from promises.page_import.parties import LONGEST_NAME, WORD, Names, parties_in, party_of
from promises.page_import.tables import tables_in
from promises.page_import.texts import sentences
from promises.page_import.words import names as words
from promises.page_import.words.titles import SIGNED

PARTS = re.compile(r"\s*(?:,|;|/|\+|&|(?<!-) och |(?<!-) samt )\s*")


def names_of(blocks: tuple[Block, ...]) -> Names:
    texts = [block.text[:2000] for block in blocks if block.kind is not Kind.NOISE]
    found: set[str] = set()
    found.update(
        _named_by_kind(block.text[:2000] for block in blocks if block.kind is not Kind.ROW)
    )
    found.update(_givers(texts))
    found.update(_in_parentheses(texts))
    found.update(_responsible(blocks))
    found.update(_beside_parties(blocks))
    return Names(frozenset(found), frozenset(name.split()[0] for name in found))


def _named_by_kind(texts: Iterable[str]) -> Iterator[str]:
    """ "bostadsbolaget Ekbo", "pensionärsföreningen Linden": later the name stands alone."""
    for text in texts:
        for match in words.KIND_AND_NAME.finditer(text):
            if party_of(match["kind"]) == "other" and not parties_in(match["name"]):
                yield from _phrase(match["name"])


def _givers(texts: Iterable[str]) -> Iterator[str]:
    """Those who promise beside the police or the municipality: "Polisen och Ekbo lovar"."""
    for text in texts:
        for sentence in sentences(text):
            if SIGNED.search(sentence):
                continue
            for pattern in (words.WHO_PROMISES, words.WHO_STANDS_BEHIND):
                if match := pattern.match(sentence):
                    yield from _unknown(match["who"], alone=pattern is words.WHO_PROMISES)


def _in_parentheses(texts: list[str]) -> Iterator[str]:
    """Where a page writes who acts in parentheses, every such parenthesis names one."""
    found = [match[1] for text in texts if (match := words.LAST_PARENTHESIS.search(text))]
    known = [inner for inner in found if parties_in(inner) and len(inner.split()) < 8]
    if known:
        for inner in found:
            if is_name(inner):
                continue
            if parties_in(inner) or len(known) * 2 >= len(found) - len(known):
                yield from _unknown(inner, alone=True)


def _beside_parties(blocks: tuple[Block, ...]) -> Iterator[str]:
    """A name over a list of its own, next to lists under "Polisen" and "Kommunen"."""
    headings = [
        (position, block)
        for position, block in enumerate(blocks[:-1])
        if block.kind is Kind.HEADING and blocks[position + 1].kind is Kind.ITEM
    ]
    for (_, before), (_, block) in pairwise(headings):
        if _is_party(before.text) and not parties_in(block.text) and words.PROPER.match(block.text):
            yield from _phrase(block.text)


def _is_party(text: str) -> bool:
    return len(text.split()) < 4 and bool(parties_in(text))


def _responsible(blocks: tuple[Block, ...]) -> Iterator[str]:
    for _, _, table in tables_in(blocks):
        for row in table.rows:
            yield from _unknown(row.text("lead"), alone=True)


def _unknown(text: str, *, alone: bool) -> Iterator[str]:
    """The parts of an enumeration that no word list knows; ``alone``: also without a known one."""
    parts = [part.strip(" .:") for part in PARTS.split(text)]
    known = [part for part in parts if parties_in(part)]
    if not known and not alone:
        return
    for part in parts:
        if part not in known and (known or part[:1].isupper()) and _may_be_party(part, parts):
            yield from _phrase(part)


def _may_be_party(part: str, parts: list[str]) -> bool:
    """ "Vikby, Torps och Ekby kommuner" are places of municipalities."""
    if not words.MAY_BE_PARTY.match(part) or words.NO_PARTY.search(part):
        return False
    return not any(words.MUNICIPALITIES.search(other) for other in parts)


def _phrase(name: str) -> Iterator[str]:
    tokens = WORD.findall(name)
    if 0 < len(tokens) <= LONGEST_NAME:
        yield " ".join(tokens).casefold()
