"""Stage 4, parties: who is named in a text."""

import re
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from promises.page_import.words import parties as words

Party = Literal["municipality", "police", "other"]
Parties = tuple[Party, ...]

ORDER: Parties = ("municipality", "police", "other")
WORD = re.compile(r"[\wåäöÅÄÖé&-]+|[,;:()/]")
_KINDS: tuple[tuple[Party, re.Pattern[str]], ...] = (
    ("police", words.POLICE),
    ("municipality", words.MUNICIPALITY),
    ("other", words.OTHER),
)
_PARENTHESIS = re.compile(r"\(([^()]{2,120})\)")
_RESPONSIBLE = re.compile(
    r"\b(?:ansvarig(?:a|t)?|ansvar|utförs av|genomförs av|utförare)(?: (?:är|part(?:er)?"
    r"|aktör))*\s*:\s*(?P<who>[^.;)]{2,120})",
    re.IGNORECASE,
)
_PARTNERS = re.compile(
    r",? (?:i (?:nära )?(?:samverkan|samarbete|dialog) med|tillsammans med|med (?:stöd|hjälp) av"
    r"|ihop med)\b",
    re.IGNORECASE,
)
_INITIALS = {"p": "police", "k": "municipality", "pol": "police", "kom": "municipality"}
LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Names:
    """What a page calls its other parties: "Tallgården", "trafikklubben Navet" (``party_names``)."""

    phrases: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()


NAMES_OF_PAGE: ContextVar[Names] = ContextVar("NAMES_OF_PAGE", default=Names())  # noqa: B039
"""Set while one page is read: who is a party is known from the whole page, and asked everywhere."""


def ordered(found: Iterable[Party]) -> Parties:
    known = set(found)
    return tuple(party for party in ORDER if party in known)


@lru_cache(maxsize=4096)
def party_of(word: str) -> Party | None:
    """The party that one word names, if any."""
    if word.casefold() in words.NOT_PARTIES or words.NOT_OFFICES.fullmatch(word):
        return None
    if words.OTHER_SCHOOLS.fullmatch(word):
        return "other"
    for party, pattern in _KINDS:
        if pattern.fullmatch(word):
            return party
    if words.COMPANY_NAME.fullmatch(word) and not words.NOT_COMPANIES.fullmatch(word):
        return "other"
    return None


def parties_in(text: str) -> Parties:
    """Every party that is named, in whatever role."""
    return ordered(party for _, party in named(WORD.findall(text[:4000])))


def named_in_parenthesis(text: str) -> Parties:
    """ "(polisen, kommunen)", "(Ansvarig: polisen)", "(K, P)": a parenthesis that holds parties only."""
    found: set[Party] = set()
    for match in _PARENTHESIS.finditer(text[:3000]):
        found.update(_only_parties(without_partners(match.group(1))))
    return ordered(found)


def responsible_in(text: str) -> Parties:
    """ "Ansvarig: polisen och kommunen" anywhere in the text."""
    found = _RESPONSIBLE.search(text[:3000])
    return parties_in(without_partners(found.group("who"))) if found else ()


def without_partners(text: str) -> str:
    """ "Kommunen i samverkan med polisen": the first does it, the other takes part."""
    return _PARTNERS.split(text, maxsplit=1)[0]


def _only_parties(text: str) -> set[Party]:
    found: set[Party] = set()
    text = re.sub(
        r"^\s*(?:ansvariga?|ansvar|utförs av|av|lead|ansvarig part)\s*:?\s*",
        "",
        text,
        flags=re.IGNORECASE,
    )
    if _is_department(tokens := WORD.findall(text), 0) and len(tokens) == 3:
        return {"municipality"}
    for part in re.split(r",|/|;|\+|&| och | samt ", text):
        tokens = WORD.findall(part)
        if len(tokens) == 1 and tokens[0].casefold() in _INITIALS:
            found.add(_INITIALS[tokens[0].casefold()])  # type: ignore[arg-type]
            continue
        here = [party for _, party in named(tokens)]
        if not here or len(tokens) > 5:
            return set()
        found.update(here)
    return found


def named(tokens: list[str]) -> list[tuple[int, Party]]:
    """Parties by position; two words make one name in "tekniska verken", "Hammar AB", "X stad"."""
    names = NAMES_OF_PAGE.get()
    found: list[tuple[int, Party]] = []
    skip = 0
    for position, token in enumerate(tokens):
        if position < skip:
            continue
        if length := _learned(tokens, position, names):
            found.append((position, "other"))
            skip = position + length
            continue
        if _is_department(tokens, position):
            found.append((position, "municipality"))
            skip = position + 3
            continue
        pair = f"{tokens[position - 1]} {token}" if position else ""
        party = (_party_of_pair(pair) if pair else None) or party_of(token)
        if party:
            found.append((position, party))
    return _without_owners(tokens, found)


def _is_department(tokens: list[str], position: int) -> bool:
    """ "Gata och park", "kultur och fritid"."""
    three = [token.casefold() for token in tokens[position : position + 3]]
    return len(three) == 3 and three[1] in ("och", "&") and {three[0], three[2]} <= words.DEPARTMENT


def _without_owners(tokens: list[str], found: list[tuple[int, Party]]) -> list[tuple[int, Party]]:
    """Of an owner and what it owns one acts: the company of the municipality, the owner of a role."""
    kept: list[tuple[int, Party]] = []
    for position, party in found:
        owner = kept[-1] if kept else None
        if owner and position - owner[0] in (1, 2) and _owns(tokens[owner[0]], owner[1]):
            if not words.ORGANISATION.fullmatch(tokens[position]):
                continue
            kept.pop()
        kept.append((position, party))
    return kept


def _owns(token: str, party: Party) -> bool:
    return token.casefold().endswith("s") and party_of(token[:-1]) == party


@lru_cache(maxsize=4096)
def _party_of_pair(pair: str) -> Party | None:
    is_company = words.COMPANY_NAME.fullmatch(pair) or words.COMPANY_NAME.fullmatch(
        pair.removesuffix("s")
    )
    if words.OTHER.fullmatch(pair) or is_company:
        return "other"
    if words.POLICE.fullmatch(pair):
        return "police"
    if words.CITY.fullmatch(pair) or words.MUNICIPALITY.fullmatch(pair):
        return "municipality"
    return None


def _learned(tokens: list[str], position: int, names: Names) -> int:
    """So many words here are a name that the page itself has given a party."""
    first = tokens[position].casefold()
    if first not in names.starts and first.removesuffix("s") not in names.starts:
        return 0
    for length in range(min(LONGEST_NAME, len(tokens) - position), 0, -1):
        phrase = " ".join(tokens[position : position + length]).casefold()
        if phrase in names.phrases or phrase.removesuffix("s") in names.phrases:
            return length
    return 0
