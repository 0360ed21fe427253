"""The log of an edition: each step, who took it and when. Abstract, as editions are."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.enums import EditionStep
from portal.models.base import one_of


class EditionEvent(models.Model):
    """One step of an edition, as it happened. Only ever added."""

    step = models.CharField(_("vad"), max_length=12, choices=EditionStep)
    at = models.DateTimeField(_("när"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # No length: a name, a title and an organisation's name, each as long as its own field lets it be.
    who = models.TextField(_("vem"))
    detail = models.TextField(_("mer"), blank=True)

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]
        triggers = [
            pgtrigger.Protect(
                name="log_is_only_added_to", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]
        constraints = [
            one_of("step", EditionStep, name="%(class)s_step_is_known"),
            models.CheckConstraint(
                name="%(class)s_names_someone",
                condition=~Q(who=""),
                violation_error_message=_("Ange vem som gjorde det."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.who}"
