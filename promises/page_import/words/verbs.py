"""Verb forms: where a subject ends, what tells of an act, what only tells how things are."""

import re

FINITE = frozenset(
    """har hade ska skall skulle kommer kom lovar lovade är var blev blir kan kunde vill ville
    måste bör får fick gör gjorde går gick arbetar arbetade jobbar jobbade genomför genomförde
    fortsätter fortsatte erbjuder erbjöd besöker besökte deltar deltog informerar informerade
    startar startade planerar planerade ansvarar ansvarade bjuder bjöd håller höll finns fanns
    ser såg ger gav tar tog ökar ökade bidrar bidrog samverkar samverkade träffar träffade
    prioriterar prioriterade utför utförde ordnar ordnade anordnar anordnade arrangerar
    arrangerade patrullerar patrullerade kontrollerar kontrollerade stoppade stoppar utbildar
    utbildade inför införde sätter satte bygger byggde byter bytte installerade installerar
    stärker stärkte utvecklar utvecklade verkar verkade åtar medverkar medverkade leder ledde
    driver drev öppnar öppnade håller stöttar stöttade stödjer samordnar samordnade upprättar
    upprättade kallar bjuder ställer ställde rapporterade rapporterar beslagtog syns vistas
    finns underhåller röjer röjde förbättrar förbättrade förstärker förstärkte uppmuntrar
    uppmuntrade tar tog fortsätter avser åker finns besöktes genomförs genomfördes hölls
    ställdes uteblev skedde sker görs gjordes anordnades ordnades startades delar delade
    skickar skickade lägger lade når nådde följer följde utfördes byggdes byttes sattes
    avbröts sköts hann klarade klarar lyckades lyckas infördes inrättades inrättar inrättade
    tillsätter tillsatte anställde anställer granskar granskade märker märkte målade målar
    sprider hjälper lånar ringer talar pratar lär visar skriver köper säljer sänker höjer kör åker står
    sitter söker möter hämtar lämnar svarar frågar hör stänger låser bevakar vandrar sprids erbjuds ges
    ordnas hålls tas sätts byts byggs införs publicerar trycker flyttar rustar rensar gallrar planterar
    belyser släcker mäter räknar knackar spolar röjer klipper lagar städas tömmer cyklar kallas föreläser
    berättar lyssnar pågår tror säger tycker menar vet anser hoppas känner upplever bor gäller
    betyder innebär beror träffas välkomnar spelar sommarjobbar rondar nattvandrar stöttas
    förvarnar varnar
    tipsar polisanmäler anmäler återkopplar återkommer utreder ingriper prövar tillåter beviljar stoppas
    stod satt låg löd gällde
    besöks bjuds leds drivs stöds görs sköts tvättas lagas klipps röjs målas tänds
    låses stängs öppnas
    bemannas delas märks följs informeras anställs placeras inrättas erbjuds skickas tillsätts läggs
    används ligger behöver ställer ringer
    tänder städar städade sanerar sanerade klipper klippte bemannar bemannade""".split()
)
"""A subject stands before one of these, or right after it."""

FINITE_ENDING = re.compile(
    r"(?!fjärde|sjätte|måtte|bredde)[a-zåäö]{2,}(?:erar|erade|erades|eras|isar|ades|ade|lde|gde"
    r"|pte|kte|tte|dde|rde)\Z"
)

INFINITIVES = frozenset(
    """genomföra besöka informera öka minska arbeta jobba fortsätta utveckla skapa stärka
    förbättra bjuda erbjuda delta medverka hålla anordna ordna arrangera patrullera
    kontrollera prioritera samverka samarbeta stötta stödja utbilda starta ta sätta bygga byta
    installera införa upprätta inventera inrätta utöka förstärka förebygga motverka bekämpa
    träffa möta synas vara finnas ha göra se verka bidra föra leda driva öppna underhålla röja
    laga sanera städa involvera inkludera intensifiera fokusera låta ge dela sprida uppmuntra
    främja följa kartlägga analysera planera samordna bemanna ansvara tillsätta utreda utföra
    agera ingripa beivra uppmärksamma belysa höja sänka anställa erbjuda rapportera återkoppla
    svara lyssna bevaka trygga säkra undersöka mäta tillhandahålla lagföra störa rikta
    kommunicera sköta klippa lysa tända rusta upprätthålla nattvandra trygghetsvandra aktivt
    regelbundet tillsammans gå ge få stå bli möta vandra måla plantera återkomma avdela tala prata ringa
    skriva skicka ställa lägga hjälpa lära märka spela fira samla söka stoppa fånga fråga lyfta
    flytta förlänga
    korta dubbla halvera inleda påbörja slutföra avsluta utvärdera redovisa publicera bevilja låsa
    stänga släcka
    skotta sanda ploga sopa tömma tvätta reparera underlätta köpa hyra låna skylta varna tipsa
    vägleda lotsa dämpa
    bromsa sänka förse bidra ansöka kalla välkomna visa upprepa avsätta avlasta avvisa bistå delge dokumentera
    effektivisera engagera etablera finansiera fördjupa förenkla förmedla försvåra förtydliga gallra
    granska hantera identifiera instifta korrigera köra lansera meddela minimera motivera
    omhändertaga placera poängtera presentera pröva reda registrera rekrytera remittera respektera
    resa rensa ronda sammankalla satsa sitta sjösätta skydda släppa spåra spärra stimulera stå syna
    säkerställa sälja tilldela tillgodose tillse trycka träna täcka uppdatera uppsöka
    upptäcka upprusta upplysa uppvakta verkställa värna ändra övervaka överlämna öva
    hämta lämna vakta frakta forsla montera demontera snabba knacka cykla patrullera åka""".split()
)
"""First words of a promise or act without a subject: "genomföra trafikkontroller"."""

