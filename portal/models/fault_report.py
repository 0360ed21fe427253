"""What somebody could not use on the site, as they told us. No history is kept: it would remember the address
after it has been deleted."""

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.days import today
from portal.models.user import User

LONGEST_REPORT, LONGEST_PAGE, LONGEST_EMAIL = 4000, 500, 254
EMAIL_KEPT = dt.timedelta(days=30)
"""How long after the answer the sender's address is kept, so that one more question can be asked."""

REPORT_KEPT = dt.timedelta(days=2 * 365)
"""How long after the answer the report itself is kept: until it has been in two yearly assessments."""


class FaultReportQuerySet(models.QuerySet["FaultReport"]):
    def waiting(self) -> Self:
        return self.filter(answered_at__isnull=True)

    def due_by(self, day: dt.date) -> Self:
        """Not answered, and promised an answer by that day or earlier."""
        return self.waiting().filter(answer_by__lte=day)

    def with_email_due(self, *, on: dt.date) -> Self:
        return self.exclude(email="").filter(answered_at__date__lte=on - EMAIL_KEPT)

    def done_with(self, *, on: dt.date) -> Self:
        return self.filter(answered_at__date__lte=on - REPORT_KEPT)

    def waiting_first(self) -> Self:
        return self.order_by(models.F("answered_at").desc(nulls_first=True), "answer_by", "pk")


class FaultReport(models.Model):
    """``form`` is the hash of the form's own number: the same form sent twice is one report. ``answer_by`` is
    the day that the sender was told, whatever the stated time is changed to later."""

    form = models.CharField(max_length=64, unique=True, editable=False)
    page = models.CharField(_("sidan"), max_length=LONGEST_PAGE, blank=True)
    description = models.TextField(_("vad som inte fungerar"))
    email = models.EmailField(_("e-post"), max_length=LONGEST_EMAIL, blank=True)
    received_at = models.DateTimeField(_("kom in"), default=timezone.now)
    answer_by = models.DateField(_("ska besvaras senast"))
    answer = models.TextField(_("svar"), blank=True)
    is_mailed = models.BooleanField(_("svaret gick med e-post"), default=False)
    answered_at = models.DateTimeField(_("besvarad"), null=True, blank=True)
    answered_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answered_fault_reports",
        verbose_name=_("besvarad av"),
    )

    objects: ClassVar[models.Manager["FaultReport"]] = FaultReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("felanmälan")
        verbose_name_plural = _("felanmälningar om tillgänglighet")
        constraints = [
            models.CheckConstraint(
                name="fault_report_says_something",
                condition=~Q(description=""),
                violation_error_message=_("Beskriv vad som inte fungerar."),
            ),
            models.CheckConstraint(
                name="fault_report_answered_at_by_and_answer_go_together",
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                violation_error_message=_(
                    "En besvarad anmälan har ett svar, en tidpunkt och någon som svarade."
                ),
            ),
            models.CheckConstraint(
                name="only_an_answer_is_mailed",
                condition=Q(is_mailed=False) | Q(answered_at__isnull=False),
                violation_error_message=_("Bara ett svar kan ha gått med e-post."),
            ),
        ]

    def __str__(self) -> str:
        return f"Anmälan {self.pk}"

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None

    @property
    def is_late(self) -> bool:
        return not self.is_answered and self.answer_by < today()

    @property
    def email_deleted_on(self) -> dt.date | None:
        """The day on which the address goes; None while it waits or where there is none."""
        if self.answered_at is None or not self.email:
            return None
        return timezone.localdate(self.answered_at) + EMAIL_KEPT

    @property
    def admin_url(self) -> str:
        return reverse("admin:portal_faultreport_change", args=[self.pk])

    def mark_answered(self, *, by: User, answer: str, is_mailed: bool) -> None:
        self.answer, self.answered_by, self.answered_at = answer, by, timezone.now()
        self.is_mailed = is_mailed
        self.save(update_fields=["answer", "answered_by", "answered_at", "is_mailed"])
