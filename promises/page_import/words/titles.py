"""Titles and functions of people behind the promises, and what else stands in contact boxes."""

import re

TITLE = re.compile(
    r"(?:[\wåäöÅÄÖ-]*(?:chef(?:en)?|samordnare|direktör|ordförande|polisen|polis|strateg"
    r"|handläggare|sekreterare|utvecklare|ledare|konsulent|rådgivare|assistent|kommissarie"
    r"|polismästare|inspektör|"
    r"ansvarig|råd|kurator|rektor|verksamhetschef|koordinator|kommunikatör|kommunalråd"
    r"|oppositionsråd|borgmästare|föreståndare|intendent|expert|vd|ekonom|jurist|landshövding"
    r"|befäl|controller|planerare|utredare|vägledare|förebyggare|coach|värd|lots|pedagog|arkitekt"
    r"|ingenjör|administratör|registrator|förvaltare|tekniker|talesperson|kontaktperson|sakkunnig"
    r"|projektör|förvaltningschef|vaktmästare|områdesarbetare|fältarbetare|psykolog|präst"
    r"|kyrkoherde))\b",
    re.IGNORECASE,
)
"""The noun a title ends with: kommunpolis, lokalpolisområdeschef, kommunstyrelsens ordförande."""

FUNCTION = re.compile(
    r"\b(?:växel\w*|kontaktcenter|kontaktcentrum|kundtjänst|kundcenter|kundservice"
    r"|medborgarservice|medborgarkontor\w*|servicecenter|reception\w*|polisstation\w*"
    r"|poliskontor\w*|fritidsgård\w*|socialjour\w*|felanmälan|tipstelefon|tips|jour\w*|polisen"
    r"|kommunen|staden|kommunpolis\w*|områdespolis\w*|trygghets\w+|säkerhets\w+|socialtjänst\w*"
    r"|fältgrupp\w*|fältarbetar\w*|räddningstjänst\w*|bibliotek\w*|trafikenhet\w*"
    r"|[\wåäö]*enhet(?:en)?|[\wåäö]*kansli(?:et)?|brottsförebyggande\w*|[\wåäö]*(?:linje|jour"
    r"|disk|desk|kontor|center|centrum|service|telefon|anmälan|reception|växel|expedition"
    r"|brevlåda)(?:n|en|et|ens)?)\b",
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
    r"\b(?:underteckna[dt]\w*|undertecknat?s?|undertecknas|undertecknar|skrev(?:s)? (?:under|på)"
    r"|skriv(?:s|it|its) (?:under|på)|skriver (?:under|på)|undertecknar|signera\w*|underskrivet"
    r"|skrevs under|skrivit under|har skrivit på|ta(?:r|git|s)? i hand|tog i hand|skaka[rt]? hand"
    r"|skakade hand|underskrift\w*|namnteckning\w*|satte sitt namn|satt sina namn|sina namn under"
    r"|pennan gick|handslaget togs)\b",
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
