"""Words of form: what a heading is made of when it names no subject matter, only a part of the page."""

import re

_BEFORE = (
    r"(?:(?:medborgar|löftes|trygghets|kommun|polis|del|huvud|hel|halv|års|slut|läges|nu|problem|insats"
    r"|handlings|aktivitets|åtgärds|mål|effekt|process|resultat|åter|upp|egen|gemensamma|nollpunkts|bas"
    r"|delårs|halvårs|kvartals|tertial|månads|statistik|siffer|styr|arbets|genomförande)s?)?"
)
_AFTER = r"(?:s|en|et|n|t|er|ar|or|arna|erna|orna|na|ens|ets|ernas|arnas)?"


def _nouns(*stems: str) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}(?:{'|'.join(stems)}){_AFTER}")


OF_ROLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "FOLLOW_UP",
        _nouns(
            "uppföljning(?:splan)?",
            "avläsning",
            "avstämning",
            "avcheckning",
            "utvärdering",
            "mätning",
            "mätmetod",
            "mätpunkt",
            "återkoppling",
            "kontrollstation",
            "kontrollpunkt",
            "återrapportering",
            "koll",
        ),
    ),
    ("PROMISED", re.compile(r"(?:ut)?lovat|sagt|utlovade|tänkt")),
    (
        "OUTCOME",
        _nouns(
            "resultat",
            "utfall",
            "bokslut",
            "facit",
            "kvitto",
            "kvittot",
            "återblick",
            "tillbakablick",
            "redovisning",
            "rapport",
            "måluppfyllelse",
            "betyg",
            "summering",
            "sammanställning",
            "genomfört",
            "gjort",
            "levererat",
            "hänt",
            "utfört",
            "avklarat",
            "åstadkommet",
        ),
    ),
    (
        "RATIONALE",
        _nouns(
            "bakgrund(?:sbild|sbeskrivning)?",
            "problem(?:et|bild|beskrivning|formulering)?",
            "nuläge",
            "läge",
            "lägesbild",
            "lägesbeskrivning",
            "utgångsläge",
            "utgångspunkt",
            "orsak(?:sbild|sanalys)?",
            "motiv(?:ering)?",
            "skäl",
            "behov",
            "anledning",
            "situation",
            "utmaning",
            "analys",
            "historik",
            "iakttagelse",
            "kunskapsläge",
            "förklaring",
            "beskrivning",
        ),
    ),
    (
        "GOALS",
        _nouns(
            "mål(?:et|en)?",
            "målsättning",
            "målbild",
            "målvärde",
            "måltal",
            "indikator",
            "mått",
            "måttstock",
            "ambition",
            "nyckeltal",
            "milstolpe",
            "riktmärke",
            "önskeläge",
        ),
    ),
    (
        "ACTIONS",
        _nouns(
            "aktivitet",
            "åtgärd",
            "insats",
            "handlingsplan",
            "arbetssätt",
            "metod",
            "genomförande",
            "verkställighet",
            "verktyg",
            "göromål",
            "arbetsuppgift",
            "att-göra-lista",
            "åtgärdslista",
            "insatsplan",
            "åtgärdsplan",
            "aktivitetslista",
            "tillvägagångssätt",
            "praktik",
            "handling",
            "steg",
            "planerat",
            "planer",
        ),
    ),
    (
        "PROMISES",
        _nouns(
            "löfte",
            "löft",
            "åtagande",
            "utfästelser?",
            "handslag",
            "garanti",
            "löftestext",
            "(?:heders)?ord",
        ),
    ),
)
"""The first noun of form in a heading without subject matter tells what stands under it."""

