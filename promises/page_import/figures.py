"""Stage 4, figures: what is counted in a text, and what only looks like a count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from promises.page_import.reasons import without_cause
from promises.page_import.words import counts as words
from promises.page_import.words.numbers import NUMBER_WORDS, ROUND
from promises.page_import.words.verbs import ACTIVITY

Number = int | float


@dataclass(frozen=True, slots=True)
class Figure:
    value: Number
    start: int
    end: int
    is_word: bool = False


def value_of(text: str) -> Number:
    """The value of digits or of a number word, as the text writes it."""
    lowered = text.lower()
    if lowered in NUMBER_WORDS:
        return NUMBER_WORDS[lowered]
    if lowered in ROUND:
        return ROUND[lowered]
    number = float(text.replace(" ", "").replace(",", "."))
    return int(number) if number.is_integer() else number


@lru_cache(maxsize=256)
def numbers_in(text: str) -> tuple[Figure, ...]:
    """Every number, in digits or words, whatever it stands for. One text is asked about many times."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Figure]:
    for match in words.NUMBER.finditer(text):
        digits = match.group("digits")
        if digits and len(digits.replace(" ", "")) > 12:
            continue
        yield Figure(value_of(match.group()), match.start(), match.end(), is_word=digits is None)


def count_in(text: str, *, is_report: bool = False) -> Number | None:
    """How many acts a text speaks of; ages, school years, times, shares and dates are no counts.
    Of a report "alla femton" is how many were done; of a promise it only says which ones."""
    text = without_cause(text)
    candidates: list[tuple[bool, Figure]] = []
    for figure in numbers_in(text[:3000]):
        if _is_count(text, figure, is_report=is_report):
            candidates.append((_counts_activity(text, figure), figure))
    for wanted in (True, False):
        for is_activity, figure in candidates:
            if is_activity is wanted:
                return figure.value
    return None


def part_of_whole(text: str) -> tuple[Number, Number] | None:
    """ "38 av 50", "tre av fyra": done and promised in one breath."""
    if beside := _beside_promised(text[:3000]):
        return beside
    for figure in numbers_in(text[:3000]):
        found = (
            None
            if text[figure.start : figure.end].lower() in ("en", "ett")
            else words.SHARE_OF.match(text, figure.end)
        )
        if not found:
            continue
        whole = found.group("whole").lower()
        if whole.isdigit() or whole in NUMBER_WORDS:
            value = value_of(whole)
            if (
                value >= figure.value
                and value > 1
                and not words.ALWAYS_NOT.search(text[: figure.start])
            ):
                return figure.value, value
    return None


def _beside_promised(text: str) -> tuple[Number, Number] | None:
    """ "64 kontroller mot utlovade 80", "12 besök (lovat: 10)", "elva pass, fem färre än tänkt"."""
    for pattern in (words.SHOULD_AND_DID, words.OF_PROMISED, words.BECAME):
        if both := pattern.search(text):
            return value_of(both["done"]), value_of(both["promised"])
    if named := words.PROMISED_NUMBER.search(text):
        done = 0 if words.NO_TIME.search(text) else _count_outside(text, named)
        return (done, value_of(named["number"])) if done is not None else None
    if named := words.OFF_BY.search(text):
        done = _count_outside(text, named)
        sign = 1 if named["way"].lower() in ("färre", "mindre") else -1
        return (done, done + sign * value_of(named["number"])) if done is not None else None
    return None


def _count_outside(text: str, named: re.Match[str]) -> Number | None:
    for figure in numbers_in(text):
        is_beside = not text[figure.end : named.start()].strip() and figure.end <= named.start()
        if is_beside or (
            not named.start() <= figure.start < named.end() and _is_count(text, figure)
        ):
            return figure.value
    return None


def article_count(text: str, noun: re.Pattern[str] | None = None) -> Number | None:
    """ "en trygghetsvärd" → 1, for a text that is compared with a promised number."""
    for found in words.ARTICLE_AND_NOUN.finditer(text[:1000]):
        if noun is None or noun.match(found.group("noun")):
            return 1
    return None


def is_label(text: str, figure: Figure) -> bool:
    """The number names something: "årskurs 7", "klockan 10", "väg 86"."""
    before = text[max(0, figure.start - 30) : figure.start]
    return words.ALWAYS_NOT.search(before) is not None or bool(
        words.AGES.match(text, figure.end) or words.CLOCK_TIME.match(text, figure.end)
    )


def _is_count(text: str, figure: Figure, *, is_report: bool = False) -> bool:
    before, after = (
        text[max(0, figure.start - 30) : figure.start],
        text[figure.end : figure.end + 80],
    )
    if (
        words.ALWAYS_NOT.search(before)
        or (not is_report and words.KNOWN.search(before))
        or words.ENUMERATED.search(text[max(0, figure.start - 60) : figure.start])
        or words.AFTER_NOT.match(after)
        or words.AGE_RANGE.match(after)
        or words.IN_EACH.match(after)
        or (words.FROM.search(before) and words.TO_NUMBER.match(after))
    ):
        return False
    if (figure.value in (112, 11414) and not _counts_activity(text, figure)) or (
        figure.value == 0 and figure.is_word
    ):
        return False
    if words.AUDIENCE_ONLY.match(after) or (
        words.AUDIENCE.match(after) and words.AFTER_BY.search(before)
    ):
        return False
    word = text[figure.start : figure.end].lower()
    if word in ("en", "ett"):
        counts = words.ARTICLE_COUNTS.match(after) and not words.AFTER_PREPOSITION.search(before)
        only = words.ONLY_ONE.match(after) is not None
        return bool(words.ARTICLE_LED.search(before) or counts or only)
    if not figure.is_word and 1900 <= figure.value <= 2100 and len(word) == 4:
        return False
    if (
        not figure.is_word
        and words.CLOCK.match(after)
        and re.search(
            r"\b(?:kl\w*|mellan|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)\w*\.? \Z", before
        )
    ):
        return False
    if re.search(r"(?:[–—-]|\d[.:])\Z", before) or re.search(r"\d (?:till|och|eller) \Z", before):
        return False
    in_many = (
        figure.value >= 10 and not figure.is_word and before.endswith((" i ", " till ", " åt "))
    )
    if words.BEFORE_NOT.search(before) and not (in_many or _counts_activity(text, figure)):
        return False
    return (
        words.NOUN.match(after) is not None
        or words.RANGE_TAIL.match(after) is not None
        or words.OF_KNOWN.match(after) is not None
        or not after.strip(" .:;)")
    )


def _counts_activity(text: str, figure: Figure) -> bool:
    after = text[figure.end : figure.end + 90]
    for word in re.findall(r"[\wåäöÅÄÖ-]+", after)[:5]:
        if ACTIVITY.fullmatch(word):
            return True
        if word.lower() in (
            "av",
            "för",
            "som",
            "i",
            "på",
            "med",
            "har",
            "ska",
            "personer",
            "elever",
            "förare",
            "ungdomar",
        ):
            return False
    return False
