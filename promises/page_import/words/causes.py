"""Why something was not done: how a cause is announced, and what the causes are."""

import re

Table = tuple[tuple[str, re.Pattern[str]], ...]

CAUSE = re.compile(
    r"\b(?:eftersom|därför att|på grund av|pga|p\.g\.a\.|till följd av|till förmån för|ber(?:or"
    r"|odde|ott)(?: (?:främst|bland annat|delvis|mest|helt))? på|orsak\w*|anledning\w*|\w*skäl\b"
    r"|\w*skälet|förklaring\w*|med anledning av|tack vare|i väntan på|när|sedan|efter att|för att"
    r"|innan|medan|i ?stället)\b|[,;–-] (?:för|då|ty|utan)\b|(?<=\w) då (?!att\b|och\b)"
    r"|(?:(?<=ts)|(?<=es)|(?<=gs)|(?<=at)|(?<=bort)|(?<=upp)|(?<=ned)|(?<=ner)|(?<=fram)"
    r"|(?<=in)) av (?=\w)",
    re.IGNORECASE,
)
"""What follows tells why."""

ONLY_CAUSE = re.compile(
    r"\b(?:eftersom|därför att|på grund av|pga|till följd av|ber(?:or|odde|ott) på|med anledning av"
    r"|i brist på)\b|[,;–-] (?:för|då|ty) (?=\w+ \w+)",
    re.IGNORECASE,
)
CAUSED = re.compile(
    r"\bdärför\b(?! att)|, så (?!att)|\bvilket (?:gjorde|ledde|innebar|medförde)\b|\bgjorde att\b"
    r"|\bsatte (?:p|st)opp?\b|\bsatte käppar\b|\bhindrade\b|\bomöjliggjorde\b|\btvingade\b"
    r"|\btog (?:hela|all)\b",
    re.IGNORECASE,
)
"""What stands before it tells why: "Två saknades, så kontrollerna blev färre"."""

