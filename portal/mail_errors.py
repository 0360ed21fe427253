"""Why a letter did not go, as an operator is told it. The server's own words follow where there are any."""

import re

from django.utils.translation import gettext as _

_CODE = re.compile(r"\b([245]\d\d)\b(?:,\s*b?(['\"])(?P<said>.*?)\2)?", re.DOTALL)
_KINDS = (
    (
        r"worker died",
        "Sändningen avbröts varje gång innan servern hann svara. Se efter om processen startas om.",
    ),
    (r"Errno 111|refused", "E-postservern tar inte emot anrop. Är adressen och porten rätt?"),
    (r"timed? ?out|Errno 110", "E-postservern svarade inte i tid."),
    (r"Name or service|getaddrinfo|nodename", "E-postserverns namn går inte att slå upp."),
    (
        r"(?i)certificate|\bssl\b",
        "Den krypterade förbindelsen till e-postservern gick inte att öppna.",
    ),
    (r"Connection unexpectedly closed|Errno 104", "E-postservern bröt förbindelsen."),
)
_CODES = (
    (r"53[0-9]", "E-postservern godtar inte portalens inloggning."),
    (r"55[0-9]", "Mottagarens server tar inte emot brev till adressen. Stämmer den?"),
    (r"5\d\d", "E-postservern vill inte ta emot brevet."),
    (r"4\d\d", "E-postservern kan inte ta emot brevet just nu."),
)


def error_in_words(error: str) -> str:
    """``error`` is what Python said (``OutgoingMail.last_error``); empty gives empty."""
    if not error.strip():
        return ""
    for pattern, words in _KINDS:
        if re.search(pattern, error):
            return _(words)
    if found := _CODE.search(error):
        for pattern, words in _CODES:
            if re.fullmatch(pattern, found[1]):
                said = " ".join((found["said"] or "").split())
                answer = f"{found[1]} {said}".strip()
                return f"{_(words)} {_('Serverns svar: %s.') % answer.rstrip('.')}"
    return _("Något oväntat hände: %s") % " ".join(error.split())
