"""Lines that belong to the web site and not to the page."""

import re

_WHOLE_LINES = re.compile(
    r"""(?:
    # the seed (Strömsund) and other Sitevision sites: skip links and the reading aid
      (?:hoppa|gå|direkt|till)\s(?:direkt\s)?(?:till\s)?(?:sidans\s)?
        (?:huvud)?(?:innehåll\w*|meny\w*|huvudmeny\w*|undermeny\w*|sidfot\w*|navigation\w*
        |startsida\w*
        |toppen|sök\w*|början)(?:\spå\ssidan)?
    | (?:spela|läs)\supp(?:\s\w+){0,2} | aktivera\s.{0,40} | anpassa\s.{0,40} | textstorlek.{0,20}
    | välj\s(?:kommun|språk|ort|region)\b.{0,40} | översätt.{0,30} | translate.{0,20}
    | (?:upp\s)?till\s(?:sidans\s)?(?:topp(?:en)?|början)
    | (?:kopiera|skapa|spara)\s(?:länk|pdf|som\spdf).{0,30} | utskriftsversion | utskriftsvänlig.{0,20}
    | gilla(?:\s(?:sidan|oss|och\sdela))? | (?:rapportera|anmäl)\s.{0,20}fel\b.{0,40}
    | (?:tyckte|tycker)\sdu\b.{0,60}hjälp.{0,20} | var\s.{0,40}till\shjälp.{0,20}
    | taggar:?.{0,80} | nyckelord:?.{0,80} | kategori(?:er)?:.{0,80} | webbkarta | press(?:rum)?
    | vad\sletar\sdu\sefter | jobba\shos\soss | kontakta\swebb\w+ | (?:så|hur)\s(?:använder|hanterar
    |behandlar)\svi\s.{0,40} | hantera\skakor | .{0,40}\bpå\s(?:instagram|facebook|youtube|linkedin)
    | öppna\s.{0,30} | ja\s+nej | driftinformation.{0,120} | till\snavigationen | till\sstartsidan
    | lyssna(?:\spå\s(?:sidan|texten))?(?:\slyssna)? | läs\supp | uppläst | talande\swebb
    | dela\s?:.{0,60} | dela(?:\s(?:sidan|på|via|med|artikeln|länk).{0,60})? | tipsa(?:\sen\svän.*)?
    | skriv\sut(?:\s\w+)?
    | (?:facebook|twitter|x|linkedin|instagram|youtube|e-post|mejla)(?:[\s,|·]+(?:facebook
    |twitter|x|linkedin|instagram|youtube|e-post|mejla|skriv\sut))*
    # menus and search
    | meny | huvudmeny | undermeny | sök | sök\s(?:på|här).{0,40} | stäng(?:\s\w+)?
    | öppna(?:\s\w+)? | visa\s(?:mer|mindre|alla|meny)
    | logga\sin | mina\ssidor | start | startsida(?:n)? | hem | tillbaka(?:\still.*)?
    | föregående | nästa
    | (?:other\slanguages?|languages?|in\senglish|english|translate|lättläst|teckenspråk|språk
    |suomi|anpassa|kontrast)
    | genvägar | självservice | e-tjänster(?:\soch\sblanketter)? | felanmälan | lediga\sjobb
    | anslagstavla(?:n)?
    | sidfot | (?:sidans\s)?innehåll(?:et)?(?:\spå\s(?:den\shär\s)?sidan)?
    | innehållsförteckning | på\sden\shär\ssidan | hitta\spå\ssidan
    # after the text
    | (?:hjälpte|var|hade|fick|hittade)\s(?:du|sidan|informationen|den\shär|innehållet|detta
    |texten)\b.{0,80}
    | hjälpte\sinformationen.{0,80} | ja[\s/|]+nej
    | tack\sför\s(?:att\sdu|din|ditt|hjälpen).{0,60} | lämna\ssynpunkt\w*(?:\spå\ssidan)?
    | relatera(?:t|d|de)\b.{0,40} | (?:mer\s)?aktuell\sinformation | länkar | dokument | bilagor
    | läs\s(?:mer|också|även|hela)\b.{0,160} | mer\som\s.{0,60} | mer\sinformation
    | ladda\s(?:ne[dr]|hem).{0,120}
    | .{0,120}\((?:pdf|docx?|xlsx?)\b[^)]{0,40}\)[\s.]* | .{0,120}\.(?:pdf|docx?)
    | .{0,80}öppnas\si\snytt\sfönster\.?
    | länk\still.{0,100} | följ\s(?:oss|vårt\sarbete)\b.{0,60} | prenumerera.{0,60} | nyhetsbrev
    # foot
    | ©.{0,120} | copyright.{0,120} | org(?:anisations)?\.?\s?-?(?:nr|nummer).{0,40}
    | om\s(?:webbplatsen|kakor|cookies).{0,40}
    | tillgänglighet(?:sredogörelse.{0,40})? | (?:behandling\sav\s)?personuppgifter.{0,40}
    | dataskydd.{0,30} | kartor?
    | (?:https?://|www\.)\S+
    )[\s.:!?»›>]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_STARTS = re.compile(
    r"""(?:
      (?:texten|sidan|artikeln)\s(?:ändrad|granskad|publicerad|skapad)\b | granskad\sav\b | av:\s
    | publicerades\b | uppdaterades\b | senaste\s(?:granskning|uppdatering|ändring)\b
    | (?:sidan\s|sidans\sinnehåll\s|innehållet\s)?(?:senast\s|sist\s)?(?:ändrad|granskad
      |uppdatera\w*|publicera\w*)\s?
        (?:[:/]|av\b|den\b|\d|senast)
    | (?:sidan|sidans\sinnehåll|innehållet)\s(?:är\s)?(?:senast|uppdatera|granska|publicera
    |kontrollera)
    | senast\s(?:ändrad|granskad|uppdaterad|publicerad)
    | (?:sid|innehålls|text)ansvarig | ansvarig\sför\s(?:sidan|innehållet|webb) | skribent\b
    | du\s(?:är|befinner\sdig)\shär | foto(?:graf)?\s?: | bild\s?: | illustration\s?: | text\s?:
    | (?:flyg)?(?:bild|foto|vy|fotografi)\s(?:över|på|av|från|som)\b | logotyp\b | javascript\b
    | (?:öppettider|telefontider)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_COOKIES = re.compile(
    r"\b(?:kakor|cookies?|cookie-?inställningar)\b"
    r"|^(?:godkänn|acceptera|tillåt|avvisa|neka)\b.{0,30}\Z|^(?:endast"
    r"|bara) nödvändiga\b.{0,30}\Z|^(?:inställningar|jag förstår|okej?|ok)\Z",
    re.IGNORECASE,
)
_PATH = re.compile(r"[^/>›»|\\→.]{1,60}(?:\s?[/>›»\\→]\s?|\s[|·•]\s)[^/>›»|\\→.]{1,60}")
_PATH_START = re.compile(
    r"(?:start|startsida\w*|hem|hemsida|förstasidan?|du är här:?)\s*[/>›»|\\→·-]", re.IGNORECASE
)
_PATH_BORDERS = re.compile(r"\s[>›»|\\→·]\s|\s/\s|›|»")


def is_noise(text: str) -> bool:
    """Told by the line alone; whole sections of links are told by their heading (words.headings)."""
    if len(text) > 400:
        return False
    return bool(
        _WHOLE_LINES.match(text) or _STARTS.match(text) or _COOKIES.search(text) or is_path(text)
    )


def is_path(text: str) -> bool:
    """A breadcrumb, or a menu set in one line."""
    if len(text) > 200 or text.endswith("."):
        return False
    if _PATH_START.match(text):
        return True
    return len(_PATH_BORDERS.findall(text)) >= 2 and _PATH.match(text) is not None
