"""What shall be reached, and what has been measured."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.enums import Verdict
from portal.models.base import Stamped, keep_history, one_of
from promises.enums import ChangeKind, GoalKind
from promises.models.promise import Promise


@keep_history()
class Goal(Stamped):
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    promise = models.ForeignKey(
        Promise, models.CASCADE, related_name="goals", verbose_name=_("löfte")
    )
    kind = models.CharField(_("slag"), max_length=10, choices=GoalKind, default=GoalKind.OUTCOME)
    indicator = models.CharField(
        _("det som mäts"), max_length=300, help_text=_("Till exempel ”anmälda bedrägerier”.")
    )
    unit = models.CharField(
        _("enhet"), max_length=60, blank=True, help_text=_("Basvärdets enhet: ”%”, ”brott”.")
    )
    baseline_value = models.DecimalField(
        _("basvärde"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    baseline_year = models.PositiveSmallIntegerField(_("basår"), null=True, blank=True)
    change = models.CharField(
        _("önskad ändring"), max_length=10, choices=ChangeKind, default=ChangeKind.DOWN
    )
    target_value = models.DecimalField(
        _("målvärde"),
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("Minskning skrivs med minus: −10."),
    )
    deadline = models.DateField(_("senast"), null=True, blank=True)
    source = models.CharField(_("källa"), max_length=200, blank=True)
    verdict = models.CharField(
        _("bedömning"), max_length=20, choices=Verdict, default=Verdict.NOT_DUE
    )
    verdict_reason = models.TextField(_("förklaring"), blank=True)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("mål")
        verbose_name_plural = _("mål")
        ordering = ["position", "pk"]
        constraints = [
            one_of("kind", GoalKind, name="goal_kind_is_known"),
            one_of("change", ChangeKind, name="goal_change_is_known"),
            one_of("verdict", Verdict, name="goal_verdict_is_known"),
            models.CheckConstraint(
                name="goal_that_only_points_has_no_target",
                condition=Q(change__in=[ChangeKind.UP, ChangeKind.DOWN], target_value__isnull=True)
                | Q(
                    change__in=[ChangeKind.RELATIVE, ChangeKind.ABSOLUTE, ChangeKind.LEVEL],
                    target_value__isnull=False,
                ),
                violation_error_message=_(
                    "Ange målvärde, eller välj ”ska öka” eller ”ska minska” om det inte finns något."
                ),
            ),
            models.CheckConstraint(
                name="goal_that_cannot_be_judged_says_why",
                condition=~Q(verdict=Verdict.CANNOT_BE_JUDGED) | ~Q(verdict_reason=""),
                violation_error_message=_("Förklara varför målet inte kan bedömas."),
            ),
        ]

    def __str__(self) -> str:
        return self.indicator


@keep_history()
class Reading(Stamped):
    """A measured value: entered by hand with its source and day."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="readings", verbose_name=_("mål"))
    value = models.DecimalField(_("utfall"), max_digits=14, decimal_places=4)
    on = models.DateField(_("avser"), help_text=_("Den dag eller det årsslut som värdet gäller."))
    source = models.CharField(_("källa"), max_length=200)
    is_preliminary = models.BooleanField(_("preliminärt"), default=False)

    class Meta:
        verbose_name = _("utfall")
        verbose_name_plural = _("utfall")
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="reading_is_one_per_day_and_source",
                fields=["goal", "on", "source"],
                violation_error_message=_("Det finns redan ett värde för den dagen ur den källan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.goal} {self.on}: {self.value}"
