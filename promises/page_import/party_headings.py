"""Stage 4, headings made of nothing but parties: "Polisens löften", "Kommunen svarar för"."""

import re

from promises.page_import.parties import WORD, Parties, parties_in, party_of
from promises.page_import.texts import key, tidy
from promises.page_import.words import headings as words
from promises.page_import.words.parties import NO_NAMES

_PARTY_PAIRS = frozenset(
    {"tekniska", "kultur", "fritid", "ab", "lokala", "brottsförebyggande", "s"}
)


def only_parties(text: str, *, is_beside: bool = False) -> Parties:
    """ "Polisens löften", "Det här gör kommunen": nothing in it but parties and filler."""
    if len(text) > 90:
        return ()
    found = parties_in(text)
    bare = words.PARTY_FILLER.sub(" ", key(text))
    tokens = WORD.findall(tidy(bare))
    others = [token for token in tokens if party_of(token) is None and token.isalpha()]
    if not (is_beside or words.GIVES.search(text)) and not all(
        words.CORE_PARTY.match(token) for token in tokens if party_of(token)
    ):
        return ()
    capitalised = {word.casefold() for word in re.findall(r"\b[A-ZÅÄÖ][\wåäö]+", text)} - NO_NAMES
    if found:
        return (
            found if all(token in capitalised or token in _PARTY_PAIRS for token in others) else ()
        )
    return ()
