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


class Theme(TextChoices):
    """Stable national themes, so that areas can be followed over periods and compared."""

    TRAFFIC = "traffic", _("trafik")
    DRUGS = "drugs", _("narkotika och ANDTS")
    FRAUD = "fraud", _("bedrägerier")
    DAMAGE_AND_THEFT = "damage_and_theft", _("skadegörelse och stöld")
    VIOLENCE = "violence", _("våld")
    SAFETY = "safety", _("trygghet")
    YOUTH = "youth", _("ungdomar")
    INTEGRATION = "integration", _("integration")
    EXTREMISM = "extremism", _("extremism")
    OTHER = "other", _("annat")


class Verdict(TextChoices):
    MET = "met", _("uppnått")
    PARTLY = "partly", _("delvis uppnått")
    NOT_MET = "not_met", _("inte uppnått")
    CANNOT_BE_JUDGED = "cannot_be_judged", _("kan inte bedömas")
    NOT_DUE = "not_due", _("inte dags än")


class SearchStatus(TextChoices):
    """How far something that can be found has come, as far as its edition tells."""

    NOT_REPORTED = "not_reported", _("löfte som inte är redovisat än")
    MET = "met", _("löfte som är uppnått")
    PARTLY = "partly", _("löfte som delvis är uppnått")
    NOT_MET = "not_met", _("löfte som inte är uppnått")
    CANNOT_BE_JUDGED = "cannot_be_judged", _("löfte som inte kan bedömas")
    NO_VERDICT = "no_verdict", _("löfte som är redovisat utan bedömning")
    PROMISED = "promised", _("önskemål som ledde till löfte")
    NO_PROMISE = "no_promise", _("önskemål som inte ledde till löfte")
    OPEN = "open", _("önskemål som inte är besvarat än")


class SearchKind(TextChoices):
    PERIOD = "period", _("löftesperiod")
    PROMISE = "promise", _("löfte")
    FOLLOW_UP = "follow_up", _("uppföljning")
    DIALOGUE = "dialogue", _("dialog")
    FINDING = "finding", _("det ni sa")


class Compliance(TextChoices):
    """How far the site fulfils the law on accessibility, in the law's own three steps."""

    FULLY = "fully", _("helt förenlig med lagen")
    PARTLY = "partly", _("delvis förenlig med lagen")
    NOT = "not", _("inte förenlig med lagen")


FALLS_SHORT = (Compliance.PARTLY, Compliance.NOT)
"""Those that must list what is not accessible."""
