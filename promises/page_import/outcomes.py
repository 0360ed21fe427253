"""Stage 4, outcomes: is a sentence of a report an act, was it done, and if not why."""

import re
from typing import cast

from promises.page_import.figures import count_in
from promises.page_import.reasons import main_part
from promises.page_import.result import Status
from promises.page_import.subjects import main_verb, subject_of
from promises.page_import.texts import sentences
from promises.page_import.words import statuses as words
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
    r"|rapport|redovisning|uppföljning|sammanställning|löfte|löften|överenskommelse|avtal"
    r"|handlingsplan|beslut|ärende|förslag|sida|text|uppgift|siffr|utvärdering|dokument"
    r"|åtagande)(?:et|en|na|n|t|erna|orna|arna)\b[^.]*?\b(?:behandla(?:de|t)s|godkän(?:de|t)s"
    r"|lades|antogs|antagits|beslut(?:ade|at)s|fastställdes|underteckna\w+|skrevs|publicera\w+"
    r"|presenterades|togs|tagits|kommer från|bygger|stod|gavs|getts|gällde|gav|överlämna\w+"
    r"|redovisades|sammanställ\w+|anmäldes|förlängdes|förlängts|kom till|växte fram|löpte"
    r"|upphörde)\b",
    re.IGNORECASE,
)
_ABOUT_PAPERS = re.compile(
    r"\b\w*(?:löft|åtagand|lägesbild|överenskommelse|handlingsplan|utvärdering|uppföljning|dialog)\w*",
    re.I,
)
_GIVEN = re.compile(
    r"\b(?:tabellen|listan|nedan|sammanställningen|här (?:nedan )?(?:ser|kan"
    r"|redovisa\w*))\b[^.]{0,40}\b(?:visar|ser|redovisar?s?|läsa|följer)\b|\b(?:gett|givit|gav"
    r"|lämnat|tecknat|undertecknat|undertecknade|tecknade|tagit fram|tog fram)\b[^.]{0,60}\blöfte"
    r"|\blöft\w*[^.]{0,40}\b(?:undertecknades|tecknades|togs fram|skrevs under)\b",
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
_VAGUE = re.compile(
    r"(?:en (?:hel )?del|annat|mycket|allt|det mesta|somligt|något|inte allt|vissa saker"
    r"|några saker|mer)\b(?! av\b)|(?:i stort|sammantaget|totalt sett|överlag|kort sagt)\b",
    re.IGNORECASE,
)
""" "En del blev bra, annat blev inte av": of the whole, and of no act."""
_ASKED = re.compile(
    r"\b(?:vad|hur (?:mycket|många|ofta|långt|väl)) (?:som )?\w+|(?<=\w) som (?!helst)\w+"
    r"|(?<=\w) (?:men )?(?:inte )?om (?:det|de|vi|man)\b[^,.]*"
)
""" "De säger hur mycket som gjordes": who says tells no act."""
_WORDS = re.compile(r"[a-zåäö]+")
_ARTICLES = frozenset("de den det dessa denna alla flera samtliga några våra två tre vissa".split())


def is_undone(text: str) -> bool:
    """The sentence itself takes the act back; a cause or an aside may hold any negation."""
    return _undone_at(main_part(text)) is not None


def _undone_at(text: str) -> int | None:
    """Where a sentence starts to take back what it tells."""
    bare = words.NEGATED_ASIDE.sub(lambda found: " " * len(found.group()), text)
    found = [match.start() for p in (words.UNDONE, words.NEGATED) if (match := p.search(bare))]
    return min(found, default=None)


def status_of(text: str, default: Status = "done") -> Status:
    """What a report says became of an act."""
    main = main_part(text)
    if words.PARTLY.search(main):
        return "partly"
    if (undone := _undone_at(main)) is not None:
        return "partly" if _is_done_first(main, undone) else "not_done"
    if words.PLANNED.search(main) and not re.search(r"\b(?:har|blev|hade) ", main, re.I):
        return "planned"
    return "ongoing" if words.ONGOING.search(main) else default


def _is_done_first(text: str, undone: int) -> bool:
    """ "Vi höll tre kurser, den fjärde ställdes in", "sandade gatorna men hann inte med torget"."""
    before = text[:undone]
    tells = SUPINE.search(before) is not None or _past_act(before)
    if not tells or words.TRIED.search(before):
        return False
    return count_in(before) is not None or words.BUT_NOT.search(before) is not None


_NOT_SOON = re.compile(r"\s*\w+ (?:\w+ )?(?:inte|ej|aldrig)\b", re.IGNORECASE)
""" "Genomfördes inte på grund av …": the word says done, the next takes it back."""


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
            is_negated = status in ("done", "ongoing") and _NOT_SOON.match(text) is not None
            return "not_done" if is_negated else cast(Status, status)
    return None


def tells_of_act(sentence: str) -> bool:
    """An act done, or one that was not; how things are or became is none."""
    sentence = _ASKED.sub(" ", sentence)
    if sentence.endswith("?") or any(
        pattern.search(sentence) for pattern in (QUOTE, _GIVEN, SIGNED, _OF_PAGE)
    ):
        return False
    if _VAGUE.match(sentence) or _is_of_document(sentence) or _is_present(sentence):
        return False
    if is_statistics(sentence) and not SUPINE.search(sentence):
        return False
    if is_undone(sentence) and (
        words.UNDONE.search(sentence)
        or words.CAME_TO_NOTHING.search(sentence)
        or _any_act_word(sentence)
        or _past_act(sentence)
    ):
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
