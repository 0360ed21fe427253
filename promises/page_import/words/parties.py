"""Who the parties are, by the words pages use for them."""

import re

POLICE = re.compile(
    r"(?:lokal|område\w?|kommun|ungdoms|trafik|närområdes|gräns)?polis(?:en|ens|er|erna|ernas"
    r"|områdets?|myndighet\w*|patrull\w*"
    r"|område\w*|förbund\w*|region\w*|volontär\w*|chef\w*)?|lokalpolisområde\w*|polisens"
    r"|polisområde\w*|yttre befäl\w*|lpo",
    re.IGNORECASE,
)
MUNICIPALITY = re.compile(
    # schools, social services, youth centres: the contract counts them as the municipality
    r"kommun(?:en|ens|er|erna|ernas|s|al|ala|alt|ledning\w*|styrelse\w*|direktör\w*|chef\w*"
    r"|råd\w*|alråd\w*)?|stadens?|stads?"
    r"|\w*skol(?:a|an|or|orna|ans|ornas)s?|skolsköter\w*|skolkurator\w*|kurator(?:er"
    r"|erna)?|\w*gymnasi(?:et|um|erna)s?|elevhäls\w*|lärar\w*"
    r"|rektor\w*|skolpersonal\w*|skolledning\w*"
    r"|socialtjänst\w*|socialsekreterar\w*|socialkontor\w*|familjecentral\w*|hemtjänst\w*"
    r"|äldreomsorg\w*|individ- och familjeomsorg\w*|ifo"
    r"|fritidsgård\w*|ungdomsgård\w*|ungdomens hus|fritidsledar\w*|fritidsverksamhet\w*"
    r"|bibliotek\w*|kultur- och fritid\w*|musikskol\w*"
    r"|fält(?:are|arna|arnas|arbetare|arbetarna|grupp\w*|assistent\w*|team\w*|verksamhet\w*)"
    r"|[\wåäö]*kontor(?:et|ets|en)|[\wåäö]*enheten|medborgarservice|kontaktcenter|servicecenter"
    r"|[\wåäö]*lärare|lärarna|parkvärd\w*|ordningsvakter?na|områdesvärd\w*|säkerhetschef\w*"
    r"|simhallen|badhuset|biblioteken?|förskol\w*|hemtjänst\w*|ungdomsmottagning\w*"
    r"|\w*förvaltning(?:en|ar|arna|ens)?|\w*nämnd(?:en|ens|erna)?|gatukontor\w*|gatuenhet\w*"
    r"|tekniska (?:kontoret|avdelningen|enheten)"
    r"|parkenhet\w*|park- och gatu\w*|trygghetssamordnar\w*|säkerhetssamordnar\w*"
    r"|brottsförebyggande samordnar\w*|trygghetsvärd\w*"
    r"|preventionssamordnar\w*|drogsamordnar\w*|folkhälso\w*|ungdomscoach\w*|fritidsbank\w*"
    r"|konsumentvägledar\w*|alkoholhandläggar\w*|tillståndsenhet\w*",
    re.IGNORECASE,
)
OTHER = re.compile(
    # Kiruna: municipal companies give promises of their own
    r"region(?:en|ens|erna)?|landsting\w*|vårdcentral\w*|hälsocentral\w*|sjukvård\w*"
    r"|räddningstjänst\w*|brandkår\w*|brandmän\w*|räddningsförbund\w*|kommunalförbund\w*"
    r"|fastighetsägar\w*|hyresvärd\w*|bostads\w*bolag\w*|bostadsstiftelse\w*|bostadsföretag\w*"
    r"|brf(?: \w+)?|bostadsrättsför\w+"
    r"|energibolag\w*|tekniska verken|kommunala (?:fastighets|bostads)?bolag\w*|[\wåäö]+bolag(?:et|en)"
    r"|hyresgästförening\w*|näringsliv\w*|[\wåäö]*handeln|[\wåäö]*handlar(?:e|na|nas)"
    r"|köpmän\w*|köpmanna\w*|\w*företagare\w*|\w*företagen|företagar\w*|butik(?:erna|sägar\w*)"
    r"|krögar\w*|restaurang(?:erna|ägar\w*)|centrumledning\w*|galleria\w*|väktar\w*"
    r"|vaktbolag\w*|säkerhetsbolag\w*"
    r"|civilsamhäll\w*|[\wåäö]*förening(?:en|ens|ar|arna|arnas|slivet|sliv)|[\wåäö]+klubb(?:en|ar|arna)?"
    r"|[\wåäö]+s förening(?:en)?|[\wåäö]{4,}(?:allians|sällskap|samfällighet|förbund)(?:en|et|ar|arna|erna)?"
    r"|byalag\w*|byaråd\w*|hembygds\w+|idrottsråd\w*|scout\w*kår\w*|scouterna|studieförbund\w*"
    r"|(?:kvinno|tjej|mans|brottsoffer)jour(?:en|er|erna)?|missbruksvård\w*"
    r"|ideella \w+|[\wåäö]*församling\w*|svenska kyrkan|kyrkan|moskén"
    r"|länsstyrelse\w*|trafikverk\w*|tullverk\w*|tullen|kustbevakning\w*|kriminalvård\w*"
    r"|[\wåäö]*myndigheten|skatteverket|försäkringskassan|arbetsförmedlingen|brå|åklagar\w*"
    r"|(?:kollektiv|läns|lokal|buss|spår|tåg)trafik(?:en|bolag\w*)?|länstrafik\w*|västtrafik"
    r"|skolskjuts\w*|buss?bolag\w*|bussförar\w*|trafikskol\w*|körskol\w*|bilprovning\w*"
    r"|[\wåäö]+jourerna|nattvandrarna|nattvandrar\w*|volontärer\w*|frivillig\w*"
    r"|röda korset|rädda barnen|systembolag\w*|banker\w*|banken|pensionärs\w+",
    re.IGNORECASE,
)
CITY = re.compile(r"[A-ZÅÄÖ][\wåäö-]+ (?:stad|stads)")
OTHER_SCHOOLS = re.compile(
    r"(?:trafik|kör|folkhög|rid|dans|simm?|språk)skol(?:a|an|or|orna|ans|ornas)s?", re.IGNORECASE
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
    "polishund polisnärvaro polisradio fritidsgårdsverksamhet regionalt förbund".split()
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
