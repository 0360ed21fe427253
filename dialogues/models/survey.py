"""The survey of a dialogue: when it is open, its questions and their choices. Drafts; what is answered on
the site is the edition's."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues.enums import QuestionKind
from dialogues.models.dialogue import Dialogue
from portal.models.base import Stamped, keep_history, one_of
from portal.prose import ProseField
from portal.slugs import ADDRESS

TEXTS_KEPT = dt.timedelta(days=90)
"""How long after closing what people wrote in their own words is kept, where no day is set."""

WITH_CHOICES = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
WITH_LIMITS = (QuestionKind.SCALE, QuestionKind.NUMBER)


@keep_history()
class Survey(Stamped):
    dialogue = models.OneToOneField(
        Dialogue, models.CASCADE, related_name="survey", verbose_name=_("dialog")
    )
    introduction = ProseField(_("inledning"))
    opens_at = models.DateTimeField(_("öppnar"))
    closes_at = models.DateTimeField(_("stänger"))
    text_answers_deleted_on = models.DateField(
        _("svar i ord raderas"),
        null=True,
        blank=True,
        help_text=_("Tomt: 90 dagar efter att enkäten har stängt."),
    )

    class Meta:
        verbose_name = _("enkät")
        verbose_name_plural = _("enkäter")
        constraints = [
            models.CheckConstraint(
                name="survey_closes_after_it_opens",
                condition=Q(closes_at__gt=F("opens_at")),
                violation_error_message=_("Enkäten måste stänga efter att den har öppnat."),
            ),
            models.CheckConstraint(
                name="survey_keeps_its_texts_until_it_closes",
                condition=Q(text_answers_deleted_on__isnull=True)
                | Q(text_answers_deleted_on__gte=TruncDate("closes_at")),
                violation_error_message=_("Svaren kan inte raderas innan enkäten har stängt."),
            ),
        ]

    def __str__(self) -> str:
        return f"Enkät: {self.dialogue}"

    @property
    def texts_deleted_on(self) -> dt.date:
        return (
            self.text_answers_deleted_on or timezone.localtime(self.closes_at).date() + TEXTS_KEPT
        )


@keep_history()
class Question(Stamped):
    survey = models.ForeignKey(
        Survey, models.CASCADE, related_name="questions", verbose_name=_("enkät")
    )
    key = models.CharField(
        _("nyckel"),
        max_length=60,
        validators=[ADDRESS],
        help_text=_("Frågans namn genom åren: samma nyckel gör att svaren kan jämföras."),
    )
    text = models.CharField(_("fråga"), max_length=300)
    help = models.CharField(_("hjälptext"), max_length=300, blank=True)
    kind = models.CharField(
        _("slag"), max_length=10, choices=QuestionKind, default=QuestionKind.SINGLE
    )
    is_required = models.BooleanField(_("måste besvaras"), default=False)
    is_background = models.BooleanField(
        _("bakgrundsfråga"),
        default=False,
        help_text=_("Svaren på de andra frågorna får delas upp efter den: åldersgrupp, ortsdel."),
    )
    lowest = models.IntegerField(_("lägst"), null=True, blank=True)
    highest = models.IntegerField(_("högst"), null=True, blank=True)
    lowest_label = models.CharField(_("ord för lägst"), max_length=60, blank=True)
    highest_label = models.CharField(_("ord för högst"), max_length=60, blank=True)
    unit = models.CharField(_("enhet"), max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("fråga")
        verbose_name_plural = _("frågor")
        ordering = ["position", "pk"]
        constraints = [
            one_of("kind", QuestionKind, name="question_kind_is_known"),
            models.UniqueConstraint(
                name="question_key_is_unique_in_its_survey",
                fields=["survey", "key"],
                violation_error_message=_("En annan fråga i enkäten har redan den nyckeln."),
            ),
            models.CheckConstraint(
                name="question_has_key_and_text",
                condition=~Q(key="") & ~Q(text=""),
                violation_error_message=_("Skriv frågan och ge den en nyckel."),
            ),
            models.CheckConstraint(
                name="scale_and_number_have_limits",
                condition=~Q(kind__in=WITH_LIMITS)
                | Q(lowest__isnull=False, highest__isnull=False, highest__gt=F("lowest")),
                violation_error_message=_("Ange det lägsta och det högsta som går att svara."),
            ),
            models.CheckConstraint(
                name="only_scale_and_number_have_limits",
                condition=Q(kind__in=WITH_LIMITS) | Q(lowest__isnull=True, highest__isnull=True),
                violation_error_message=_("Bara en skala och ett tal har ett lägsta och högsta."),
            ),
            models.CheckConstraint(
                name="scale_has_at_most_eleven_steps",
                condition=~Q(kind=QuestionKind.SCALE) | Q(highest__lte=F("lowest") + 10),
                violation_error_message=_("En skala har högst elva steg. Välj tal i stället."),
            ),
            models.CheckConstraint(
                name="background_question_is_a_single_choice",
                condition=Q(is_background=False) | Q(kind=QuestionKind.SINGLE),
                violation_error_message=_("En bakgrundsfråga har ett val att göra."),
            ),
        ]

    def __str__(self) -> str:
        return self.text


@keep_history()
class Choice(models.Model):
    question = models.ForeignKey(
        Question, models.CASCADE, related_name="choices", verbose_name=_("fråga")
    )
    key = models.CharField(_("nyckel"), max_length=60, validators=[ADDRESS])
    text = models.CharField(_("svarsval"), max_length=200)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("svarsval")
        verbose_name_plural = _("svarsval")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="choice_key_is_unique_in_its_question",
                fields=["question", "key"],
                violation_error_message=_("Ett annat svarsval har redan den nyckeln."),
            ),
            models.CheckConstraint(
                name="choice_has_key_and_text",
                condition=~Q(key="") & ~Q(text=""),
                violation_error_message=_("Skriv svarsvalet och ge det en nyckel."),
            ),
        ]

    def __str__(self) -> str:
        return self.text
