"""What headings and labels mean, by their words. The first role that fits wins.

The patterns are matched against the key of the heading: lower case, no marks, number off.
"""

import re

from promises.page_import.words import promise_nouns as nouns

_P = r"(?:polis\w*|kommun\w*|\w+ kommuns?|lokalpolisområde\w*)"

CONTACT = re.compile(
    r"kontakt(?!er )\w*(?: (?:oss|gärna|kommunen|polisen|uppgift\w*|person\w*|för denna.*"
    r"|information|och .*|till .*|hos .*))*$"
    r"|kontakt|kontakta .{1,60}|har du frågor.*|(?:vid )?frågor(?: om.*| och.*)?$"
    r"|(?:hit|dit|här|så|vem|vart|var) .*\b(?:vänder|hör|når|ringer|svarar|kontaktar|frågar|mejlar|skriver"
    r"|nås|pratar)\b.*(?:du|ni|oss|frågor|dina|av sig).*"
    r"|(?:ring|mejla|maila|skriv|hör av|nå|prata|tala|snacka|fråga)\b.*\b(?:oss|dig|er|till"
    r"|med|eller|gärna)\b.*"
    r"|.*\b(?:undrar du|har du frågor|funderingar)\b.*|frågor och .*|fler frågor.*"
    r"|vill du veta mer.*|här når du.*|så når du.*|hit vänder du dig.*"
    r"|vem (?:kontaktar|ringer) .*|mer information (?:lämnas|ges) av.*|upplysningar.*"
    r"|ansvariga? handläggare.*|(?:vid|har du|för) (?:frågor|mer information|ytterligare .*).*kontakta\b.*"
)
SIGNATURES = re.compile(
    r"underskrift\w*.*|undertecknande\w*.*|undertecknat\w*(?: .*)?$|undertecknas(?: av)?$"
    r"|undertecknare$|signatur\w*.*|signera\w*(?: av)?$"
    r"|avtalsparter\w*$|för parterna$|ort och datum.*|löftet (?:är )?(?:undertecknat|signerat).*"
    r"|löftena är undertecknade av.*"
)
LINKS = re.compile(
    r"relatera\w*.*|läs (?:mer|också|även)\b.*|länkar?$|fler länkar|dokument$|bilagor$"
    r"|genvägar|nyheter$|aktuellt$"
    r"|fler nyheter.*|mer om .*|"
    r"andra (?:har|läste|sidor).*|självservice.*|följ oss.*|följ vårt arbete|sociala medier"
    r"|om webbplatsen|snabblänkar|hitta snabbt|"
    r"i samma ämne|du kanske (?:också )?.*|annat innehåll.*|innehåll$|innehållsförteckning"
    r"|upptäck mer.*|fler sidor.*|populärt.*"
)
ABOUT = re.compile(
    r"sammanfattning\w*.*|i korthet$|kort om .*|om medborgarlöft\w*.*|vad (?:är|innebär"
    r"|menas med) .*(?:medborgarlöft|löft).*|(?:så"
    r"|hur) .*(?:togs|tas|tagits|arbetades|arbetas|har tagit|växte|kom) .*(?:fram|till).*"
    r"|(?:så|hur) (?:har|blev|blir|skapades) .*(?:löfte|löften|löftena|till)$|syfte\w*(?: .*)?$"
    r"|medborgardialog\w*(?: .*)?$|dialog(?:er|en)? med .*|varför medborgarlöft\w*.*"
    r"|samverkansöverenskommelse\w*.*|överenskommelse\w*.*|samverkan(?: mellan.*| .*kommun.*)?$"
    r"|(?:vi|ni|du|så) (?:har )?(?:lyssna|svara|tyck|berätta)\w*.*|arbetssätt\w*|inledning"
    r"|framtagande.*"
    r"|beslut\w*(?: .*)?$|(?:polisen|kommunen|polis) och (?:kommunen|polisen|kommun) (?:jobbar"
    r"|arbetar|samverkar).*|om samverkan.*|enkät\w*(?: .*)?$|underlag(?: .*)?$|organisation$"
    r"|så arbetar vi$"
    r"|det (?:här )?(?:tyckte|sa|sade|svarade|berättade) .*|vad (?:tyckte|sa|sade|svarade) .*"
    r"|det här (?:tycker|sa) .*|trygghetsmätning\w*.*|lagen .*|styrgrupp.*|arbetsgrupp.*"
)
BESIDES = re.compile(
    r".*\b(?:utöver|utanför|förutom|därutöver)\b.*|.*\binte (?:lovade|lovat"
    r"|utlova\w*)\b.*|övriga? .*|dessutom.*"
    r"|annat (?:vi|som) .*|mer som (?:har )?(?:gjorts|hänt).*"
)
""" "Det vi inte lovade men ändå gjorde": what stands under it belongs to no promise."""
NOT_DONE = re.compile(
    r".*\b(?:inte|ej)\b.*\b(?:genomför\w*|gjort|gjorde|hann|hunnit|klar\w*|uppfyll\w*|höll"
    r"|uppnått|blev av|av|gick|lyckades|blivit|kunde|nådde|hållits|hölls|gjordes)\b.*"
    r"|inställ\w*.*|utebliv\w+.*|det här blev inte av.*|(?:o|ej |inte )gjor(?:t|da|d)\Z|(?:ej"
    r"|inte) (?:klar|avklara|utför|genomför|uppfyll|infria)\w*|missa(?:t|de)?\Z|str[uö]k\w*\Z"
    r"|föll bort|kvar att göra|brister\Z|saknas\Z|misslyckades?\Z|misslyckat\Z|uppskjut\w+\Z"
    r"|avbrut\w+\Z|bort(?:valt|prioriterat)\Z"
)
PARTLY = re.compile(r"(?:delvis|till viss del) (?:genomför|uppfyll|gjort|klar|uppnå)\w*.*|delvis$")
ONGOING = re.compile(
    r"pågår$|pågående.*|påbörja\w*(?: insatser| aktiviteter| åtgärder)?$|på gång.*"
)
OUTCOME = re.compile(
    r".*\bhur (?:långt )?det (?:har )?(?:gick|gått)\b.*|"
    r"(?:så|hur)(?: här)? (?:har )?(?:det )?(?:gick|gått|blev)(?: det)?\b.*|hur går det\b.*|hur det (?:gick"
    r"|har gått).*|uppföljning\w* (?:av|för|över|av löft\w*|medborgarlöft\w*|löft\w*|per)\b.*"
    r"|uppföljning\w* .*\d{4}.*|.*\buppföljning av .*löft.*"
    r"|resultat\w*(?: .*)?$|utfall\w*(?: .*)?$|.*\b(?:utfallet|resultatet)\b.*|(?:åter)?rapport\w*(?: .*)?$"
    r"|återkoppling\w*(?: .*)?$|redovisning\w*(?: .*)?$|återblick.*|bokslut.*"
    r"|utvärdering av .*löft.*|slutrapport.*|delrapport.*"
    r"|(?:det(?:ta)?|vad)(?: här)?(?: har| hade)? (?:vi|polisen|kommunen|polis och kommun"
    r"|polisen och kommunen|parterna|som)?\s?(?:har )?(?:vi )?(?:gjort|gjorde|gjordes|genomfört"
    r"|genomförde|genomförts|hände|hänt|blev gjort|åstadkommit)(?: .*)?$"
    r"|(?:(?:exempel på|följande|några|våra|redan)? ?)*(?:genomför[dt]|utför[dt]|gjor[dt]|avslutad"
    r"|avklarad)\w*(?: .*)?$|(?:det här )?(?:har|blev) (?:gjorts|genomförts|gjort|utfört"
    r"|gjord)\w*.*|uppfyll\w*(?: löften)?$|uppfyllde .*"
    r"|(?:har|höll|håller|lyckades) vi .*|(?:har|höll) (?:löftet|löftena).*"
    r"|löftena? (?:uppfylldes|har uppfyllts|hölls).*|(?:så|det här) (?:höll|har vi hållit"
    r"|uppfyllde) .*|insatser som (?:har )?genomfört?s.*|klart$"
    r"|aktiviteter som (?:har )?genomfört?s.*"
    r"|tidigare (?:medborgar)?löften?\w*(?: .*)?$|avslutade (?:medborgar)?löften.*"
    r"|vad har (?:polisen|kommunen|vi) .*gjort.*|polisens redovisning.*|kommunens redovisning.*"
    r"|status$|läget nu.*|arbetet hittills.*|hittills.*"
)
LOOKS_BACK = re.compile(
    r"\b(?:facit|backspegel\w*|bokslut\w*|återblick\w*|tillbakablick\w*|kvitto\w*|kvittens\w*"
    r"|det vi gjorde|vad vi gjorde|vad (?:har )?(?:blev|blivit|hänt|hände) )\b",
    re.IGNORECASE,
)
PROMISED = re.compile(
    r"(?:det(?:ta)?|vad|så)(?: här)? (?:var )?(?:lovade|utlovade|utlovades|har .*lovat|skulle"
    r"|lovades).*|(?:löftet|löftena|löften) (?:var|löd|som gavs)\b.*|utlovat.*|utlovade .*"
    r"|vi lovade(?: (?:att|er|dig|följande|detta|det här))*$|"
    r"följande .*(?:utlovades|lovades|fanns med|ingick).*|lovat$|våra löften var.*"
)
ACTIONS = re.compile(
    r"(?:(?:följande|våra|planerade|gemensamma|konkreta|prioriterade|exempel på|polisens"
    r"|kommunens|de|och) )*(?:aktivitet\w*|åtgärd\w*|insats\w*|handlingsplan\w*|arbetssätt"
    r"|metoder?)(?: (?:och|under|för (?:att|löft|perioden|båda|alla|året|samtliga|de|\d)"
    r"|som|inom|vi|i|är|kopplade|\d).*)?$"
    r"|(?:det(?:ta)?|vad)(?: här)? (?:ska|skall|kommer|gör|vill|tänker|behöver) (?:vi|polisen"
    r"|kommunen|parterna|polis|man|göras|de)\b.*|(?:det|detta) (?:ska|kommer).*(?:genom|göra).*"
    r"|vad (?:vi|polisen|kommunen|polis och kommun) (?:ska|skall|gör|vill|kommer|tänker)\b.*"
    r"|(?:så|hur)(?: här)? (?:ska|gör|uppfyller|jobbar|arbetar|når|håller|kommer|vill|tänker"
    r"|genomför) (?:vi|polisen|kommunen|löftet|det|polis|löftena)\b.*"
    r"|(?:det(?:ta)?|löftet|löftena|målet|vi)\b.{0,60}\bgenom(?: att| följande.*)?$|genom(?: att"
    r"| följande.*)?$|(?:det(?:ta)?) (?:gör|uppnår|uppfyller|genomför) vi.*|löftet (?:innebär"
    r"|betyder|omfattar)(?: att| bland annat.*| följande.*)?$|för att (?:det|detta|vi|löftet)"
    r" (?:här )?(?:ska|skall)"
    r"\b.{0,40}$|för att (?:uppnå|nå|lyckas"
    r"|uppfylla|hålla).*(?:ska|kommer|gör|genomför).*|konkret(?: .*)?$|så (?:ska det"
    r"|går det) till.*"
    r"|som ett led i .*|hur(?: då)?$"
)
RATIONALE = re.compile(
    r"bakgrund\w*(?: .*)?$|varför(?:\?| .*)?$|motiv\w*(?: .*)?$|nuläge\w*(?: .*)?$"
    r"|problem\w*(?: .*)?$|lägesbild\w*(?: .*)?$|därför (?!lovar|åtar|har vi lovat).*"
    r"|situation\w*(?: .*)?$|utgångsläge\w*"
    r"|orsak\w*(?: .*)?$|så ser det ut.*|behov(?:et)?$|(?:vad )?(?:visar|säger) (?:statistiken"
    r"|siffrorna).*|beskrivning$|anledning.*|skäl$"
)
GOALS = re.compile(
    r"(?:våra |övergripande |mätbara |gemensamma |prioriterade )?(?:mål|målen|målet|effektmål\w*"
    r"|målsättning\w*|delmål|målbild|målvärde\w*|önskat läge|indikator\w*|mått|syfte och mål"
    r"|mål och mått)(?: (?:för|och|är|med|till|\d).*)?$|(?:det|detta"
    r"|vad) (?:här )?vill vi uppnå.*|förväntad effekt.*|förväntat resultat.*|så vet vi att.*"
)
FOLLOW_UP = re.compile(
    r"uppföljning\w*(?: (?:och|sker|görs).*)?$|(?:så|hur)(?: här)? (?:följer|följs|mäter|mäts"
    r"|utvärdera\w*|redovisa\w*|ska|kommer).*(?:upp|mäter|mäts|utvärdera\w*"
    r"|redovisa\w*)?.*(?:följ|mät|utvärder|redovis).*|(?:så|hur) (?:följer|följs|mäter|mäts"
    r"|utvärderar).*|utvärdering\w*$|när följ(?:s|er) .*"
    r"|avstämning\w*(?: .*)?$|återkoppling (?:till|av|på) .*|(?:så|hur) vet (?:vi|du|man) .*"
)
PROMISES = re.compile(
    r"(?:(?:våra|gällande|aktuella|nuvarande|nya|gemensamma|följande|årets|de|här är|lokala"
    r"|antagna|\d+|dessa|två|tre|fyra|fem|sex) )*(?:medborgar)?löft(?:e|en|et|ena)(?: (?:är|som"
    r"|lyder|nr|nummer|i korthet|till dig|till medborgarna|till invånarna|just nu|\d+).*)?$"
    r"|(?:det|detta)(?: här)? (?:lovar|har) (?:vi|polisen|kommunen|polis och kommun"
    r"|parterna)(?: lovat)?(?: .*)?$|vi lovar(?: (?:att|dig|er|följande|invånarna"
    r"|medborgarna))*$|det här är våra löften.*|så lyder .*|åtaganden?$|vad lovar vi.*"
    r"|vårt löfte.*|(?:medborgar)?löfte (?:\d+|[a-d])$"
)
AREA_LIST = re.compile(
    r"(?:(?:våra|gällande|gemensamma|följande|prioriterade|valda|de|utvalda|tre|två|fyra|fem"
    r"|lokala|och) )*(?:fokusområde\w*|områden|prioriter(?:ingar|ade områden)|teman"
    r"|temaområden)(?: .*)?$|.*\b(?:fokusområden|prioriterade områden|temaområden)\b.*(?:är"
    r"|prioriterats|valts|valt|följande|tagits fram|ut)?$"
)
"""A list of areas, not promises: "Fokusområden är: trafik, narkotika"."""

