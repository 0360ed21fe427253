"""The admin of the site: users, organisations, partnerships, contacts."""

from portal.admin import (
    contacts,
    invitations,
    organisations,
    partnerships,
    signatories,
    todo,
    users,
)

__all__ = [
    "contacts",
    "invitations",
    "organisations",
    "partnerships",
    "signatories",
    "todo",
    "users",
]
