"""Refusals by the services. Their texts are Swedish and fit for the editor."""


class DomainError(Exception):
    """A rule of the field said no; nothing was written."""


class NotAllowed(DomainError):
    """The user may not do this with this row."""


class PublishingError(DomainError):
    """The edition cannot take this step as things stand."""


class InvitationError(DomainError):
    """The invitation cannot be sent or used as things stand."""
