"""What a table's columns hold, by their headings."""

import re

from promises.page_import.words.promise_nouns import EITHER

PROMISE_NOUN = re.compile(rf"\b{EITHER}\Z")
WHEN_CELL = re.compile(
    r"(?:(?:under|från|senast|i|start) )?(?:[hv]t|våren|hösten|sommaren|vintern|kvartal|kv|q[1-4]|vecka|v\."
    r"|jan|feb|mars|april|maj|juni|juli|aug|sep|okt|nov|dec|20\d\d)[\w .–/-]{0,25}\Z"
    r"|(?:löpande|tills vidare)\Z",
    re.IGNORECASE,
)
"""A cell that only says when."""

COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("ref", r"(?:löfte|åtagande|utfästelse)[ts]? ?(?:nr|nummer)\Z"),
        ("number", r"(?:nr|nummer|#)\.?\Z"),
        (
            "lead",
            r"(?:huvud|ytterst )?ansvar\w*|vem\b|av vem|utför(?:are|s av)|aktör\w*|part(?:er)?\b|\w+s av\b"
            r"|(?:vem |som )?(?:gör|håller i|leder|sköter|står för|driver)(?: det| detta)?\Z"
            r"|samordnare|vilka|organisation|verksamhet\Z|avsändare|löftesgivare|drivs av|ägare",
        ),
        (
            "promised",
            r"(?:ut)?lova\w*|vi lovade|sagt|vi sa|tänkt|skulle\b|planen|planera\w*"
            r"|antal lovade|mål \(antal\)|målantal"
            r"|löfte \(antal\)|plan\Z|skulle göras|löftet var",
        ),
        ("status", r"status\w*|uppfyll\w*|klart\??\Z|genomförd\?|läge"),
        (
            "reason",
            r"kommentar\w*|orsak\w*|skäl\w*|anledning\w*|förklaring\w*|varför inte|avvikelse\w*"
            r"|notering\w*",
        ),
        (
            "done",
            r"utfall\w*|resultat\w*|facit|så blev det|det blev|blev\b|levererat|vi gjorde"
            r"|gjordes|hänt|hände|genomför(?:t|da|da antal)\b|gjort|gjorda|så gick det|utfört"
            r"|utförda|antal (?:genomförda|utförda|gjorda)|redovisning|hur gick det|blev det"
            r"|faktiskt|det här gjorde vi|uppnått",
        ),
        ("promised", r"antal\b|hur många"),
        ("goal", r"mål\w*|effektmål|målvärde\w*|önskat läge|vill uppnå"),
        ("baseline", r"basvärde\w*|nuläge\w*|utgångs\w*|baslinje|startvärde|20\d\d\Z"),
        (
            "follow_up",
            r"(?:följs|uppföljning|mäts|mätning|utvärdering|indikator|hur mäter|mått|mätmetod|avläs|stäms"
            r"|avstämning|kontroll|redovisas|hur vet)\w*",
        ),
        (
            "when",
            r"när\b|tid\w*|datum|start\w*|slut\w*|klart senast|period\w*|frekvens|hur ofta"
            r"|omfattning|intervall|ofta",
        ),
        ("rationale", r"bakgrund\w*|därför\b|varför\b|problem\w*|lägesbild\w*|motiv\w*|behov\w*"),
        ("area", r"(?:fokus|insats|problem|tema)?område\w*|tema\w*|ämne\w*|fokus\Z|kategori"),
        (
            "promise",
            r"(?:medborgar)?löft\w*|vi lova\w*|åtagande\w*|(?:det här|vad|detta"
            r"|det) (?:vi )?lova\w*(?: vi)?",
        ),
        (
            "action",
            r"\w*aktivitet\w*|\w*åtgärd\w*|\w*insats\w*|det vi gör|vi gör|så här|gör\w*"
            r"|handling|moment|vad\b|vad ska göras|det här (?:ska|gör) vi"
            r"|så gör vi|vad gör vi|genomförande|hur\b|konkret\w*|arbetssätt",
        ),
        ("name", r"namn\w*|person\w*|kontaktperson\w*"),
        ("title", r"titel\w*|befattning\w*|funktion\w*|roll\w*|tjänst\w*"),
        ("phone", r"telefon\w*|tel\b|mobil\w*"),
        ("email", r"e[ -]?post\w*|mejl\w*|mail\w*"),
        ("place", r"plats\w*|ort\w*|var\b"),
    )
)
"""The first that fits. A column headed "Mål" that stands before an outcome and holds bare numbers is what
was promised (tables.py)."""