EMPTY = frozenset(
    """
    vi vår vårt våra oss du dig din ditt dina ni er ert era man jag den det de dem dess denna detta dessa här
    där nu då så hur vad varför vem vilka vilken när var som att och samt eller men i på av för med till om
    från mot hos inom under över efter sedan vid mellan per genom utan åt ut upp in ned fram tillbaka vidare
    också även bara inte ej ännu redan fortfarande alla allt samtliga båda varje några många mycket mer mest
    fler flera lite hela själva egna gemensamma gemensamt tillsammans ihop en ett två tre fyra fem sex
    är var blir blev blivit har hade ska skall skulle kommer kom kan kunde vill ville får fick gör gjorde göra
    gjort gjorts gick går gått blir händer hände hänt sker skedde finns fanns gäller gällde gällt
    planerade planerat ovan ovanstående nedan nedanstående gemensam
    ordagrant konkreta konkret prioriterade prioriterat valda viktiga viktigaste särskilda
    planerade följande olika nya nytt ny gamla förra föregående tidigare nuvarande gällande
    aktuella aktuellt nästa
    kommande pågående avslutade avslutat framtida första andra tredje sista senaste årets gången gång gånger
    år året åren månad månader period perioden perioder periodens tid tiden tidsperiod dag vecka kvartal
    del delar punkt punkter lista listan exempel övrigt annat mm bl a t ex nr nummer kort korthet
    sammanfattning sammanfattningsvis inledning inledande översikt allmänt generellt fakta siffror tal
    läs information kommentar kommentarer frågor svar sida sidan text texten sagt ord
    område områden områdets löftets målets klart färdigt just bland annat främst minst ungefär hittills
    resten bra sak saker detalj detaljer därför inget inga ingen ingenting se ser tyvärr dock alltså ändå så
    efteråt efterhand framåt framöver löpande""".split()
)
"""They name no subject matter, whatever they stand beside."""

OPENS_HALF = re.compile(
    r"(?:(?:och )?(?:så|hur|vad|det|detta|dessa|vi|hit|dit|här|där|sedan|vem|vilka|löftet|löftena"
    r"|målet|allt|gäller)\b|därför |när (?=följs|utvärd))"
)
"""The openings of headings that are half a sentence; the tense of what follows tells what they head."""

READER_ACTS = re.compile(
    r"\b(?:kan|ska|bör|vill|får|behöver|anmäler|söker|gör|hittar|når|skyddar|undviker|tipsar|ansöker|bidrar"
    r"|hjälper|deltar|ändrar|tar|kommer) (?:du|ni)\b|\b(?:du|ni) (?:kan|ska|bör|vill|får)\b"
    r"|\b(?:dina|era) (?:svar|uppgifter|personuppgifter|synpunkter)\b|\b(?:kakor|cookies|personuppgifter)\b"
)
"""It tells the reader what to do: no part of the promises."""

