"""Where an act took place, when the sentence ends with it or names it plainly."""

import re

_PLACE = re.compile(
    r"\b(?:i|på|vid|kring|runt)\s(?P<place>[A-ZÅÄÖ][a-zåäöéA-ZÅÄÖ-]+(?:\s(?:och\s)?[A-ZÅÄÖ][a-zå"
    r"äöé-]+)*(?:\s(?:centrum|torg|station|kommun))?)"
)
_NOT_PLACES = frozenset(
    "Polisen Kommunen Grannsamverkan Facebook Instagram Sverige Covid SSPF SMADIT".split()
)


def place_in(text: str) -> str:
    """ "En trygghetsvandring är genomförd i Hoting" → "Hoting"."""
    for found in _PLACE.finditer(text[:2000]):
        if found.group("place").split()[0] not in _NOT_PLACES:
            return found.group("place")
    return ""
