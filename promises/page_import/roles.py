"""Stage 4, roles: what a heading, or a label that ends with a colon, says about what follows."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache

from promises.page_import.half_sentences import LABELS_OF_PAGE, is_generic, role_by_form
from promises.page_import.heading_places import is_only_place, place_of
from promises.page_import.parties import NAMES_OF_PAGE, Names, Parties, parties_in
from promises.page_import.party_headings import only_parties
from promises.page_import.periods import Span, find_spans
from promises.page_import.statements import only_introduces
from promises.page_import.texts import key, tidy, without_end
from promises.page_import.words import headings as words
from promises.page_import.words.promise_nouns import NOUN, STEMS
from promises.page_import.words.verbs import BY_DOING, PROMISE, WILL


class Role(Enum):
    PERIOD = auto()
    OUTCOME = auto()
    PROMISED = auto()
    PROMISES = auto()
    ACTIONS = auto()
    RATIONALE = auto()
    GOALS = auto()
    FOLLOW_UP = auto()
    PARTY = auto()
    CONTACT = auto()
    SIGNATURES = auto()
    LINKS = auto()
    ABOUT = auto()
    AREA_LIST = auto()
    PROMISE = auto()
    """The heading is itself a promise: "Vi lovar att vara synliga"."""
    TITLE = auto()
    """It speaks of promises and gives none: "Tyck till om nya medborgarlöften"."""
    AREA = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    role: Role
    text: str
    """Number and "Fokusområde 1:" off."""
    span: Span | None = None
    parties: Parties = ()
    status: str = ""
    """Of a report's list: "not_done" under "Det här hann vi inte"."""
    is_we: bool = False
    """ "Tillsammans lovar vi": the page's own parties."""
    is_numbered_promise: bool = False
    """ "Löfte 2" or "Löfte 2: …"."""
    place: str = ""
    is_dates_alone: bool = False
    is_learned: bool = False
    """By what stands under it, not by its words."""


_LOFTE = re.compile(rf"\b{NOUN}|\bperiod\w*|\bfokusområden\b|\bord till\b", re.IGNORECASE)
_PROMISE_NUMBER = re.compile(
    r"(?:medborgar)?löfte(?: nr\.?| nummer)? ?(?:\d{1,2}|[A-D])\b\s*[:.–—-]?\s*", re.IGNORECASE
)
_AGREEMENT = re.compile(
    r"\b(?:samverkans)?överenskommelse\w*|\bhandlingsplan\w*|\bavtal\w*", re.IGNORECASE
)
_SPAN_LEFTOVER = re.compile(
    r"\b(?:för|under|åren|år|perioden|period|i|av|och|gäller|från|till|med|den|det|våra|vårt|nya"
    r"|gemensamma|gällande|aktuella|vad|som|hände|mellan|om|på|the|de|löftesperiod\w*"
    r"|giltighetstid|avser)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b\w*(?:enkät|mätning|undersökning|statistik|siffr|budget|program|plan|strategi|nyhet|protokoll)"
    r"\w*\b|\(pdf",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,:;(]| [–—-] ")
_DANGLING = re.compile(
    r"\s(?:för|under|åren|år|perioden|i|av|från|till|med|den|det|om|på|gäller)(?= *\Z)",
    re.IGNORECASE,
)
_SIMPLE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.SIGNATURES, words.SIGNATURES),
    (Role.CONTACT, words.CONTACT),
    (Role.LINKS, words.LINKS),
    (Role.PROMISED, words.PROMISED),
    (Role.OUTCOME, words.OUTCOME),
    (Role.FOLLOW_UP, words.FOLLOW_UP),
    (Role.ABOUT, words.ABOUT),
    (Role.GOALS, words.GOALS),
    (Role.ACTIONS, words.ACTIONS),
    (Role.PROMISES, words.PROMISES),
    (Role.RATIONALE, words.RATIONALE),
    (Role.AREA_LIST, words.AREA_LIST),
)


def read_heading(text: str) -> Heading:
    """The role of a heading by its words alone; ``Role.AREA`` where they say nothing else."""
    return _read(text, NAMES_OF_PAGE.get(), LABELS_OF_PAGE.get())


