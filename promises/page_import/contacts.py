"""Stage 4, contacts: cards of name, function, phone and e-mail, and postal addresses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from promises.page_import.blocks import Block, Kind
from promises.page_import.names import is_name, is_title, people_in, without_party
from promises.page_import.parties import Party, parties_in
from promises.page_import.result import ImportedAddress, ImportedContact
from promises.page_import.texts import tidy, without_end
from promises.page_import.words.titles import FUNCTION, LABELS, POSTAL, STREET, TITLE

EMAIL = re.compile(r"[\w.+åäö-]+(?:@|\(at\)|\[at\])[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\w-])(?:(?:\+46|0046)[\s-]?(?:\(0\)\s?)?\d{1,3}"
    r"|0\d{1,3})\s?[-–/ ]?\s?\d{2,3}(?:[ -]?\d{2,3}){1,3}(?![\w-])|(?<![\d-])114 ?14(?!\d)"
    r"|(?<![\d-])077-?\d{3} ?\d{2} ?\d{2}(?!\d)"
)
_BORDERS = re.compile(r"[,;|()\t\n•]| [–—-] |:\s")
_LEADING = re.compile(
    r"^(?:och|eller|på|via|hos|av|till|är|direkt|kontakta|ring|mejla|ring gärna|kontakta gärna"
    r"|nås på|vänd dig till)\s+",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"(?:[A-ZÅÄÖ][\w -]{2,40} kommun|polisen(?: [A-ZÅÄÖ]\w+| i \w+)?|lokalpolisområde[\wåäö /-]*"
    r"|region [A-ZÅÄÖ]\w+|[\wåäö ]*räddningstjänst\w*)\Z",
    re.IGNORECASE,
)
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

    def start(self, label: str, lines: Iterable[int]) -> None:
        """A heading such as "Kontakta kommunen"."""
        self.finish()
        self._card = _Card(label=without_end(label), label_lines=list(lines))

    def feed(self, block: Block) -> None:
        if (block.kind is Kind.ITEM and self._is_full()) or (
            block.gap > 0 and self._card.is_reachable
        ):
            self.finish()
        parts = block.parts if len(block.lines) > 1 or len(block.parts) > 1 else (block.text,)
        same = len(parts) == len(block.lines)
        for position, part in enumerate(parts):
            lines = (block.lines[position],) if same else block.lines
            text = block.text if len(parts) == 1 else tidy(part).lstrip("•-*– ")
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
        if card.is_reachable or (card.name and card.title):
            party = next(iter(parties_in(f"{title or ''} {card.organisation} {card.label}")), None)
            self.contacts.append(
                ImportedContact(card.name, title, card.phone, card.email, _party(party), lines)
            )
        self._card.label = card.label

    def _is_full(self) -> bool:
        card = self._card
        return card.is_reachable or bool(card.name) or bool(card.postal[0]) or bool(card.title)

    def _line(self, text: str, lines: tuple[int, ...]) -> None:
        emails, phones = EMAIL.findall(text), PHONE.findall(text)
        rest = PHONE.sub(" | ", EMAIL.sub(" | ", text))
        fragments = [tidy(part).strip(" .:-–") for part in _BORDERS.split(rest)]
        claimed = bool(emails or phones)
        if (phones and self._card.phone) or (emails and self._card.email):
            self.finish()
        for fragment in fragments:
            claimed |= self._fragment(fragment)
        if phones:
            self._card.phone = self._card.phone or phones[0]
        if emails:
            self._card.email = self._card.email or emails[0]
        if claimed:
            self._card.lines += [line for line in lines if line not in self._card.lines]

    def _fragment(self, text: str) -> bool:
        """True if the words say something that the card keeps."""
        text = _LEADING.sub("", text)
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
            self._card.title = self._card.title or both[0].title
            return True
        return self._address(text) or self._function(text)

    def _label(self, text: str) -> bool:
        if text.casefold().startswith("växel") and not self._card.title and not self._card.name:
            self._card.title = text
            return True
        return False

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


def in_running_text(block: Block) -> ImportedContact | None:
    """ "Frågor besvaras av trygghetssamordnare Anna Berg, 0123-45 67 89.", outside any contact section."""
    text = block.text
    if len(text) > 600 or not has_number_or_mail(text):
        return None
    phones, emails = PHONE.findall(text), EMAIL.findall(text)
    people = people_in(text)
    phone, email = phones[0] if phones else None, emails[0] if emails else None
    if people:
        return ImportedContact(people[0].name, people[0].title, phone, email, None, block.lines)
    if len(text) > LONG:
        return None
    reader = ContactReader()
    reader.feed(block)
    reader.finish()
    return reader.contacts[0] if reader.contacts else None
