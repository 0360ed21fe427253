"""Stage 4, statements: a sentence may promise, introduce a list, plan the follow-up, or just tell."""

import re

from promises.page_import.looking_back import plans_follow_up
from promises.page_import.parties import parties_in, party_of
from promises.page_import.subjects import main_verb, subject_of
from promises.page_import.texts import key, sentences
from promises.page_import.words.promise_nouns import NOUN, STEMS
from promises.page_import.words.titles import SIGNED
from promises.page_import.words.verbs import BY_DOING, INFINITIVES, INTRODUCES, PROMISE, WILL

LEAST_PROSE = 4
"""Words of a sentence that says something."""

_GENERAL = re.compile(
    r"\b(?:medborgarlöft\w*|löften(?:a)?|löftet|överenskommelsen|samverkansöverenskommelsen"
    r"|syftet|grunden|underlaget|lägesbilden?|fokusområden\w*)\b[^.]{0,60}\b(?:är|handlar|bygger"
    r"|utgår|togs|tas|tagits|baseras|grundas|innebär|syftar|ska|skall|har|utgör|beskriver"
    r"|innehåller|kompletterar|omfattar|gäller|ger vi|ges|publiceras|förnyas|undertecknades"
    r"|skrevs|valts|kommer)\b|\b(?:tagits fram|togs fram|tas fram|har valts|prioriterats"
    r"|utgångspunkt|samverkansöverenskommelse\w*"
    r"|undertecknat|undertecknades)\b|\b(?:överens|enats|beslutat|bestämt)(?: om)? (?:vad|hur|vilka)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:medborgardialog|medarbetardialog)\w*", re.IGNORECASE)
""" "I medborgardialogen …": how promises came about, or under an area why its own were given."""
_RECORD = re.compile(
    r"\b(?:antogs|antagits|beslutades|fastställdes|godkändes|klubbades)\b[^.]*\b(?:19|20)\d\d\b"
    r"|\b(?:dnr|diarienummer|ärendenummer)\b",
    re.IGNORECASE,
)
""" "Löftena antogs av kommunstyrelsen den 14 december 2022, dnr …": a fact about the paper."""
_VALIDITY = re.compile(
    r"\b(?:medborgar)?löft(?:et|ena)\b[^.]{0,30}\b(?:gäller|gällde|löper|förlängs|kan förlängas"
    r"|upphör)\b",
    re.IGNORECASE,
)
_NAMES_GIVERS = re.compile(
    rf"\b{NOUN}|\blova\w*\b|\b(?:enats"
    r"|kommit överens|åtagit)\b|\bparter(?:na)?\b[^.]{0,40}\bär\b",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\b(?:även|också|dessutom)\b[^.]{2,90}\b(?:med(?: och lovar)?|deltar|medverkar|lovar)\W*\Z"
    r"|\bdeltar (?:även|också|dessutom)\b",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"\b(?:dialog\w*|medborgardialog\w*|enkät\w*|tagits fram|togs fram|framtagna|framtagen"
    r"|lett fram|mynnat ut|har valts|underlag|synpunkter|förslag|undersökning\w*)\b",
    re.IGNORECASE,
)
_MISSING = (
    r"(?:inte|inget|inga|ingen|ännu|än|ej|saknas|kvar att|senare|under arbete|på gång|arbetas fram|tas fram"
    r"|presenteras|funderar|diskuterar|utreds|återkommer|väntar)"
)
_AWAITED = re.compile(
    rf"\b(?:{STEMS}|lova|utlova)\w*\b(?! (?:att|vi))[^.]{{0,60}}\b{_MISSING}\b"
    rf"|\b{_MISSING}\b[^.]{{0,60}}\b(?:{NOUN}|lovat|lova)\b(?! att)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:tas|tagits|arbetas) fram\b|\bsaknas\b|\b(?:inte|ej) (?:klart?|beslutat|bestämt|enats|gett|givits"
    r"|framtag\w+)\b|\bunder arbete\b|\b(?:inget|inga) (?:\w*löften?|åtagande\w*|ännu|än)\b"
    r"|\bkommer (?:senare|under|i)\b|\bännu\b|\bpresenteras (?:senare|under|i)\b|\b(?:återkommer|utreds)\b",
    re.IGNORECASE,
)
_ABOUT_PROMISING = re.compile(
    r"\b(?:vad|det|som|än) (?:vi|polisen|kommunen|polis och kommun|polisen och kommunen"
    r"|parterna) (?:har )?lova\w*|\b(?:allt|det|punkterna) (?:som står )?(?:här )?nedan\b"
    r"|\bvad (?:du|ni|man|\w*borna|invånarna) (?:kan|ska kunna|får) (?:räkna med"
    r"|lita på|förvänta)",
    re.IGNORECASE,
)
_PROMISES_WHOM = re.compile(
    rf"{PROMISE.pattern}(?:(?! att )[^.:]){{0,60}}(?: att)? ?:\Z", re.IGNORECASE
)
""" "Vi lovar byborna:": after the verb only to whom, no content."""
_PROMISES_SO_MANY = re.compile(
    rf"{PROMISE.pattern} (?:\w+ ){{0,2}}(?:saker|löften|punkter|områden"
    rf"|insatser)\b(?! (?:med|för att|som|att))",
    re.IGNORECASE,
)
""" "Polisen lovade tre saker": which ones follows."""
_COUNTS_THEM = re.compile(
    rf"{PROMISE.pattern} (?:\w+ ){{0,2}}(?:saker|löften|punkter)(?: \w+)?\s*[.:]?\Z", re.IGNORECASE
)
_WHOM = frozenset("av från hos oss dig er och att samt".split())
_ANNOUNCES = re.compile(
    r"\b\w*(?:löft(?:en|ena|et|e)|åtagande(?:t|n|na)?|utfästelse(?:r|rna)?)\b(?![^.:]*\b(?:ska|skall|syftar"
    r"|bygger|handlar|tas|togs)\b)[^.:]{0,60}:\Z",
    re.IGNORECASE,
)
""" "Så här lyder löftena:", "Vi har skrivit under fyra löften:"."""
_PASSIVE_WISH = re.compile(r"\b(?:ska|skall|kommer att) (?:\w+ ){0,4}?\w{3,}as\b", re.IGNORECASE)
_WISHED = re.compile(r"\b(?:ska|skall)\b", re.IGNORECASE)