GIVES = re.compile(
    r"\b(?:lov\w+|löft\w+|åta\w*|utfäst\w*|svarar|står för|tar på (?:sig|oss)|ansvar\w*|gör|ska"
    r"|skall|bidrar|insats\w*|aktivitet\w*"
    r"|åtgärd\w*|redovis\w*|rapport\w*)\b",
    re.IGNORECASE,
)
OF_MUNICIPALITY = re.compile(
    r"kommunens|stadens|kommuns \w*löft|från kommunen|kommunen lov", re.IGNORECASE
)
"""Whose the promises are; "Löften i Viks kommun" only says where."""
CORE_PARTY = re.compile(
    r"polis|lokalpolis|kommun|stad(?:en|ens)?\Z|region|räddnings|brandkår|fastighetsägar|hyresvärd|ab\Z"
    r"|socialtjänst|bostadsbolag",
    re.IGNORECASE,
)
"""A heading with such a word alone names who acts; "Skolan" or "Föreningslivet" is rather an area."""

TOGETHER = re.compile(
    r"\b(?:gemensam\w*|tillsammans|ihop|sida vid sida|hand i hand|(?:alla|båda|samtliga) part\w+)\b"
)

OF_PROMISES = re.compile(
    r"(?:(?:våra|gällande|aktuella|nuvarande|nya|gemensamma|lokala|polisens|kommunens|stadens|och|samt"
    r"|tre|två|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\d+|\w+s) )*"
    + nouns.EITHER
    + r"(?: (?:i|för"
    r"|till|från|mellan|på|åt|av|hos"
    r"|kring|vid|om|med|gällande|till dig|längs|mot) .*)?\Z"
)
"""The promises themselves head the line: "Gemensamma medborgarlöften för Vikby"."""
TITLE_OF_PROMISES = re.compile(
    r"(?:(?:gemensamma|gemensamt|nya|lokala|aktuella|polisens och kommunens|kommunens och polisens) )?"
    rf"(?:{nouns.EITHER})(?: (?:i|för|till|på|vid|från"
    r"|mellan|hos|om|längs|mot) .*)?\Z"
)
""" "Medborgarlöften i Vik" is what the page is called; "Våra löften", "Vårt löfte" head what follows."""
OF_ALL = re.compile(
    rf"\b(?:alltsamman\w*|alltihop|allihop|(?:alla|samtliga|hela) (?:{nouns.EITHER}|områden\w*|perioden))\b",
    re.IGNORECASE,
)
""" "Detta bär upp alltsammans": acts for every area."""
ONE_PROMISE = re.compile(rf"\b{nouns.SINGULAR}\b|\blovar\b|\blova\b|\blöfte \d|\bvårt ord\b")
PROMISES_OF_PLACE = re.compile(
    r"(?:(?:våra|nya|gemensamma|gällande|aktuella|lokala) )*\w*löft(?:e|en|et|ena) (?:i"
    r"|för|till|på|vid|inom) "
)
""" "Löften i Viks kommun" is a title; "Kommunens löften" tells who gives them."""
MENTIONS_PROMISES = re.compile(rf"\b{nouns.EITHER}\b|\båtagand\w*|\bmedborgarlöft\w*")

