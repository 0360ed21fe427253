"""Stage 4, figures: what is counted in a text, and what only looks like a count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from promises.page_import.words.numbers import MONTHS, NUMBER_WORDS, ROUND
from promises.page_import.words.verbs import ACTIVITY

Number = int | float

_WORDS = "|".join(sorted((*NUMBER_WORDS, *ROUND), key=len, reverse=True))
NUMBER = re.compile(
    r"(?<![\w.,/§-])(?P<digits>\d{1,3}(?: \d{3})+(?!\d)|\d+(?:,\d+)?)(?![\w]|[./:,]\d)"
    rf"|\b(?P<word>{_WORDS})\b",
    re.IGNORECASE,
)
_BEFORE_NOT = re.compile(
    r"\b(?:årskurs(?:erna)?|åk|klass(?:erna)?|kl|klockan|vecka|veckorna|v|år|åren|lv|rv|riksväg"
    r"|länsväg|väg|nr|nummer|punkt|paragraf|box|tel|telefon|sida|"
    r"fokusområde|område|löfte|åldern?|åldrarna|under|sedan|för|i|från|till|mellan|av de|en av"
    r"|ett av|steg|fas|etapp|nivå|kategori|zon|linje|alternativ|bilaga|kvartal|tertial)\.? \Z",
    re.IGNORECASE,
)
_ALWAYS_NOT = re.compile(
    r"\w(?:gatan|vägen|stigen|gränd|gränden) \Z|\b(?:årskurs(?:erna)?|åk|klass(?:erna)?|kl|klockan"
    r"|vecka|veckorna|v|lv|rv|riksväg|länsväg|väg|nr|nummer|punkt|paragraf|box|tel"
    r"|telefon|sida|fokusområde|löfte|åldern?|"
    r"åldrarna|av de|en av|ett av|steg|fas|etapp|nivå|kategori|zon|linje|alternativ|bilaga"
    r"|kvartal|tertial|ring|larma|gatan|vägen|covid|e|agenda|hos de|inom)[. -]+\Z",
    re.IGNORECASE,
)
_AFTER_NOT = re.compile(
    r"\s*(?:%|procent|‰|promille|(?:arbets|vardags)?dag(?:ar)?\b(?! (?:per|i|varje))|dygn"
    r"|veckor\b|år\b|-?åring|års\b|månad|timm|minut|min\b|sekund|km\b|kilometer|meter|m\b|m2|m²"
    r"|kr\b|kronor|tkr|mnkr|miljon|miljard|§|grad|"
    rf"(?:{'|'.join(MONTHS)})\b|till [\wåäö]+ år\b|och \w+ år\b)",
    re.IGNORECASE,
)
_RANGE_TAIL = re.compile(r"\s*(?:[–—-]|till|eller|och)\s*(?:\d+|[a-zåäö]+)", re.IGNORECASE)
_AGE_RANGE = re.compile(
    rf"\s*(?:[–—-]|till)\s*(?:\d+|{_WORDS})\s*(?:år|-?åring|procent|%|min|tim|km|månad)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\s*(?:[–—-]|till|och)\s*\d{1,2}(?:[.:]\d\d)?\b")
_AGES = re.compile(r"\s*(?:[–—-]|till|och)\s*\d+\s*(?:år|-?åring)", re.IGNORECASE)
_CLOCK_TIME = re.compile(r"[.:]\d\d\b")
_ARTICLE_COUNTS = re.compile(
    r"\s*gång(?:en)?\b|(?: [\wåäö-]+){1,4} (?:per|i (?:veckan|månaden|kvartalet|halvåret"
    r"|terminen)|om (?:året|dagen|veckan|månaden)|vardera)\b",
    re.IGNORECASE,
)
_AFTER_PREPOSITION = re.compile(r"\b(?:i|på|med|till|vid|för|av|inom|om|under) \Z", re.IGNORECASE)
_ARTICLE_LED = re.compile(
    r"(?:minst|åtminstone|endast|bara|enbart|max|högst|totalt|sammanlagt) \Z", re.IGNORECASE
)
_ENUMERATED = re.compile(
    r"\b(?:årskurs(?:erna)?|åk|klass(?:erna)?|vecka|veckorna|kl|klockan|åldern|åldrarna)\.? "
    r"(?:\d+(?:[.:]\d\d)?\s*(?:,|och|eller|till|samt|[–-])\s*)+\Z",
    re.IGNORECASE,
)
""" "I årskurs 4, 6 och 8"."""
_AUDIENCE = re.compile(
    r"\s+(?:\w+ )?(?:ungdomar|personer|elever|besökare|deltagare|invånare|boende|barn"
    r"|föräldrar|vuxna|medborgare)\b",
    re.IGNORECASE,
)
_AUDIENCE_ONLY = re.compile(r"\s+(?:\w+ )?(?:besökare|deltagare)\b", re.IGNORECASE)
_AFTER_BY = re.compile(
    r"\b(?:av|lockade|samlade|med|för|nådde)(?: (?:över|cirka|ca|drygt|nästan))? \Z", re.IGNORECASE
)
""" "Besöktes av 240 ungdomar": how many came, not how many acts."""
_NOUN = re.compile(
    r"(?:\s+(?:till|styck(?:en)?|st\.?|olika|nya|gemensamma|riktade|planerade|extra|större"
    r"|mindre|fler|[\wåäö-]+(?:a|e|da|na|ra|ska|liga|iga"
    r"|ande))){0,4}?\s+(?P<noun>[a-zåäöA-ZÅÄÖ-]{3,})"
)
_ARTICLE_AND_NOUN = re.compile(r"\b(?:en|ett) (?P<noun>[a-zåäö-]{4,})", re.IGNORECASE)
_SHARE_OF = re.compile(
    r"\s*av (?:de |dem |totalt |sammanlagt )?(?P<whole>\d+|[a-zåäö]+)\b", re.IGNORECASE
)
_SHOULD_AND_DID = re.compile(
    rf"\b(?:skulle|lovade|lovat|planerade)\b[^.\d]{{0,60}}?\b(?P<promised>\d+"
    rf"|{_WORDS})\b[^.\d]{{0,60}}?"
    r"(?: [–—-] |, |; | men | och )(?:det )?(?:blev|gjorde|gjort|gjordes|utfall\w*|ordnade"
    r"|ordnades|besökte"
    rf"|genomförde|genomfördes|hade|höll|hölls|hann)\b[^.\d]{{0,20}}?\b(?P<done>\d+|{_WORDS})\b",
    re.IGNORECASE,
)
""" "Polisen skulle göra 20 kontroller – gjorde 25"."""
_PROMISED_NUMBER = re.compile(
    r"\b(?:(?:mot|av|jämfört med|i stället för|istället för|än)(?: de| våra)? (?:utlovade|lovade"
    r"|planerade|tänkta|beräknade)|(?:löftet|målet|planen|lovat)(?: var| är)?:?) (?:minst )?"
    rf"(?P<number>\d+|{_WORDS})\b",
    re.IGNORECASE,
)


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
    for match in NUMBER.finditer(text):
        digits = match.group("digits")
        if digits and len(digits.replace(" ", "")) > 12:
            continue
        yield Figure(value_of(match.group()), match.start(), match.end(), is_word=digits is None)


def count_in(text: str) -> Number | None:
    """How many acts a text speaks of; ages, school years, times, shares and dates are no counts."""
    candidates: list[tuple[bool, Figure]] = []
    for figure in numbers_in(text[:3000]):
        if _is_count(text, figure):
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
            else _SHARE_OF.match(text, figure.end)
        )
        if not found:
            continue
        whole = found.group("whole").lower()
        if whole.isdigit() or whole in NUMBER_WORDS:
            value = value_of(whole)
            if value >= figure.value and value > 1 and not _ALWAYS_NOT.search(text[: figure.start]):
                return figure.value, value
    return None


def _beside_promised(text: str) -> tuple[Number, Number] | None:
    """ "64 kontroller mot utlovade 80", "12 besök (lovat: 10)"."""
    if both := _SHOULD_AND_DID.search(text):
        return value_of(both["done"]), value_of(both["promised"])
    named = _PROMISED_NUMBER.search(text)
    if named is None:
        return None
    place = named.start("number")
    done = [
        figure
        for figure in numbers_in(text)
        if not named.start() <= figure.start < named.end() and _is_count(text, figure)
    ]
    word = named["number"]
    return (done[0].value, value_of(word)) if done and place >= 0 else None


def article_count(text: str, noun: re.Pattern[str] | None = None) -> Number | None:
    """ "en trygghetsvärd" → 1, for a text that is compared with a promised number."""
    for found in _ARTICLE_AND_NOUN.finditer(text[:1000]):
        if noun is None or noun.match(found.group("noun")):
            return 1
    return None


def is_label(text: str, figure: Figure) -> bool:
    """The number names something: "årskurs 7", "klockan 10", "väg 86"."""
    before = text[max(0, figure.start - 30) : figure.start]
    return _ALWAYS_NOT.search(before) is not None or bool(
        _AGES.match(text, figure.end) or _CLOCK_TIME.match(text, figure.end)
    )


def _is_count(text: str, figure: Figure) -> bool:
    before, after = (
        text[max(0, figure.start - 30) : figure.start],
        text[figure.end : figure.end + 80],
    )
    if (
        _ALWAYS_NOT.search(before)
        or _ENUMERATED.search(text[max(0, figure.start - 60) : figure.start])
        or _AFTER_NOT.match(after)
        or _AGE_RANGE.match(after)
    ):
        return False
    if (figure.value in (112, 11414) and not _counts_activity(text, figure)) or (
        figure.value == 0 and figure.is_word
    ):
        return False
    if _AUDIENCE_ONLY.match(after) or (_AUDIENCE.match(after) and _AFTER_BY.search(before)):
        return False
    word = text[figure.start : figure.end].lower()
    if word in ("en", "ett"):
        counts = _ARTICLE_COUNTS.match(after) and not _AFTER_PREPOSITION.search(before)
        return bool(_ARTICLE_LED.search(before) or counts)
    if not figure.is_word and 1900 <= figure.value <= 2100 and len(word) == 4:
        return False
    if (
        not figure.is_word
        and _CLOCK.match(after)
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
    if _BEFORE_NOT.search(before) and not (in_many or _counts_activity(text, figure)):
        return False
    return (
        _NOUN.match(after) is not None
        or _RANGE_TAIL.match(after) is not None
        or not after.strip(" .:;)")
    )


def _counts_activity(text: str, figure: Figure) -> bool:
    after = text[figure.end : figure.end + 90]
    words = re.findall(r"[\wåäöÅÄÖ-]+", after)[:5]
    for word in words:
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
