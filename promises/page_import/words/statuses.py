"""The words that say that something was not done, or only partly, or is still being done."""

import re

_NEGATION = r"(?:inte|ej|aldrig|icke|ingen|inget|inga|varken)"
NEGATED = re.compile(rf"\b{_NEGATION}\b", re.IGNORECASE)
NEGATED_ASIDE = re.compile(
    r"\b(?:inte|ej) (?:bara|endast|enbart|minst|längre än|fler än planerat)\b|\b(?:att|så att|om"
    r"|som|där|vad|hur|vilka) (?:\w+ )?(?:inte|ej|aldrig|ingen|inga|inget)\b|\b(?:märks|syns"
    r"|känns|märktes|syntes|kändes|vet|hjälpte|hjälper|visar|speglar)(?: \w+)? (?:inte"
    r"|ännu inte)\b|\b(?:ingen|inga|inget)\b[^.]{0,30}\b(?:utan|anmäl\w+|inträffa\w+|skada\w+"
    r"|incident\w*|klagomål)\b|\b(?:inga|ingen) (?:\w+ )?(?:bränder|brott|stölder|inbrott|olyckor"
    r"|skador|rån|klagomål|incidenter|bråk)\b",
    re.IGNORECASE,
)
"""A negation that takes nothing back: "inte bara på helgerna", "så att ingen behöver gå ensam"."""

UNDONE = re.compile(
    r"\binställ(?:d|da|t|des|ts)\b|\bställ(?:t|ts|de|des|as|a|er"
    r"|s)\b(?: \w+){0,4}? in\b(?! (?:sig|på))|\bute(?:blev|blivit|bliven|blivna)\b|\bav(?:bröts"
    r"|bröt|brutits|blåst\w*|bokad\w*|bokats)\b|\bskj(?:utits|uten|utna|uts|utas|uta"
    r"|öts)\b(?: \w+){0,2}? (?:upp|fram|på framtiden)\b|\bsköt(?:s)?\b(?: \w+){0,3}? (?:upp|fram"
    r"|på framtiden)\b|\b(?:upp|fram)skj\w+\b|\butg(?:ick|ått|år)\b|\bflytta(?:ts|des|t"
    r"|de)\b (?:\w+ )?(?:fram|till (?:våren|hösten|sommaren|vintern|nästa|senare|i \w+|20\d\d"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))\b"
    r"|\bsenarelag\w*|\bsenarelades\b|\bstr(?:öks|ök|ukits|ukit|ukna|uken|ykas|yka)\b|\bla(?:des"
    r"|gts|de|gt|ggs)\b(?: [\w]+){0,4}? (?:ned|ner|åt sidan|på is|på hyllan)\b|\bned(?:lag"
    r"|lad)\w+|\bskrinla\w+|\bpausa(?:d|t|ts|des|de|s)\b|\bsloga(?:des|ts)\b|\bslopa(?:des|ts|d|t"
    r"|de)\b|\bföll (?:bort|på)\b|\bfallit bort\b|\brann ut i sanden\b|\bgick om intet\b"
    r"|\bregnade (?:bort|inne)\b|\bblåste bort\b|\b(?:har |fick |fått )?fått? vänta\b"
    r"|\bfick vänta\b|\bförsena(?:d|t|de|ts|des)\b|\bdra(?:gits|gen) in\b|\bdrogs in\b"
    r"|\bhindra(?:des|ts)\b|\bstoppa(?:des|ts) (?:av|när|efter)\b|\b(?:saknas|återstår"
    r"|dröjer)\b(?: \w+)? (?:fortfarande|ännu|att)\b|\bvalde(?:s)?\b(?: \w+){0,2}? bort\b"
    r"|\bvalts? bort\b|\bgick i stöpet\b|\bicke genomför\w*|\båterstår(?: att \w+)?[.!]?\Z",
    re.IGNORECASE,
)
"""Verbs that say by themselves that nothing came of it, in any form and order."""

CAME_TO_NOTHING = re.compile(
    rf"\b(?:blev|blivit|bli|kom|kommit|gick|gått|fick|fått|hölls|hållits|genomför\w+|gjor[dt]\w*"
    rf"|skett|skedde)\b(?: \w+){{0,2}}? {_NEGATION}\b|\b{_NEGATION}\b(?: \w+){{0,2}}? (?:blev"
    rf"|blivit|genomför\w+|kommit|gjor[dt]\w*|klar\w*|färdig\w*|påbörja\w*|\w{(3,)}(?:ats|its|tts"
    rf"|erad|erat|ställd|byggd|satt))\b",
    re.IGNORECASE,
)
""" "Blev aldrig av", "kom inte på plats", "är ännu inte sammanställd"."""

