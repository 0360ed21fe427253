"""What somebody typed and what is written, brought to the same letters. Pure.

Both sides are folded: small letters without accents, so that "bedrageri" finds "bedrägeri". Swedish writes
compounds in one word, so a typed word also counts when it is a part of a longer one: "kort" and "bedrägeri"
both find "kortbedrägerierna".
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import snowballstemmer

MOST_WORDS = 8
LONGEST_QUERY = 200
SHORTEST_PART = 4
"""Letters of a part inside a compound. Shorter ones stand in far too many words: rån in "från"."""

WRITTEN = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’][^\W_]+)*")
SOFT_HYPHEN = "\u00ad"
ACCENTED, PLAIN = "åäöéèêëüáàâíìóòôúùçñæøÅÄÖÉÈÊËÜÁÀÂÍÌÓÒÔÚÙÇÑÆØ", 2 * "aaoeeeeuaaaiiooouucnao"
"""What ``vector`` in the database is folded by; ``fold`` does at least the same."""

_OTHER = str.maketrans({"æ": "a", "ø": "o", "ł": "l", "đ": "d"})
_STOP = (
    "alla allt att av bli blir blev borde då de dem den denna deras det detta du där efter ej eller en er "
    "era ert ett finns från får för går ha hade han har hon honom hos hur här i in inom inte jag kan kanske "
    "kom kommer man med mellan men mig min mina mitt mot mycket många ni nu när någon något några och om oss "
    "på samt sedan ska skall skulle som så sig sin sina sitt säg till under upp ut utan vad var vara varför "
    "varit vem vi vid vilka vilken vilket vill vår våra vårt är över"
)
_ENDINGS = frozenset("ande barh else ende iska isk ligt ling ning ring sion skap tion".split())
"""What many words end with: no parts of compounds, though "ring" and "skap" are words too."""


def fold(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.replace(SOFT_HYPHEN, ""))
    text = text.casefold().translate(_OTHER)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _plain(word: str) -> str:
    """Letters and figures alone: folding can take a sign apart, ⑴ into (1)."""
    return "".join(re.findall(r"[^\W_]+", fold(word)))


STOP_WORDS = frozenset(fold(word) for word in _STOP.split())


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Of a word in small letters: skolorna → skol."""
    found: str = snowballstemmer.stemmer("swedish").stemWord(word)
    return found


@lru_cache(maxsize=16_384)
def folded_stem(word: str) -> str:
    return fold(stem(word))


@lru_cache(maxsize=16_384)
def forms(written: str) -> tuple[str, ...]:
    """A written word folded; with a hyphen as one word and as its parts: E-handel → ehandel, e, handel."""
    parts = re.findall(r"[^\W_]+", fold(written))
    return ("".join(parts), *parts) if len(parts) > 1 else tuple(parts)


def letters(texts: Iterable[str]) -> str:
    """All words of the texts, each once and folded, with a space before and after each."""
    words = {
        form: None
        for text in texts
        for written in WRITTEN.findall(text.replace(SOFT_HYPHEN, ""))
        for form in forms(written)
    }
    return f" {' '.join(words)} "


@dataclass(frozen=True)
class Word:
    """One typed word, folded, with its folded stem."""

    typed: str
    stem: str

    @classmethod
    def of(cls, typed: str) -> "Word":
        return cls(_plain(typed), _plain(stem(typed.casefold())))

    @cached_property
    def pattern(self) -> str:
        """A regular expression, for PostgreSQL and for Python, over words as ``letters`` puts them: the word
        begins like this, or has this as a part. Nothing in it but letters and figures was typed."""
        if len(self.stem) < SHORTEST_PART:
            return f" {self.typed}"
        if self.stem in _ENDINGS:
            return f" {self.stem}"
        return f"( |[^ ]{{3}}){self.stem}"

    @cached_property
    def near_pattern(self) -> str:
        """Words that are like this one in one half: where a typing error sits, the other half is right."""
        half = len(self.typed) // 2
        if half < 2:
            return self.pattern
        last = self.typed[half:]
        return f" {self.typed[:half]}|{last}{' ' if len(last) < 3 else ''}"

    def is_in(self, written: str) -> bool:
        """Whether one written word is, begins with or has this one as a part."""
        if any(re.search(self.pattern, f" {form}") for form in forms(written)):
            return True
        return folded_stem(written.casefold()) == self.stem


@dataclass(frozen=True)
class Term:
    """A typed word in all ways it may be written: all words of any one way must be found."""

    text: str
    ways: tuple[tuple[Word, ...], ...]

    @classmethod
    def of(cls, written: str) -> "Term":
        parts = re.findall(r"[^\W_]+", written)
        ways: list[tuple[Word, ...]] = [(Word.of("".join(parts)),)]
        if len(parts) > 1:
            long = [part for part in parts if len(part) > 1]
            ways.append(tuple(Word.of(part) for part in long or parts))
        return cls(written, tuple(ways))

    @property
    def words(self) -> list[Word]:
        return [word for way in self.ways for word in way]

    @cached_property
    def halves(self) -> list[tuple[Word, Word]]:
        """The term cut in two, wherever it may be a compound of two words."""
        whole = "".join(re.findall(r"[^\W_]+", self.text))
        if whole.isdigit():
            return []
        cuts = range(SHORTEST_PART, len(whole) - SHORTEST_PART + 1)
        return [(Word.of(whole[:cut]), Word.of(whole[cut:])) for cut in cuts]


@dataclass(frozen=True)
class Typed:
    """What to look for in what was typed; ``is_cut`` if that is not all of it."""

    terms: list[Term]
    is_cut: bool


def read(query: str) -> Typed:
    """What to look for. Small words that say nothing are left out, unless there are no others."""
    found = [term for written in _written(query) if (term := Term.of(written)).words[0].typed]
    telling = [term for term in found if fold(term.text) not in STOP_WORDS] or found
    is_cut = len(query) > LONGEST_QUERY or len(telling) > MOST_WORDS
    return Typed(telling[:MOST_WORDS], is_cut)


def terms(query: str) -> list[Term]:
    return read(query).terms


def _written(query: str) -> Iterator[str]:
    query = query[:LONGEST_QUERY].replace(SOFT_HYPHEN, "")
    yield from {fold(written): written for written in WRITTEN.findall(query)}.values()
