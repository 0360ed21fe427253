"""Stage 4, people in running text: a name with the title before or after it."""

import re
from dataclasses import dataclass

from promises.page_import.words.titles import FUNCTION, SIGNED, TITLE
from promises.page_import.words.verbs import FINITE

_PART = r"[A-ZÅÄÖÉ][a-zåäöéüè]+(?:-[A-ZÅÄÖÉ][a-zåäöéüè]+)?"
NAME = re.compile(rf"{_PART}(?: (?:von|af|de|[A-ZÅÄÖ]\.?|{_PART})){{0,2}} {_PART}")
PARTY_LETTER = re.compile(r"\s*\((?:[A-ZÅÄÖ]{1,4}|[A-ZÅÄÖ][a-zåäö]{0,3})\)")
LETTER_AFTER_NAME = re.compile(rf"{PARTY_LETTER.pattern}(?=\s*(?:[,–:-]|\Z))")
"""Taken off only where the name has ended: what is left must stand on the page as it is."""
_TITLE_BEFORE = re.compile(
    rf"(?P<title>(?:(?:tf|t\.?\s?f|tillförordnad\w*|vice|biträdande|dåvarande|f\.?d|förste"
    rf"|andre|ställföreträdande|[a-zåäö-]+s|[A-ZÅÄÖ][a-zåäö]+s)\.?\s)*"
    rf"{TITLE.pattern}(?:\s(?:i|för|vid|på|hos|inom)\s(?:[\wåäöÅÄÖ/-]+\s){{0,3}}?(?:kommun"
    rf"|stad|[A-ZÅÄÖ][\wåäö/-]+))?)[\s:]*\Z",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[,;()\n]|(?<!\btf)(?<!\bt)(?<!t\.f)(?<!t\. f)\.|\s(?:och|samt)(?:\s|\Z)")
_NOT_NAMES = re.compile(
    r"(?:kommun|polis|region|löfte|kommunal|svenska|norra|södra|östra|västra|lokal|trygg|nya"
    r"|medborgar|stad\b|för |den |det |kontakta |ring |fråga |mejla |maila |hör |skriv |vänd |prata "
    r"|frågor |vid |bild |foto |från |via |hos |hej |tillförordnad|biträdande|vår |våra |av |till )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    title: str


def is_name(text: str) -> bool:
    """A line or a fragment that is a person's name and nothing else."""
    if len(text) > 80:
        return False
    bare = PARTY_LETTER.sub("", text).strip()
    if not NAME.fullmatch(bare) or len(bare) > 50:
        return False
    return not (_NOT_NAMES.match(bare) or TITLE.search(bare) or FUNCTION.search(bare))


def without_party(text: str) -> str:
    """ "Anna Berg (S)" → "Anna Berg"."""
    return PARTY_LETTER.sub("", text).strip()


def is_title(text: str) -> bool:
    return len(text) < 90 and TITLE.search(text) is not None and not text.endswith(".")


def people_in(text: str) -> list[Person]:
    """Names that have a title beside them, in text order."""
    found: list[Person] = []
    for match in NAME.finditer(text[:6000]):
        person = _person(text, match)
        if person and person not in found:
            found.append(person)
    return found


def _person(text: str, match: re.Match[str]) -> Person | None:
    name, start = match.group(), match.start()
    while " " in name and (_NOT_NAMES.match(name) or TITLE.fullmatch(name.split()[0])):
        start += len(name.split()[0]) + 1
        name = text[start : match.end()]
    if " " not in name or not is_name(name):
        return None
    before = _TITLE_BEFORE.search(text[max(0, start - 110) : start])
    if before:
        return Person(name, before.group("title").strip())
    after = PARTY_LETTER.sub("", text[match.end() : match.end() + 120], count=1)
    lead = re.match(r"\s*(?:,|\(|–|-|som är|är(?= \w))\s*(?=\S)", after)
    if lead is None:
        return None
    title = _title_at(after[lead.end() :])
    return Person(name, title) if title else None


def _title_at(text: str) -> str:
    stop = _STOPS.search(text)
    title = text[: stop.start()] if stop else text
    if signed := SIGNED.search(title):
        title = title[: signed.start()]
    words = title.split()
    for position, word in enumerate(words):
        if word in FINITE:
            words = words[:position]
            break
    title = " ".join(words)
    return title if is_title(title) else ""
