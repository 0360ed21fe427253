"""What people answered, and what may be told of it.

Of a response is kept which form it was, which text it answered and which day: no address, no agent, no time,
no account. No history either: what is deleted is gone.
"""

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues.models.dialogue import Dialogue
from dialogues.models.edition import DialogueEdition
from portal.days import today

if TYPE_CHECKING:
    from portal.models import User


class Response(models.Model):
    """``form`` is a hash of the sent form's own number: the same form sent twice is one response."""

    dialogue = models.ForeignKey(
        Dialogue, models.PROTECT, related_name="responses", verbose_name=_("dialog")
    )
    edition = models.ForeignKey(
        DialogueEdition, models.PROTECT, related_name="responses", verbose_name=_("utgåva")
    )
    survey_version = models.PositiveSmallIntegerField(_("enkätens version"))
    sent_on = models.DateField(_("svarade den"), default=today)
    form = models.CharField(_("formulär"), max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = _("enkätsvar")
        verbose_name_plural = _("enkätsvar")
        ordering = ["sent_on", "form"]  # the hash: not the order in which they came
        constraints = [
            models.CheckConstraint(
                name="response_form_is_a_hash",
                condition=Q(form__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("Formulärets nummer är 64 hexadecimala tecken."),
            ),
            models.CheckConstraint(
                name="response_has_a_survey_version",
                condition=Q(survey_version__gte=1),
                violation_error_message=_("Ange vilken version av enkäten som besvarades."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dialogue}, {self.sent_on}"


class AnswerQuerySet(models.QuerySet["Answer"]):
    def in_words(self) -> "AnswerQuerySet":
        """What people wrote themselves."""
        return self.exclude(text="")

    def of_dialogue(self, dialogue: Dialogue) -> "AnswerQuerySet":
        return self.filter(response__dialogue=dialogue)

    def editable_by(self, user: "User") -> "AnswerQuerySet":
        """Rights follow rows: answers to dialogues of the user's own partnerships."""
        return self.filter(response__dialogue__in=Dialogue.objects.editable_by(user))


class Answer(models.Model):
    response = models.ForeignKey(Response, models.CASCADE, related_name="answers")
    question_key = models.CharField(_("fråga"), max_length=60)
    choice_keys = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, verbose_name=_("val")
    )
    number = models.IntegerField(_("tal"), null=True, blank=True)
    text = models.TextField(_("svar i ord"), blank=True)
    is_dealt_with = models.BooleanField(
        _("omhändertaget"), default=False, help_text=_("En redaktör har läst det.")
    )

    objects: ClassVar[models.Manager["Answer"]] = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("svar")
        verbose_name_plural = _("svar")
        constraints = [
            models.UniqueConstraint(
                name="question_is_answered_once_per_response",
                fields=["response", "question_key"],
                violation_error_message=_("Frågan är redan besvarad."),
            ),
            models.CheckConstraint(
                name="answer_says_one_thing",
                condition=Q(choice_keys__len__gt=0, number__isnull=True, text="")
                | Q(choice_keys=[], number__isnull=False, text="")
                | Q(choice_keys=[], number__isnull=True) & ~Q(text=""),
                violation_error_message=_("Ett svar är val, ett tal eller ord."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_key}: {', '.join(self.choice_keys) or self.number or self.text}"


class SurveyResults(models.Model):
    """``document`` is ``documents.Results``: safe to show, computed once after the survey has closed."""

    dialogue = models.OneToOneField(
        Dialogue, models.PROTECT, related_name="survey_results", verbose_name=_("dialog")
    )
    document = models.JSONField(_("resultat"), editable=False)
    compiled_at = models.DateTimeField(_("sammanställt"), default=timezone.now)
    compiled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("sammanställt av"),
    )

    class Meta:
        verbose_name = _("enkätresultat")
        verbose_name_plural = _("enkätresultat")

    def __str__(self) -> str:
        return f"Resultat: {self.dialogue}"
