"""Why something was not done, and the words that say that it was not."""

import re

REASONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in (
        # the seed: "på grund av pandemin"
        ("pandemic", r"pandemi|corona|covid|smittspridning|restriktion|smittläge"),
        # Luleå 2018: the forest fires took the summer; Skåne: koran burnings took the police
        (
            "weather_or_event",
            r"\w*brand(?:en)?\b|\w*br[aä]nder\w*|oväder|väder|snö|storm\w*|regn|torka"
            r"|översvämning|halka|värmebölja|kyla\b|evenemang|toppmöte|koran|terror|"
            r"skjutning|mordet|mord\b|kommendering|särskild händelse|krig\w*|valet\b|valrörelse"
            r"|festival",
        ),
        (
            "waiting_for_data",
            r"(?:inväntar?|väntar? på|avvaktar|i väntan på)\b[^.]*(?:statistik|resultat|data"
            r"|siffr|underlag|mätning|undersökning|enkät|rapport|svar)|"
            r"(?:statistik\w*|resultat\w*|siffr\w*|mätning\w*|enkät\w*|undersökning\w*"
            r"|rapport\w*|underlag\w*|svaren|svar|siffrorna|uppgifterna)[^.]*(?:inte klar"
            r"|inte (?:\w+ )?(?:kommit|levererats"
            r"|funnits|gått att)|ännu inte|inte ännu|kommer först"
            r"|släpps först|publiceras först|redovisas först|saknas|dröjer)",
        ),
        (
            "other_party",
            r"(?:väntar? på|inväntar?|avvaktar|i väntan på|beror på|hänger på|saknas"
            r"|krävde?r?)[^.]*(?:beslut|tillstånd|bygglov|besked|godkännande|entreprenör"
            r"|leverantör|region\w*|trafikverk|länsstyrelse|fastighetsägar|"
            r"markägar|bolaget|hyresvärd|samarbetspart|föreningen|operatör)|(?:entreprenör"
            r"|leverantör|föreläsare|samarbetspartner|trafikverket|regionen|länsstyrelsen"
            r"|fastighetsägare|markägare|hyresvärd|föreningen|arrangör)\w*[^.]*"
            r"(?:inte|sen|försen|drog sig|avböj|tacka\w* nej|fick förhinder|hoppade av"
            r"|ställde in|lämnade återbud|avslog|blev sjuk|lade ned|sade nej|sa nej)|överklag"
            r"|\b\w+(?:eriet|firman|företaget|hållaren)\b[^.]{0,30} inte\b|leverans"
            r"|materialbrist|upphandling|sade nej|sa nej|återbud|konkurs|avbokade|drog sig ur|backade ur"
            r"|\w*(?:ägar|leverantör|entreprenör|arrangör|operatör|hyresvärd|bolag|förening|trafikverk"
            r"|region|länsstyrels|handlar|föreläsar|förbund|banan"
            r"|klubb)\w*[^.]{0,60}\b(?:sköt|ville inte|kunde"
            r" inte|dröjde|försenade|nekade|sade upp|lade ner|lade ned|avslutade|stoppade|gick i)\b",
        ),
        (
            "changed_priorities",
            r"omprioriter|\bprioriterade\b(?! inte)|\bprioriterat\b|prioritera(?:t|ts|de"
            r"|des|r)?\s+(?:i stället|istället|om|annat|andra|bort|ned|ner)"
            r"|annat (?:fick )?priorit|andra (?:uppdrag|prioriteringar|händelser|brott|ärenden)"
            r"|ändra\w* (?:inriktning|prioritering)|"
            r"inte längre (?:aktuell|behöv|prioriter)|grova våld|gängkonflikt|gängkriminal"
            r"|ersatt\w* (?:av|med)|valde i stället|stället prioriter|styrdes om|omdirigera"
            r"|flyttade\w* fokus|andra områden",
        ),
        (
            "resources",
            r"resurs|personal\w*|vakan|sjukskriv|sjukdom|insjukn|\bsjuka?\b|bemann|tidsbrist|brist på"
            r"|ekonomi|budget|besparing|pengar|medel saknas|saknade medel|inte hunnit"
            r"|hann(?:s)? (?:inte|vi inte|man inte)|hunnits? med|inte hann|föräldraledig|"
            r"rekryter|utlån|tjänst\w*[^.]{0,40}\b(?:vakant\w*|obesatt\w*|tom|tomma|saknades)\b|slutade"
            r"|underbemann|ledig(?:het|a tjänster)|\bkostnad|för dyrt|\bråd\b|inte (?:\w+ )?(?:orkat|räckt)"
            r"|utryckning|arbetsbelastning|för få|inte räckt|räckte inte|tidsskäl|av tid\b",
        ),
    )
)
"""In this order: "prioriterat annat, bland annat skogsbränderna" is the fires."""

