"""Looking up whom to call: from what was typed to contacts and organisations. No queries.

All rows are compared, in Python, which holds for 290 places: a handful of contacts each are some two thousand
short texts. What a word is folded to is kept, so comparing them costs about a tenth of a second, less than
fetching them. Whoever chooses a place compares only its own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal import swedish
from portal.enums import OrganisationKind
from portal.models import Contact, Partnership
from portal.search_words import Term, terms
from portal.written import Guess, Written, instead

NATIONAL = {"112": "112 larmnummer nödnummer akut SOS", "114 14": "11414"}
"""The numbers that hold everywhere and stand on the page itself, and what they are looked up by."""
_GROUPED = re.compile(r"\d+(?:[ \u00a0\-\u2010\u2011\u2013]+\d+)+")


def joined_numbers(text: str) -> str:
    """A number is one word, however it is grouped: 114 14 → 11414."""
    return _GROUPED.sub(lambda found: _figures(found[0]), text)


@dataclass(frozen=True)
class FoundParty:
    """An organisation with its switchboard, and the places whose promises it stands behind."""

    party: dict[str, Any]
    places: list[Partnership] = field(default_factory=list)


@dataclass(frozen=True)
class FoundContacts:
    """``is_near``: nothing stands as it was typed, and these are what ``instead`` finds."""

    contacts: list[Contact] = field(default_factory=list)
    parties: list[FoundParty] = field(default_factory=list)
    national: list[str] = field(default_factory=list)
    is_near: bool = False
    instead: str = ""

    @cached_property
    def all(self) -> list[Contact | FoundParty]:
        return [*self.contacts, *self.parties]

    @property
    def counted(self) -> str:
        """Två kontakter och en organisation. What there is none of is not counted."""
        contacts, parties = len(self.contacts), len(self.parties)
        told = [
            ngettext("en kontakt", "%(number)s kontakter", contacts)
            % {"number": swedish.count_word(contacts)}
            if contacts
            else "",
            ngettext("en organisation", "%(number)s organisationer", parties)
            % {"number": swedish.count_word(parties)}
            if parties
            else "",
        ]
        return swedish.sentence_case(swedish.join_words(told))


def find_contacts(
    contacts: Iterable[Contact], parties: Iterable[FoundParty], asked: Sequence[Term]
) -> FoundContacts:
    """Those that have every term, in the order given. Where there are none: those that have the parts of
    what may be a compound; and where there are none of those either: what may be a typing error."""
    rows: list[tuple[Contact | FoundParty, Written]] = [
        *((contact, _written(_of_contact(contact))) for contact in contacts),
        *((party, _written(_of_party(party))) for party in parties),
    ]
    national = [
        number
        for number, text in NATIONAL.items()
        if any(Written.of([text]).has(term) for term in asked)
    ]
    exact = [row for row, text in rows if all(text.has(term) for term in asked)]
    found = exact or [
        row for row, text in rows if all(text.has(term) or text.has_parts(term) for term in asked)
    ]
    if found or national:
        return _sorted_out(found, national=national)
    meant = instead(Guess.of(text, asked) for _, text in rows)
    if not meant:
        return FoundContacts()
    near = [row for row, text in rows if all(text.has(term) for term in terms(meant))]
    return _sorted_out(near, is_near=True, instead=meant)


def _sorted_out(rows: Iterable[Contact | FoundParty], **told: Any) -> FoundContacts:
    found = FoundContacts(**told)
    for row in rows:
        if isinstance(row, FoundParty):
            found.parties.append(row)
        else:
            found.contacts.append(row)
    return found


def _written(text: str) -> Written:
    return Written.of([text, *map(_figures, _GROUPED.findall(text))])


def _figures(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _of_contact(contact: Contact) -> str:
    told = [contact.function, contact.name, contact.title, contact.help, contact.phone]
    told += [swedish.dial(contact.phone), contact.email]
    return "\n".join([*told, contact.organisation.name, contact.partnership.name])


def _of_party(found: FoundParty) -> str:
    """A number to call is a "växel"."""
    party = found.party
    told = [party["name"], party["short_form"], party["address"], party["phone"], party["email"]]
    told += [str(OrganisationKind(party["kind"]).label), *(place.name for place in found.places)]
    told += [swedish.dial(party["phone"]), _("växel")] if party["phone"] else []
    return "\n".join(told)
