"""Stage 4, subjects: who acts in a sentence.

The subject is read from the words before the first finite verb, or right after it where the sentence
starts with something else. "I samverkan med X" and its like do not make X a subject.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from promises.page_import.parties import (
    NAMES_OF_PAGE,
    WORD,
    Names,
    Parties,
    Party,
    named,
    ordered,
)
from promises.page_import.words import parties as words
from promises.page_import.words.verbs import FINITE, FINITE_ENDING, INFINITIVES

_SPLITS = frozenset(
    "i på vid med till för om mot hos inom under kring runt utanför genom enligt efter inför "
    "trots utan över åt längs".split()
)
_KEEPS = frozenset("av mellan från både såväl".split())
_JOINS = frozenset({"och", "samt", "eller", ",", "/", "&", "tillsammans", "som", "även", "ihop"})
_AFTER_VERB = frozenset(
    "också även dessutom nu därför sedan alltid gemensamt alla både såväl den det de dessa våra "
    "vår berörd berörda lokala ansvarig flera andra aktuell samtliga".split()
)
_COMPANY = frozenset({"samverkan", "samarbete", "tillsammans", "ihop", "dialog", "stöd", "hjälp"})
_QUANTITIES = frozenset("mer mera fler ökad ökat bättre tryggare synlig synligare stöd hög".split())
_CLAUSE = frozenset({"som", "där", "när", "att", "så", "vilket", "vilka", "eftersom", "för"})
_AGENT = re.compile(r"\bav (?=(?:den |de |vår |lokala )?\w)", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:\w{3,}(?:ts|as|es|ds|ns|rs)|genomförd\w*|utförd\w*|gjord\w*)\b")
_MUTUAL = re.compile(
    r"\b(?:samverkan|samarbete\w*|dialog\w*|möten?"
    r"|avstämning\w*)\b[^.]{0,60}?\bmellan (?P<who>[^.]{3,120})",
    re.IGNORECASE,
)
_DEPONENT = frozenset(
    "finns fanns syns syntes träffas träffades möts möttes ses sågs hjälps samlas samlades lyckas lyckades "
    "trivs vistas vistades hoppas minns märks umgås fattas".split()
)
"""They end as a passive does, and their subject acts."""
_SUPINE_WORD = re.compile(r"[a-zåäö]{3,}(?:at|it|tt|rt)\Z")
SUBJECT_WORDS = 45


@dataclass(frozen=True, slots=True)
class Subject:
    parties: Parties = ()
    is_we: bool = False
    partners: Parties = ()
    """Named with "i samverkan med", "tillsammans med": extra, not lead."""


def subject_of(text: str) -> Subject:
    """Who acts in a sentence or a list item."""
    return _read(text, NAMES_OF_PAGE.get())


def main_verb(text: str) -> str:
    """The finite verb of the main clause, lower case: "tror" in "Jouren tror att fler skulle …"."""
    tokens = WORD.findall(text[:600])
    verb = _first_verb(tokens)
    return tokens[verb].casefold() if verb is not None else ""


@lru_cache(maxsize=256)
def _read(text: str, names: Names) -> Subject:
    """``names``: what the page calls its parties, for a text may mean another thing on another page."""
    tokens = WORD.findall(text[:1500])[: SUBJECT_WORDS * 2]
    if (main := _after_condition(tokens)) is not None:
        found, we = _after_verb(tokens[main:])
        return Subject(found, we)
    verb = _first_verb(tokens)
    before = tokens[: verb if verb is not None else len(tokens)]
    found, we = _nominal(before, whole=verb is not None)
    if not found and not we and verb is not None:
        found, we = _after_verb(tokens[verb + 1 :])
    takes_agent = (
        verb is not None and _takes_agent(tokens[verb]) and not words.GOT_DONE.search(text)
    )
    if not we and (not found or takes_agent):
        agent = _agent(text[:1500], is_passive=takes_agent)
        found = agent or (() if takes_agent else found)
    if not we and not found:
        found = _between(text[:1500]) or _inner_subject(before)
    partners = ordered(party for party in _companions(tokens) if party not in found)
    return Subject(found, we, partners)


def _after_condition(tokens: list[str]) -> int | None:
    """ "Om en skola ringer kommer polisen", "Ber ni oss, så kommer vi": where the one who acts is named."""
    if len(tokens) < 4 or not (
        tokens[0].casefold() in words.IF
        or (tokens[0].casefold().endswith(("r", "ll")) and tokens[1].casefold() in words.ANYBODY)
    ):
        return None
    positions = dict(named(tokens))
    for position in range(3, len(tokens)):
        is_subject = tokens[position].casefold() == "vi" or position in positions
        verb = tokens[position - 1].casefold()
        if is_subject and position - 1 not in positions and words.PRESENT.fullmatch(verb):
            return position
    return None


def _first_verb(tokens: list[str]) -> int | None:
    depth = 0
    clause = False
    for position, token in enumerate(tokens):
        depth += {"(": 1, ")": -1}.get(token, 0)
        word = token.casefold()
        if depth > 0:
            continue
        if (word in ("som", "där") and position) or (word in ("om", "när") and not position):
            clause = True
        elif word in FINITE or (position and FINITE_ENDING.match(word)):
            if not clause:
                return position
            clause = False
        elif (
            word in (",", "och")
            and clause
            and position
            and tokens[position - 1].casefold() not in ("som", "där")
        ):
            clause = clause and word != ","
    return None


def _nominal(tokens: list[str], *, whole: bool) -> tuple[Parties, bool]:
    """The subject in the words before the verb; without a verb only its very beginning counts."""
    if tokens and words.WE.fullmatch(tokens[0]) and tokens[0].casefold() == "vi":
        return (), True
    if _is_infinitive(tokens):
        return (), False
    positions = dict(named(tokens))
    found: list[Party] = []
    counts = True
    starts_aside = bool(tokens) and tokens[0].casefold() in _SPLITS | {"tillsammans"}
    if starts_aside:
        counts = False
    for position, token in enumerate(tokens):
        word = token.casefold()
        if (word in _CLAUSE and position) or word in _SPLITS or word in ("tillsammans", "("):
            counts = bool(position) and words.SENT.fullmatch(tokens[position - 1]) is not None
        elif (word in _KEEPS and not starts_aside) or word == ")" or (word == "," and starts_aside):
            counts = True
        elif found and not counts and word in ("och", "samt", ","):
            is_beside = _is_beside(tokens[:position])
            counts = not is_beside and _is_name_of_party(tokens, position + 1, positions)
        if counts and position in positions:
            is_person = not position and words.PERSONS.fullmatch(token) is not None
            if not (whole or found or is_person or _heads(tokens[:position], token)):
                break
            found.append(positions[position])
        if not whole and position > 8:
            break
    is_we = any(token.casefold() == "vi" for token in tokens[-2:]) and not found
    return ordered(found), is_we


def _is_beside(before: list[str]) -> bool:
    """ "Polisen i samverkan med skolan och kommunen": who stands after that only takes part."""
    return any(word.casefold() in _COMPANY for word in before)


def _is_name_of_party(tokens: list[str], start: int, positions: dict[int, Party]) -> bool:
    """ "Polisen i Vik och Viks kommun": a party again, with at most its name before it."""
    return start in positions or (start + 1 in positions and tokens[start][:1].isupper())


def _heads(before: list[str], party: str) -> bool:
    """Without a verb a party is the subject only at the very beginning: "Norra polisen: …". "Öppen
    fritidsgård" is what will be, not who does it."""
    return words.DEFINITE.search(party) is not None and (
        len(before) < 3
        and all(token[:1].isupper() or token.casefold() in _AFTER_VERB for token in before)
        and not (before and before[0].casefold() in _QUANTITIES)
    )


