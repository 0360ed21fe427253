"""How hard a text is to read, and what in it that should not be there. Pure; for advice, not refusal."""

import re
from collections.abc import Iterator

from portal.word_list import ABBREVIATIONS

LONG_SENTENCE = 30
"""Words in a sentence from which it is worth cutting."""

HARD_LIX = 55
SHORTEST_FOR_LIX = 40
"""LIX says nothing about a few words."""

KNOWN = frozenset("EU TV IT SMS USA FN ID AB PDF DNA".split())
"""Abbreviations that everybody reads without help."""

SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
ABBREVIATION = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,6}(?![\w-]*[a-zåäö])")
PERSONAL_NUMBER = re.compile(
    r"(?<![\d-])(?:19|20)?\d{2}(?P<month>\d{2})(?P<day>\d{2})[-+ ]?\d{4}(?![\d-])"
)
NAME = re.compile(r"\b(?P<first>[A-ZÅÄÖ][a-zåäöé]+) (?P<last>[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ]\w+)?)")
SURNAME = re.compile(r"(?:sson|ström|berg|gren|qvist|kvist|lund|dahl|blom|mark)$")
CRIME = re.compile(
    r"\b(?:misstänk\w*|döm[dt]\w*|åtal\w*|häkta\w*|grip\w*|anhåll\w*|misshand\w*|våldt\w*|mörda\w*|"
    r"mord\w*|rån\w*|stöld\w*|stulit|inbrott\w*|bedräg\w*|narkotikabrott\w*|ringa narkotika\w*|"
    r"hotat|ofred\w*|rattfyll\w*|brottsling\w*|gärningsm\w*|brottsoffer|målsägande\w*)",
    re.IGNORECASE,
)
FIRST_NAMES = frozenset(
    "Adam Ahmed Albin Alexander Ali Alice Alma Amanda Anders Andreas Anna Anton Astrid Axel Bengt Birgitta "
    "Bo Britt Camilla Carina Carl Cecilia Christer Christian Daniel David Ebba Elias Elin Elisabeth Ella "
    "Emil Emma Erik Eva Fatima Filip Fredrik Frida Gabriel Gunilla Gustav Göran Hanna Hans Hassan Helena "
    "Henrik Hugo Ida Ingrid Isak Jan Jakob Jenny Jesper Jimmy Joakim Johan Johanna Johannes John Jonas "
    "Jonathan Josefin Julia Kalle Karin Karl Kenneth Kent Kerstin Kevin Kim Kristina Lars Leif Lena Liam "
    "Linda Linnea Linus Lisa Lova Lucas Ludvig Magnus Maja Malin Margareta Maria Marcus Marie Martin Mats "
    "Mattias Mikael Mohamed Monica Niklas Nils Nina Oliver Olof Omar Oscar Otto Patrik Per Peter Pia "
    "Petra Rickard Robert Robin Roger Rolf Sandra Sanna Sara Sebastian Simon Sofia Stefan Sten Stig "
    "Susanne Sven Svante Therese Thomas Tobias Tommy Ulf Ulla Ulrika Urban Viktor Vilgot Wilma Yusuf Åke "
    "Åsa Örjan".split()
)


def sentences(text: str) -> list[str]:
    return [part.strip() for part in SENTENCE_END.split(text) if part.strip()]


def words(text: str) -> list[str]:
    return WORD.findall(text)


def lix(text: str) -> int:
    """Björnsson's index: words per sentence plus the percentage of words over six letters."""
    found = words(text)
    if not found:
        return 0
    long = sum(len(word) > 6 for word in found)
    return round(len(found) / max(len(sentences(text)), 1) + 100 * long / len(found))


def is_hard(text: str) -> bool:
    return len(words(text)) >= SHORTEST_FOR_LIX and lix(text) >= HARD_LIX


def long_sentences(text: str) -> list[str]:
    return [part for part in sentences(text) if len(words(part)) >= LONG_SENTENCE]


def unexplained(text: str) -> Iterator[str]:
    """Abbreviations that neither the word list nor the text itself explains, each once."""
    for short in dict.fromkeys(ABBREVIATION.findall(text)):
        is_explained = f"({short})" in text or f"{short} (" in text
        if short not in ABBREVIATIONS and short not in KNOWN and not is_explained:
            yield short


def has_personal_number(text: str) -> bool:
    """Looks like one: six figures that are a day (or a day plus 60), and four more."""
    return any(
        1 <= int(found["month"]) <= 12 and 1 <= int(found["day"]) % 60 <= 31
        for found in PERSONAL_NUMBER.finditer(text)
    )


def named_beside_crime(text: str) -> str:
    """A person's name in a sentence about a crime; empty when there is none."""
    for part in sentences(text):
        if CRIME.search(part):
            for name in NAME.finditer(part):
                if name["first"] in FIRST_NAMES or SURNAME.search(name["last"]):
                    return name[0]
    return ""
