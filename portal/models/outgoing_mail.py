"""A letter on its way. The row is the truth; the task in the queue only reminds of it."""

import datetime as dt
import uuid
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.enums import MailState
from portal.models.base import one_of


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    def due(self, *, at: dt.datetime) -> Self:
        """Those that should have been handed over at that moment."""
        return self.filter(state=MailState.QUEUED, next_attempt_at__lte=at)

    def unsent(self) -> Self:
        """Those that wait, and those that were given up."""
        return self.exclude(state=MailState.SENT)

    def given_up(self) -> Self:
        return self.filter(state=MailState.FAILED)

    def being_sent(self) -> Self:
        """Claimed by a worker, which may have died since."""
        return self.filter(state=MailState.SENDING)


class OutgoingMail(models.Model):
    """``message_key`` says what the letter is about: the same thing is never written twice. The text goes
    when the letter has gone, since it may hold a personal link."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    message_key = models.CharField(_("vad brevet gäller"), max_length=200, unique=True)
    to = models.EmailField(_("till"))
    subject = models.CharField(_("ämne"), max_length=250)
    body = models.TextField(_("text"), blank=True)
    state = models.CharField(_("läge"), max_length=10, choices=MailState, default=MailState.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("försök"), default=0)
    queued_at = models.DateTimeField(_("skrivet"), auto_now_add=True)
    next_attempt_at = models.DateTimeField(_("nästa försök"), default=timezone.now)
    sent_at = models.DateTimeField(_("skickat"), null=True, blank=True)
    last_error = models.TextField(_("senaste felet"), blank=True)

    objects: ClassVar[models.Manager["OutgoingMail"]] = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("brev")
        verbose_name_plural = _("brev")
        ordering = ["-queued_at", "-pk"]
        indexes = [
            models.Index(
                name="mail_that_waits",
                fields=["state", "next_attempt_at"],
                condition=Q(state__in=["queued", "sending"]),
            )
        ]
        constraints = [
            one_of("state", MailState, name="mail_state_is_known"),
            models.CheckConstraint(
                name="sent_mail_has_a_moment_and_no_text",
                condition=Q(state=MailState.SENT, sent_at__isnull=False, body="")
                | Q(sent_at__isnull=True) & ~Q(state=MailState.SENT) & ~Q(body=""),
                violation_error_message=_(
                    "Ett skickat brev har en tidpunkt och ingen text; andra brev har en text."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"

    @property
    def message_id(self) -> str:
        """The same in every attempt: a receiver that gets a letter twice can see that it is one."""
        domain = settings.SITE_URL.partition("://")[2].partition(":")[0].partition("/")[0]
        return f"<{self.uuid}@{domain}>"

    def requeue(self, *, at: dt.datetime, error: str = "") -> None:
        self.state, self.next_attempt_at = MailState.QUEUED, at
        self.last_error = error or self.last_error
        self.save(update_fields=["state", "next_attempt_at", "last_error"])
