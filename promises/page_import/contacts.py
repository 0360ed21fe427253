"""Stage 4, contacts: cards of name, function, phone and e-mail, and postal addresses."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from promises.page_import.blocks import Block, Kind
from promises.page_import.names import NAME, is_name, is_title, people_in, without_party
from promises.page_import.parties import Party, parties_in
from promises.page_import.result import ImportedAddress, ImportedContact
from promises.page_import.texts import tidy, without_end
from promises.page_import.words.titles import FUNCTION, LABELS, POSTAL, STREET, TITLE

EMAIL = re.compile(r"[\w.+åäö-]+(?:@|\(at\)|\[at\])[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\w-])(?!0{4}|00\d{4}\b)(?:(?:\+46|0046)[\s-]?(?:\(0\)\s?)?\d{1,3}"
    r"|0\d{1,3})\s?[-–/ ]?\s?\d{2,3}(?:[ -]?\d{2,3}){1,3}(?![\w-])|(?<![\d-])114 ?14(?!\d)"
    r"|(?<![\d-])077-?\d{3} ?\d{2} ?\d{2}(?!\d)"
)
_BORDERS = re.compile(r"[,;|()\t\n•?!]| [–—-] |:\s")
_LEADING = re.compile(
    r"^(?:(?:frågor|synpunkter|tips)\b.{0,60}?\b(?:besvaras av|tas emot av|tar|ställer du till|går till"
    r"|skickar du till|lämnar du till)|telefon(?:nummer)? till|nummer(?:et)? till|numret till"
    r"|e-post till|och|eller|på"
    r"|via|hos|av|till|är|direkt|kontakta|ring|mejla|ring gärna|kontakta gärna"
    r"|nås på|vänd dig till)\s+",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\s+(?:svarar|nås|hjälper|tar emot|har (?:öppet|nummer)|finns|kan nås|når du|når ni|är öppen"
    r"|sköter)\b.*",
    re.IGNORECASE,
)
""" "Medborgarservice svarar på det mesta": what it does is no part of its name."""
_TRAILING = re.compile(
    r"\s+(?:nås|når du|nås även)?\s*(?:på|via|per|med)?\s*(?:tel(?:efon)?|mobil|nummer)?\Z",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"(?:[A-ZÅÄÖ][\w -]{2,40} kommun|polisen(?: [A-ZÅÄÖ]\w+| i \w+)?|lokalpolisområde[\wåäö /-]*"
    r"|region [A-ZÅÄÖ]\w+|[\wåäö ]*räddningstjänst\w*)\Z",
    re.IGNORECASE,
)
_REACHES = re.compile(f"{EMAIL.pattern}|{PHONE.pattern}", re.IGNORECASE)
_LAST_NAME = re.compile(
    rf"\b(?i:av|till|hos|med|är|heter|kontakta|ring|fråga|mejla|via|genom|på|oss|kontaktperson|samordnare)"
    rf"[ :]+(?P<name>{NAME.pattern})\Z"
)
_BARE_PARTY = re.compile(r"polisen|kommunen|staden|regionen", re.IGNORECASE)
_DESK = re.compile(r"[A-ZÅÄÖ][\wåäöÅÄÖ/&-]*(?: [\wåäöÅÄÖ/&-]+){0,5}\Z")
LONG = 220


@dataclass(slots=True)
class _Card:
    label: str = ""
    lines: list[int] = field(default_factory=list)
    label_lines: list[int] = field(default_factory=list)
    name: str | None = None
    title: str | None = None
    phone: str | None = None
    email: str | None = None
    organisation: str = ""
    street: str = ""
    postal: tuple[str, str] = ("", "")

    @property
    def is_reachable(self) -> bool:
        return bool(self.phone or self.email)


class ContactReader:
    """Takes the lines of a contact section in page order; a new name or function starts a new card."""

    def __init__(self) -> None:
        self.contacts: list[ImportedContact] = []
        self.addresses: list[ImportedAddress] = []
        self._card = _Card()

    @property
    def has_reached(self) -> bool:
        """Somebody can be reached, so the section may end here."""
        return self._card.is_reachable or bool(self.contacts)

    def start(self, label: str, lines: Iterable[int]) -> None:
        """A heading such as "Kontakta kommunen"."""
        self.finish()
        self._card = _Card(label=without_end(label), label_lines=list(lines))
        if named := _LAST_NAME.search(self._card.label):
            self._card.name = named["name"] if is_name(named["name"]) else None

    def feed(self, block: Block) -> None:
        if (block.kind is Kind.ITEM and self._is_full()) or (
            block.gap > 0 and self._card.is_reachable
        ):
            self.finish()
        whole = len(block.parts) < 2 and (len(block.lines) == 1 or not block.parts)
        parts = (block.text,) if whole else block.parts
        same = len(parts) == len(block.lines)
        for position, part in enumerate(parts):
            lines = (block.lines[position],) if same else block.lines
            raw = block.parts[0] if len(parts) == 1 and "\t" in "".join(block.parts[:1]) else part
            if block.cells and len(parts) == 1:
                raw = "\t".join(cell for cell, _ in block.cells)
            text = tidy(raw.replace("\t", " | ")).lstrip("•-*– ")
            self._line(text, lines)

    def finish(self) -> None:
        card, self._card = self._card, _Card()
        lines = tuple(dict.fromkeys([*card.label_lines, *card.lines]))
        if card.postal[0]:
            self.addresses.append(
                ImportedAddress(card.organisation or card.label, card.street, *card.postal, lines)
            )
        title = card.title or (card.organisation if not card.name else None) or None
        if card.is_reachable and not card.name and not title:
            title = _function_in(card.label)
        if (card.is_reachable and (card.name or title or card.label)) or (card.name and card.title):
            party = next(iter(parties_in(f"{title or ''} {card.organisation} {card.label}")), None)
            self.contacts.append(
                ImportedContact(card.name, title, card.phone, card.email, _party(party), lines)
            )
        self._card.label = card.label

    def _is_full(self) -> bool:
        card = self._card
        return card.is_reachable or bool(card.name) or bool(card.postal[0]) or bool(card.title)

    def _line(self, text: str, lines: tuple[int, ...]) -> None:
        """Words and numbers in the order they stand, so that two people may share a line."""
        start = 0
        for found in _REACHES.finditer(text):
            self._words(text[start : found.start()], lines, before_number=True)
            self._reach(found.group(), lines)
            start = found.end()
        self._words(text[start:], lines)

    def _words(self, text: str, lines: tuple[int, ...], *, before_number: bool = False) -> None:
        fragments = [tidy(part).strip(" .:-–/") for part in _BORDERS.split(text)]
        kept = [self._fragment(fragment) for fragment in fragments]
        if not any(kept) and before_number:
            kept = [self._desk(fragment) for fragment in fragments[:1]]
        if any(kept):
            self._claim(lines)

    def _reach(self, found: str, lines: tuple[int, ...]) -> None:
        is_mail = EMAIL.fullmatch(found) is not None
        if (self._card.email if is_mail else self._card.phone) is not None:
            self.finish()
        if is_mail:
            self._card.email = found
        else:
            self._card.phone = found
        self._claim(lines)

    def _claim(self, lines: tuple[int, ...]) -> None:
        self._card.lines += [line for line in lines if line not in self._card.lines]

    def _desk(self, text: str) -> bool:
        """What stands alone before a number is what answers there, whatever it is called."""
        bare = _LEADING.sub("", text)
        is_named = bare != text  # "telefon till …" names what answers, small letter or not
        text = _TRAILING.sub("", _ANSWERS.sub("", bare))
        fits = _DESK.match(text[:1].upper() + text[1:] if is_named else text)
        if LABELS.match(f"{text}:") or not fits:
            return False
        if self._card.is_reachable:
            self.finish()
        if self._is_full():
            return False
        self._card.title = text
        return True

    def _fragment(self, text: str) -> bool:
        """True if the words say something that the card keeps."""
        text = _TRAILING.sub("", _ANSWERS.sub("", _LEADING.sub("", text)))
        if found := LABELS.match(text):
            rest = text[found.end() :]
            if not rest:
                return self._label(text)
            text = rest
        if not text:
            return False
        if is_name(text):
            self._name(without_party(text))
            return True
        if both := people_in(text):
            self._name(both[0].name)
            if _BARE_PARTY.fullmatch(self._card.title or ""):  # "Polisen: kommunpolis Anna Ek"
                self._card.organisation, self._card.title = self._card.title or "", None
            self._card.title = self._card.title or both[0].title
            return True
        if (last := _LAST_NAME.search(text)) and is_name(last["name"]):
            self._name(without_party(last["name"]))
            return True
        return self._address(text) or self._function(text)

    def _label(self, text: str) -> bool:
        if not text.casefold().startswith("växel"):
            return False
        is_bare_number = self._card.is_reachable and not (self._card.title or self._card.name)
        if self._is_full() and not is_bare_number:  # "0670-161 00 (växel)" is one card
            self.finish()
        self._card.title = text
        return True

    def _name(self, name: str) -> None:
        if self._card.name or (self._card.is_reachable and not self._card.name):
            self.finish()
        self._card.name = name

    def _address(self, text: str) -> bool:
        if postal := POSTAL.match(text):
            self._card.postal = (postal["code"], postal["town"].strip())
            return True
        if STREET.match(text):
            self._card.street = text
            return True
        return False

    def _function(self, text: str) -> bool:
        if len(text) > 110 or text.endswith("."):
            return False
        if _ORGANISATION.match(text) and not is_title(text):
            if self._card.is_reachable and not self._card.name:
                self.finish()
            self._card.organisation = text
            return True
        if not (TITLE.search(text) or FUNCTION.search(text)):
            return False
        if self._card.name and _BARE_PARTY.fullmatch(self._card.title or ""):
            self._card.organisation, self._card.title = self._card.title or "", text
            return True
        if self._card.title and self._card.is_reachable:
            self.finish()
        if self._card.title is None:
            self._card.title = text
        return True


def _function_in(label: str) -> str | None:
    """ "Kontakta kommunen" → "kommunen"."""
    found = re.match(r"(?:kontakta|kontakt|ring|frågor till)\s+(?P<who>.+)", label, re.IGNORECASE)
    who = found.group("who") if found else label
    return who if FUNCTION.search(who) else None


def _party(party: Party | None) -> Party | None:
    return party


def has_number_or_mail(text: str) -> bool:
    return EMAIL.search(text) is not None or PHONE.search(text) is not None


def in_running_text(blocks: Sequence[Block]) -> list[ImportedContact]:
    """Outside any contact section: "Frågor besvaras av trygghetssamordnare Anna Berg, 0123-45 67 89.",
    or a card of lines that stand together."""
    if len(blocks) == 1 and len(blocks[0].text) > LONG:
        return _in_long_text(blocks[0])
    reader = ContactReader()
    for block in blocks:
        reader.feed(block)
    reader.finish()
    return [contact for contact in reader.contacts if contact.phone or contact.email]


def _in_long_text(block: Block) -> list[ImportedContact]:
    people, phones, emails = (
        people_in(block.text), PHONE.findall(block.text), EMAIL.findall(block.text)
    )  # fmt: skip
    if not people or len(block.text) > 600:
        return []
    phone, email = phones[0] if phones else None, emails[0] if emails else None
    person = people[0]
    return [ImportedContact(person.name, person.title, phone, email, None, block.lines)]


def is_fragment(text: str) -> bool:
    """A line of a card: a name, a title, "Telefon:", a sentence that ends with a name."""
    if len(text) > 120 or has_number_or_mail(text):
        return False
    bare = text.rstrip(" .:")
    return bool(
        is_name(text)
        or is_title(text)
        or LABELS.fullmatch(text)
        or _LAST_NAME.search(bare)
        or (people_in(text) and len(text.split()) < 12)
    )
