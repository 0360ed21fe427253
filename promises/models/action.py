"""The follow-up action ("insats"): what is done to keep a promise."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.models import Organisation
from portal.models.base import Stamped, keep_history, one_of
from promises.enums import UNFINISHED, ActionOrigin, ActionStatus, NextStep, Reason, Timing
from promises.models.period import PromisePeriod
from promises.models.promise import Promise


@keep_history()
class Action(Stamped):
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    period = models.ForeignKey(
        PromisePeriod, models.CASCADE, related_name="actions", verbose_name=_("period")
    )
    promise = models.ForeignKey(
        Promise,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("löfte"),
        help_text=_("Tomt: insatsen gäller hela perioden."),
    )
    text = models.TextField(_("insats"))
    leads = models.ManyToManyField(
        Organisation, blank=True, related_name="led_actions", verbose_name=_("ansvariga")
    )
    partners = models.ManyToManyField(
        Organisation, blank=True, related_name="joined_actions", verbose_name=_("medverkande")
    )
    place = models.CharField(_("plats"), max_length=200, blank=True)
    timing = models.CharField(_("hur ofta"), max_length=12, choices=Timing, default=Timing.ONCE)
    promised_count = models.PositiveIntegerField(_("lovat antal"), null=True, blank=True)
    unit = models.CharField(_("enhet"), max_length=60, blank=True)
    done_count = models.PositiveIntegerField(_("gjort antal"), null=True, blank=True)
    done_on = models.DateField(_("genomförd den"), null=True, blank=True)
    origin = models.CharField(
        _("ursprung"), max_length=12, choices=ActionOrigin, default=ActionOrigin.PROMISED
    )
    status = models.CharField(
        _("läge"), max_length=10, choices=ActionStatus, default=ActionStatus.PLANNED
    )
    reason = models.CharField(_("skäl"), max_length=20, choices=Reason, blank=True)
    reason_text = models.TextField(_("förklaring"), blank=True)
    next_step = models.CharField(_("vad händer nu"), max_length=10, choices=NextStep, blank=True)
    next_step_text = models.TextField(_("mer om vad som händer"), blank=True)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("insats")
        verbose_name_plural = _("insatser")
        ordering = ["position", "pk"]
        constraints = [
            one_of("timing", Timing, name="action_timing_is_known"),
            one_of("origin", ActionOrigin, name="action_origin_is_known"),
            one_of("status", ActionStatus, name="action_status_is_known"),
            models.CheckConstraint(
                name="action_reason_is_known",
                condition=Q(reason="") | Q(reason__in=Reason.values),
                violation_error_message=_("Välj ett av skälen."),
            ),
            models.CheckConstraint(
                name="action_next_step_is_known",
                condition=Q(next_step="") | Q(next_step__in=NextStep.values),
                violation_error_message=_("Välj vad som händer nu."),
            ),
            models.CheckConstraint(
                name="unfinished_action_states_a_reason",
                condition=~Q(status__in=UNFINISHED) | ~Q(reason=""),
                violation_error_message=_("Ange skäl när en insats inte är genomförd fullt ut."),
            ),
            models.CheckConstraint(
                name="only_an_unfinished_action_has_a_reason",
                condition=Q(status__in=UNFINISHED) | Q(reason=""),
                violation_error_message=_("Ta bort skälet: insatsen är inte markerad som ogjord."),
            ),
            models.CheckConstraint(
                name="counted_action_says_how_many",
                condition=~Q(timing=Timing.COUNTED) | Q(promised_count__isnull=False),
                violation_error_message=_("Ange hur många gånger som lovades."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        if self.promise and self.promise.period_id != self.period_id:
            raise ValidationError({"promise": _("Löftet hör till en annan period.")})
