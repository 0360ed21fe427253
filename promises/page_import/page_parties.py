"""Stage 4, first look over the whole page: who "vi" is."""

import re

from promises.page_import.blocks import Block, Kind
from promises.page_import.parties import Parties, ordered, parties_in
from promises.page_import.roles import Role, read_heading
from promises.page_import.statements import joins
from promises.page_import.subjects import subject_of
from promises.page_import.texts import sentences
from promises.page_import.words.names import JOIN_HANDS, PARTIES_LISTED
from promises.page_import.words.verbs import PROMISE

_SPEAKS_OF_PROMISES = re.compile(
    rf"\båtagand\w*|\b\w*(?:löfte\w*|löften\w*|löftet)\b|\bparter(?:na)?\b|\blovar\b|{JOIN_HANDS.pattern}"
    r"|\bvi (?:polisen )?och\b",
    re.IGNORECASE,
)
_AFTER_PROMISE = re.compile(
    r"\b\w*löft\w*\b[^.]{0,60}?\b(?:mellan|från|av)\s(?P<who>[^.]{3,160})", re.IGNORECASE
)
LEAD_BLOCKS = 24
LONGEST_LOOK = 400
HEADING_LENGTH = 60
_ENDS_LEAD = frozenset({Role.AREA, Role.PROMISE, Role.PARTY, Role.ACTIONS, Role.OUTCOME})


def page_parties(blocks: tuple[Block, ...]) -> Parties:
    """Who "vi" is: the parties of the title and the lead, where they speak of promises; else all who
    promise anywhere on the page."""
    everywhere = [block.text for block in blocks if block.kind is not Kind.NOISE]
    listed = _listed(blocks)
    if len(listed) == 1:
        return parties_in(listed[0][0])
    named: Parties = ()
    for texts in (_lead(blocks), everywhere):
        spoken = [
            sentence
            for text in texts[:LONGEST_LOOK]
            for sentence in sentences(text[:3000])
            if _SPEAKS_OF_PROMISES.search(sentence) and not joins(sentence)
        ]
        if acting := ordered(party for sentence in spoken for party in _givers(sentence)):
            return acting
        named = named or ordered(party for sentence in spoken for party in parties_in(sentence))
        if len(named) > 1:
            break
    return named or _acting_anywhere(blocks)


def lines_of_parties(blocks: tuple[Block, ...]) -> list[int]:
    """ "Parter: kommunen, polisen och Ekbo": the parties of every promise that says none."""
    listed = _listed(blocks)
    return list(listed[0][1].lines) if len(listed) == 1 else []


def _listed(blocks: tuple[Block, ...]) -> list[tuple[str, Block]]:
    """Where they are listed more than once, each list is of one promise."""
    return [
        (found["who"], block)
        for block in blocks
        if block.kind is not Kind.NOISE
        and (found := PARTIES_LISTED.match(block.text))
        and parties_in(found["who"])
    ]


def _gives_list(block: Block) -> bool:
    """ "Polisen lovar:" over its own list names one of the page's parties, not all of them."""
    role = read_heading(block.text).role
    return role in (Role.PARTY, Role.PROMISES) and PROMISE.search(block.text) is not None


def _lead(blocks: tuple[Block, ...]) -> list[str]:
    """From the top to the first list, or to the first heading under the one that gives the period."""
    found: list[str] = []
    for block in blocks[:LEAD_BLOCKS]:
        if block.kind in (Kind.ITEM, Kind.ROW):
            break
        if block.kind is Kind.HEADING and found and _gives_list(block):
            break
        has_prose = any(len(text) > HEADING_LENGTH for text in found)
        if has_prose and block.kind is Kind.HEADING and read_heading(block.text).role in _ENDS_LEAD:
            break
        if block.kind is not Kind.NOISE:
            found.append(block.text)
    return found


def _acting_anywhere(blocks: tuple[Block, ...]) -> Parties:
    """A page whose lead names nobody: the municipality and the police, if they act on it."""
    texts = [block.text[:300] for block in blocks[:200] if block.kind is not Kind.NOISE]
    found = {party for text in texts for party in subject_of(text).parties}
    return ("municipality", "police") if {"municipality", "police"} <= found else ()


def _givers(sentence: str) -> Parties:
    after = _AFTER_PROMISE.search(sentence)
    between = parties_in(after.group("who").split(" för ")[0]) if after else ()
    return ordered((*subject_of(sentence).parties, *between))
