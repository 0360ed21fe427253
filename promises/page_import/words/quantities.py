"""What numbers are numbers of."""

import re

YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?!\d)")
PERCENT = re.compile(r"\s*(?P<unit>%|procentenhet\w*|procent\b)", re.IGNORECASE)
CRIME = re.compile(
    r"\s*(?:st(?:ycken)? )?(?P<unit>(?:(?:anmälda?|anmälningar|polisanmälda|rapporterade"
    r"|inkomna) )?[\wåäö-]*(?:brott|anmälningar|inbrott|stölder|olyckor|bränder|skadegörels\w*"
    r"|bedrägeri\w*|fall|ärenden|incidenter|misshandel\w*|rån|händelser|klagomål)\w*)",
    re.IGNORECASE,
)
MEASURE = re.compile(
    r"\s*(?P<unit>km/h|km/tim(?:men?)?|kilometer i timmen|kronor|kr\b|tkr|mnkr|miljoner kronor"
    r"|timmar|minuter|dagar|dygn|poäng|desibel|dB)",
    re.IGNORECASE,
)
TIME = frozenset("timmar minuter dagar dygn".split())
NOUN = re.compile(r" (?:(?:nya|fler|olika|unga|anmälda) )?(?P<unit>[a-zåäö-]{3,})", re.IGNORECASE)
NOT_MEASURED = re.compile(
    r"\s*-?(?:år(?! (?:19|20)\d\d)|åring\w*|års|veckor|månader|januari|februari|mars|april|maj"
    r"|juni|juli|augusti|september|oktober|november|december)\b",
    re.IGNORECASE,
)
"""Ages, times and dates."""
NO_UNIT = re.compile(
    r"\s*(?:per|om|i|på|av|och|eller|till|ska|skall|är|var|som|jämfört|från|än|färre|fler|mindre"
    r"|högre|lägre|under|vid|men|samt|för|med|åt|hos|inom|ned|upp)\b",
    re.IGNORECASE,
)
NTH = {
    "annan": 50,
    "annat": 50,
    "tredje": 33,
    "fjärde": 25,
    "femte": 20,
    "sjätte": 17,
    "sjunde": 14,
    "åttonde": 12.5,
    "tionde": 10,
    "tjugonde": 5,
}
EVERY_NTH = re.compile(rf"\bvart? ?(?P<nth>{'|'.join(NTH)})\b", re.IGNORECASE)
_SMALL = "en|två|tre|fyra|fem|sex|sju|åtta|nio|tio"
PART_OF = re.compile(
    rf"\b(?P<part>{_SMALL}|[1-9]) av (?P<whole>{_SMALL}|[2-9]|10)\b(?! (?:de|skolor|byar))",
    re.IGNORECASE,
)
FRACTIONS = {
    "tredjedel": 33,
    "fjärdedel": 25,
    "femtedel": 20,
    "sjättedel": 17,
    "tiondel": 10,
}
FRACTION = re.compile(rf"\ben (?P<fraction>{'|'.join(FRACTIONS)})\b", re.IGNORECASE)
HALVED = re.compile(
    r"\bhalver(?:a|as|ad|at|ade|ats|ar|ing|ingen)\b|\bmed hälften\b|\bhälften så (?:många|mycket"
    r"|stora?|ofta|höga?)|\b(?:hälften|hälft) färre\b|\btill hälften\b",
    re.IGNORECASE,
)
DOUBLED = re.compile(
    r"\b(?:för)?dubbl(?:a|as|ad|at|ade|ats|ar|ing|ingen)\b|\bdubbelt så (?:många|mycket|stora?"
    r"|ofta|höga?)",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"\b(?:minsk\w*|sänk\w*|sjunk\w*|reducer\w*|färre|lägre|nedgång\w*|mindre|ner|ned"
    r"|understig\w*|kortare|långsammare)\b",
    re.IGNORECASE,
)
UP = re.compile(
    r"\b(?:öka\w*|höj\w*|stig\w*|fler|förbättr\w*|högre|uppgång|mer|upp|överstig\w*|längre"
    r"|större)\b",
    re.IGNORECASE,
)
FEWER = re.compile(r"(?: \w+)? ?\b(?:färre|lägre|mindre|kortare|långsammare)\b", re.IGNORECASE)
MORE = re.compile(r"(?: \w+)? ?\b(?:fler|högre|mer|större|längre|bättre)\b", re.IGNORECASE)
