"""How a text says what shall be reached, and what was before."""

import re

GOAL_NOUN = re.compile(
    r"\b(?:\w*mål(?:et|en|sättning\w*|bild\w*)?|målvärde\w*|indikator\w*|ambition\w*|siktet"
    r"|vill (?:vi )?(?:se|nå|uppnå))\b",
    re.IGNORECASE,
)
WISH = re.compile(
    r"\b(?:ska|skall|skulle|vill|önska\w*|sikta\w*|\w*mål(?:et|en)?|måste|senast)\b", re.IGNORECASE
)
GOAL = re.compile(
    r"\b(?:\w*mål(?:et|en|sättning\w*|värde\w*|bild\w*)?|ska|skall|skulle (?:bli|minska|öka"
    r"|sjunka|stiga|halveras|vara)|uppnå|sikta\w*|andel\w*|vill|indikator\w*|ambition\w*)\b",
    re.IGNORECASE,
)
CHANGES = re.compile(
    r"\b(?:minska|öka|sänka|höja|reducera|minskas|ökas|sänkas|höjas|sjunka|stiga|gå (?:ne[dr]+"
    r"|upp)|ha (?:minskat|ökat|sjunkit|stigit|gått ne[dr]+))\b[^.]{0,80} med(?: minst| cirka"
    r"| upp till)? (?:\d|en |fem|tio|femton|tjugo|trettio|fyrtio|femtio)|(?:\d|\bfem|\btio"
    r"|\bfemton|\btjugo|\btrettio|\bfemtio)\s*(?:%|procent) (?:färre|fler|lägre|högre|mindre"
    r"|mer)\b",
    re.IGNORECASE,
)
""" "Lovar att minska bränderna med 20 procent"."""
FACT = re.compile(
    r"\b(?:uppgav|uppger|svarade|visade|visar|anmäldes|ökade|minskade|hade|var|upplevde|upplever"
    r"|kände|känner sig|låg|uppgick|skedde|inträffade|brann|enligt|uppgett|har|gjordes|sa|i dag"
    r"|idag|nuläge\w*|utgångsläge\w*|basvärde\w*|baslinje\w*|nollmätning\w*)\b",
    re.IGNORECASE,
)
FROM_TO = re.compile(
    r"\bfrån \d+(?:,\d+)?(?: ?%| procent)?[^.]{0,40}? till (?:högst|minst|under"
    r"|över) \d+(?:,\d+)?(?: ?%| procent)",
    re.IGNORECASE,
)
""" "Uppfyllt om andelen sjunker från 41 procent till högst 30 procent"."""
STARTS_FROM = re.compile(
    r"\b(?:utgångspunkt|utgångsläge|jämförelseår|basår|nollmätning"
    r"|startvärde)\w*[^.]{0,40}?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrån(?: (?:dagens|cirka|ca|drygt|nästan|nära))?(?: år)? \Z", re.IGNORECASE)
TO = re.compile(r"\b(?:till|ned till|upp till|ner till)\b", re.IGNORECASE)
BY = re.compile(
    r"\bmed(?: (?:minst|cirka|ca|åtminstone|upp till|drygt|omkring))? \Z", re.IGNORECASE
)
CHANGED_BY = re.compile(r"\bmed\b[^.]{0,20}?\d+(?:,\d+)? ?(?:%|procent)", re.IGNORECASE)
BASELINE_BEFORE = re.compile(
    r"\b(?:(?:utgångs(?:läge|värde|punkt)|basvärde|nuläge|nollmätning|baslinje|startvärde)\w*"
    r"|i dag|idag)[^.\d,;]{0,30}(?:(?:19|20)\d\d)?[:,]? ?\Z|\b(?:då|när|som) (?:det |de )?(?:var"
    r"|anmäldes|uppgick till|låg på|gjordes|hade)\b[^.\d,;]{0,20}\Z|\b(?:jämfört med|mot|gentemot"
    r"|än) (?:de |dagens |cirka )?\Z|\bsom de(?: cirka)? \Z|\bvar(?: det)? \Z|\b(?:då|när) \Z",
    re.IGNORECASE,
)
FIGURE_BESIDE = re.compile(
    r"[^\d]{0,25}(?:år )?(?:19|20)\d\d\b[^\d]{0,20}\d+(?:,\d+)?[^\d]{0,20}"
    r"|[^\d]{0,20}\d+(?:,\d+)?[^\d]{0,25}(?:19|20)\d\d\W*"
    r"|\s*(?:då|var|det|cirka|ca|totalt|\s)*\d+(?:,\d+)?\s*(?:%|procent)?(?:\s+[a-zåäö]+){0,3}\s*"
)
""" "(2023: 61 %)", "(61 %)", "(84 anmälda)": a parenthesis after a goal tells what was."""
YEAR_IN_PARENTHESES = re.compile(r"\((?:år )?((?:19|20)\d\d)\)")
WILL_CHANGE = re.compile(
    r"\W*(?:att )?(?:minska|öka|höja|sänka|halvera|fördubbla|få (?:ner|ned|upp)|nå|pressa)\b",
    re.IGNORECASE,
)
""" "Minska med 20 procent jämfört med 2023, då …": the wish comes first, whatever fact follows."""
LEVEL = re.compile(
    r"\b(?:minst|högst|under|över|max\w*|som mest|uppgå till|nå|till|vara|är|blir?|färre än"
    r"|fler än|mer än|mindre än|lägre än|högre än|understiga|överstiga|kosta|ligga på"
    r"|:)(?: (?:upp till|om|än|minst|högst|vara|cirka|ca))* \Z|:\s*\Z",
    re.IGNORECASE,
)
THAT = re.compile(r"\b(?:att|är|målet:?|mål:?)(?: (?:alla|minst|högst))? \Z|\A\W*\Z", re.IGNORECASE)
WILL_HAVE = re.compile(r"\s*(?:minst|högst|mer än|fler än|färre än)\b", re.IGNORECASE)
""" "Minst 200 förare har fått blåsa när våren kommer": told as if it were so already."""
LASTS = re.compile(r"\b\w*tid(?:en|er|erna)?\b", re.IGNORECASE)
COUNTED = re.compile(r"\b[Aa]ntal(?:et)? (?:anmälda |polisanmälda |inkomna )?(?P<unit>[a-zåäö]+)")
COMPARED = re.compile(
    r"\b(?:jämfört med|jämfört mot|i jämförelse med|från|basår\w*|utifrån|än|gentemot|mot|sedan"
    r"|i förhållande till)(?: \w+){0,3}? (?P<year>(?:19|20)\d\d)\b(?! till)"
    r"|\b(?P<level>(?:19|20)\d\d) års (?:nivå|siffror|antal|resultat|värde|mätning)",
    re.IGNORECASE,
)
DEADLINE = re.compile(
    r"\b(?:fram till|till|senast|före|innan|till och med|vid|under|inom|i)(?: (?:utgången|slutet"
    r"|utgången av|slutet av|och med|år))*(?: av)?(?: år)? (?P<year>20\d\d)\b",
    re.IGNORECASE,
)
