"""How a page says that it will be looked into how the promises went."""

import re

CHECKS = re.compile(
    r"\b(?:uppföljning\w*|uppföljs|följ(?:s|as|er|a)\b(?: [\wåäö,]+){0,5}? upp|utvärder\w+"
    r"|avstämning\w*|avläs\w+|stäm(?:s|mer|ma|mas)\b(?: [\wåäö,]+){0,4}? av|läs(?:s|er|a"
    r"|as)\b(?: [\wåäö]+){0,3}? av|delårsrapport\w*|återrapporter\w*|återredovis\w+"
    r"|avrapporter\w*|slutrapport\w*|följ(?:a|er) (?:vi )?utvecklingen)\b",
    re.IGNORECASE,
)
"""Words that mean just that."""
IS_CHECKED = re.compile(
    r"\b(?:uppföljning|avstämning|utvärdering|avläsning)\w* (?:sker|görs|ske|göras|hålls"
    r"|kommer att|ska)\b",
    re.IGNORECASE,
)
LOOKS = re.compile(
    r"\b(?:redovisa[rs]?|redovisning\w*|rapporter(?:as?|ar)|återkoppla[rs]?|återkoppling\w*"
    r"|sammanställ(?:s|er|a|as|ning\w*)|summera[rs]?|sammanfatta[rs]?|gås igenom"
    r"|går\b[^.]{0,120}? igenom|gå igenom|ses över|ser\b(?: [\wåäö]+){0,4}? över|granska[rs]?"
    r"|kontrollera[rs]?|kolla[rs]?|prövar?s?|mäts|mäter|mäta|jämför(?:s|a)?|undersöker|undersöks"
    r"|bedöm(?:s|er)|diskutera[rs]|behandlas|bokslut\w*|läggs\b(?: [\wåäö]+){0,3}? (?:fram|ut"
    r"|upp)|lägger (?:[\wåäö]+ ){0,3}(?:fram|ut|upp)|presenteras?|publiceras?|skriver|skrivs"
    r"|berättar?s?|visar vi|informera[rs]?|meddela[rs]?|återkommer|återkomma|ger (?:vi )?besked"
    r"|frågar|frågas|ser du|kan du läsa|får (?:du|ni) (?:veta|se|svar)|stannar upp"
    r"|blickar tillbaka)\b",
    re.IGNORECASE,
)
"""They look at, or tell of, something that their object names."""
HOW_IT_WENT = re.compile(
    r"\b(?:hur|vad|om|så)\b(?: [\wåäö]+){0,5}? (?:gick|gått|går|gav|gett|givit|blev|blivit"
    r"|hjälpt?e?|hjälper|fungera\w*|lyckats|lyckades|märkts|märks|gjorts|gjort|hänt|hålls|hållits"
    r"|hållit|hölls|uppfyll\w+|infria\w+|nått[st]?|nåddes|förändrats|kommit|lett|ledde|räckt"
    r"|känns|ser ut|står sig)\b",
    re.IGNORECASE,
)
""" "Hur det har gått", "vad det gav", "om löftena hålls"."""
OF_PROMISES = re.compile(
    r"\b(?:\w*löft\w*|\w*utfäst\w*|handslag\w*|punkt(?:en|erna)?|listan|allt|mål(?:en|et"
    r"|uppfyllelse\w*)?|läget|lägesrapport\w*|lägesbild\w*|arbetet|insatserna|åtgärderna"
    r"|aktiviteterna|resultat\w*|utfall\w*|effekt\w*|utveckling\w*|siffrorna|statistiken"
    r"|trygghet\w*|samverkan\w*|samarbetet|överenskommelsen|handlingsplan\w*|åtagande\w*"
    r"|allt det här|allt detta|detta|det)\b",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"\b(?:(?:i|från|till|senast(?: i)?|under|efter|före|inför|hela)(?: (?:slutet av|början av"
    r"|mitten av|den))* (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober"
    r"|november|december|vår|vår(?:en|as)|sommar\w*|höst\w*|vinter\w*|årsskiftet|perioden\w*"
    r"|årets slut|nästa år|20\d\d|slutet|början|halvårs\w*)|på (?:våren|hösten|sommaren|vintern)"
    r"|varje (?:år|vår|höst|sommar|kvartal|månad|vecka|halvår|termin|tertial|maj|januari|februari"
    r"|mars|april|juni|augusti|september|oktober|november|december)|årlig(?:en|t|a)|månadsvis"
    r"|kvartalsvis|veckovis|halvårsvis|årsvis|terminsvis|tertialvis|(?:\w+) gång(?:er)? (?:per|om"
    r"|i|varje|under)\b|efter (?:varje|halva|första|sommaren|perioden|årets)|vid (?:årsskiftet"
    r"|varje|periodens|årets|\w+s (?:möten?|slut))|när\b|då (?:\w+ ){1,4}är|löpande|fortlöpande"
    r"|regelbundet|kontinuerligt|nästa (?:år|vår|höst|sommar|möte)|(?:våren|hösten|sommaren"
    r"|vintern) 20\d\d|vartannat år|varannan månad|per (?:år|kvartal|tertial|termin)|20\d\d)\b",
    re.IGNORECASE,
)
_SURVEY = r"\w*(?:mätning|enkät|undersökning|frågor|fråga|avstämning|uppföljning|trygghetsvandring|dialog)\w*"
AGAIN = re.compile(
    rf"\b(?:samma (?:fråg\w+|enkät\w*|mätning\w*)|ny(?:a|tt)? {_SURVEY}|nästa {_SURVEY}"
    rf"|uppreppa\w+|upprepa\w*[^.]{{0,40}}?{_SURVEY}|{_SURVEY}[^.]{{0,40}}?\b(?:görs om|gör vi om"
    rf"|upprepas|igen|på nytt|en gång till)|(?:mäter|frågar|ställer)[^.]{{0,60}}?(?:igen|på nytt"
    rf"|en gång till))\b",
    re.IGNORECASE,
)
"""The same question asked once more shows what changed."""
KNOWS = re.compile(
    r"\b(?:vet|ser|märker|får (?:vi|ni|du) (?:veta|se)|visar sig|får svar|ger svar|avgör\w*)\b",
    re.IGNORECASE,
)
REPORT = re.compile(
    r"\b(?:får|lämna[rs]|ges|sker|skrivs|görs|tas fram|blir klar"
    r"|är klar)\b[^.]{0,40}?\b\w*(?:rapport|redovisning|återkoppling|bokslut|utvärdering)\w*"
    r"|\b\w*(?:rapport|redovisning|återkoppling|bokslut|utvärdering)(?:en"
    r"|et)?\b[^.]{0,30}?\b(?:[^.]{0,20}?)(?:lämnas|ges|sker|görs|skrivs|blir klar|är klar"
    r"|kommer)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:har|hade|visade|visat|gjordes|hölls|gick|skedde|fick|svarade|frågade|tyckte|kom|var"
    r"|blev|lämnades|[a-zåäö]{3,}(?:ades|ade))\b",
    re.IGNORECASE,
)
TO_COME = re.compile(r"\b(?:kommer att|ska|skall|sker|görs|vill)\b", re.IGNORECASE)
HERE = re.compile(
    r"(?:så )?här\b|nedan|på (?:den här|denna) sida|[^.]{0,60}\b(?:redovisa\w*|presentera\w*"
    r"|berätta\w*|sammanfatta\w*) (?:vi )?här\b",
    re.IGNORECASE,
)
""" "Här redovisar vi": what follows is the follow-up, not a plan for one."""
HERE_IT_IS = re.compile(r"\bhär (?:kommer|följer|är|har|ser)\b", re.IGNORECASE)
WHEN_CLAUSE = re.compile(r"\b(?:när|så snart|sedan|efter att)\b[^,.]*", re.IGNORECASE)
FOLLOWED = re.compile(
    r"\b(?:följs|följas|följdes|följts|följt|följde) (?:\w+ ){0,3}upp\b|\b(?:utvärdera|redovisa"
    r"|stämde?s?|rapportera)\w*\b",
    re.IGNORECASE,
)
