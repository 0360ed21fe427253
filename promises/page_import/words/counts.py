"""What stands around a number that counts acts, and around one that does not."""

import re

from promises.page_import.words.numbers import MONTHS, NUMBER_WORDS, ROUND

_WORDS = "|".join(sorted((*NUMBER_WORDS, *ROUND), key=len, reverse=True))
NUMBER = re.compile(
    r"(?<![\w.,/§-])(?P<digits>\d{1,3}(?: \d{3})+(?!\d)|\d+(?:,\d+)?)(?![\w]|[./:,]\d)"
    rf"|\b(?P<word>{_WORDS})\b",
    re.IGNORECASE,
)
BEFORE_NOT = re.compile(
    r"\b(?:årskurs(?:erna)?|åk|klass(?:erna)?|kl|klockan|vecka|veckorna|v|år|åren|lv|rv|riksväg"
    r"|länsväg|väg|nr|nummer|punkt|paragraf|box|tel|telefon|sida|"
    r"fokusområde|område|löfte|åldern?|åldrarna|under|sedan|för|i|från|till|mellan|av de|en av"
    r"|ett av|steg|fas|etapp|nivå|kategori|zon|linje|alternativ|bilaga|kvartal|tertial)\.? \Z",
    re.IGNORECASE,
)
ALWAYS_NOT = re.compile(
    r"\w(?:gatan|vägen|stigen|gränd|gränden) \Z|\b(?:årskurs(?:erna)?|åk|klass(?:erna)?|kl"
    r"|klockan|vecka|veckorna|v|lv|rv|riksväg|länsväg|väg|nr|nummer|punkt|paragraf|box|tel"
    r"|telefon|sida|fokusområde|löfte|åldern?|åldrarna|av de|en av|ett av|steg|fas|etapp|nivå"
    r"|kategori|zon|linje|alternativ|bilaga|kvartal|tertial|ring|larma|gatan|vägen|covid|e|agenda"
    r"|hos de|inom|spår|perrong|plattform|kaj|port|bana)[. -]+\Z",
    re.IGNORECASE,
)
AFTER_NOT = re.compile(
    r"\s*(?:%|procent|‰|promille|(?:arbets|vardags)?dag(?:ar)?\b(?! (?:per|i|varje))|dygn"
    r"|veckor\b|år\b|-?åring|års\b|månad|timm|minut|min\b|sekund|km\b|kilometer|meter|m\b|m2|m²"
    r"|kr\b|kronor|tkr|mnkr|miljon|miljard|§|grad|"
    rf"(?:{'|'.join(MONTHS)})\b|till [\wåäö]+ år\b|och \w+ år\b)",
    re.IGNORECASE,
)
KNOWN = re.compile(
    r"\b(?:alla|samtliga|båda|dessa|de här|våra|era|sina|deras|(?<!av )de|\w{3,}(?:ens|ets|nas)) \Z",
    re.IGNORECASE,
)
""" "Alla tre kommunerna", "de två torgen": which ones is known, so it counts no acts."""
IN_EACH = re.compile(
    r"(?: \w+){0,2} (?:åt gången|i taget|i varje patrull|per patrull)\b", re.IGNORECASE
)
""" "Två personer åt gången": how many take part."""
FROM = re.compile(r"\bfrån \Z", re.IGNORECASE)
TO_NUMBER = re.compile(r"[^.]{0,30}? till (?:högst |minst |cirka )?\d", re.IGNORECASE)
""" "Från 50 till 30": levels, not acts."""
OF_KNOWN = re.compile(r" av (?:de|våra|\w{3,}(?:ens|ets|nas)|sina|deras)\b", re.IGNORECASE)
""" "I åtta av kommunens byar"."""
RANGE_TAIL = re.compile(r"\s*(?:[–—-]|till|eller|och)\s*(?:\d+|[a-zåäö]+)", re.IGNORECASE)
AGE_RANGE = re.compile(
    rf"\s*(?:[–—-]|till)\s*(?:\d+|{_WORDS})\s*(?:år|-?åring|procent|%|min|tim|km|månad)",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\s*(?:[–—-]|till|och)\s*\d{1,2}(?:[.:]\d\d)?\b")
AGES = re.compile(r"\s*(?:[–—-]|till|och)\s*\d+\s*(?:år|-?åring)", re.IGNORECASE)
CLOCK_TIME = re.compile(r"[.:]\d\d\b")
ARTICLE_COUNTS = re.compile(
    r"\s*gång(?:en)?\b|(?: [\wåäö-]+){1,4} (?:per|i (?:veckan|månaden|kvartalet|halvåret"
    r"|terminen)|om (?:året|dagen|veckan|månaden)|vardera)\b",
    re.IGNORECASE,
)
AFTER_PREPOSITION = re.compile(r"\b(?:i|på|med|till|vid|för|av|inom|om|under) \Z", re.IGNORECASE)
ARTICLE_LED = re.compile(
    r"(?:minst|åtminstone|endast|bara|enbart|max|högst|totalt|sammanlagt) \Z", re.IGNORECASE
)
ONLY_ONE = re.compile(r" (?:enda|enstaka)\b", re.IGNORECASE)
ENUMERATED = re.compile(
    r"\b(?:årskurs(?:erna)?|åk|klass(?:erna)?|vecka|veckorna|kl|klockan|åldern|åldrarna)\.? "
    r"(?:\d+(?:[.:]\d\d)?\s*(?:,|och|eller|till|samt|[–-])\s*)+\Z",
    re.IGNORECASE,
)
""" "I årskurs 4, 6 och 8"."""
AUDIENCE = re.compile(
    r"\s+(?:\w+ )?(?:ungdomar|personer|elever|besökare|deltagare|invånare|boende|barn"
    r"|föräldrar|vuxna|medborgare)\b",
    re.IGNORECASE,
)
AUDIENCE_ONLY = re.compile(r"\s+(?:\w+ )?(?:besökare|deltagare)\b", re.IGNORECASE)
AFTER_BY = re.compile(
    r"\b(?:av|lockade|samlade|med|för|nådde)(?: (?:över|cirka|ca|drygt|nästan))? \Z", re.IGNORECASE
)
""" "Besöktes av 240 ungdomar": how many came, not how many acts."""
NOUN = re.compile(
    r"(?:\s+(?:till|styck(?:en)?|st\.?|olika|nya|gemensamma|riktade|planerade|extra|större"
    r"|mindre|fler|[\wåäö-]+(?:a|e|da|na|ra|ska|liga|iga"
    r"|ande))){0,4}?\s+(?P<noun>[a-zåäöA-ZÅÄÖ-]{3,})"
)
ARTICLE_AND_NOUN = re.compile(r"\b(?:en|ett) (?P<noun>[a-zåäö-]{4,})", re.IGNORECASE)
SHARE_OF = re.compile(
    r"\s*av (?:de |dem |totalt |sammanlagt )?(?P<whole>\d+|[a-zåäö]+)\b", re.IGNORECASE
)
SHOULD_AND_DID = re.compile(
    rf"\b(?:skulle|lovade|lovat|planerade)\b[^.\d]{{0,60}}?\b(?P<promised>\d+"
    rf"|{_WORDS})\b[^.\d]{{0,60}}?"
    r"(?: [–—-] |, |; | men | och )(?:det )?(?:blev|gjorde|gjort|gjordes|utfall\w*|ordnade"
    r"|ordnades|besökte"
    rf"|genomförde|genomfördes|hade|höll|hölls|hann)\b[^.\d]{{0,20}}?\b(?P<done>\d+|{_WORDS})\b",
    re.IGNORECASE,
)
""" "Polisen skulle göra 20 kontroller – gjorde 25"."""
PROMISED_NUMBER = re.compile(
    r"\b(?:(?:mot|av|jämfört med|att jämföra med|i stället för|istället för|än)(?: de"
    r"| våra)? (?:utlovade|lovade|planerade|tänkta|beräknade)|(?:löftet|målet|mål|planen"
    r"|lovat)(?: var| är)?:?) (?:minst )?"
    rf"(?P<number>\d+|{_WORDS})\b",
    re.IGNORECASE,
)

OF_PROMISED = re.compile(
    rf"\bav (?:de )?(?P<promised>\d+|{_WORDS}) (?:utlovade|lovade|planerade|tänkta|beräknade)\b"
    rf"[^.]{{3,60}}?\b(?P<done>\d+|{_WORDS})\b",
    re.IGNORECASE,
)
""" "Av tolv utlovade vandringar har sju genomförts"."""
OFF_BY = re.compile(
    rf"\b(?P<number>\d+|{_WORDS}) (?P<way>färre|fler|mindre|mer) än (?:vi )?(?:tänkt|planera\w*"
    rf"|lova\w*|utlova\w*)",
    re.IGNORECASE,
)
""" "Elva kvällspass, fem färre än tänkt"."""
NO_TIME = re.compile(r"\b(?:ingen|inte en(?: enda)?|noll) gång(?:er)?\b", re.IGNORECASE)
BECAME = re.compile(
    rf"\b(?P<promised>\d+|{_WORDS}) [^.;,\d]{{3,40}}? blev (?:bara |endast |det )?(?P<done>\d+|{_WORDS})"
    r"(?! (?:procent|gånger|år|dagar|timmar|grader)\b)\b",
    re.IGNORECASE,
)
""" "Polisens fyra grillkvällar blev tre"."""
