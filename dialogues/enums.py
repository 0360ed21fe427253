"""The fixed words of dialogues and surveys: codes in the database and documents, Swedish for people."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DialogueKind(TextChoices):
    RESIDENT_DIALOGUE = "resident_dialogue", _("medborgardialog")
    STAFF_DIALOGUE = "staff_dialogue", _("medarbetardialog")
    SAFETY_WALK = "safety_walk", _("trygghetsvandring")
    SURVEY = "survey", _("enkät")
    MOBILE_POLICE_OFFICE = "mobile_police_office", _("mobilt poliskontor")
    OTHER = "other", _("annat")


class FindingOutcome(TextChoices):
    """What became of what people said."""

    OPEN = "open", _("inte besvarat än")
    PROMISED = "promised", _("ledde till löfte")
    NO_PROMISE = "no_promise", _("ledde inte till löfte")


class NoPromiseReason(TextChoices):
    OTHER_BODY = "other_body", _("någon annan bestämmer över det")
    ALREADY_DONE = "already_done", _("det görs redan")
    RESOURCES = "resources", _("resurserna räcker inte")
    PRIORITIES = "priorities", _("annat gick före")
    LAW = "law", _("lagen hindrar det")
    TOO_FEW = "too_few", _("få tog upp det")
    OTHER = "other", _("annat skäl")


class QuestionKind(TextChoices):
    SINGLE = "single", _("ett val")
    MULTIPLE = "multiple", _("flera val")
    SCALE = "scale", _("skala")
    NUMBER = "number", _("tal")
    TEXT = "text", _("kort text")


class Stage(TextChoices):
    """Where a dialogue or its survey is in time. Derived, never stored."""

    COMING = "coming", _("kommande")
    ONGOING = "ongoing", _("pågår nu")
    HELD = "held", _("avslutad")
