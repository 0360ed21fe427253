"""The signature under an edition. Abstract, as editions are."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.enums import SignOffMethod
from portal.models.base import one_of
from portal.models.organisation import Organisation


class SignOff(models.Model):
    """A party's approval of one frozen text. Never changed, never taken back: a new text is needed."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("part")
    )
    signer_name = models.CharField(_("namn"), max_length=120)
    signer_title = models.CharField(_("titel"), max_length=160)
    signed_at = models.DateTimeField(_("godkänd"), default=timezone.now)
    method = models.CharField(_("hur"), max_length=10, choices=SignOffMethod)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True
        ordering = ["signed_at", "pk"]
        triggers = [
            pgtrigger.Protect(
                name="sign_off_is_final", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]
        constraints = [
            one_of("method", SignOffMethod, name="%(class)s_method_is_known"),
            models.UniqueConstraint(
                name="%(class)s_once_per_party",
                fields=["edition", "organisation"],
                violation_error_message=_("Parten har redan godkänt den här utgåvan."),
            ),
            models.CheckConstraint(
                name="%(class)s_names_the_signer",
                condition=~Q(signer_name="") & ~Q(signer_title=""),
                violation_error_message=_("Ange namn och titel."),
            ),
            models.CheckConstraint(
                name="%(class)s_account_goes_with_a_user",
                condition=Q(method=SignOffMethod.ACCOUNT, signed_by__isnull=False)
                | ~Q(method=SignOffMethod.ACCOUNT) & Q(signed_by__isnull=True),
                violation_error_message=_("Ett godkännande med konto ska ha en användare."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signer_name}, {self.signer_title}"
