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
    r"|\w*skol(?:a|an|or|orna|ans|ornas)s?|\w*gymnasi(?:et|um|erna)s?|elevhäls\w*|lärar\w*"
    r"|rektor\w*|skolpersonal\w*|skolledning\w*"
    r"|socialtjänst\w*|socialsekreterar\w*|socialkontor\w*|familjecentral\w*|hemtjänst\w*"
    r"|äldreomsorg\w*|individ- och familjeomsorg\w*|ifo"
    r"|fritidsgård\w*|ungdomsgård\w*|ungdomens hus|fritidsledar\w*|fritidsverksamhet\w*"
    r"|bibliotek\w*|kultur- och fritid\w*|musikskol\w*"
    r"|fält(?:are|arna|arnas|arbetare|arbetarna|grupp\w*|assistent\w*|team\w*|verksamhet\w*)"
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
    r"|räddningstjänst\w*|brandkår\w*|brandmän\w*"
    r"|räddningsförbund\w*|fastighetsägar\w*|hyresvärd\w*|bostadsbolag\w*|bostadsstiftelse\w*"
    r"|\w*bostäder|\w*bostaden|\w+hem ab|\w+ ab"
    r"|energibolag\w*|tekniska verken|kommunala (?:fastighets|bostads)?bolag\w*|\w+bolaget"
    r"|hyresgästförening\w*|näringsliv\w*|handeln|handlar(?:e|na|nas)"
    r"|köpmän\w*|köpmanna\w*|\w*företagare\w*|\w*företagen|företagar\w*|butik(?:erna|sägar\w*)"
    r"|krögar\w*|restaurang(?:erna|ägar\w*)"
    r"|civilsamhäll\w*|förening(?:en|ar|arna|arnas|slivet|sliv)|\w+förening(?:en|ar|arna)"
    r"|\w+klubb(?:en|ar|arna)|ideella \w+|församling\w*|svenska kyrkan|kyrkan"
    r"|länsstyrelse\w*|trafikverk\w*|tullverk\w*|kustbevakning\w*|kollektivtrafik\w*"
    r"|skolskjuts\w*|busbolag\w*|bussbolag\w*|länstrafik\w*|västtrafik|nattvandrarna|volontärer"
    r"|röda korset|rädda barnen|systembolag\w*|banker\w*",
    re.IGNORECASE,
)
NOT_PARTIES = frozenset(
    "polisstation polisstationen polisanmälan polisanmälningar polisanmäld polisanmälda "
    "kommuninvånare skolungdomar "
    "kommuncentrum stadskärnan stadsdel stadsdelen stad städer skolavslutning skolavslutningar "
    "skolbesök skolstart skolmiljö "
    "skolgården skolgård föräldraskola polisprogrammet nattvandrare kommundel kommundelar "
    "kommundelarna kommunala kommunal kommunalt "
    "regional regionala skolskjuts handlar".split()
)
"""Words that hold a party's name and are a place, an event or an object."""

WE = re.compile(r"vi|oss|våra?|vårt", re.IGNORECASE)
