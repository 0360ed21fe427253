"""The words of the field, explained once: for the word list, and for the ``abbr`` in texts."""

from typing import NamedTuple


class Abbreviation(NamedTuple):
    """``meaning`` is what the letters stand for; ``about`` one or two sentences more."""

    short: str
    meaning: str
    about: str


class Word(NamedTuple):
    word: str
    about: str


ABBREVIATION_LIST = (
    Abbreviation(
        "ANDTS",
        "alkohol, narkotika, dopning, tobak och spel",
        "Samlat namn för det som kan göra barn och unga beroende. Med spel menas spel om pengar.",
    ),
    Abbreviation(
        "CAN",
        "Centralförbundet för alkohol- och narkotikaupplysning",
        "Frågar elever i hela landet hur de ser på och prövar droger. Löften mäts ibland mot svaren.",
    ),
    Abbreviation(
        "EST",
        "effektiv samordning för trygghet",
        "Ett sätt att jobba: de som är ute i orten rapporterar det de ser, och möts ofta för att "
        "göra något åt det.",
    ),
    Abbreviation(
        "SSPF",
        "skola, socialtjänst, polis och fritid",
        "De fyra hjälps åt runt en ung person som är på väg fel. Hemmet måste säga ja först.",
    ),
    Abbreviation(
        "VBE",
        "våldsbejakande extremism",
        "När någon vill ändra samhället med våld, eller stöder dem som gör det.",
    ),
)
ABBREVIATIONS = {entry.short: entry.meaning for entry in ABBREVIATION_LIST}

WORDS = (
    Word(
        "bakgrund", "Varför löftet gavs: vad som har hänt, vad siffror visar och vad ni har sagt."
    ),
    Word("dialog", "Ett möte, en vandring eller en enkät där ni säger vad ni tycker."),
    Word(
        "diarienummer",
        "Numret som ett beslut har hos kommunen. Med det kan du be att få läsa beslutet.",
    ),
    Word("insats", "En sak som görs för att hålla löftet, till exempel en kontroll av farten."),
    Word("kommunpolis", "Den hos polisen som håller kontakten med kommunen."),
    Word("lokalpolisområde", "Den del av polisen som har hand om din ort, och ofta några till."),
    Word("lägesbild", "En bild av hur tryggt det är just nu, som kommunen och polisen gör ihop."),
    Word("löftesperiod", "Den tid som löftena gäller, ofta ett eller två år."),
    Word("medborgarlöfte", "Något som kommunen och polisen lovar er att göra för tryggheten."),
    Word(
        "mål", "Vad löftet ska leda till, om det går med ett tal och en dag när det ska vara nått."
    ),
    Word("part", "En av dem som ger löftet. Oftast är det två: kommunen och polisen."),
    Word(
        "samverkans\u00adöverenskommelse",
        "Avtalet mellan kommunen och polisen om hur de ska jobba ihop. Löftena är den del som ni "
        "ser mest av.",
    ),
    Word("tema", "Ett ämne som är lika i hela landet, så att det går att följa över åren."),
    Word("trygghetsvandring", "Ni går en runda ihop och visar var det känns otryggt."),
    Word("undertecknare", "Den som skriver under löftet för sin part."),
    Word("uppföljning", "Svaret på hur det gick. Hos oss heter den sidan ”Så gick det”."),
    Word("utgångsläge", "Talet som målet räknas från: så var det innan."),
    Word("utgåva", "Texten så som den såg ut en viss dag. En utgåva ändras aldrig i efterhand."),
)
