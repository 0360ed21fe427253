"""Numbers and months as Swedish writes them."""

UNITS = {
    "noll": 0,
        "en": 1,
        "ett": 1,
        "två": 2,
        "tre": 3,
        "fyra": 4,
        "fem": 5,
        "sex": 6,
        "sju": 7,
        "åtta": 8,
    "nio": 9,
        "tio": 10,
        "elva": 11,
        "tolv": 12,
        "tretton": 13,
        "fjorton": 14,
        "femton": 15,
        "sexton": 16,
    "sjutton": 17, "arton": 18, "nitton": 19,
}  # fmt: skip
TENS = {
    "tjugo": 20,
        "trettio": 30,
        "fyrtio": 40,
        "femtio": 50,
        "sextio": 60,
        "sjuttio": 70,
        "åttio": 80,
    "nittio": 90,
}  # fmt: skip
ROUND = {
    "tiotal": 10,
    "tjugotal": 20,
    "trettiotal": 30,
    "femtiotal": 50,
    "hundratal": 100,
    "dussin": 12,
    "dussintal": 12,
}
"""Gällivare: "ett dussintal fotpatrulleringar"."""

MONTHS = {
    "januari": 1,
        "jan": 1,
        "februari": 2,
        "feb": 2,
        "mars": 3,
        "mar": 3,
        "april": 4,
        "apr": 4,
        "maj": 5,
    "juni": 6,
        "jun": 6,
        "juli": 7,
        "jul": 7,
        "augusti": 8,
        "aug": 8,
        "september": 9,
        "sept": 9,
        "sep": 9,
    "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip


def _below_hundred() -> dict[str, int]:
    words = dict(UNITS) | TENS
    for tens, value in TENS.items():
        words |= {tens + unit: value + UNITS[unit] for unit in list(UNITS)[1:10]}
    return words


def _all() -> dict[str, int]:
    small = _below_hundred()
    words = dict(small)
    for name, hundreds in [("", 1), *list(UNITS.items())[1:10]]:
        words[f"{name}hundra"] = hundreds * 100
        words |= {
            f"{name}hundra{word}": hundreds * 100 + value for word, value in small.items() if value
        }
        words[f"{name}tusen"] = hundreds * 1000
    return words


NUMBER_WORDS = _all()
"""Every number word up to 999, and whole thousands: "femtiotvå", "tvåhundrafemtio"."""
