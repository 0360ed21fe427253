"""Titles and functions of people behind the promises, and what else stands in contact boxes."""

import re

TITLE = re.compile(
    r"(?:[\wåäöÅÄÖ-]*(?:chef(?:en)?|samordnare|direktör|ordförande|polisen|polis|strateg"
    r"|handläggare|sekreterare|utvecklare|ledare|konsulent|rådgivare|assistent|kommissarie"
    r"|polismästare|inspektör|"
    r"ansvarig|råd|kurator|rektor|verksamhetschef|koordinator|kommunikatör|kommunalråd"
    r"|oppositionsråd|borgmästare|föreståndare|intendent|expert|vd|ekonom|jurist|landshövding"
    r"|befäl|controller))\b",
    re.IGNORECASE,
)
"""The noun a title ends with: kommunpolis, lokalpolisområdeschef, kommunstyrelsens ordförande."""

FUNCTION = re.compile(
    r"\b(?:växel\w*|kontaktcenter|kontaktcentrum|kundtjänst|kundcenter|kundservice"
    r"|medborgarservice|medborgarkontor\w*|servicecenter|reception\w*|polisstation\w*"
    r"|poliskontor\w*|fritidsgård\w*|socialjour\w*|felanmälan|"
    r"tipstelefon|tips|jour\w*|polisen|kommunen|staden|kommunpolis\w*|områdespolis\w*|trygghets\w+"
    r"|säkerhets\w+|socialtjänst\w*|fältgrupp\w*|fältarbetar\w*|räddningstjänst\w*|bibliotek\w*"
    r"|trafikenhet\w*|enhet\w*|kansli\w*|brottsförebyggande\w*)\b",
    re.IGNORECASE,
)
LABELS = re.compile(
    r"(?:tel(?:efon)?(?:nummer|nr)?|tfn|mobil(?:telefon)?|e-?post(?:adress)?|mejl|mail|e-?mail"
    r"|direkt(?:nummer)?|växel|fax|ring|namn|titel|befattning|funktion|kontaktperson(?:er)?"
    r"|kontakt|adress|besöksadress|postadress|webb(?:plats)?)\s*(?:\([^)]*\))?\s*(?:[:.]|(?=\d"
    r"|\+)|\Z)\s*",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"\b(?:undertecknat?s?|undertecknade\w*|undertecknas|undertecknar|skrev(?:s)? (?:under|på)"
    r"|skriv(?:s|it|its) (?:under|på)|skriver (?:under|på)|undertecknar|signera\w*|underskrivet|skrevs under|"
    r"skrivit under|har skrivit på|tar i hand|skakar hand)\b",
    re.IGNORECASE,
)
PICTURE = re.compile(r"\b(?:på bilden|från vänster|fr\.? ?v\.?|från höger)\b", re.IGNORECASE)
PICTURE_LABEL = re.compile(r"(?:bild|foto|bildtext|på bilden)\b", re.IGNORECASE)
PLACE_AND_DATE = re.compile(
    r"[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: (?:i )?[A-ZÅÄÖ][\wåäöÅÄÖ-]+){0,2},? "
    r"(?:den )?\d{1,2} (?:januari|februari|mars|april|maj|juni|juli"
    r"|augusti|september|oktober|november|december)(?: \d{4})?\.?\Z"
    r"|[A-ZÅÄÖ][\wåäöÅÄÖ -]{1,30},? \d{4}-\d\d-\d\d\.?\Z"
)
STREET = re.compile(
    r"(?:box \d+|[A-ZÅÄÖ][\wåäöÅÄÖ. -]*(?:gatan|vägen|torget|gränd|backen|stigen|plan|allén"
    r"|esplanaden|väg|gata|torg) \d+\s?[A-Za-z]?)\Z",
    re.IGNORECASE,
)
POSTAL = re.compile(r"(?P<code>\d{3} ?\d{2}) (?P<town>[A-ZÅÄÖ][\wåäöÅÄÖ -]{1,30})\Z")
