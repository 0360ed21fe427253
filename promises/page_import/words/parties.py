"""Who the parties are, by the words pages use for them."""

import re

_ENDING = r"(?:e|a|n|t|en|et|er|ar|or|an|na|erna|arna|orna|ena|erne)?s?"
_DOER = r"(?:e|en|na)s?"
"""Of any noun, in any number, known or not, and whose."""


def _named(alone: str, heads: str, *others: str) -> re.Pattern[str]:
    """``alone``: stems that stand by themselves; ``heads``: also last in a compound, "kvälls-" and all."""
    parts = (f"(?:{_forms(alone)})", rf"[\wåäö-]*(?:{_forms(heads)})", *others)
    return re.compile("|".join(parts), re.IGNORECASE)


def _forms(stems: str) -> str:
    """ "Samordnar" is a verb; who does it is "samordnare", "samordnaren"."""
    return "|".join(f"{stem}{_DOER if stem.endswith('ar') else _ENDING}" for stem in stems.split())


POLICE = _named(
    """lpo kommissarie polisförbund polisinspektör insatsledare""",
    """polis polispatrull polismyndighet polisområde polisregion polisvolontär polisassistent
    polisstudent polisaspirant polisbefäl polischef polispersonal polisledning polisinspektör
    polisanställd""",
    r"(?:fot|polis|cykel|bil|mc-?|trafik)?patrull(?:en|erna)s?",
    r"yttre befäl(?:et)?",
)
MUNICIPALITY = _named(
    # schools, social services, youth centres: the contract counts them as the municipality
    """kommun kommunledning kommunstyrelse kommundirektör kommunchef kommunråd kommunalråd
    oppositionsråd kommunfullmäktige kommunpolitiker kommunvakt kommunvägledning kommunväxel
    kommunanställd stadens stads staden ifo gatudrift gatuavdelning elevhäls elevhälsoteam
    fältar fältgrupp fältteam fältverksamhet fritidsverksamhet familjecentral boendestöd
    ungdomsmottagning överförmyndar simhall badhus fritidsbank folkhälsoråd kontaktcenter
    servicecenter medborgarservice kundtjänst äldreomsorg individomsorg familjeomsorg elevråd
    parkvärd säkerhetschef kulturhus uppsökarteam""",
    """skol gymnasi gymnasium bibliotek nämnd förvaltning
    avdelning kontor kansli fritidsgård ungdomsgård fritidsledar ungdomsledar socialtjänst
    hemtjänst socialsekreterar socialarbetar fältarbetar fältassistent fältsekreterar lärar
    rektor kurator pedagog skolsköterskor skolsköterska skolpersonal skolledning
    skolledar elevassistent samordnar handläggar konsumentvägledar vägledar budgetrådgivar
    förebyggar utvecklar trygghetsvärd skolvärd parkvärd sommarvärd områdesvärd stadsvärd
    stationsvärd ordningsvakt parkeringsvakt kommunvakt parkarbetar vaktmästar fastighetsskötar
    socialjour trygghetsjour ungdomscoach stadsträdgårdsmästar bibliotekari folkhälsoplanerar
    folkhälsostrateg säkerhetsstrateg trygghetsstrateg boendestödjar
    preventionsteam badvakt""",
    r"[\wåäö]*enheten|ungdomens hus|kultur- och fritid\w*|individ- och familjeomsorg\w*|folkhälso\w*",
)
OTHER = _named(
    # Kiruna: municipal companies give promises of their own
    """region landsting sjukvård ambulans ambulanspersonal psykiatri primärvård kyrk moské pastorat
    församling diakon hemvärn försvarsmakt tull näringsliv civilsamhäll bank brf kriminalvård
    frivård skatteverk försäkringskass arbetsförmedling brå åklagar apotek systembolag galleri
    köpcent köpcentrum studieförbund krögar köpmän handlar åkar taxi väktar scouter
    scouten nattvandrar frivilligorganisation volontär hyresvärd""",
    """vårdcentral hälsocentral sjukhus räddningstjänst brandkår brandmän brandmänn brandförsvar
    fastighetsägar villaägar butiksägar restaurangägar markägar stugägar bostadsstiftelse
    bostadsföretag bolag företag företagar förening föreningslivet föreningsliv samfällighet
    klubb byalag byaråd jaktlag fiskelag idrottsråd föräldraråd scoutkår lottakår kvinnojour
    tjejjour mansjour brottsofferjour missbruksvård frikyrk missionskyrk stadsmission
    länsstyrelse trafikverk tullverk migrationsverk kustbevakning myndighet länstrafik bussförar
    centrumledning krögar handlar åkeri pensionärsorganisation intresseorganisation
    livsmedelskedj bensinmack jägar räddningsförbund brandman sparbank""",
    r"(?!narkotika|drog|knark|människo|vapen|sex)[\wåäö]*handeln|[\wåäö]{4,}(?:allians|sällskap"
    r"|förbund)(?:en|et|ar|arna|erna)?s?|butiker(?:na)?s?|restauranger(?:na)?s?"
    r"|bostads\w*bolag\w*|brf \w+|bostadsrättsför\w+|tekniska verken|kommunala (?:fastighets"
    r"|bostads)?bolag\w*|hembygds\w+|ideella \w+|svenska kyrkan|(?:kollektiv|läns|lokal|buss|spår"
    r"|tåg)trafik(?:en|bolag\w*)?|västtrafik|skolskjutsbolag\w*|bilprovning\w*|röda korset"
    r"|rädda barnen|pensionärs\w+|[\wåäö]+s förening(?:en)?|\w*gymmet",
)
DEPARTMENT = frozenset(
    "kultur fritid gata gator park parker natur barn utbildning skola vård omsorg bygg miljö teknik"
    " fastighet service samhällsbyggnad stadsmiljö trafik bibliotek stadsplanering social".split()
)
""" "Gata och park", "kultur och fritid": departments go by what they see to."""
ORGANISATION = re.compile(
    r"[\wåäö]*(?:bolag|förening|förbund|skol|central|stiftelse|företag|klubb|myndighet|nämnd"
    r"|förvaltning)"
    rf"{_ENDING}",
    re.IGNORECASE,
)
""" "Kommunens fastighetsbolag" is the company; "bolagets trygghetsvärdar" are the company's."""
CITY = re.compile(r"[A-ZÅÄÖ][\wåäö-]+ (?:stad|stads)")
OTHER_SCHOOLS = re.compile(
    r"(?:trafik|kör|folkhög|hög|rid|dans|simm?|språk)skol(?:a|an|or|orna|ans|ornas)s?"
    r"|universitet(?:et)?s?",
    re.IGNORECASE,
)
COMPANY_NAME = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]{3,}(?:hem|bostäder|bostaden|fastigheter|byggen|kraft|energi|trafiken|buss)"
    r"|[A-ZÅÄÖ][\wåäöé-]+ (?:AB|HB|IF|GoIF|AIF|BoIS|BTK|OK|IK|IS|BK|FK|SK|FF|FC|HK|GIF|GK"
    r"|RK|BF|KF|IBK|Energi|Bostäder"
    r"|Fastigheter|Handel|Trafik|Stadsnät|Kraft|Vatten|City|Centrum AB|Företagare|Bygg|Allians)"
)
"""Of municipal housing, power and bus companies: "Ekeråshem". Read with the case as it stands."""
NOT_COMPANIES = re.compile(
    r"(?:ungdoms|familje|barn|ålderdoms|vård|grupp|behandlings|äldre|jour|bil|genomfarts|moped"
    r"|väg|cykel|gång|kollektiv|arbets|drog|språng)(?:hem|kraft|energi|trafiken|byggen)",
    re.IGNORECASE,
)
NOT_PARTIES = frozenset(
    "polisstation polisstationen polisanmälan polisanmälningar polisanmäld polisanmälda "
    "kommuninvånare skolungdomar "
    "kommuncentrum stadskärnan stadsdel stadsdelen stad städer skolavslutning skolavslutningar "
    "skolbesök skolstart skolmiljö "
    "skolgården skolgård föräldraskola polisprogrammet nattvandrare kommundel kommundelar "
    "kommundelarna kommunala kommunal kommunalt "
    "regional regionala skolskjuts handlar kommunikation polisregion skolväg "
    "skolvägar skolvägarna skollov skollovet skolloven skoltid skoldag skolår skolgårdar "
    "skolgårdarna skolområde skolk skolverket bibliotek polisbil polisbilar polisarbete "
    "skolskjutsen frivillig polishund polisnärvaro polisradio fritidsgårdsverksamhet regionalt "
    "förbund".split()
)
"""Words that hold a party's name and are a place, an event or an object."""

