"""One noun per file; import them from here."""

from portal.models.contact import Contact
from portal.models.edition import Edition, SignOff
from portal.models.organisation import Organisation
from portal.models.partnership import Membership, Partnership, PartnershipMember
from portal.models.search_entry import SearchEntry
from portal.models.user import User

__all__ = [
    "Contact",
    "Edition",
    "Membership",
    "Organisation",
    "Partnership",
    "PartnershipMember",
    "SearchEntry",
    "SignOff",
    "User",
]
