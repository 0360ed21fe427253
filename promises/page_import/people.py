"""Stage 4, people first: contacts and signatories are taken out of the page before its promises are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from promises.page_import import contacts, signatories
from promises.page_import.blocks import Block, Kind
from promises.page_import.contacts import ContactReader, has_number_or_mail
from promises.page_import.names import is_name, is_title, people_in
from promises.page_import.result import ImportedAddress, ImportedContact, ImportedSignatory
from promises.page_import.roles import Role, read_heading
from promises.page_import.signatories import SignatureReader
from promises.page_import.tables import TableRow, tables_in
from promises.page_import.words.headings import INLINE_LABEL
from promises.page_import.words.titles import PICTURE_LABEL, PLACE_AND_DATE, SIGNED
from promises.page_import.words.verbs import PROMISE

_ENDS = frozenset(
    {
        Role.PERIOD,
        Role.OUTCOME,
        Role.PROMISED,
        Role.PROMISES,
        Role.ACTIONS,
        Role.RATIONALE,
        Role.GOALS,
        Role.FOLLOW_UP,
        Role.LINKS,
        Role.ABOUT,
        Role.PROMISE,
    }
)
_COLUMNS = re.compile(r"\t+| {3,}")
_FOR_WHOM = re.compile(r"(?:för|på uppdrag av) [^:.]{3,40}: (?=[A-ZÅÄÖ])", re.IGNORECASE)
""" "För polisen: Anna Ek, kommunpolis" is a signature without any heading."""
LONG_PROSE = 240
SHORT = 60
CARD_LINES = 5


@dataclass(slots=True)
class People:
    contacts: list[ImportedContact] = field(default_factory=list)
    addresses: list[ImportedAddress] = field(default_factory=list)
    signatories: list[tuple[int, ImportedSignatory]] = field(default_factory=list)
    """With the position of the block, which tells whose period they signed."""
    taken: set[int] = field(default_factory=set)
    """Positions of the blocks that say nothing more."""


def find_people(blocks: tuple[Block, ...]) -> People:
    people = People()
    _contact_tables(blocks, people)
    _contact_sections(blocks, people)
    _signature_sections(blocks, people)
    _running_text(blocks, people)
    return people


def section_role(block: Block) -> Role | None:
    """What a heading or a short label opens; None for text."""
    if block.kind is Kind.NOISE:
        return None
    if block.kind is Kind.HEADING:
        return read_heading(block.text).role
    if block.text.endswith((":", "?")) and len(block.text) < SHORT:
        return read_heading(block.text).role
    is_bare = block.kind is Kind.PARAGRAPH and len(block.text) < SHORT
    if is_bare and not block.text.endswith((".", ",")):
        return Role.CONTACT if read_heading(block.text).role is Role.CONTACT else None
    return None


def _contact_sections(blocks: tuple[Block, ...], people: People) -> None:
    reader = ContactReader()
    inside = False
    for position, block in enumerate(blocks):
        if position in people.taken:
            continue
        role = section_role(block)
        if role is Role.CONTACT and not has_number_or_mail(block.text):
            inside = True
            reader.start(block.text, block.lines)
            people.taken.add(position)
        elif inside and (role in _ENDS or role is Role.SIGNATURES or _is_section(block, role)):
            inside = False
        elif inside and block.kind is Kind.NOISE:
            inside = not reader.has_reached
        elif inside:
            if len(block.text) > LONG_PROSE and not has_number_or_mail(block.text):
                continue
            people.taken.add(position)
            reader.feed(block)
        elif not inside and (rest := _inline_contact(block)):
            reader.start("", ())
            reader.feed(rest)
            reader.finish()
            people.taken.add(position)
    reader.finish()
    people.contacts += reader.contacts
    people.addresses += reader.addresses


def _is_section(block: Block, role: Role | None) -> bool:
    """A heading of the page's own levels ends the box; names and functions are headings of none."""
    return (
        role is Role.AREA
        and 0 < block.depth < 4
        and not (is_name(block.text) or is_title(block.text))
    )


def _inline_contact(block: Block) -> Block | None:
    """ "Kontakt: Anna Berg, kommunpolis, 114 14"."""
    if block.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING):
        return None
    label = INLINE_LABEL.match(block.text)
    if label is None or read_heading(label.group("label")).role is not Role.CONTACT:
        return None
    rest = block.text[label.end() :]
    return Block(Kind.PARAGRAPH, rest, block.lines) if rest else None


def _contact_tables(blocks: tuple[Block, ...], people: People) -> None:
    for start, end, table in tables_in(blocks):
        for offset, row in enumerate(table.rows):
            if row.is_contact:
                label = (
                    start - 1 if start and section_role(blocks[start - 1]) is Role.CONTACT else None
                )
                contact = _row_contact(row, blocks[label].lines if label is not None else ())
                if contact:
                    people.contacts.append(contact)
                if offset == 0:
                    people.taken.update(range(start, end))
                    people.taken.update(() if label is None else (label,))


def _row_contact(row: TableRow, label_lines: tuple[int, ...]) -> ImportedContact | None:
    phone = contacts.PHONE.search(row.text("phone"))
    email = contacts.EMAIL.search(row.text("email"))
    name = row.text("name") or None
    title = row.text("title") or row.text("area") or row.text("action") or None
    if name and (both := people_in(name)):
        name, title = both[0].name, both[0].title
    elif name and not is_name(name):
        name, title = None, title or name
    if not (phone or email or (name and title)):
        return None
    return ImportedContact(
        name,
        title,
        phone.group() if phone else None,
        email.group() if email else None,
        None,
        (*label_lines, *row.header_lines, *row.lines),
    )