_WHOM = r"(?: (?:er|dig|invånarna|medborgarna|alla|varandra|dem|de boende|folk))?"
PROMISE = re.compile(
    r"\b(?:lova(?:r|de)|utlovar|utlovade(?= (?:att|vi|polisen|kommunen)\b)"
    r"|(?:har|hade)(?: [\w,/-]+){0,6}? (?:ut)?lovat"
    r"|(?:åtar|åtog|åtagit|förbinder|förband|förbundit|utfäster|utfäste|utfäst|förpliktar|förpliktade"
    r"|förpliktat) (?:sig|oss)|garantera(?:r|de)"
    rf"|(?:ger|gav|gett|givit){_WHOM} (?:\w+ ){{0,6}}?(?:sitt|vårt|sina|våra) (?:heders)?ord"
    r"|går i god för|tar på (?:sig|oss) att|svarar (?:\w+ )?för att"
    r"|(?:står|håller) (?:vi )?(?:fast|upp) (?:vid|för)"
    r"|(?:du|ni) (?:kan|ska kunna|får) (?:\w+ )?(?:räkna med|lita på|förvänta (?:dig|er))"
    r"|(?:kan|ska|får) (?:du|ni|man|alla|invånarna|medborgarna) (?:\w+ )?(?:räkna med|lita på|förvänta sig"
    r"|förvänta (?:dig|er)|kräva))\b",
    re.IGNORECASE,
)
WILL = re.compile(
    r"\b(?:ska|skall|kommer(?: [\w–-]+){0,4} att|lovar|avser|skulle|åtar)\b", re.IGNORECASE
)
PAST_PROMISE = re.compile(r"\b(?:lovade|utlovade|skulle|var att)\b", re.IGNORECASE)
INTRODUCES = re.compile(
    r"\b(?:lovar|lova|lovade|utlovar|åtar (?:sig|oss)|ska|skall|kommer|vill)(?:,? (?:vi|polisen"
    r"|kommunen|polis|kommun|och|samt|medborgarna|invånarna|er|dig|därför|tillsammans|gemensamt"
    r"|också|även|följande|detta|det här|att|därmed|(?-i:[A-ZÅÄÖ])\w+))*\s*(?:\([^)]*\))?\s*:?\Z"
    r"|\bföljande(?: \w+){0,4}\s*[:.]?\Z|\blova\w* (?:\w+ )?(?:följande|detta|det här)\.\Z",
    re.IGNORECASE,
)
"""The sentence names who promises and ends before it says what."""

BY_DOING = re.compile(
    r"[,.]?\s*\b(?:bland annat )?(?:genom(?: bland annat)?(?: att)?(?: följande(?: \w+){0,2})?"
    r"|(?:det|detta) (?:gör vi|sker|görs|ska ske|ska åstadkommas|uppnås)\b[^.]*"
    r"|(?:konkret|det|detta|löftet) (?:\w+ ){0,2}?(?:innebär|betyder)\b[^.]*)\s*:?\Z",
    re.IGNORECASE,
)

