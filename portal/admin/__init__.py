"""The admin of the site: users, organisations, partnerships, contacts."""

from portal.admin import (
    contacts,
    fault_reports,
    invitations,
    letters,
    organisations,
    partnerships,
    signatories,
    site_statement,
    todo,
    users,
)

__all__ = [
    "contacts",
    "fault_reports",
    "invitations",
    "letters",
    "organisations",
    "partnerships",
    "signatories",
    "site_statement",
    "todo",
    "users",
]