PARTY_FILLER = re.compile(
    r"\b(?:lovar|lova|lovade|löfte|löften|löftet|löftena|medborgarlöfte|medborgarlöften"
    r"|medborgarlöftena|att|och|samt|gemensamt|gemensamma|gemensam|tillsammans|vi|det|här|detta"
    r"|gör|göra|ska|skall|kommer|åtar|sig"
    r"|ansvarar|ansvar|för|våra|vårt|våran|vad|så|arbetar|bidrar|i|med|följande|del|delen"
    r"|insatser|åtgärder|aktiviteter|från|till|medborgarna|invånarna|dig|er|av|särskilt|den"
    r"|lokala|samarbete|samverkan|genomför|genomföra|har|gjort|genomfört|delar|rapport"
    r"|redovisning|uppdrag|dessutom|även|också|därutöver|båda|alla|parter|parterna"
    r"|tar på oss|tar på sig|tar|på|oss|svarar|står|sida vid sida|ensam|ensamma|enskilt"
    r"|utfäster|garanterar|lämnar"
    r"|samtliga|själva|själv|bara|nu|här|ihop|jämte|vill|du|ni|oss|räkna|lita|kan|också)\b"
)
AREA_PREFIX = re.compile(
    r"(?:(?:prioriterat |gemensamt )?(?:fokus|insats|tema|problem)?område(?:n)?|tema"
    r"|löftesområde|prioritering|fokus|(?:medborgar)?löfte(?: nr)?)\s*(?:nr |nummer )?(?:\d{1,2}"
    r"|[A-D])?\s*[:.–—-]\s+|(?:fokus|insats|tema|problem)?område \d{1,2}\s+",
    re.IGNORECASE,
)
HEADING_NUMBER = re.compile(
    r"\(?\d{1,2}(?:\.\d{1,2})*[.):]?\)?\s+(?=[A-ZÅÄÖ])|[A-Z][.)]\s+(?=[A-ZÅÄÖ])"
    r"|[IVX]{1,4}[.)]\s+(?=[A-ZÅÄÖ])"
)

INLINE_LABEL = re.compile(r"(?P<label>[A-ZÅÄÖ][\wåäöÅÄÖ ]{2,40}?(?: \d{1,2})?)(?:\s?:|\?)\s+(?=\S)")
"""A label and its text in one line: "Bakgrund: Trafiken är …", "Ansvarig: polisen"."""

RESPONSIBLE = re.compile(
    r"ansvarig\w*|ansvar|löftesgivare|givare|vem lovar|avsändare|utförs? av|genomförs av"
    r"|utförare|vem|aktör\w*|part(?:er)?|medverkande"
)
WHY_LABEL = re.compile(r"kommentar\w*|orsak\w*|skäl\w*|anledning\w*|avvikelse\w*|förklaring\w*")
STATUS = re.compile(r"status|läge")
PLACE = re.compile(
    r"(?:stadsdel\w*|kommundel\w*|tätort\w*|orten|bostadsområde\w*|centrum|området)\b"
)