CAUSE = re.compile(
    r"\b(?:eftersom|därför att|på grund av|pga|p\.g\.a\.|till följd av|beror(?: främst| bland annat)? på"
    r"|berodde på|orsak\w*|anledning\w*|skäl\w*|med anledning av|hindra\w* av|tack vare|i väntan på"
    r"|, då|, när|, sedan|när|sedan|för att|medan|i stället)\b",
    re.IGNORECASE,
)
"""What follows tells why; it is asked before the rest of the sentence."""

NOT_DONE = re.compile(
    r"\b(?:inte|ej|aldrig|inga|ingen|inget)\b(?! bara\b)[^.;]{0,80}\b(?:genomför\w*|kunnat|kunde"
    r"|hunnit|hållits|hölls|blivit|gjorts?|skett|kommit (?:i ?gång|till stånd)|startat?s?"
    r"|ordnats|arrangerats|anordnats|uppfyll\w*|påbörja\w*|klar\w*|av\b|besök\w*|utför\w*"
    r"|inför\w*|byggts|satts)"
    r"|\b(?:kunde|kunnat|har|hann|hanns|blev|fick|gick|genomför\w*|hölls"
    r"|genomfördes) (?:[\wåäö]+ ){0,3}?(?:inte|ej|aldrig)\b|\binställ(?:d|da|t|des|ts)\b"
    r"|\bställ(?:t|ts|de|des|as) in\b|\bute(?:blev|blivit|bliven)\b|\bavbr(?:öt|öts|utits)\b"
    r"|\bskj(?:utits|uten|uts|utas) (?:upp|fram)\b|\bsköts (?:upp|fram)\b|\butg(?:ick|ått)\b"
    r"|\bflytta(?:ts|des) (?:fram|till)\b|\bsenarelagt?s?\b|\bsenarelades\b|\bej (?:genomför"
    r"|utför|gjor|påbörja|klar|uppfyll)\w*"
    r"|\b(?:inte|ej)(?: ännu| heller| helt)? (?:uppsat|bygg|färdig|installera|monterad|införd"
    r"|anställ|bytt|inköp|levererad|på plats|i drift|öppn|igång|i gång|genomför)\w*"
    r"|\bicke genomför\w*|\bsaknas fortfarande\b|\bhar fått vänta\b|\bförsena(?:d|t|de|ts|des)\b"
    r"|\bvarken\b",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:[a-zåäö]{2,}(?:ade|ades|de|des|te|tes|dde)|gick|gicks|höll|hölls|blev|kom|fick|tog|togs|gav|gavs"
    r"|lades|sattes|stod|skrevs|drevs|såg|slog|fanns|var|hade)"
    r" (?:(?:ännu|dock|tyvärr|heller|alltså|därför|det|vi|den) )?(?:inte|aldrig|ej|inga"
    r"|ingen|inget)\b(?! bara)"
    r"|\b(?:har|hade) (?:(?:ännu|dock|tyvärr|heller) )?(?:inte|aldrig|ej|inga|ingen|inget)\b(?! bara)"
    r"|\bhar [a-zåäö]+ (?:inte|aldrig|ej)\b|\b(?:ströks|strukits|utgick|lades (?:ned|ner"
    r"|på is)|blev inget)\b",
    re.IGNORECASE,
)
"""Any act in past tense that the sentence takes back: "byggdes inte", "har ännu inte levererats"."""

