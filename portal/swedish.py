"""Swedish order, dates, numbers and lists. The one place: the embedded PostgreSQL has no ICU, and
dates are formatted here once instead of in templates."""

import datetime as dt
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
NUMBER_WORDS = "noll en två tre fyra fem sex sju åtta nio tio elva tolv".split()
NO_BREAK = "\u00a0"
_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})


def sort_key(text: str) -> str:
    """Å, ä and ö are letters of their own, last in the alphabet; other accents do not count."""
    kept = text.casefold().translate(_LAST)
    return "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c))


def date(day: dt.date) -> str:
    """18 september 2023"""
    return f"{day.day}{NO_BREAK}{MONTHS[day.month - 1]} {day.year}"


def moment(local: dt.datetime) -> str:
    """18 september 2023 kl. 9.05, of a moment in Swedish time."""
    return f"{date(local)} kl.{NO_BREAK}{local.hour}.{local.minute:02}"


def span(first: dt.date | None, last: dt.date | None) -> str:
    """The days of a period in words; an open end is "tills vidare"."""
    if first and last:
        return f"{date(first)} – {date(last)}"
    if first:
        return f"från {date(first)} tills vidare"
    if last:
        return f"till och med {date(last)}"
    return "tills vidare"


def number(value: Decimal | int) -> str:
    """Decimal comma, no-break space between thousands, a real minus: 12 345,5 and −10."""
    text = f"{Decimal(value).normalize():,f}"
    return text.replace(",", NO_BREAK).replace(".", ",").replace("-", "−")


def quantity(value: Decimal | int, unit: str) -> str:
    """A number with its unit, kept on one line: 13 %, 163 brott."""
    return f"{number(value)}{NO_BREAK}{unit}" if unit else number(value)


def count_word(count: int) -> str:
    """Small counts in words, as running text has them."""
    return NUMBER_WORDS[count] if 0 <= count < len(NUMBER_WORDS) else number(count)


def join_words(words: Iterable[str], last: str = "och") -> str:
    """polisen, kommunen och regionen"""
    found = [word for word in words if word]
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {last} {found[-1]}"


def sentence_case(text: str) -> str:
    """First letter large, the rest left alone: ANDTS keeps its letters."""
    return text[:1].upper() + text[1:]


def dial(phone: str) -> str:
    """A written number as a phone dials it. Short numbers (112, 114 14) have no country code."""
    written = phone.replace("(0)", "").split("(")[0]  # what else stands in brackets is a word
    digits = "".join(c for c in written if c.isdigit() or c == "+")
    if digits.startswith("0") and not digits.startswith("00"):
        return "+46" + digits[1:]
    return digits