_DATA = (
    r"\w*(?:statistik|resultat|siffr|mätning|undersökning|enkät|rapport|underlag|svar|uppgifter"
    r"|analys|utvärdering|sammanställning|lägesbild|statistikdata)\w*"
)
_LATE = (
    r"\b(?:inte|ej|ännu|först|senare|dröj\w*|saknas|saknades|väntas|försena\w*|inväntar\w*"
    r"|invänta\w*|väntar? på|avvakta\w*|väntan på|kommer i)\b"
)
_HOLDERS = r"\b(?:Brå|BRÅ|SCB|CAN|Folkhälsomyndigheten)\b"
_PERMIT = (
    r"\w*(?:tillstånd|bygglov|godkännande|besked|medgivande|samtycke|avtal|leverans|upphandling)\w*"
)
_OUTSIDERS = (
    r"\w*(?:entreprenör|leverantör|föreläsar|samarbetspart|ägar|arrangör|operatör|hyresvärd|bolag"
    r"|trafikverk|region|länsstyrels|handlar|förbund|klubb|förening|myndighet|banken|firman?"
    r"|företag|eriet|hållar|konsult|byrån|butik|krögar|kyrkan|inspektion)\w*"
)
_REFUSES = (
    r"\b(?:inte|aldrig|ingen|inget|nej|sköt|skjutit|sen|sena|sent|dröjde|dröjer|drog (?:sig|ut)"
    r"|avböj\w*|avstod|hoppade av|hoppat av|backade|lade ne[dr]+|ställde in|lämnade? (?:in |åter"
    r"|lokal)\w*|återbud|avslog|nekade|sade upp|sa upp|förhinder|försena\w*|konkurs|överklag\w*"
    r"|avslutade|stoppade|slutade|begränsa\w*|blev sjuk|byggde om|sålde|gick i|avbokade)\b"
)
_STAFF = (
    r"personal\w*|vakan\w*|sjuk\w*|insjukn\w*|bemann\w*|underbemann\w*|tidsbrist\w*|tidsskäl\w*"
    r"|brist på|\w*brist(?:en)?\b|resurs\w*|ekonomi\w*|budget\w*|besparing\w*|nedskärning\w*"
    r"|neddragning\w*|pengar\w*|kostnad\w*|för dyrt?|\bdyra?re\b|anslag\w*|finansier\w*"
    r"|(?:projekt|stats)?medel\b|föräldraledig\w*|tjänstledig\w*|rekryter\w*|obesatt\w*|vakant\w*"
    r"|utlån\w*|\bslutat?\b|\bslutade\b|\bledig\w*|arbetsbelastning\w*|överbelasta\w*"
    r"|utryckning\w*|\bråd (?:med|att|till)\b|inte råd\b|inte (?:\w+ )?(?:orka\w*|räck\w*|hunn\w*"
    r"|hann|hinn\w*)|hann(?:s)? (?:\w+ )?inte|hunnits? med|räckte inte|inte fick ihop"
    r"|fick inte ihop|inte gick att (?:få|hitta|bemanna)|\bfå tag (?:i|på)\b|för få\b"
    r"|för lite (?:tid|folk)|\b(?:inte|inga?|för lite|ont om|brist på|saknades|saknats"
    r"|fattades) (?:\w+ ){0,2}(?:folk|vuxna|ledare|vakter|tid|pengar|personal)\b|\bfattades\b"
    r"|\bsaknades\b|\bsaknats\b|\bfanns (?:det )?(?:inte|inga?|för få)\b[^.]{0,20}\b(?:folk|tid"
    r"|\w*personer|vuxna|utbildade|poliser|patruller|ledare|vakter|tjänst\w*)|inget? folk"
    r"|tjänst\w*[^.]{0,40}\b(?:tom|tomma|stod|saknades|tillsatt\w*)|\btillsättas\b|av tid\b"
    r"|\btid (?:saknades|fattades)\b|gått i pension|bytt jobb"
)
_WEATHER = (
    r"skogsbr[aä]nd\w*|\w*br[aä]nderna\b|\w*branden\b|\bbrand(?:en)?\b|oväd\w*|\w*oväder\w*"
    r"|\bväd(?:er|ret)\w*|\w*snö\w*|\w*storm(?:en|ar|arna|s)?\b|regn\w*|skyfall\w*|torkan?\b"
    r"|översvämning\w*|\b(?:vår|höst)?flod(?:en|erna)?\b|halka\w*|\bisen\b|tjäle\w*|dimma\w*"
    r"|åsk\w*|blåst\w*|orkan\w*|värmebölja\w*|hetta\w*|kyla(?:n)?\b|köld\w*|jordskred\w*"
    r"|\braset?\b|strömavbrott\w*|vattenläcka\w*|toppmöte\w*|statsbesök\w*|\bEM\b|\bVM\b"
    r"|demonstration\w*|upplopp\w*|koran\w*|terror\w*|skjutning\w*|sprängning\w*|explosion\w*"
    r"|\bmord(?:et)?\b|kommender\w*|särskild händelse|krig\w*|\bvalet\b|valrörelse\w*|festival\w*"
    r"|evenemang\w*|sabotage\w*|gasläcka\w*|olyckan\b"
)
_PRIORITIES = (
    r"omprioriter\w*|\bpriorit\w*|annat (?:fick )?priorit|andra (?:uppdrag|prioriteringar"
    r"|händelser|brott|ärenden|uppgifter|insatser|behov|frågor|områden|satsningar)|\b(?:mer"
    r"|viktigare|angelägnare|akuta|allvarligare)(?: \w+)? (?:uppdrag|ärenden|frågor|insatser"
    r"|behov|händelser|brott|uppgifter)|\b(?:gick|gått|kom|kommit) före\b|inte längre\b"
    r"|behovet (?:\w+ ){0,3}(?:försvann|minskade|fanns inte)|ändra\w* (?:inriktning|priorit\w*"
    r"|planer\w*)|ny inriktning|grova? (?:våld|brott)\w*|gängkonflikt\w*|gängkriminal\w*"
    r"|ersatt\w* (?:av|med)|\bvalde (?:i ?stället|bort|att)|valt (?:bort|att)|styrdes om"
    r"|styrts om|omdirigera\w*|omfördela\w*|flyttade\w* fokus|flyttades över|behövdes (?:på|i"
    r"|till|bättre|mer)|annat håll|\bi ?stället(?! för (?:de|det|den|\d|\w+ (?:utlov|planer)))"
    r"|till förmån för|satsa(?:t|de|r)? på|\bhellre\b"
)
_PANDEMIC = (
    r"pandemi\w*|corona\w*|covid\S*|smittspridning\w*|restriktion\w*|smittläge\w*|smittorisk\w*"
)


