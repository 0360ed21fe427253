"""Stage 4, the place that a heading names: "Löften i Norra Vik", "Södra Vik, mars–maj 2024"."""

import re

from promises.page_import.periods import find_spans
from promises.page_import.words.promise_nouns import STEMS

_ONLY_PLACE = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: (?:och|centrum|kommun|torg|stadsdel|park|skola|station|by|bostadsområde"
    r"|kommundel|gata|väg|området|stråket))?(?:, |[ /])?){1,6}[,:( –-]*\Z"
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


def is_only_place(text: str) -> bool:
    return _ONLY_PLACE.match(text.strip(" (),:–-")) is not None


def place_of(text: str) -> str:
    found = _PLACE.search(text) or _LEAD_PLACE.match(text)
    if found is None or not re.search(STEMS, text, re.IGNORECASE):
        return ""
    place = found.group("place")
    return (
        ""
        if find_spans(place) or re.search(r"löft|uppföljning|polis", place, re.IGNORECASE)
        else place
    )