@lru_cache(maxsize=2048)
def _read(text: str, names: Names, labels: frozenset[tuple[str, str]]) -> Heading:
    number = words.HEADING_NUMBER.match(text)
    bare = text[number.end() :].strip() if number else text
    named = without_end(bare)
    plain = key(named)
    if status := _report_status(plain):
        return Heading(Role.OUTCOME, named, status=status)
    return (
        _learned(named, plain, labels)
        or _dated(named, plain)
        or _numbered_promise(named)
        or _named_area(named)
        or _of_parties(named, plain)
        or _by_words(named, plain)
        or _by_verb(bare, named, plain)
        or Heading(Role.AREA, named)
    )


def _learned(named: str, plain: str, labels: frozenset[tuple[str, str]]) -> Heading | None:
    role = next((role for label, role in labels if label == plain), None)
    return Heading(Role[role], named, is_learned=True) if role else None


def _named_area(named: str) -> Heading | None:
    area = words.AREA_PREFIX.match(named)
    if area is None or len(named) - area.end() <= 2:
        return None
    rest = without_end(named[area.end() :])
    return Heading(Role.AREA if not PROMISE.search(rest) else Role.PROMISE, rest)


def _of_parties(named: str, plain: str) -> Heading | None:
    if words.PROMISES_OF_PLACE.match(plain):
        return None
    parties = only_parties(named)
    is_we = not parties and _is_we(named, plain)
    others = (words.OUTCOME, words.ABOUT, words.CONTACT)
    if not (parties or is_we) or any(pattern.match(plain) for pattern in others):
        return None
    role = Role.OUTCOME if _TELLS.search(named) else Role.PARTY
    is_we = is_we or _WE_WITH.search(plain) is not None
    return Heading(role, named, parties=parties, is_we=is_we)


def _is_we(named: str, plain: str) -> bool:
    """ "Gemensamma löften", "Det här lovar vi tillsammans": nothing in it but that."""
    left = words.PARTY_FILLER.sub(" ", plain).split()
    return not left and words.TOGETHER.search(plain) is not None and not words.ACTIONS.match(plain)


def _by_words(named: str, plain: str) -> Heading | None:
    parties = only_parties(named)
    for role, pattern in _SIMPLE:
        if pattern.match(plain):
            return Heading(role, named, parties=parties, place=place_of(named))
    if name := role_by_form(named):
        return Heading(Role[name], named, parties=parties_in(named))
    return None


def _by_verb(bare: str, named: str, plain: str) -> Heading | None:
    gives = PROMISE.search(named) or WILL.search(named)
    ends_open = named.endswith(" att") and not BY_DOING.search(named)
    if gives and (only_introduces(bare) or ends_open):
        return Heading(Role.PROMISES, named, parties=parties_in(named))
    if len(plain.split()) > 3 and gives and not bare.endswith("?"):
        return Heading(Role.PROMISE, named)
    if BY_DOING.search(named) and len(plain.split()) < 9:
        return Heading(Role.ACTIONS, named)
    if words.OF_PROMISES.match(plain):
        return Heading(Role.PROMISES, named, place=place_of(named))
    if words.MENTIONS_PROMISES.search(plain):
        return Heading(Role.TITLE, named, place=place_of(named))
    return None


def _report_status(plain: str) -> str:
    if words.BESIDES.match(plain) and len(plain) < 60:
        return "besides"
    for status, pattern in (
        ("not_done", words.NOT_DONE),
        ("partly", words.PARTLY),
        ("ongoing", words.ONGOING),
    ):
        if len(plain) < 60 and pattern.match(plain):
            return status
    return ""


