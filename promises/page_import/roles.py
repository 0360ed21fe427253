"""Stage 4, roles: what a heading, or a label that ends with a colon, says about what follows."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from promises.page_import.parties import WORD, Parties, parties_in, party_of
from promises.page_import.periods import Span, find_spans
from promises.page_import.texts import key, tidy, without_end
from promises.page_import.words import headings as words
from promises.page_import.words.verbs import BY_DOING, INTRODUCES, PROMISE, WILL


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
    is_numbered_promise: bool = False
    """ "Löfte 2" or "Löfte 2: …"."""
    place: str = ""


_LOFTE = re.compile(
    r"\b(?:medborgar|trygghets)?löft\w*|\bperiod\w*|\bfokusområden\b", re.IGNORECASE
)
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
_PLACE = re.compile(
    r"\b(?:för|i|på|vid) (?P<place>(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]+|centrala|stadsdelen|kommundelen"
    r"|tätorten|norra|södra|östra|västra|området)(?: (?:[A-ZÅÄÖ][\wåäöÅÄÖ-]+|centrum|och|kommun"
    r"|stad))*)"
)
_LEAD_PLACE = re.compile(
    r"(?:[Ss]tadsdelen )?(?P<place>[A-ZÅÄÖ][\wåäö-]+(?:[ /][A-ZÅÄÖ][\wåäö-]+)*)(?:, "
    r"[A-ZÅÄÖ][\wåäö-]+)?\s[–—-]\s"
)
_SIMPLE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.SIGNATURES, words.SIGNATURES),
    (Role.CONTACT, words.CONTACT),
    (Role.LINKS, words.LINKS),
    (Role.PROMISED, words.PROMISED),
    (Role.OUTCOME, words.OUTCOME),
    (Role.FOLLOW_UP, words.FOLLOW_UP),
    (Role.ABOUT, words.ABOUT),
    (Role.ACTIONS, words.ACTIONS),
    (Role.PROMISES, words.PROMISES),
    (Role.RATIONALE, words.RATIONALE),
    (Role.GOALS, words.GOALS),
    (Role.AREA_LIST, words.AREA_LIST),
)


@lru_cache(maxsize=2048)
def read_heading(text: str) -> Heading:
    """The role of a heading by its words alone; ``Role.AREA`` where they say nothing else."""
    number = words.HEADING_NUMBER.match(text)
    bare = text[number.end() :].strip() if number else text
    named = without_end(bare)
    plain = key(named)
    if status := _report_status(plain):
        return Heading(Role.OUTCOME, named, status=status)
    if dated := _dated(named, plain):
        return dated
    if numbered := _numbered_promise(named):
        return numbered
    if (area := words.AREA_PREFIX.match(named)) and len(named) - area.end() > 2:
        rest = without_end(named[area.end() :])
        return Heading(Role.AREA if not PROMISE.search(rest) else Role.PROMISE, rest)
    parties = _only_parties(named)
    if (
        parties
        and not words.OUTCOME.match(plain)
        and not words.ABOUT.match(plain)
        and not words.CONTACT.match(plain)
    ):
        role = Role.OUTCOME if _TELLS.search(named) else Role.PARTY
        return Heading(role, named, parties=parties)
    for role, pattern in _SIMPLE:
        if pattern.match(plain):
            return Heading(role, named, parties=parties, place=_place(named))
    if PROMISE.search(named) and (INTRODUCES.search(bare) or named.endswith(" att")):
        return Heading(Role.PROMISES, named, parties=parties_in(named))
    if (
        len(plain.split()) > 3
        and (PROMISE.search(named) or WILL.search(named))
        and not bare.endswith("?")
    ):
        return Heading(Role.PROMISE, named)
    if BY_DOING.search(named) and len(plain.split()) < 9:
        return Heading(Role.ACTIONS, named)
    if re.search(r"\bmedborgarlöft\w*|\b\w+löft(?:e|en|et|ena)\b", plain):
        return Heading(Role.PROMISES, named, place=_place(named))
    return Heading(Role.AREA, named)


def _report_status(plain: str) -> str:
    for status, pattern in (
        ("not_done", words.NOT_DONE),
        ("partly", words.PARTLY),
        ("ongoing", words.ONGOING),
    ):
        if len(plain) < 60 and pattern.match(plain):
            return status
    return ""


def _dated(text: str, plain: str) -> Heading | None:
    """A heading with dates is the period's when it speaks of promises, or of nothing but the dates."""
    spans = find_spans(text)
    if not spans:
        return None
    is_outcome = bool(words.OUTCOME.match(plain))
    if words.SIGNATURES.match(plain) or words.LINKS.match(plain) or words.CONTACT.match(plain):
        return None
    speaks = _LOFTE.search(text) is not None
    if _AGREEMENT.search(text) and not re.search(r"löft", plain):
        return Heading(Role.ABOUT, text)
    rest = text
    for span in spans:
        rest = rest.replace(span.label, " ")
    left = key(_SPAN_LEFTOVER.sub(" ", key(rest)))
    if not (speaks or not left or is_outcome):
        return None
    span = chosen_span(text, spans)
    role = Role.PERIOD
    if words.PROMISED.match(plain):
        role = Role.PROMISED
    elif is_outcome:
        role = Role.OUTCOME
    parties = () if is_outcome else _only_parties(_LOFTE.sub(" ", rest))
    return Heading(role, text, span=span, parties=parties, place=_place(text))


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


def _only_parties(text: str) -> Parties:
    """ "Polisens löften", "Det här gör kommunen": nothing in it but parties and filler."""
    if len(text) > 90:
        return ()
    found = parties_in(text)
    bare = words.PARTY_FILLER.sub(" ", key(text))
    tokens = WORD.findall(tidy(bare))
    others = [token for token in tokens if party_of(token) is None and token.isalpha()]
    capitalised = {word.casefold() for word in re.findall(r"\b[A-ZÅÄÖ][\wåäö-]+", text)}
    if found:
        return (
            found if all(token in capitalised or token in _PARTY_PAIRS for token in others) else ()
        )
    if re.search(r"\b(?:gemensam\w*|tillsammans)\b", key(text)) and not others:
        return ("municipality", "police")
    return ()


_TELLS = re.compile(
    r"\b(?:har gjort|gjorde|har genomfört|genomförde|redovisning|rapport)\b", re.IGNORECASE
)
_PARTY_PAIRS = frozenset(
    {"tekniska", "kultur", "fritid", "ab", "lokala", "brottsförebyggande", "s"}
)


def _place(text: str) -> str:
    found = _PLACE.search(text) or _LEAD_PLACE.match(text)
    if found is None or not re.search(r"löft", text, re.IGNORECASE):
        return ""
    place = found.group("place")
    return (
        ""
        if find_spans(place) or re.search(r"löft|uppföljning|polis", place, re.IGNORECASE)
        else place
    )