CHECKS = re.compile(
    r"\b(?:följer|följs|följa|mäter|mäts|mäta|utvärdera\w*|redovisa[rs]?|stäms?|stämmer|kontrollerar?"
    r"|läser av|läses av|kollar?|håller (?:\w+ )?(?:koll|reda|ögonen)|har koll|tar (?:\w+ )?reda på"
    r"|vet (?:vi|du|ni|man) (?:att|om|hur|när|ifall)|vet (?:vi|man|du)\Z|ser (?:vi|du"
    r"|man) (?:att|om|hur)"
    r"|märk(?:s|er)|återkopplar?|återrapportera[rs]?|rapportera[rs]?|utvärderas|gransk(?:ar|as))\b"
    r"(?!.*\b(?:gick|gått|blev)\b)",
)
BY_TENSE = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        (
            "PROMISED",
            r"\b(?:lovade\w*|utlovades?|(?:har|hade) (?:vi |polisen |kommunen )?(?:lovat|sagt"
            r"|utlovat|åtagit)|skulle|var lovat|(?:sa|sade) (?:vi|polisen|kommunen|parterna)"
            r"|vi (?:sa|sade)|åtog|tänkte|planerade|planerats?|räknade (?:vi )?med"
            r"|gav (?:vi )?(?:vårt )?ord|var (?:tanken|planen"
            r"|löftet))\b",
        ),
        (
            "ABOUT",
            r"\b(?:togs|tas|tagits|arbetades|arbetats|växte|kom till|kom \w+ till|skapades|sa|sade"
            r"|tyckte|tycker|svarade|berättade|valdes|valts|valde|menas|gick det till|är (?:ett|en) \w*löft"
            r"|fungerar \w*löft\w*|bestämde|bestämdes|hände? nu|händer nu|händer (?:sedan"
            r"|härnäst|framöver))\b"
            r"|\bsedan\Z",
        ),
        (
            "OUTCOME",
            r"\b(?:gick|gått|gicks|blev|blivit|gjorde|gjordes|gjort|gjorts|genomförde|genomfördes"
            r"|genomförts?|hände|hänt|höll|hölls|hållit|hållits|lyckades|lyckats|uppfylldes?|uppfyllts?"
            r"|hann|hunnit|nådde|nåtts?|åstadkom\w*|utfördes?|utförts?|resulterade|ligger vi till"
            r"|landade|slutade|fick vi|kom vi|räckte|infriade\w*|infriats?|levererade|föll ut|utföll)\b",
        ),
        (
            "PROMISES",
            r"\b(?:lovar|lova|utlovar|åtar|lovas|lyder|räkna med|lita på|förvänta|står vi för"
            r"|gäller (?:nu|i dag|idag|just nu))\b",
        ),
        (
            "GOALS",
            r"\b(?:vill vi (?:uppnå|nå|se|ha|komma)|ska vi (?:uppnå|nå|komma)|siktar|strävar|är målet"
            r"|(?:hit|dit) (?:vill|ska) vi)\b|\A(?:hit|dit) (?:vill|ska)\b",
        ),
        (
            "RATIONALE",
            r"\b(?:ser det ut|är läget|vet vi|visar|säger|därför|är det (?:så|viktigt|ett)|har vi valt"
            r"|ser vi|bygger|grundar|beror|brister|skaver|oroar|saknas|gör ont|är problemet)\b",
        ),
    )
)
"""By verbs that tell on their own; other verbs by their tense alone."""
PAST = re.compile(
    r"[a-zåäö]{3,}(?:ades?|erades?)|(?:[a-zåäö]{3,}(?:dde|ddes|kte|ktes|lde|ldes|rde|rdes|pte|ptes))"
)
PRESENT = re.compile(
    r"(?!.*(?:heter|ningar|elser)\Z)[a-zåäö]{2,}r|[a-zåäö]{4,}s|ska|skall|vill|kan"
)
"""Of a verb beside "vi", "polisen" or "det"."""
DOER = re.compile(
    r"\b(?:vi|polis\w*|kommun\w*|parterna|man|det|detta|löftet|löftena|målet|målen|genom"
    r"|(?:ska|skall|kommer att|behöver|måste) \w+s)\b"
)
EARLIER = re.compile(
    r"\b(?:förra|föregående|tidigare|sist|senaste) (?:gången|perioden|året|löft\w*|tiden)|\bsist\Z"
)
CORE_PARTY = re.compile(
    r"(?:lokal|kommun)?polis(?:en|ens)?|kommun(?:en|ens|er|erna|ernas|s)?|stadens?|parter(?:na|nas)?"
)
"""Other parties' names may be a place to do something at: "I butikerna", "Skolan"."""
FIGURE = re.compile(r".*:\s*[\d\s()+–-]+\Z|[\d\s()+–./:-]+\Z")
QUESTION = re.compile(
    r"(?:är|var(?! (?:är|finns|går|kan|ska|i|på)\b)|blev|har|hade|höll|gick|går|kan|kunde|ska"
    r"|finns|fanns|kom|fick|får|vill|gör|gjorde|räckte"
    r"|hjälpte|lyckades|undrar|vill|vet|behöver|känner)\b"
)
"""The verb first: asked, not named."""
PAST_QUESTION = re.compile(
    r"(?:var|blev|har|hade|höll|gick|fanns|kom|fick|gjorde|räckte|hjälpte|lyckades)\b"
)