def _dated(text: str, plain: str) -> Heading | None:
    """A heading with dates is the period's when it speaks of promises, of a place, or of the dates alone."""
    spans = [span for span in find_spans(text) if not span.is_day]
    if not spans or any(
        pattern.match(plain) for pattern in (words.SIGNATURES, words.LINKS, words.CONTACT)
    ):
        return None
    rest = text
    for span in spans:
        rest = rest.replace(span.label, " ")
    if _AGREEMENT.search(rest) and not re.search(STEMS, plain):
        return Heading(Role.ABOUT, text)
    is_outcome = any(words.OUTCOME.match(key(part)) for part in _PARTS.split(rest) if part.strip())
    is_outcome = is_outcome or words.OUTCOME.match(plain) is not None or _looks_back(rest)
    span = chosen_span(text, spans)
    left = key(_SPAN_LEFTOVER.sub(" ", key(rest)))
    role = _dated_role(text, rest, plain, is_outcome=is_outcome)
    is_place = span.is_range and is_only_place(rest)
    if role is None and left and not (is_place or is_generic(left) or _is_term(span, rest)):
        return None
    parties = () if is_outcome else only_parties(_LOFTE.sub(" ", rest))
    place = place_of(text) or (rest.strip(" ,:–-") if is_place else "")
    alone = role is None and not left
    if alone and _ONE_MONTH.fullmatch(span.label):
        return Heading(Role.ABOUT, text)  # when the page was written
    return Heading(
        role or Role.PERIOD, text, span=span, parties=parties, place=place, is_dates_alone=alone
    )


def _is_term(span: Span, rest: str) -> bool:
    """ "Vad vi ska leva upp till 2022–2026": a stretch of time over what follows, whatever it is called;
    not the years of figures or of other papers."""
    return span.is_range and _MEASURED.search(rest) is None and len(rest.split()) < 10


def _looks_back(text: str) -> bool:
    """ "Handslaget – hur slutade det?", "Vad blev det av löftena", "… i backspegeln"."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    return words.LOOKS_BACK.search(text) is not None or any(
        role_by_form(part.strip(" ?")) == "OUTCOME" for part in parts
    )


def _dated_role(text: str, rest: str, plain: str, *, is_outcome: bool) -> Role | None:
    """What the words beside the dates say: "Det här lovar vi", "så gick det", "Löften för"."""
    if words.PROMISED.match(plain):
        return Role.PROMISED
    if is_outcome:
        return Role.OUTCOME
    if _LOFTE.search(text):
        return Role.PERIOD
    named = without_end(tidy(_DANGLING.sub("", rest.strip(" ,–-"))))
    inner = (_by_words(named, key(named)) or _by_verb(named, named, key(named))) if named else None
    if inner and inner.role in (Role.PROMISES, Role.OUTCOME, Role.PROMISED):
        return Role.PERIOD if inner.role is Role.PROMISES else inner.role
    return None


def chosen_span(text: str, spans: list[Span]) -> Span:
    """A range before a single year; else the one right after "löfte"."""
    ranges = [span for span in spans if span.is_range]
    if ranges:
        return max(ranges, key=lambda span: (span.is_exact, -span.position))
    promise = _LOFTE.search(text)
    after = [span for span in spans if promise and span.position > promise.start()]
    return (after or spans)[0]


def _numbered_promise(text: str) -> Heading | None:
    found = _PROMISE_NUMBER.match(text)
    if not found:
        return None
    rest = text[found.end() :].strip()
    role = Role.PROMISE if rest else Role.PROMISES
    return Heading(role, rest or text, is_numbered_promise=True)


def beside_parties(heading: Heading) -> Heading:
    """ "Föreningarna" beside the lists of "Polisen" and "Kommunen" names a party as they do."""
    if heading.role is Role.AREA and (parties := only_parties(heading.text, is_beside=True)):
        return replace(heading, role=Role.PARTY, parties=parties)
    return heading


_ONE_MONTH = re.compile(r"[A-Za-zåäö]+\.? (?:19|20)\d\d")
_WE_WITH = re.compile(
    r"\bvi\b.*\b(?:(?:tillsammans|ihop|i samarbete|i samverkan) med|jämte)\b|\b(?:tillsammans"
    r"|ihop|i samarbete|i samverkan) med\b.*\bvi\b"
)
""" "Tillsammans med föreningarna lovar vi"."""
_TELLS = re.compile(
    r"\b(?:har gjort|gjorde|har genomfört|genomförde|redovisning|rapport)\b", re.IGNORECASE
)
