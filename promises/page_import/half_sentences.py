"""Stage 4, headings that name no subject matter: half a sentence, a question, or words of form alone.

Nobody can list all that editors write ("Så hjälps vi åt", "Hur vi håller koll"), but the tense of the verb
tells what stands under it: what was done, what will be done, how it is checked.
"""

import re
from contextvars import ContextVar

from promises.page_import.texts import key
from promises.page_import.words import form
from promises.page_import.words.verbs import PAST_ACTS, PAST_STATES, PROMISE

LABELS_OF_PAGE: ContextVar[frozenset[tuple[str, str]]] = ContextVar(
    "LABELS_OF_PAGE",
    default=frozenset(),
)
"""Labels that the page's writer made up, with the name of the role that their content shows."""
LONGEST = 12
SHORT = 6
_HALF_OF_ACTIONS = frozenset(
    {
        "hur då",
        "hur",
        "hur gör vi",
        "och hur",
        "hur går det till",
        "vem gör vad",
        "vilka gör vad",
        "vem ansvarar för vad",
    }
)


_WHO_DOES_WHAT = re.compile(r"(?:vem|vilka) (?:som )?\w+ (?:för |med )?vad")


def role_by_form(text: str) -> str | None:
    """The name of the role that a heading without subject matter has, if its form tells."""
    plain = key(text)
    if plain in _HALF_OF_ACTIONS or _WHO_DOES_WHAT.fullmatch(plain):
        return "ACTIONS"
    opening = form.OPENS_HALF.match(plain)
    says_nothing = is_generic(text)
    is_half = opening and len(plain.split()) <= LONGEST
    is_half = is_half and (says_nothing or not _is_sentence(text, plain))
    if is_half and (role := _by_tense(plain)):
        return role
    if plain.startswith("vi ") and form.CHECKS.search(plain) and len(plain.split()) <= SHORT:
        return "FOLLOW_UP"
    if form.QUESTION.match(plain):
        return "OUTCOME" if says_nothing and form.PAST_QUESTION.match(plain) else None
    role = _by_nouns(plain) if says_nothing else None
    return role or (_by_default(plain) if is_half else None)


def _is_sentence(text: str, plain: str) -> bool:
    """ "Vi lovar att göra vägen säker", "Vi syns på torget": whole, and about something."""
    return plain.startswith("vi ") or (PROMISE.search(text) is not None and " att " in plain)


def is_generic(text: str) -> bool:
    """Nothing in it but pronouns, parties and words of form: "Våra gemensamma åtgärder nu"."""
    words = key(text).split()
    return bool(words) and all(_says_nothing(word) for word in words)


def asks(text: str) -> bool:
    """A question that can be answered with yes or no names nothing."""
    return text.rstrip().endswith("?") and form.QUESTION.match(key(text)) is not None


def _by_tense(plain: str) -> str | None:
    if form.READER_ACTS.search(plain) and "räkna med" not in plain and "lita på" not in plain:
        return "ABOUT"
    if form.CHECKS.search(plain):
        return "FOLLOW_UP"
    for role, pattern in form.BY_TENSE:
        if pattern.search(plain):
            return role
    return None


def _by_default(plain: str) -> str | None:
    """Of a doer and a verb that tells nothing but its tense."""
    if form.DOER.search(plain) is None:
        return None
    words = plain.split()[1:]
    if any(word in PAST_ACTS or word in PAST_STATES or form.PAST.fullmatch(word) for word in words):
        return "OUTCOME"
    return "ACTIONS" if any(map(form.PRESENT.fullmatch, words)) else None


def _by_nouns(plain: str) -> str | None:
    if form.EARLIER.search(plain):
        return "OUTCOME"
    for word in plain.split():
        for role, pattern in form.OF_ROLE:
            if pattern.fullmatch(word):
                return role
    return None


def _says_nothing(word: str) -> bool:
    return (
        word in form.EMPTY
        or word.isdigit()
        or form.CORE_PARTY.fullmatch(word) is not None
        or any(pattern.fullmatch(word) for _, pattern in form.OF_ROLE)
    )