def _is_infinitive(tokens: list[str]) -> bool:
    """ "Besöka fritidsgården": what follows is the object, and who does it is unsaid."""
    start = 1 if tokens and tokens[0].casefold() == "att" else 0
    return len(tokens) > start and tokens[start].casefold() in INFINITIVES


def _after_verb(tokens: list[str]) -> tuple[Parties, bool]:
    """ "Under våren har polisen och kommunen …": the words right after the verb, up to the object."""
    found: list[Party] = []
    is_joined = True
    positions = dict(named(tokens[:14]))
    for position, token in enumerate(tokens[:14]):
        word = token.casefold()
        if position in positions and (is_joined or _owns_next(tokens, position)):
            found.append(positions[position])
            is_joined = False
        elif word == "vi" and not found:
            return (), True
        elif word in _JOINS and word != "tillsammans":
            is_joined = True
        elif not (word in _AFTER_VERB or (token[:1].isupper() and position < 8)):
            break
    return ordered(found), False


def _owns_next(tokens: list[str], position: int) -> bool:
    """ "Polisens volontärer", "Viks kommun": still the same name."""
    return position > 0 and tokens[position - 1].casefold().endswith("s")


def _agent(text: str, *, is_passive: bool) -> Parties:
    """ "… har genomförts av polisen": the one who acts in a passive sentence."""
    for match in _AGENT.finditer(text):
        if not (is_passive or _PASSIVE.search(text[: match.start()])):
            continue
        found, _ = _after_verb(WORD.findall(text[match.end() : match.end() + 120]))
        if found:
            return found
    return ()


def _takes_agent(verb: str) -> bool:
    """ "Skolorna fick besök av polisen", "Skolorna besöktes av polisen"."""
    word = verb.casefold()
    if word in _DEPONENT:
        return False
    return word in ("fick", "får") or (word.endswith("s") and len(word) > 4)


def _between(text: str) -> Parties:
    """ "Samverkan har skett mellan skola, polis och socialtjänst"."""
    match = _MUTUAL.search(text)
    return _after_verb(WORD.findall(match.group("who")))[0] if match else ()


def _inner_subject(tokens: list[str]) -> Parties:
    """ "Den insats som polisen och skolan planerat …": the doers inside the subject's own clause."""
    found: list[Party] = []
    in_clause = False
    for position, party in named(tokens):
        after = tokens[position + 1].casefold() if position + 1 < len(tokens) else ""
        in_clause |= any(
            token.casefold() == "som" for token in tokens[max(0, position - 2) : position]
        )
        if in_clause or after in FINITE or _SUPINE_WORD.match(after):
            found.append(party)
        if (
            in_clause
            and not {token.casefold() for token in tokens[position + 1 : position + 3]} & _JOINS
        ):
            break
    return ordered(found)


def _companions(tokens: list[str]) -> set[Party]:
    positions = dict(named(tokens))
    found: set[Party] = set()
    inside = False
    for position, token in enumerate(tokens):
        word = token.casefold()
        if (
            word == "med"
            and position
            and tokens[position - 1].casefold()
            in (
                "samverkan",
                "samarbete",
                "tillsammans",
                "ihop",
                "dialog",
                "gemensamt",
            )
        ):
            inside = True
            continue
        if inside and position in positions:
            found.add(positions[position])
        elif inside and word not in _JOINS and not token[:1].isupper() and word not in _AFTER_VERB:
            inside = False
    return found