def _signature_sections(blocks: tuple[Block, ...], people: People) -> None:
    reader: SignatureReader | None = None
    heading: list[int] = []
    for position, block in enumerate(blocks):
        if position in people.taken or block.kind is Kind.NOISE:
            continue
        role = section_role(block)
        opens = role is Role.SIGNATURES or bool(PLACE_AND_DATE.match(block.text))
        opens = opens or _announces_signatures(block)
        if opens or _opens_with_name(blocks, position, people):
            reader = reader or SignatureReader()
            if opens:
                heading += block.lines if role is Role.SIGNATURES else ()
                people.taken.add(position)
                continue
        if reader is None:
            continue
        before = len(reader.signatories)
        if len(block.text) < LONG_PROSE and role not in _ENDS and reader.feed(block):
            people.taken.add(position)
        else:
            reader.finish()
            _keep(reader.signatories, position, heading, people)
            reader, heading = None, []
            continue
        if before != len(reader.signatories) and block.kind is Kind.HEADING:
            continue
    if reader:
        reader.finish()
        _keep(reader.signatories, len(blocks), heading, people)


def _announces_signatures(block: Block) -> bool:
    """ "Överenskommelsen skrevs under den 3 maj av:", with the names to come."""
    text = block.text
    return text.endswith((":", " av")) and bool(SIGNED.search(text)) and not people_in(text)


def _opens_with_name(blocks: tuple[Block, ...], position: int, people: People) -> bool:
    """A name alone on its line, and under it the title of somebody who can sign."""
    first = blocks[position].parts[0].strip() if blocks[position].parts else blocks[position].text
    after = blocks[position + 1] if position + 1 < len(blocks) else None
    if position in people.taken:
        return False
    columns = _COLUMNS.split(first)
    if len(columns) > 1 and all(people_in(column) for column in columns):
        return not has_number_or_mail(first)
    if len(columns) > 1 and all(map(is_name, columns)):
        under = blocks[position].parts[1:2] or (after.parts[:1] if after else ())
        return bool(under) and all(map(is_title, _COLUMNS.split(under[0].strip())))
    if _FOR_WHOM.match(first):
        return bool(people_in(first)) and not has_number_or_mail(first)
    if not is_name(first):
        return False
    rest = blocks[position].parts[1:] or (after.parts[:1] if after else ())
    if not rest or not is_title(rest[0].strip()):
        return False
    return not any(
        has_number_or_mail(block.text)
        for place, block in enumerate(blocks[position : position + CARD_LINES], start=position)
        if place == position or _belongs(blocks, place)
    )


def _keep(
    found: list[ImportedSignatory], position: int, heading: list[int], people: People
) -> None:
    for number, signatory in enumerate(found):
        lines = (*heading, *signatory.lines) if number == 0 else signatory.lines
        whole = ImportedSignatory(signatory.name, signatory.title, lines)
        people.signatories.append((position, whole))


def _running_text(blocks: tuple[Block, ...], people: People) -> None:
    captions: list[tuple[int, ImportedSignatory]] = []
    known = {signatory.name for _, signatory in people.signatories}
    for start, end in _cards(blocks, people):
        found = contacts.in_running_text(blocks[start:end])
        people.contacts += found
        if found and len(blocks[start].text) < LONG_PROSE:
            people.taken.update(range(start, end))
    for position, block in enumerate(blocks):
        is_picture = PICTURE_LABEL.match(block.text) is not None
        if position in people.taken or (block.kind is Kind.NOISE and not is_picture):
            continue
        for person in signatories.in_running_text(block.text):
            if person.name not in known:
                known.add(person.name)
                signed = ImportedSignatory(person.name, person.title, block.lines)
                people.signatories.append((position, signed))
        for person in signatories.in_caption(block.text):
            captions.append((position, ImportedSignatory(person.name, person.title, block.lines)))
    if not people.signatories:
        people.signatories += captions


def _cards(blocks: tuple[Block, ...], people: People) -> Iterator[tuple[int, int]]:
    """Runs of lines that hold a number or an address, with the names and titles beside them."""
    end = 0
    for position in range(len(blocks)):
        if position < end or not _reaches(blocks, position, people):
            continue
        start = position
        while start > end and start > position - CARD_LINES and _is_beside(blocks, start, people):
            start -= 1
        end = position + 1
        while end < len(blocks) and (
            _belongs(blocks, end)
            and (_reaches(blocks, end, people) or contacts.is_fragment(blocks[end].text))
        ):
            end += 1
        yield start, end


def _reaches(blocks: tuple[Block, ...], position: int, people: People) -> bool:
    block = blocks[position]
    if position in people.taken or block.kind is Kind.NOISE or PROMISE.search(block.text):
        return False
    return has_number_or_mail(block.text)


def _is_beside(blocks: tuple[Block, ...], position: int, people: People) -> bool:
    """The line above belongs to the same card."""
    above = blocks[position - 1]
    if position - 1 in people.taken or above.kind is Kind.NOISE or not _belongs(blocks, position):
        return False
    return contacts.is_fragment(above.text)


def _belongs(blocks: tuple[Block, ...], position: int) -> bool:
    """No air between it and the line above; in saved HTML a name may stand in a block of its own."""
    above, block = blocks[position - 1], blocks[position]
    return block.gap == 0 and above.kind is not Kind.ROW and block.kind is not Kind.ROW
