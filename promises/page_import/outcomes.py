"""Stage 4, outcomes: is a sentence of a report an act, was it done, and if not why."""

import re
from typing import cast

from promises.page_import.figures import count_in
from promises.page_import.result import Reason, Status
from promises.page_import.subjects import main_verb, subject_of
from promises.page_import.texts import sentences
from promises.page_import.words import reasons as words
from promises.page_import.words.titles import SIGNED
from promises.page_import.words.verbs import (
    AND_SUPINE,
    FINITE,
    NOUN_ACT,
    PASSIVE,
    PAST,
    PAST_ACTS,
    PAST_ENDING,
    PAST_PHRASE,
    PAST_STATES,
    PRESENT_MAIN,
    QUOTE,
    STATE,
    STATE_OR_ACT,
    SUPINE,
)

DOCUMENT = re.compile(
    r"(?:(?:den|det|detta|denna|dessa|årets|båda|de|här|våra?|vårt) )?(?:\w+ )?\w*(?:bokslut"
    r"|rapport|redovisning"
    r"|uppföljning|sammanställning|löfte|löften|överenskommelse|avtal|handlingsplan|beslut|ärende|förslag|sida"
    r"|text|uppgift|siffr|utvärdering|dokument|åtagande)(?:et|en|na|n|t|erna|orna|arna)\b[^.]*?"
    r"\b(?:behandla(?:de|t)s|godkän(?:de|t)s|lades|antogs|antagits|beslut(?:ade|at)s|fastställdes|underteckna\w+"
    r"|skrevs|publicera\w+|presenterades|togs|tagits|kommer från|bygger|stod|gavs|getts"
    r"|gällde|gav|överlämna\w+"
    r"|redovisades|sammanställ\w+|anmäldes|förlängdes|förlängts|kom till|växte fram|löpte|upphörde)\b",
    re.IGNORECASE,
)
_ABOUT_PAPERS = re.compile(
    r"\b\w*(?:löft|åtagand|lägesbild|överenskommelse|handlingsplan|utvärdering|uppföljning|dialog)\w*",
    re.I,
)
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


_OF_PAGE = re.compile(
    r"^(?:så )?här\b|^nedan|\bhur det (?:gick|går|blev)|\b(?:ett nytt|nya|nästa|kommande) \w*löft",
    re.IGNORECASE,
)
""" "Här berättar vi hur det gick": of the page, or of promises to come."""
_STATISTICS = re.compile(
    r"(?:antalet|andelen|anmäld\w*|anmälning\w*|statistik\w*|medel\w+|genomsnitt\w*|upplevd\w*"
    r"|tryggheten|otryggheten|\w*brotten|\w*brottsligheten|inbrotten|stölderna|tipsen|klagomålen"
    r"|felanmälningarna|olyckorna|resultatet|effekten|betyget|nöjdheten)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[a-zåäö]+")
_ARTICLES = frozenset("de den det dessa denna alla flera samtliga några våra två tre vissa".split())


def is_undone(text: str) -> bool:
    return words.NOT_DONE.search(text) is not None or words.NEGATED.search(text) is not None


def status_of(text: str, default: Status = "done") -> Status:
    """What a report says became of an act."""
    undone = words.NOT_DONE.search(text) or words.NEGATED.search(text)
    if undone and not re.search(r"\binte bara\b", text, re.I):
        before = text[: undone.start()]
        some = count_in(before) is not None and (SUPINE.search(before) or _past_act(before))
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
    cause = words.CAUSE.search(text)
    for part in (text[cause.start() :] if cause else "", text):
        for code, pattern in words.REASONS:
            if part and pattern.search(part):
                return cast(Reason, code)
    return "not_stated"


def tells_of_act(sentence: str) -> bool:
    """An act done, or one that was not; how things are or became is none."""
    if sentence.endswith("?") or any(
        pattern.search(sentence) for pattern in (QUOTE, _GIVEN, SIGNED, _OF_PAGE)
    ):
        return False
    if _is_of_document(sentence) or _is_present(sentence):
        return False
    if is_undone(sentence) and (_any_act_word(sentence) or _past_act(sentence)):
        return True
    if words.ONGOING.search(sentence) and not _ABOUT_PAPERS.search(sentence):
        return True
    if PAST.search(sentence) or PASSIVE.search(sentence) or PAST_PHRASE.search(sentence):
        return True
    if _past_act(sentence):
        return True
    supines = [match.group("verb").lower() for match in SUPINE.finditer(sentence)]
    if supines:
        supines += [match.group("verb").lower() for match in AND_SUPINE.finditer(sentence)]
        subject = subject_of(sentence)
        counts = count_in(sentence) is not None and not is_statistics(sentence)
        doer = bool(subject.parties) or subject.is_we or counts
        return any(verb not in STATE or (doer and verb in STATE_OR_ACT) for verb in supines)
    return (
        not _has_verb(sentence)
        and count_in(sentence) is not None
        and bool(NOUN_ACT.search(sentence))
    )


def _is_present(sentence: str) -> bool:
    """ "De säger hur mycket som gjordes": what goes on still is told by other words."""
    if words.ONGOING.search(sentence) or PASSIVE.search(sentence) or is_undone(sentence):
        return False
    return PRESENT_MAIN.fullmatch(main_verb(sentence)) is not None


def _is_of_document(sentence: str) -> bool:
    """ "Bokslutet behandlades av rådet", "Löftena stod kommunen bakom": of papers, not of acts."""
    return DOCUMENT.match(sentence) is not None


def is_statistics(text: str) -> bool:
    """It counts crimes or feelings, not acts."""
    return _STATISTICS.match(text) is not None


def _past_act(sentence: str) -> bool:
    """A past tense that tells what somebody did; "de planerade kvällarna" holds none."""
    if _STATISTICS.match(sentence):
        return False
    before = ""
    for word in _WORDS.findall(sentence[:1000].lower()):
        is_past = word in PAST_ACTS or (PAST_ENDING.match(word) and before not in _ARTICLES)
        if is_past and (word in PAST_ACTS or word not in PAST_STATES):
            return True
        before = word
    return False


def is_reason_only(sentence: str) -> bool:
    """It gives the reason for the sentence before: "Orsaken är …", "Stormen tog ner ledningarna."."""
    if words.WHY.match(sentence):
        return True
    opening = " ".join(sentence.split()[:3])
    return bool(words.EVENT.search(opening)) and not subject_of(sentence).parties


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
    first, _, rest = text.replace("! ", ". ", 1).partition(". ")
    rest = text[len(text) - len(rest) :] if rest else ""
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