def promises(sentence: str) -> bool:
    """The sentence gives a promise, content and all: "Polisen lovar att besöka …"."""
    if _ABOUT_PROMISING.search(sentence) or _PROMISES_SO_MANY.search(sentence):
        return False
    if PROMISE.search(sentence):
        return not only_introduces(sentence)
    if not WILL.search(sentence) or is_general(sentence) or plans_follow_up(sentence):
        return False
    if (verb := main_verb(sentence)) and not WILL.match(f"{verb} att"):
        return False
    subject = subject_of(sentence)
    return bool(subject.parties or subject.is_we) and not only_introduces(sentence)


def promises_impersonally(sentence: str) -> bool:
    """ "Minst två insatser ska genomföras": a promise where an area holds no other."""
    return _PASSIVE_WISH.search(sentence) is not None and not (
        is_general(sentence) or plans_follow_up(sentence)
    )


def promises_loosely(sentence: str) -> bool:
    """Under a promise's own heading a wished state is a promise too."""
    return promises(sentence) or (bool(_WISHED.search(sentence)) and not is_general(sentence))


def is_infinitive(text: str) -> bool:
    words = key(text).split()
    if words[:1] == ["att"]:
        words = words[1:]
    return bool(words) and words[0] in INFINITIVES


def only_introduces(text: str) -> bool:
    """ "Polisen lovar att:" — a list follows, and the sentence itself says nothing."""
    last = sentences(text)[-1] if text else ""
    if last.isupper():
        last = last.capitalize()
    if _ABOUT_PROMISING.search(last):
        return False
    if BY_DOING.search(last):
        return False
    ends_open = PROMISE.search(last) is not None and re.search(r"\batt ?:?\Z", last) is not None
    return (
        ends_open
        or INTRODUCES.search(last) is not None
        or _PROMISES_WHOM.search(last) is not None
        or _ANNOUNCES.search(last) is not None
        or _COUNTS_THEM.search(last) is not None
        or _names_only_givers(last)
    )


def _names_only_givers(sentence: str) -> bool:
    """ "Du kan förvänta dig av polisen": after the verb only who, no content."""
    found = PROMISE.search(sentence)
    if found is None or (not sentence[found.end() :].strip(" :.") and "lova" in found.group()):
        return False
    rest = [word for word in key(sentence[found.end() :]).split() if word not in _WHOM]
    return all(party_of(word) is not None for word in rest)


def leads_to_list(text: str) -> bool:
    return text.rstrip().endswith(":") or BY_DOING.search(text) is not None or only_introduces(text)


def split_list_lead(text: str) -> tuple[str, bool]:
    """The promise before "genom att:", and whether acts are to follow.

    "… lovar att öka närvaron genom att:" → the promise; "… i kommunen. Detta gör vi genom att:" too.
    """
    parts = sentences(text)
    if len(parts) > 1 and leads_to_list(parts[-1]) and not PROMISE.search(parts[-1]):
        return text[: text.rindex(parts[-1])].strip(), True
    if found := BY_DOING.search(text):
        return text[: found.start()].strip().rstrip(",:") or text, True
    return text, False


def promises_by_acts(text: str) -> bool:
    """ "Vi lovar att öka tryggheten i centrum genom att:" on a line of its own is no heading."""
    statement, acts_follow = split_list_lead(text)
    return acts_follow and PROMISE.search(statement) is not None and promises(statement)


def is_prose(text: str) -> bool:
    """A sentence that tells something; what is signed and where to click is none."""
    return (
        len(text.split()) >= LEAST_PROSE
        and text.rstrip('”")').endswith((".", "!", "?", "…", ":"))
        and not SIGNED.search(text)
    )


def is_general(sentence: str) -> bool:
    """It speaks of promises as such, or of how they came about."""
    return speaks_of_promises(sentence) or _ASKED.search(sentence) is not None


def speaks_of_promises(sentence: str) -> bool:
    return _GENERAL.search(sentence) is not None


def is_record(sentence: str) -> bool:
    return _RECORD.search(sentence) is not None


def names_givers(sentence: str) -> bool:
    """ "Löftena ges av kommunen och polisen": it tells who "vi" is."""
    named = parties_in(sentence)
    return ("police" in named or "municipality" in named) and _NAMES_GIVERS.search(
        sentence
    ) is not None


def joins(sentence: str) -> bool:
    """ "Här är även hyresvärdarna med": more parties give what follows."""
    return _JOINS.search(sentence) is not None and bool(parties_in(sentence))


def tells_origin(text: str) -> bool:
    return _ORIGIN.search(text) is not None


def is_awaited(text: str) -> bool:
    """What stands after "Löfte:" where there is none yet."""
    return _NOT_YET.search(text) is not None and not PROMISE.search(text)


def awaits_promise(sentence: str) -> bool:
    """ "Löften inom området tas fram under hösten": an area without a promise yet."""
    return _AWAITED.search(sentence) is not None


def tells_validity(sentence: str) -> bool:
    """ "Löftet gäller till den 1 juni": about the period, no background."""
    return _VALIDITY.search(sentence) is not None
