"""A contact as a vCard 3.0 (RFC 2426), for the reader's telephone book. Pure."""

import vobject
from django.utils.translation import gettext as _

from portal import swedish
from portal.models import Contact

PARTICLES = frozenset("af av da de del der di du la le van von zu".split())
"""Small words that begin a family name: Anna von Sydow."""


def vcard(contact: Contact) -> str:
    """A function without a name is a full contact: the function is then the card's name. ``TEL`` is what a
    phone dials; what else is written with the number stands in the note."""
    given, family = split_name(contact.name) if contact.name else ("", contact.function)
    card = vobject.vCard()
    card.add("fn").value = contact.name or f"{contact.function}, {contact.partnership.name}"
    card.add("n").value = vobject.vcard.Name(family=family, given=given)
    card.add("org").value = [contact.organisation.name]
    card.add("title").value = contact.title or contact.function
    if number := swedish.dial(contact.phone):
        tel = card.add("tel")
        tel.value, tel.type_param = number, "WORK"
    if contact.email:
        email = card.add("email")
        email.value, email.type_param = contact.email, "INTERNET"
    if note := "\n".join(filter(None, _notes(contact))):
        card.add("note").value = note
    return str(card.serialize())


def split_name(name: str) -> tuple[str, str]:
    """First and family name: the last word, with the small words that belong to it. A single word is a
    first name."""
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return (" ".join(words[:start]), " ".join(words[start:])) if start > 0 else (name, "")


def _notes(contact: Contact) -> list[str]:
    says_more = any(sign.isalpha() for sign in contact.phone)
    return [
        contact.help,
        _("Telefon: %s") % contact.phone if says_more else "",
        _("Telefontid: %s") % contact.opening_hours if contact.opening_hours else "",
    ]