SUPINE = re.compile(
    r"\b(?:har|hade)\b(?:\s+[\wåäö()/-]+,?){0,14}?\s+(?P<verb>[a-zåäö]{2,}(?:at|it|tt|rt|lt|nt|ft|pt|mt"
    r"|st|ht|kt|gt|ts|at[st]|its|tts|rts))\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?P<verb>genomförde|genomfördes|besökte|besöktes|höll|hölls|arrangerade|arrangerades"
    r"|anordnade|anordnades|ordnade|ordnades|utförde|utfördes|"
    r"patrullerade|kontrollerade|kontrollerades|informerade|deltog|startade|startades|byggde"
    r"|byggdes|satte|sattes|bytte|byttes|installerade|installerades|"
    r"gjorde|gjordes|träffade|utbildade|utbildades|delade|delades|införde|infördes|röjde|röjdes"
    r"|öppnade|öppnades|anställde|anställdes|medverkade|bjöd|bjöds|skickade|skickades|"
    r"blev det|skedde|rapporterade|rapporterades|beslagtog|beslagtogs|stoppade|stoppades"
    r"|inrättades|inrättade|upprättade|upprättades|sanerade|sanerades|städade|städades"
    r"|förbättrades|tog fram|togs fram|"
    r"ställdes in|ställde in|ställts in|uteblev|avbröts|sköts upp|sköts fram|flyttades"
    r"|försenades|hann|genomförs inte|blev inte|blev \w+ trafikkontroller|fick ställas in"
    r"|fick skjutas upp)\b",
    re.IGNORECASE,
)
PAST_ACTS = frozenset(
    """gick gicks körde kördes lade lades satte tog togs gav gavs höll hölls bad sprang åkte cyklade skrev
    skrevs ringde ringdes sålde köpte köptes sökte söktes möttes mötte träffades byggde byggdes bytte byttes
    ledde leddes drev drevs grep greps fann bröt bröts röjde röjdes klippte klipptes sänkte sänktes höjde
    höjdes tände tändes släckte väckte väcktes lyfte lyftes flyttade satt stod ställde ställdes spelade
    spelades hälsade knackade märkte märktes stöldmärkte stöldmärktes målade målades rustade spärrade
    förde fördes hjälpte stängde stängdes öppnade gjorde gjordes utförde utfördes genomförde genomfördes
    införde infördes lyste bjöd bjöds delade delades hängde skickade samlade samlades anordnades föreläste
    beslagtog beslagtogs omhändertog omhändertogs deltog ingrep upprättade gallrade gallrades planterade
    skapade sommarjobbade kartlade följde upphandlade utökade utökades patrullerade bevakade låste låstes
    hyrde hyrdes lånade tömde tömdes tvättade sopade plogade sandade besiktade kallade fotade filmade
    tryckte trycktes lärde fyllde drog drogs sköt uppmärksammade körs uteblev ströks strök hann hanns
    hindrades avbröts avslutades vidtog vidtogs startade bildade bildades tillsatte tillsattes inrättade
    rekryterade anställde utbildade utsåg togs""".split()
)
PAST_STATES = frozenset(
    """ökade minskade minskades ökades halverades fördubblades upplevde upplevdes visade visades svarade
    svarades tyckte kände uppgav anmälde anmäldes anmälts påverkade påverkades förändrades försämrades
    orsakade resulterade beslutade beslutades undertecknade undertecknades lovade lovades utlovade
    utlovades enades prioriterade prioriterades fungerade märktes önskade drabbades rapporterade fastnade
    varade kostade planerade planerades klagade oroade försvann saknade saknades berättade försenade
    försenades startade hamnade landade slutade""".split()
)
"""Past tense that tells how things were, or why, not what anybody did."""

PRESENT_MAIN = re.compile(
    r"(?!har\Z|är\Z|var\Z|blir\Z|hör\Z)\w+r|finns|vill|kan|vet|ska|skall|syns|hålls|görs|ges"
)
"""A main clause in the present tells of no act done, whatever its subordinate clauses do."""
PAST_ENDING = re.compile(r"[a-zåäö]{3,}ades?\Z")
PAST_PHRASE = re.compile(
    r"\bhar fått (?:besök|hembesök|information|undervisning|utbildning|nya?|nytt|träffa|möta|lära)\b"
    r"|\b(?:fick (?:nya?|nytt|ett|en|två|tre|\d+|besök|hembesök|information|utbildning|undervisning|bättre"
    r"|fler|låna|träffa|möta)|kom (?:i ?gång|på plats|till stånd|ut)|var (?:ute|på plats|med|närvarande)"
    r"|fanns (?:på plats|ute|med)|hade (?:öppet|\d+|[a-zåäö]+ (?:pass|kvällspass|möten|träffar|kontroller))"
    r"|det blev (?:bara |endast |totalt |sammanlagt |hela )?(?:\d+|två|tre|fyra|fem|sex"
    r"|sju|åtta|nio|tio|elva|tolv)"
    r"|var (?:vi )?(?:i|vid|på) [^.]{0,40}\b(?:dagar|kvällar|gånger|tillfällen|timmar)"
    r"|såg (?:till|över)|kunde (?:bara|endast|inte|tyvärr))\b|\b(?:arbetar|jobbar"
    r"|håller) (?:fortfarande|ännu|nu|på)\b",
    re.IGNORECASE,
)

