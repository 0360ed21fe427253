"""One noun per file; import them from here."""

from portal.models.contact import Contact
from portal.models.edition import Edition, has_released
from portal.models.edition_event import EditionEvent
from portal.models.fault_report import FaultReport
from portal.models.invitation import Invitation
from portal.models.organisation import Organisation
from portal.models.outgoing_mail import OutgoingMail
from portal.models.partnership import Membership, Partnership, PartnershipMember
from portal.models.search_entry import SearchEntry
from portal.models.sign_off import SignOff
from portal.models.signatory_contact import SignatoryContact
from portal.models.site_statement import SiteStatement
from portal.models.user import User

__all__ = [
    "Contact",
    "Edition",
    "EditionEvent",
    "FaultReport",
    "Invitation",
    "Membership",
    "Organisation",
    "OutgoingMail",
    "Partnership",
    "PartnershipMember",
    "SearchEntry",
    "SignOff",
    "SignatoryContact",
    "SiteStatement",
    "User",
    "has_released",
]
