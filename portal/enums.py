"""The fixed words of the site: codes in the database, Swedish for people."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganisationKind(TextChoices):
    MUNICIPALITY = "municipality", _("kommun")
    POLICE = "police", _("polis")
    REGION = "region", _("region")
    RESCUE_SERVICE = "rescue_service", _("räddningstjänst")
    COMPANY = "company", _("företag")
    ASSOCIATION = "association", _("förening")
    OTHER = "other", _("annan")


class MembershipRole(TextChoices):
    EDITOR = "editor", _("redaktör")
    APPROVER = "approver", _("godkännare")


class InvitationState(TextChoices):
    """Not stored: it follows from the moments, and grows old by itself."""

    WAITING = "waiting", _("väntar på svar")
    ACCEPTED = "accepted", _("använd")
    REVOKED = "revoked", _("återkallad")
    EXPIRED = "expired", _("för gammal")


class EditionState(TextChoices):
    """Where a frozen text stands.

    "Superseded" is no state of its own: an edition is superseded from ``superseded_at`` on, so
    that a scheduled successor takes over at its second without any job having to run.
    """

    CANDIDATE = "candidate", _("väntar på godkännande")
    PUBLISHED = "published", _("publicerad")
    REJECTED = "rejected", _("återsänd")
    VOIDED = "voided", _("ersatt före publicering")
    WITHDRAWN = "withdrawn", _("tillbakadragen")


RELEASED = (EditionState.PUBLISHED, EditionState.WITHDRAWN)
"""States of an edition that has gone out: it has a number and can never be changed."""


class SignOffMethod(TextChoices):
    ACCOUNT = "account", _("med konto")
    MAIL_LINK = "mail_link", _("med personlig länk")


class EditionStep(TextChoices):
    """What has been done with an edition, for its log."""

    FROZEN = "frozen", _("fryst")
    LINK_SENT = "link_sent", _("personlig länk skickad")
    SIGNED = "signed", _("godkänd")
    SENT_BACK = "sent_back", _("återsänd")
    VOIDED = "voided", _("ersatt före publicering")
    SCHEDULED = "scheduled", _("schemalagd")
    UNSCHEDULED = "unscheduled", _("schemaläggningen avbruten")
    PUBLISHED = "published", _("publicerad")
    WITHDRAWN = "withdrawn", _("tillbakadragen")


class MailState(TextChoices):
    QUEUED = "queued", _("väntar på att skickas")
    SENDING = "sending", _("håller på att skickas")
    SENT = "sent", _("skickat")
    FAILED = "failed", _("gick inte att skicka")


class SearchKind(TextChoices):
    PERIOD = "period", _("löftesperiod")
    PROMISE = "promise", _("löfte")
    FOLLOW_UP = "follow_up", _("uppföljning")
