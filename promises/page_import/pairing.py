"""Stage 4, pairing: is what was done the thing that was promised?

Swedish compounds hide the likeness ("narkotikainsatser" and "insatser mot narkotika"), so words are alike
when they share a start, or when one holds the other.
"""

import re
from collections.abc import Sequence

_WORD = re.compile(r"[a-zåäöé]{4,}")
_NAME = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäö]+")
_COMMON = frozenset(
    """polisen kommunen polis kommun lovar lovade skulle kommer under över efter eller samt minst
    genom andra olika varje detta denna dessa deras inom från till även också bland flera
    många antal hela stycken genomföra genomförts genomfört genomfördes genomförde genomförs
    kommunens kommuner medborgarna invånarna året årets tillfällen gånger vecka månad
    tillsammans samverkan området områden platser insatser insats arbeta arbetat arbetet ska
    har att för som med""".split()
)
LIMIT = 24
ALIKE = 0.3
SURE = 0.6
"""Below it the pair is shown to the editor as doubtful."""
CANDIDATES = 100
"""So many are compared at most: real pages have under forty, and time must grow with the page alone."""


def content_words(text: str) -> list[str]:
    """Place names say where, not what: they count only where there is nothing else."""
    return _words(_NAME.sub(" ", text)) or _words(text)


def _words(text: str) -> list[str]:
    found = dict.fromkeys(
        word
        for word in _WORD.findall(text.lower())
        if word not in _COMMON and not word.startswith("genomför")
    )
    return list(found)[:LIMIT]


def likeness(first: Sequence[str], second: Sequence[str]) -> float:
    """From 0 to 1: the share of the shorter text's words that the other knows; long words say more."""
    shorter, longer = sorted((first, second), key=_weight)
    if not shorter:
        return 0.0
    known = [word for word in shorter if any(_alike(word, other) for other in longer)]
    return _weight(known) / _weight(shorter)


def best_match(
    text: str, candidates: Sequence[Sequence[str]], *, least: float = ALIKE
) -> int | None:
    """The candidate (its content words) most like the text, if any is alike enough; the first of equals."""
    wanted = content_words(text)
    scores = [likeness(wanted, candidate) for candidate in candidates]
    if not scores or max(scores) < least:
        return None
    return scores.index(max(scores))


def _weight(words: Sequence[str]) -> int:
    return sum(len(word) - 3 for word in words)


def _alike(first: str, second: str) -> bool:
    start = min(len(first), len(second), 7)
    if first[:start] == second[:start] and start >= 4:
        return True
    part = min(first, second, key=len)
    whole = second if part is first else first
    stem = part[: max(5, len(part) - 3)]
    return len(part) >= 5 and stem in whole
