"""A text that is looked in: which typed words stand there, and which of its words was perhaps meant. Pure.

For texts at hand; what lies in the register is compared by PostgreSQL (``models.search_matching``)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from portal.search_words import SOFT_HYPHEN, STOP_WORDS, WRITTEN, Term, Word, folded_stem, forms

FORGIVEN = ((13, 3), (8, 2), (5, 1))
"""Letters of a typed word, and how many typing errors it may then hold. A short word with an error in it is
most often another word."""


@dataclass(frozen=True)
class Written:
    """``words``: each written word in small letters, with the forms it can be found by."""

    words: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Written":
        return cls(
            {
                written.casefold(): found
                for text in texts
                for written in WRITTEN.findall(text.replace(SOFT_HYPHEN, ""))
                if (found := forms(written))
            }
        )

    @cached_property
    def letters(self) -> str:
        """As ``search_words.letters``."""
        return (
            f" {' '.join(dict.fromkeys(form for found in self.words.values() for form in found))} "
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(folded_stem(written) for written in self.words)

    def spells(self, term: Term) -> bool:
        """Whether the register would find the term here by its letters alone, whatever PostgreSQL takes
        for its stem."""
        return any(all(self._spells(word) for word in way) for way in term.ways)

    def has(self, term: Term) -> bool:
        """Whether the term stands here as search understands it: inflected, begun, a part of a compound."""
        return any(all(self._has(word) for word in way) for way in term.ways)

    def has_parts(self, term: Term) -> bool:
        """Whether the term is a compound of two words that stand here: polisväxel → polisen, växel."""
        return any(self._has(first) and self._has(last) for first, last in term.halves)

    def closest(self, term: Term) -> tuple[str, int] | None:
        """The word that was perhaps meant, in small letters, with the number of typing errors between; the
        term as it was typed if it stands here. A word that search leaves out is never meant, nor a number."""
        if self.spells(term):
            return term.text, 0
        typed = term.words[0].typed
        most = next((errors for length, errors in FORGIVEN if len(typed) >= length), 0)
        found = [
            (errors, len(written), written)
            for written, (whole, *_) in self.words.items()
            if abs(len(whole) - len(typed)) <= most
            and whole not in STOP_WORDS
            and not whole.isdigit()
            and (errors := typing_errors(typed, whole, most=most)) <= most
        ]
        return (min(found)[2], min(found)[0]) if found else None

    def _spells(self, word: Word) -> bool:
        return re.search(word.pattern, self.letters) is not None

    def _has(self, word: Word) -> bool:
        return word.stem in self.stems or self._spells(word)


@dataclass(frozen=True)
class Guess:
    """What terms may have meant if one text is what was looked for: a word of it per term, or nothing."""

    words: list[str]
    errors: int

    @classmethod
    def of(cls, written: Written, terms: Iterable[Term]) -> "Guess":
        found = [written.closest(term) or ("", 0) for term in terms]
        return cls([word for word, _ in found], sum(errors for _, errors in found))


def instead(guesses: Iterable[Guess]) -> str:
    """The words with the fewest typing errors between, all of which stand in one of the texts."""
    whole = [guess for guess in guesses if guess.errors and all(guess.words)]
    best = min(whole, key=lambda guess: guess.errors, default=None)
    return " ".join(best.words) if best else ""


@lru_cache(maxsize=20_000)
def typing_errors(typed: str, written: str, *, most: int) -> int:
    """Letters too many, missing, wrong or swapped with the next; ``most + 1`` stands for all that is more."""
    if abs(len(typed) - len(written)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(written) + 1))
    for i, letter in enumerate(typed):
        older, before, row = before, row, [i + 1]
        for j, other in enumerate(written):
            cost = min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != other))
            if i and j and letter == written[j - 1] and typed[i - 1] == other:
                cost = min(cost, older[j - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
