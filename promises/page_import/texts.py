"""Small tools on text that every stage shares."""

import re

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Soft hyphens and zero-width marks: in the file, never in the meaning."""

ABBREVIATIONS = frozenset(
    "bl.a bla t.ex ex m.m m.fl ca cirka s.k kl nr tel osv etc dvs d.v.s fr.o.m from t.o.m tom "
    "jan feb "
    "mar apr jun jul aug sep sept okt nov dec f.d tf st resp inkl exkl max min mån tis ons tors "
    "fre "
    "lör sön pga p.g.a ev obs o.s.v e.d e.dyl i.e jfr sid kap avd dnr".split()
)

_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)\]]*\s+(?=[\"”’(\[–-]?\s?[A-ZÅÄÖÉ0-9])")
_LAST_WORD = re.compile(r"[\wåäöÅÄÖé.&/-]*\Z")
_MARKS = re.compile(r"[^\wåäöé%]+")


def tidy(text: str) -> str:
    """The text as it reads: invisible marks gone, every run of white space one space."""
    return " ".join(text.translate(INVISIBLE).split())


def key(text: str) -> str:
    """Two texts with equal keys say the same: case, marks and spaces do not count."""
    return _MARKS.sub(" ", tidy(text).casefold()).strip()


def sentences(text: str) -> list[str]:
    """Cut tidy text into sentences, each verbatim; abbreviations and ordinals end none."""
    found: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        before = _LAST_WORD.search(text[max(start, end.start() - 30) : end.start()])
        word = before.group().casefold().lstrip(".") if before else ""
        stop = text[end.start()] == "."
        if stop and (word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())):
            continue
        if stop and word.isdigit() and len(word) < 3 and end.start() - start < 4:
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    if rest := text[start:].strip():
        found.append(rest)
    return found


def without_end(text: str) -> str:
    """A heading or label without its closing colon or full stop."""
    return text.rstrip(" :.–-").strip()
