"""When a promise shall be followed up, and the report when it has been: "Så gick det"."""

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.enums import Verdict
from portal.models.base import Stamped, keep_history, one_of
from portal.prose import ProseField
from promises.enums import FollowUpKind
from promises.models.period import PromisePeriod
from promises.models.promise import Promise


class FollowUpPlanQuerySet(models.QuerySet["FollowUpPlan"]):
    def due_between(self, first: dt.date, last: dt.date) -> Self:
        """With the place and its two people, for reminders."""
        place = "period__partnership"
        return self.filter(due_on__range=(first, last)).select_related(
            f"{place}__follow_up_responsible", f"{place}__follow_up_stand_in"
        )


@keep_history()
class FollowUpPlan(Stamped):
    """When and how. It may fall after the period's end: many figures come years later."""

    period = models.ForeignKey(
        PromisePeriod, models.CASCADE, related_name="follow_up_plans", verbose_name=_("period")
    )
    promise = models.ForeignKey(
        Promise,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="follow_up_plans",
        verbose_name=_("löfte"),
        help_text=_("Tomt: planen gäller hela perioden."),
    )
    text = models.CharField(_("så följs det upp"), max_length=400)
    due_on = models.DateField(_("senast"), null=True, blank=True)
    audience = models.CharField(_("redovisas för"), max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    objects: ClassVar[models.Manager["FollowUpPlan"]] = FollowUpPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("uppföljningsplan")
        verbose_name_plural = _("uppföljningsplaner")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


@keep_history()
class FollowUp(Stamped):
    period = models.ForeignKey(
        PromisePeriod, models.CASCADE, related_name="follow_ups", verbose_name=_("period")
    )
    kind = models.CharField(
        _("slag"), max_length=10, choices=FollowUpKind, default=FollowUpKind.FINAL
    )
    as_of = models.DateField(_("läget den"), null=True, blank=True)
    summary = ProseField(_("sammanfattning"))
    is_examples_only = models.BooleanField(
        _("bara exempel"),
        default=False,
        help_text=_("Listorna visar exempel på det som gjorts, inte allt."),
    )

    class Meta:
        verbose_name = _("uppföljning")
        verbose_name_plural = _("uppföljningar")
        ordering = ["as_of", "pk"]
        constraints = [
            one_of("kind", FollowUpKind, name="follow_up_kind_is_known"),
            models.UniqueConstraint(
                name="follow_up_is_one_per_period_kind_and_day",
                fields=["period", "kind", "as_of"],
                nulls_distinct=False,
                violation_error_message=_("Det finns redan en uppföljning för den dagen."),
            ),
        ]

    def __str__(self) -> str:
        return f"Så gick det: {self.period}"


@keep_history()
class PromiseVerdict(Stamped):
    """How it went with one promise, in a word and in words."""

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="verdicts")
    promise = models.ForeignKey(
        Promise, models.CASCADE, related_name="verdicts", verbose_name=_("löfte")
    )
    verdict = models.CharField(_("bedömning"), max_length=20, choices=Verdict)
    text = ProseField(_("så gick det"))

    class Meta:
        verbose_name = _("bedömning av löfte")
        verbose_name_plural = _("bedömningar av löften")
        ordering = ["promise__position", "pk"]
        constraints = [
            one_of("verdict", Verdict, name="promise_verdict_is_known"),
            models.UniqueConstraint(
                name="promise_is_judged_once_per_follow_up",
                fields=["follow_up", "promise"],
                violation_error_message=_("Löftet är redan bedömt i den här uppföljningen."),
            ),
            models.CheckConstraint(
                name="promise_that_cannot_be_judged_says_why",
                condition=~Q(verdict=Verdict.CANNOT_BE_JUDGED) | ~Q(text=""),
                violation_error_message=_("Förklara varför löftet inte kan bedömas."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.promise}: {self.get_verdict_display()}"
