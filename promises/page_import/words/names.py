"""Where a page names its own parties, and what there is no name of one."""

import re

_NAME = r"[A-ZÅÄÖ][\wåäöÅÄÖé-]*(?: [A-ZÅÄÖ][\wåäöÅÄÖé-]*){0,2}"

KIND_AND_NAME = re.compile(
    rf"\b(?P<kind>[A-ZÅÄÖa-zåäö][a-zåäö]{{3,}}(?:en|et|an)) (?P<name>{_NAME})"
)

WHO_PROMISES = re.compile(
    r"(?P<who>(?!(?:Vi|Det|Detta|Här|Därför|Dessutom|Tillsammans|Gemensamt|Nu|Om|När|Alla|Båda"
    r"|Parterna|Att|Den|De|Vad|I|På|Under|För|Som|Så|Också|Även)\b)[A-ZÅÄÖ][^.:;!?]{2,140}?)"
    r"(?: (?:gemensamt|tillsammans))? (?:lovar|lovade|utlovar|utlovade|åtar sig|åtog sig|förbinder sig"
    r"|ger|gav|har gett)\b"
)
WHO_STANDS_BEHIND = re.compile(
    r"(?:(?:vi|de) som lovar är|parter(?:na)?:|bakom .{0,40}?\bstår"
    r"|parter(?:na)?(?: i .{0,30}?)? är|avsändare är|(?:här|nu) är även"
    r"|.{0,80}?\blöft\w*.{0,60}?\b(?:mellan|från|av|tillsammans med))\s+(?P<who>[^.:;!?]{3,160}?)"
    r"(?= (?:med och lovar|är med)|[.:;!?]|\Z)",
    re.IGNORECASE,
)
PARTIES_LISTED = re.compile(
    r"(?:parter(?:na)?(?: i .{0,40}?)?|avsändare|löftesgivare|(?:vi|de) som lovar"
    r"|ansvariga? för löft\w+)(?: är)?\s*(?::| är)\s*"
    r"(?P<who>.{3,160})",
    re.IGNORECASE,
)
""" "Parter: kommunen, polisen och Ekbo"."""
LAST_PARENTHESIS = re.compile(r"\(([^()]{2,80})\)[.\s]*\Z")

MAY_BE_PARTY = re.compile(
    rf"(?:{_NAME}(?: (?:i|på|för) {_NAME})?|[A-ZÅÄÖ]?[a-zåäö]{{3,}}(?:arna|erna|orna|nas|en|et|an)"
    rf"(?: (?:i|på|för) {_NAME})?|{_NAME} [a-zåäö]{{5,}}|[a-zåäö]{{4,}} {_NAME})\Z"
)
"""A name, a known group ("odlarna"), a club of a place ("Vikby bollsällskap")."""

NO_PARTY = re.compile(
    r"\d|%|\b(?:m\.?fl|bl\.?a|t\.?ex|exempelvis|vid behov|se|sms|app|löpande|hela|alla|cirka|våren"
    r"|hösten|sommaren|vintern|perioden|kvällen|veckan|månaden|dagen|året|januari|februari|mars|april"
    r"|maj|juni|juli|augusti|september|oktober|november|december|måndag\w*|tisdag\w*|onsdag\w*"
    r"|torsdag\w*|fredag\w*|lördag\w*|söndag\w*|invånar\w*|medborgar\w*|boende|dig|er|löft\w*"
    r"|centrum|torget|området|kommundelen|statistiken|enkäten|undersökningen|överenskommelsen)\b"
    r"|^(?:Hela|Alla|CAN|Brå|SCB|SMADIT|SSPF|VBE|ANDTS?|BRÅ|Covid\S*)\Z",
    re.IGNORECASE,
)

PROPER = re.compile(
    r"[A-ZÅÄÖ]{2,}(?: [A-ZÅÄÖ][\wåäö-]+)*\Z|[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)+\Z"
)
MUNICIPALITIES = re.compile(r"\bkommuner\b", re.IGNORECASE)

JOIN_HANDS = re.compile(
    r"\b(?:gått (?:ihop|samman)|går (?:ihop|samman)|slutit sig samman|gjort gemensam sak"
    r"|tagit varandra i hand|ta(?:r|git) i hand|skakat hand|enats|enas|kommit överens|är överens"
    r"|åtagit sig|förbundit sig|hjälps åt|hjälpas åt|slagit sig ihop|bestämt sig"
    r"|står (?:gemensamt |tillsammans )?bakom|stod (?:gemensamt |tillsammans )?bakom"
    r"|ansvarar (?:gemensamt|tillsammans))\b",
    re.IGNORECASE,
)
""" "Kommunen, polisen och ägarna har gått ihop": they are who promise what follows."""
