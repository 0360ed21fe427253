"""Stage 4, outcomes: is a sentence of a report an act, was it done, and if not why."""

import re
from typing import cast

from promises.page_import.figures import count_in
from promises.page_import.result import Reason, Status
from promises.page_import.texts import sentences
from promises.page_import.words import reasons as words
from promises.page_import.words.verbs import FINITE, NOUN_ACT, PASSIVE, PAST, QUOTE, STATE, SUPINE

UNFINISHED = ("partly", "not_done")
_GIVEN = re.compile(
    r"\b(?:tabellen|listan|nedan|sammanställningen|här (?:nedan )?(?:ser|kan"
    r"|redovisa\w*))\b[^.]{0,40}\b(?:visar|ser|redovisar?s?|läsa|följer)\b|\b(?:gett|givit|gav"
    r"|lämnat|tecknat|undertecknat|undertecknade|tecknade|tagit fram"
    r"|tog fram)\b[^.]{0,60}\blöfte|\blöft\w*[^.]{0,40}\b(?:undertecknades|tecknades|togs fram"
    r"|skrevs under)\b",
    re.I,
)
_BEING = re.compile(
    r"\b(?:trafikbrott|brott|otrygghet|trygghet|statistik|antalet|andelen"
    r"|anmälning)\w*\b[^.]*\b(?:har|hade)\b (?:\w+ )?(?:minskat|ökat|sjunkit|gått)",
    re.I,
)


def status_of(text: str, default: Status = "done") -> Status:
    """What a report says became of an act."""
    undone = words.NOT_DONE.search(text)
    if undone and not re.search(r"\binte bara\b", text, re.I):
        some = count_in(text) is not None and (
            SUPINE.search(text[: undone.start()]) or PAST.search(text[: undone.start()])
        )
        return "partly" if words.PARTLY.search(text) or some else "not_done"
    if words.PARTLY.search(text):
        return "partly"
    if words.PLANNED.search(text) and not re.search(r"\b(?:har|blev|hade) ", text, re.I):
        return "planned"
    if words.ONGOING.search(text):
        return "ongoing"
    return default


def status_word(text: str) -> Status | None:
    """A status column's word: "Ja", "Delvis", "Pågår"."""
    for pattern, status in (
        (words.PARTLY_WORD, "partly"),
        (words.PLANNED_WORD, "planned"),
        (words.NOT_DONE_WORD, "not_done"),
        (words.ONGOING_WORD, "ongoing"),
        (words.DONE_WORD, "done"),
    ):
        if pattern.match(text.strip()):
            return cast(Status, status)
    return None


def reason_of(text: str, status: Status) -> Reason:
    """Only what was not or partly done has a reason; "not_stated" if the page gives none."""
    if status not in UNFINISHED:
        return ""
    for code, pattern in words.REASONS:
        if pattern.search(text):
            return cast(Reason, code)
    return "not_stated"


def tells_of_act(sentence: str) -> bool:
    """An act done, or one that was not; how things are or became is none."""
    if QUOTE.search(sentence) or _GIVEN.search(sentence):
        return False
    if words.NOT_DONE.search(sentence) and (_any_act_word(sentence) or PAST.search(sentence)):
        return True
    if PAST.search(sentence) or PASSIVE.search(sentence):
        return True
    supines = [match.group("verb").lower() for match in SUPINE.finditer(sentence)]
    if supines:
        return any(verb not in STATE for verb in supines)
    return (
        not _has_verb(sentence)
        and count_in(sentence) is not None
        and bool(NOUN_ACT.search(sentence))
    )


def is_reason_only(sentence: str) -> bool:
    return words.WHY.match(sentence) is not None


def acts_in(text: str) -> list[tuple[str, str]]:
    """The sentences of a report that tell of an act, each with what follows to explain it."""
    found: list[tuple[str, str]] = []
    for sentence in sentences(text):
        if tells_of_act(sentence) and not (found and is_reason_only(sentence)):
            found.append((sentence, ""))
        elif found:
            act, why = found[-1]
            found[-1] = (act, f"{why} {sentence}".strip())
    return found


def verdict_of(text: str) -> tuple[Status | None, str]:
    """ "Ja. Två vandringar har hållits.": the word that judges, and what is left to read."""
    first, _, rest = text.partition(". ")
    if not rest or len(first.split()) > 2:
        return None, text
    word = status_word(first)
    return (word, rest) if word else (None, text)


def _any_act_word(sentence: str) -> bool:
    return bool(
        NOUN_ACT.search(sentence)
        or SUPINE.search(sentence)
        or re.search(r"\binsats|genomför|kampanj|aktivitet", sentence, re.I)
    )


def _has_verb(sentence: str) -> bool:
    return any(word in FINITE for word in re.findall(r"[a-zåäö]+", sentence.lower()))
