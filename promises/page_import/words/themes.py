"""Area headings → the stable national themes, by the first word that fits."""

import re

THEMES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in (
        ("extremism", r"extremis|radikaliser|polariser|vbe\b"),
        ("fraud", r"^bedrägeri|kortbedrägeri"),
        (
            "damage_and_theft",
            r"skadegör|klotter|inbrott|stöld|mängdbrott|tillgrepp|nedskräp|brand|bränder",
        ),
        ("fraud", r"bedrägeri|lurad|phishing|vishing"),
        ("drugs", r"narkotika|andt|drog|alkohol|tobak|doping|cannabis|langning"),
        ("traffic", r"trafik|hastighet|moped|a-traktor|epa|buskörning|nykterhet|fart"),
        ("violence", r"våld|misshandel|vapen|gäng|hot\b|brott i nära|kvinnofrid"),
        ("integration", r"integration|segregation|utanförskap|inkluder|delaktig"),
        ("youth", r"ungdom|unga\b|barn|skol|förälder|föräldra"),
        (
            "safety",
            r"trygg|närvaro|synlig|belysning|centrum|offentlig|miljö|torg|resecentrum|station"
            r"|otrygg",
        ),
    )
)
"""The seed: "Skadegörelse, inbrott, stölder och bedrägerier" is damage and theft; "Bedrägerier" is fraud."""

OTHER = "other"