def _table(*rows: tuple[str, str]) -> Table:
    return tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in rows)


IN_CAUSE = _table(
    ("pandemic", _PANDEMIC),
    ("changed_priorities", r"\b(?:fick|fått|få|måste) gå före\b"),
    ("weather_or_event", _WEATHER),
    ("waiting_for_data", rf"{_DATA}[^.]*{_LATE}|{_LATE}[^.]*{_DATA}|{_HOLDERS}[^.]*{_LATE}"),
    (
        "other_party",
        rf"\b(?:ingen|inga|inget) {_OUTSIDERS}|{_OUTSIDERS}[^.]{{0,70}}?{_REFUSES}"
        rf"|{_PERMIT}[^.]*(?:{_LATE}|{_REFUSES})|{_LATE}[^.]*{_PERMIT}|{_LATE}[^.]*(?:beslut"
        rf"|{_OUTSIDERS})|\b\w*leverans\w*|materialbrist|\w*upphandling\w*|överklag\w*|konkurs\w*"
        r"|återbud|avbokade|drog sig ur|hoppade av|backade ur|sa(?:de)? nej|tacka\w* nej",
    ),
    ("changed_priorities", _PRIORITIES),
    ("resources", _STAFF),
)
"""Of the clause that gives the cause. In this order: who is sent to a forest fire is not missing."""

TOLD = _table(
    ("pandemic", _PANDEMIC),
    ("weather_or_event", _WEATHER),
    (
        "waiting_for_data",
        rf"\b(?:inväntar?|väntar? (?:ännu )?på|avvaktar|i väntan på)\b[^.]*{_DATA}|(?:{_DATA}"
        rf"|{_HOLDERS})[^.]*(?:ännu|\bväntas\b|dröj\w*|inte (?:\w+ )?(?:klar\w*|färdig\w*|kommit"
        rf"|levererat\w*"
        r"|publicera\w*|tillgänglig\w*)|(?:kommer|släpps|publiceras|redovisas) först)",
    ),
    (
        "other_party",
        rf"\b(?:väntar? på|inväntar?|avvaktar|hänger på|krävde?r?)\b[^.]*(?:beslut|{_PERMIT}"
        rf"|{_OUTSIDERS})|{_OUTSIDERS}[^.]{{0,60}}?(?:\bsköt\b|ville inte|kunde inte|dröjde"
        rf"|försena\w*|nekade|sade upp|lade ned|lade ner"
        r"|avslutade|stoppade|gick i|drog sig|avböj\w*|tacka\w* nej|förhinder|hoppade av|återbud"
        r"|avslog|blev sjuk|sa(?:de)? nej|(?:har|hade|gav|fick|svarade) (?:\w+ )?inte\b)"
        r"|överklag\w*|\b\w*leverans(?:en|er|erna)?\b|materialbrist|upphandling\w*|återbud"
        r"|konkurs\w*|avbokade|drog sig ur|backade ur|tacka\w* nej|sa(?:de)? nej",
    ),
    ("changed_priorities", _PRIORITIES),
    ("resources", _STAFF),
)
"""Of a whole text that announces no cause: the same, but what may be the act itself must say more."""