PARTLY = re.compile(
    r"\b(?:kunde|hann|blev) (?:vi |det )?(?:bara|endast|enbart)\b"
    r"|(?<=[\w,] )\b(?:resten|övriga|de andra|återstående)\b[^.]{0,60}\b(?:ställ\w+ in"
    r"|inställ\w*|ströks|uteblev|sköts"
    r"|hindra\w+|inte|aldrig|återstår|hanns|avbröts|sent|utgick|lades)\b|\btill (?:hälften|en del)\b"
    r"|\b(?:bara|endast|enbart)\b[^.]{0,30}\b(?:en del|hälften|delar|några) av\b|\ben del av (?:de|den|det)"
    r" (?:planerade|utlovade|tänkta)\b|\bungefär hälften\b|\bnästan (?:alla|hela)\b"
    r"|\bdelvis\b|\butom (?:i|under|på|en|två|den)\b|i de flesta fall|för det mesta"
    r"|merparten|till viss del|till stora delar"
    r"|i viss mån|inte (?:i )?(?:den|samma) (?:utsträckning|omfattning)|inte fullt ut"
    r"|inte riktigt|inte ända fram|inte alla\b|inte hela vägen|inte så (?:många|ofta|mycket)"
    r"|färre än|mindre än (?:planerat|lovat|utlovat|vi)|"
    r"\b(?:bara|endast|enbart|dock) \w+ av(?: de| dem)?\b|inte nå(?:tt|dde|ddes)"
    r"|nådde (?:vi )?inte|men inte (?:alla|samtliga|i)|inte kommit upp i|räckte inte till|halva"
    r"|hälften av|i mindre (?:omfattning|utsträckning)|\bnja\b",
    re.IGNORECASE,
)
ONGOING = re.compile(
    r"\b(?:arbetar|jobbar) (?:fortfarande|ännu|just nu)\b|\bhåller (?:fortfarande )?på\b"
    r"|\b(?:arbetet|bygget|projektet) (?:\w+ ){0,6}(?:pågår|fortsätter)\b|"
    r"\bpågår\b|\bpågående\b|\bfortgår\b|\barbetet fortsätter\b|\bfortsätter (?:under|även|in i"
    r"|nästa)\b|\bpåbörja(?:t|ts|d|de|des)\b|\binle(?:tt|tts|ddes)\b|\bpå gång\b"
    r"|\bunder (?:framtagande|arbete|uppbyggnad|byggnad|genomförande|året ut)\b|\bär i ?gång\b"
    r"|\bbeställda?\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:börjar|startar|byggs|görs|kommer) i (?:januari|februari|mars|april|maj|juni|juli|augusti|september"
    r"|oktober|november|december|vår|sommar|höst|vinter|början|slutet)|\b(?:planeras"
    r"|är planerad\w*|är planerat|kommer att (?:genomföras|starta|hållas|ske|göras)"
    r"|ska (?:genomföras|starta|hållas|ske|göras)|återstår|ej påbörja\w*|inte påbörja\w*"
    r"|planerad|planerat|kommande)\b",
    re.IGNORECASE,
)
WHY = re.compile(
    r"(?:att (?:vi|det|resultatet|målet|löftet)\b[^.]{0,60}\b(?:beror|berodde) på"
    r"|orsak\w*|anledning\w*|skäl\w*|det(?:ta)? (?:beror|berodde|har berott|beror främst)"
    r"|bakgrunden är|förklaringen|på grund av|pga|till följd av|det beror|berodde|sommarens"
    r"|detta då|detta eftersom|det eftersom)\b",
    re.IGNORECASE,
)
"""A sentence that only gives the reason for the one before it."""

EVENT = re.compile(
    r"\b(?:pandemin|corona\w*|covid\S*|restriktion\w*|\w*br[aä]nd(?:en|erna)|stormen|stormarna|oväd\w*|snö\w*"
    r"|kylan|vädret|regnet|halkan|personalbrist\w*|sjukdom\w*|resursbrist\w*|vakans\w*|tidsbrist\w*)",
    re.IGNORECASE,
)
"""What acts on its own, so that the sentence explains another one."""

DONE_WORD = re.compile(
    r"(?:ja|klar\w*|genomför\w*|gjor[td]\w*|utför\w*|uppfyll\w*|uppnå\w*|avslutad\w*|färdig\w*|✓"
    r"|✔|x|ok|grön\w*)\b[.! ]*",
    re.IGNORECASE,
)
NOT_DONE_WORD = re.compile(
    r"(?:nej|ing(?:a|en|et)|inte|ej|icke|inställ\w*|uteb\w*|utgå\w*|röd\w*|✗|✘|0)\b", re.IGNORECASE
)
PARTLY_WORD = re.compile(r"(?:nja|delvis|till viss del|gul\w*)\b", re.IGNORECASE)
ONGOING_WORD = re.compile(r"(?:pågå\w*|påbörja\w*|löpande|fortlöp\w*|igång)\b", re.IGNORECASE)
PLANNED_WORD = re.compile(
    r"(?:planera\w*|kommande|ej påbörja\w*|inte påbörja\w*|framtid\w*)\b", re.IGNORECASE
)