_REST = r"\b(?:resten|övriga|de andra|den andra|återstående|de sista|de övriga)\b"
PARTLY = re.compile(
    r"(?<!inte )\b(?:bara|endast|enbart) under\b|\b(?:kunde|hann|blev|fick|nådde|klarade) (?:vi "
    r"|det |polisen |kommunen )?(?:bara|endast|enbart|knappt)\b"
    rf"|(?<=[\w,;] ){_REST}[^.]{{0,60}}\b(?:ställ\w+ in|inställ\w*|strök\w*|struk\w*|uteblev"
    rf"|sköts|hindra\w+|inte|aldrig"
    r"|återstår|hanns|avbröts|sent|utgick|lades|saknas|dröjer|föll|försvann|väntar)"
    r"|\btill (?:hälften|en del|viss del|stora delar|största delen)\b|\bhalv(?:färdig|klar|vägs"
    r"|gjord|byggd)\w*|\b(?:bara|endast|enbart|knappt)\b[^.]{0,30}\b(?:en del|hälften|delar|några"
    r"|vissa)\b|\b(?:bara|endast|enbart|knappt|dock) \w+ av(?: de| dem)?\b|\ben del av (?:de|den"
    r"|det) (?:planerade|utlovade|tänkta)\b|\bungefär hälften\b|\bhälften av\b|\bhalva\b"
    r"|\bnästan (?:alla|hela|samtliga|allt)\b|\bså när som på\b|\bdelvis\b|\b(?:utom"
    r"|med undantag (?:av|för)|förutom) (?:i|under|på|vid|en|ett|två|den|det|av|för|\w+(?:en|et"
    r"|na))\b|\bi de flesta fall\b|\bför det mesta\b|\b(?:mer|stör)?parten av\b|\bmerparten\b"
    r"|\bflertalet\b|\bdelar av\b(?=[^.]*\b(?:klar|färdig|genomför|gjord))|\bi viss (?:mån"
    r"|utsträckning)\b|\bi (?:mindre|begränsad) (?:omfattning|utsträckning|skala)\b"
    r"|\bi stort sett\b|\binte (?:i )?(?:den|samma|full) (?:utsträckning|omfattning|takt|skala)\b"
    r"|\binte (?:fullt ut|riktigt|helt|ända fram|hela vägen|alla\b|samtliga|överallt|så (?:många"
    r"|ofta|mycket|långt))|\b(?:färre|mindre|glesare|kortare|sällan|senare"
    r"|långsammare) än (?:planera\w*|lova\w*|utlova\w*|tänkt\w*|vi |det var|avsett|beräkna\w*"
    r"|hoppa\w*|målet|\w+ (?:lovade|planerade|tänkta))|\bfärre än\b|\binte (?:nått|nådde|nåddes"
    r"|kommit upp)\b|\bnådde (?:vi )?inte\b|\binte (?:med )?(?:fler|mer) än (?!planera|lova"
    r"|tänkt)|\bräckte inte till\b|\bnja\b",
    re.IGNORECASE,
)
BUT_NOT = re.compile(r"\b(?:men|fast|däremot|dock)\b", re.IGNORECASE)
"""Done so far, then taken back: "sandade gatorna men hann inte med torget"."""
TRIED = re.compile(
    r"\b(?:försök\w*|planera\w*|skulle|tänkt\w*|lova\w*|ville|hoppa\w*|var tänkt|avsåg|föreslog)\b",
    re.IGNORECASE,
)
ONGOING = re.compile(
    r"\b(?:arbeta|jobba)r (?:fortfarande|ännu|just nu|vidare|nu)\b|\bhåller (?:fortfarande "
    r"|just nu |nu )?på\b(?= att| med|\W*\Z)|\bpågår\b|\bpågående\b|\bfort(?:går|löper|skrider)\b"
    r"|\bfortsätter(?= (?:under|även|in i|nästa|ännu|än|tills)\b|[.!]?\Z)|\brullar (?:på"
    r"|vidare)\b|\blöper (?:på|vidare)\b|\bpåbörja(?:t|ts|d|de|des)\b|\binle(?:tt|tts|ddes|dd)\b"
    r"|\bpå gång\b|\bär (?:nu |redan )?i(?: full)? ?gång\b|\bi full gång\b|\bunder (?:framtagande"
    r"|arbete|uppbyggnad|byggnad|genomförande|utredning|upphandling|året ut)\b|\b(?:beräknas"
    r"|väntas|tros) (?:\w+ ){0,3}?(?:bli|vara|stå|kunna)\b|\bi slutfasen\b|\bbeställda?\b"
    r"|\bännu inte avsluta\w*",
    re.IGNORECASE,
)
RUNS = re.compile(r"\b(?:pågår|fortgår|fortlöper|påbörja(?:t|ts|d)|är i ?gång)\b", re.IGNORECASE)
""" "Arbetet pågår sedan tidigare": said of what is promised, too."""

PLANNED = re.compile(
    r"\b(?:börjar|startar|byggs|görs|kommer) i (?:januari|februari|mars|april|maj|juni|juli"
    r"|augusti|september|oktober|november|december|vår|sommar|höst|vinter|början|slutet)"
    r"|\b(?:planeras|är planerad\w*|är planerat|kommer att (?:genomföras|starta|hållas|ske|göras)"
    r"|ska (?:genomföras|starta|hållas|ske|göras)|återstår|ej påbörja\w*|inte påbörja\w*|planerad"
    r"|planerat|kommande)\b",
    re.IGNORECASE,
)
WHY = re.compile(
    r"(?:att (?:vi|det|resultatet|målet|löftet)\b[^.]{0,60}\b(?:beror|berodde) på|orsak\w*"
    r"|anledning\w*|skäl\w*|det(?:ta)? (?:beror|berodde|har berott|beror främst)|bakgrunden är"
    r"|förklaringen|på grund av|pga|till följd av|det beror|berodde|sommarens|detta då"
    r"|detta eftersom|det eftersom)\b",
    re.IGNORECASE,
)
"""A sentence that only gives the reason for the one before it."""

EVENT = re.compile(
    r"\b(?:pandemin|corona\w*|covid\S*|restriktion\w*|\w*br[aä]nd(?:en|erna)|stormen|stormarna"
    r"|oväd\w*|snö\w*|kylan|vädret|regnet|halkan|personalbrist\w*|sjukdom\w*|resursbrist\w*"
    r"|vakans\w*|tidsbrist\w*)",
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