NOT_OFFICES = re.compile(r"(?:polis|lokal|mobila? |bank|parti|advokat)kontor\w*", re.IGNORECASE)

NO_NAMES = frozenset(
    "trygg trygga säker säkra din ditt vår vårt våra en ett hela ny nya nytt bra öppen levande hållbar "
    "för om till leva bo bygga smart grön attraktiv tillsammans välkommen".split()
)
"""Before "kommun" they make a slogan, not a name."""

DEFINITE = re.compile(r"(?:en|et|an|na|ns|ts|as|kommun|polis|stad|AB|IF)\Z")

WE = re.compile(r"vi|oss|våra?|vårt", re.IGNORECASE)

IF = frozenset("om när ifall så medan".split())
ANYBODY = frozenset("en ett ni du någon nån man din ditt er det några ditt".split())
PRESENT = re.compile(r"[a-zåäö]+r|vill|kan|ska|skall|lovar|går|får|gör", re.IGNORECASE)
SENT = re.compile(
    r"(?:representant|företrädar|personal|medarbetar|tjänstepers\w*|anställd|volontär|vuxn)\w*",
    re.IGNORECASE,
)
""" "Representanter för kommunen", "personal från socialtjänsten": they act for them."""
PERSONS = re.compile(
    r"polis(?:er)?|[\wåäö]+(?:poliser|patruller|ledare|arbetare|assistenter|värdar|vakter|väktare|coacher"
    r"|sekreterare|samordnare)|väktare|fältare|brandmän|rektorer|lärare|krögare|nattvandrare",
    re.IGNORECASE,
)
""" "Poliser till fots": people at the very beginning do it themselves, verb or not."""
GOT_DONE = re.compile(
    r"\bf(?:ick|år|ått)\b[^.]{0,30}?\b(?:i ?gång|ihop|till stånd|tag i|på plats|klart)\b",
    re.IGNORECASE,
)
""" "Föreningen fick aldrig i gång kursen": who gets something going acts."""
