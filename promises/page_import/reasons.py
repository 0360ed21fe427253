"""Stage 4, reasons: the main clause tells what became of an act, the clause beside it tells why."""

import re
from typing import cast

from promises.page_import.result import Reason, Status
from promises.page_import.words import causes as words

UNFINISHED = ("partly", "not_done")
_ASIDE = re.compile(r", (?:som|där|vilket|vilka|dit)\b[^,]{0,120}?,(?= )")
"""A relative clause between commas: what it says is said beside the sentence."""


def reason_of(text: str, status: Status) -> Reason:
    """Only what was not or partly done has a reason; "not_stated" if the page gives none."""
    if status not in UNFINISHED:
        return ""
    for part in _causes_in(text):
        for code, pattern in words.IN_CAUSE:
            if pattern.search(part):
                return cast(Reason, code)
    for code, pattern in words.TOLD:
        if pattern.search(text):
            return cast(Reason, code)
    return "not_stated"


def _causes_in(text: str) -> list[str]:
    """What stands after "eftersom" and its like, from the first one on; or before "därför"."""
    found: list[str] = []
    if caused := words.CAUSED.search(text):
        found.append(text[: caused.start()])
    if cause := words.CAUSE.search(text):
        found.insert(0, text[cause.start() :])
    return found


def main_part(text: str) -> str:
    """A sentence without its cause and without what is said beside: "…, eftersom lampan inte lyste"."""
    text = _ASIDE.sub("", text)
    cause = words.CAUSE.search(text, min(12, len(text)))
    return text[: cause.start()] if cause else text


def without_cause(text: str) -> str:
    """What is told before "eftersom" and its like; "när" and "innan" tell when, so their numbers stay."""
    cause = words.ONLY_CAUSE.search(text, min(12, len(text)))
    return text[: cause.start()] if cause else text