PASSIVE = re.compile(
    r"\b(?:är|var|blev|blivit) (?:nu |också |även |redan |delvis |helt |fortfarande )?(?:(?:ut"
    r"|upp|in|om|på)?(?:bytt|satt|byggd|klipp|lagad|målad|monter|anställ|invig|utbild|röjd|saner"
    r"|öppn|bild|hålln|klar|färdig|på plats)|genomför|utför|gjor|klar|installera|byg|by[tg]|hål"
    r"|inför|starta|upprätta|ordna|anordna|inställ)\w*",
    re.IGNORECASE,
)
STATE = frozenset(
    """minskat ökat blivit varit upplevt uppgett uppgivit uppgetts visat visats lett sjunkit gått
    känt haft funnits anmälts anmält inneburit bidragit räckt påverkat försämrats märkts märkt
    resulterat uppfyllts uppfyllt lovat lovats stått legat fallit stigit halverats fördubblats
    fått sett önskat efterfrågat svarat tyckt uttryckt lyckats fungerat underlättat inkommit
    kommit drabbats drabbat utsatts utsatt förekommit beslutat beslutats undertecknats
    undertecknat publicerats valts prioriterats enats tecknat tecknats bedömts konstaterats
    rapporterats""".split()
)
"""Supines that tell how things are or became, not what anybody did."""

AND_SUPINE = re.compile(
    r"\b(?:och|samt) (?P<verb>[a-zåäö]{3,}(?:at|ats|it|its|tt|rt))\b", re.IGNORECASE
)
""" "Vi har lyssnat och ordnat …"."""
RECALLS = re.compile(
    r"(?:(?:här|då|i fjol|förra året|inför \w+|för två år sedan|till \w+) )?(?:(?:löftet"
    r"|vårt (?:ord|handslag)|handslaget|utfästelsen|vårt löfte|vårt åtagande"
    r"|åtagandet|det löfte\w*|löftestexten|målet|tanken|planen|avsikten|uppdraget|ambitionen)"
    r"(?: (?:vi gav|som gavs|här|till \w+|i \w+))? (?:var|löd|innebar|gick ut på|gällde"
    r"|handlade om|omfattade|sa att|hette)"
    r"|(?:sa|sade|bestämde|tänkte) (?:vi|polisen|kommunen|parterna) att"
    r"|(?:vi|polisen|kommunen|polisen och kommunen|kommunen och polisen) (?:sa|sade"
    r"|gav vårt ord på|hade tänkt) att)\b",
    re.IGNORECASE,
)
""" "Löftet var att …": a report repeats what was promised."""

STATE_OR_ACT = frozenset(
    "visat haft gått stått rapporterat svarat märkt fått funnits varit".split()
)
""" "Statistiken har visat", but "Räddningstjänsten har visat hur man släcker"."""

BESIDES = re.compile(
    r"\b(?:utöver|utanför|förutom|vid sidan (?:av|om)|därutöver)\b(?: (?:detta|det|de|våra|dessa"
    r"|ovanstående))?(?: \w*löft\w*)?",
    re.IGNORECASE,
)
"""Acts that were promised nowhere."""

NOUN_ACT = re.compile(
    r"\b\w*(?:kontroll|insats|vandring|besök|möte|träff|tillsyn|utbildning|föreläsning|kampanj"
    r"|patrull|dialog|aktivitet|information|närvaro|enkät|samtal|åtgärd|belysning|kamer|skylt"
    r"|nattvandr)\w*",
    re.IGNORECASE,
)
ACTIVITY = re.compile(
    r"\w*(?:kontroll|insats|vandring|besök|möte|träff|tillsyn|gång|tillfälle|utbildning"
    r"|föreläsning|kampanj|patrull|pass|dialog|aktivitet|närvaro|"
    r"kväll|razzi|rond|rund|fika|enkät|samtal|åtgärd|grupp|kurs|workshop|lektion|vecka|dagar"
    r"|natt|nätter|område|plats|skylt|lamp|belysning|stolp|kamer|arbetspass|evenemang|sök|övning"
    r"|skol)\w*",
    re.IGNORECASE,
)
"""What a promised or reported number most likely counts."""

QUOTE = re.compile(
    r"[,”\"]\s*(?:säger|sade|berättar|menar|tycker|konstaterar|förklarar|tillägger|fortsätter"
    r"|avslutar)\b"
)
