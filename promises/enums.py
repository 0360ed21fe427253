"""The fixed words of the field: codes in the database and documents, Swedish for people."""

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class GoalKind(TextChoices):
    OUTPUT = "output", _("vad som ska göras")
    OUTCOME = "outcome", _("effekt")


class ChangeKind(TextChoices):
    RELATIVE = "relative", _("procent upp eller ned")
    ABSOLUTE = "absolute", _("antal upp eller ned")
    LEVEL = "level", _("en nivå att nå")
    UP = "up", _("ska öka")
    DOWN = "down", _("ska minska")


class Timing(TextChoices):
    ONCE = "once", _("en gång")
    COUNTED = "counted", _("ett visst antal gånger")
    RECURRING = "recurring", _("återkommande")
    ON_DEMAND = "on_demand", _("vid behov")
    CONTINUING = "continuing", _("löpande")


class ActionOrigin(TextChoices):
    PROMISED = "promised", _("lovad")
    ADDITIONAL = "additional", _("tillkommen")


class ActionStatus(TextChoices):
    PLANNED = "planned", _("planerad")
    ONGOING = "ongoing", _("pågår")
    DONE = "done", _("genomförd")
    PARTLY = "partly", _("delvis genomförd")
    NOT_DONE = "not_done", _("inte genomförd")

    @property
    def told(self) -> str:
        """Its word for residents: what is only planned has not been reported on, and says so."""
        return gettext("ej redovisad") if self == ActionStatus.PLANNED else str(self.label)


UNFINISHED = (ActionStatus.PARTLY, ActionStatus.NOT_DONE)
"""Statuses that must say why."""

REPORTED = (ActionStatus.DONE, ActionStatus.PARTLY, ActionStatus.NOT_DONE)
"""Statuses that tell an outcome; planned and ongoing are still to be reported."""


class Reason(TextChoices):
    PANDEMIC = "pandemic", _("pandemin")
    RESOURCES = "resources", _("resurserna räckte inte")
    CHANGED_PRIORITIES = "changed_priorities", _("ändrade prioriteringar")
    WAITING_FOR_DATA = "waiting_for_data", _("väntar på uppgifter")
    OTHER_PARTY = "other_party", _("hänger på någon annan")
    WEATHER_OR_EVENT = "weather_or_event", _("väder eller särskild händelse")
    NOT_STATED = "not_stated", _("skälet är inte angivet")


class NextStep(TextChoices):
    MOVED = "moved", _("flyttas fram")
    REPLACED = "replaced", _("ersätts av något annat")
    DROPPED = "dropped", _("görs inte")


class FollowUpKind(TextChoices):
    INTERIM = "interim", _("delrapport")
    FINAL = "final", _("slutrapport")


class Reporting(TextChoices):
    """Reported or not: an axis of its own, apart from how it went."""

    NOT_DUE = "not_due", _("det är inte dags för uppföljningen än")
    WAITING = "waiting", _("uppföljning väntas")
    OVERDUE = "overdue", _("uppföljningen är försenad")
    REPORTED = "reported", _("redovisat")


class SignatureOutcome(TextChoices):
    SIGNED = "signed", _("godkänd")
    SENT_BACK = "sent_back", _("återsänd")


class LinkStanding(TextChoices):
    """What a personal link can be used for now. Derived, never stored."""

    OPEN = "open", _("kan användas")
    SIGNED = "signed", _("använd: texten godkändes")
    SENT_BACK = "sent_back", _("använd: texten sändes tillbaka")
    REPLACED = "replaced", _("ersatt av en nyare länk")
    TEXT_IS_CLOSED = "text_is_closed", _("gäller en text som inte längre väntar")
    SIGNATORY_LEFT = "signatory_left", _("personen får inte längre godkänna")
    SIGNATORY_CHANGED = "signatory_changed", _("skickad till uppgifter som har ändrats")
    EXPIRED = "expired", _("för gammal")
    PARTY_HAS_SIGNED = "party_has_signed", _("parten har redan godkänt")
