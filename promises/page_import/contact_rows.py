"""Stage 5, contacts and the postal address: no drafts, but live rows that residents read at once."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from portal.models import Contact, Partnership
from promises.page_import.difference import Difference, FieldChange
from promises.page_import.parties import parties_in
from promises.page_import.result import ImportedContact, ImportedPage
from promises.page_import.row_parties import RowParties
from promises.page_import.texts import key
from promises.page_import.upserts import upsert

UNNAMED = "Kontakt"


def write_contacts(
    page: ImportedPage, partnership: Partnership, parties: RowParties, difference: Difference
) -> None:
    rows = list(partnership.contacts.all())
    for position, contact in enumerate(page.contacts):
        row = _known(contact, rows)
        if row:
            rows.remove(row)
        _write(contact, row, position, partnership, parties, difference)
    if page.contacts:
        for row in rows:
            difference.missing("contact", str(row))


def _known(contact: ImportedContact, rows: list[Contact]) -> Contact | None:
    """A person by name, a function by what it is called."""
    if contact.name:
        return next((row for row in rows if key(row.name) == key(contact.name)), None)
    function = key(_function(contact))
    return next((row for row in rows if not row.name and key(row.function) == function), None)


def _write(
    contact: ImportedContact,
    row: Contact | None,
    position: int,
    partnership: Partnership,
    parties: RowParties,
    difference: Difference,
) -> None:
    function = _function(contact)
    name = contact.name or function
    email = _email(contact.email)
    if not (contact.phone or email):
        difference.note(f"Contact without phone or e-mail, not kept: {name}.")
        return
    organisation = parties.one(
        (contact.party,) if contact.party else parties_in(contact.title or "")
    )
    if organisation is None:
        difference.note(f"The partnership has no party that could have this contact: {name}.")
        return
    upsert(
        difference,
        "contact",
        row,
        lambda: Contact(
            partnership=partnership,
            organisation=organisation,
            position=position,
            name=(contact.name or "")[:120],
        ),
        {
            "function": function,
            "phone": (contact.phone or "")[:40],
            "email": email,
        },
        name=", ".join(part for part in (contact.name, function, contact.phone, email) if part),
    )


def _function(contact: ImportedContact) -> str:
    """A function heads its card, so it starts with a capital."""
    title = (contact.title or UNNAMED)[:160]
    return title[:1].upper() + title[1:]


def _email(email: str | None) -> str:
    """ "anna(at)kommun.se" is written so against robots; what is no address is left out."""
    address = (email or "").replace("(at)", "@").replace("[at]", "@")
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address


def write_addresses(
    page: ImportedPage, parties: RowParties, difference: Difference, *, by_operator: bool
) -> None:
    """An organisation may stand in several places: only an operator fills in its address, and it is never
    replaced."""
    for address in page.addresses:
        organisation = parties.one(parties_in(address.organisation) or ("municipality",))
        if organisation is None:
            continue
        lines = (address.street, f"{address.postal_code} {address.town}")
        text = "\n".join(line for line in lines if line)
        if organisation.address and key(organisation.address) != key(text):
            difference.note(f"Another address on the page for {organisation}: {key(text)}.")
        elif not organisation.address and by_operator:
            organisation.address = text
            organisation.save(update_fields=["address", "updated_at"])
            difference.changed(
                "organisation", str(organisation), [FieldChange("address", "", text)]
            )
        elif not organisation.address:
            difference.note(f"Only operators fill in the address of {organisation}.")
