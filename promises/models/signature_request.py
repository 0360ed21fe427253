"""A personal link by which somebody without an account signs, or sends back, one frozen text."""

import datetime as dt
import hashlib
import secrets
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.enums import EditionState
from portal.models import Organisation, SignatoryContact
from promises.enums import LinkStanding, SignatureOutcome
from promises.models.edition import PeriodEdition

VALID_FOR = dt.timedelta(days=14)
BETWEEN_LINKS = dt.timedelta(minutes=1)
"""A second press on the button sends no second letter."""


def new_token() -> tuple[str, str]:
    """A token for the letter, and the hash of it that is kept: nobody can read a link out of the table."""
    token = secrets.token_urlsafe(32)
    return token, hash_of(token)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class SignatureRequestQuerySet(models.QuerySet["SignatureRequest"]):
    def with_token(self, token: str) -> Self:
        return self.filter(token_hash=hash_of(token))

    def unanswered(self) -> Self:
        return self.filter(used_at__isnull=True, voided_at__isnull=True)

    def for_page(self) -> Self:
        return self.select_related(
            "edition__partnership", "edition__period", "organisation", "signatory", "requested_by"
        )


class SignatureRequest(models.Model):
    edition = models.ForeignKey(PeriodEdition, models.PROTECT, related_name="signature_requests")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    signatory = models.ForeignKey(SignatoryContact, models.PROTECT, related_name="requests")
    email = models.EmailField(_("skickad till"))
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    requested_at = models.DateTimeField(_("skickad"), default=timezone.now)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField(_("gäller till"))
    used_at = models.DateTimeField(_("besvarad"), null=True, blank=True)
    outcome = models.CharField(_("svar"), max_length=10, choices=SignatureOutcome, blank=True)
    voided_at = models.DateTimeField(_("ersatt av en ny länk"), null=True, blank=True)

    objects: ClassVar[models.Manager["SignatureRequest"]] = SignatureRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("begäran om godkännande")
        verbose_name_plural = _("begäran om godkännande")
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="signature_outcome_is_known",
                condition=Q(outcome="") | Q(outcome__in=SignatureOutcome.values),
                violation_error_message=_("Välj ett av de val som finns."),
            ),
            models.CheckConstraint(
                name="signature_request_is_used_with_an_outcome",
                condition=Q(used_at__isnull=True, outcome="")
                | Q(used_at__isnull=False, voided_at__isnull=True) & ~Q(outcome=""),
                violation_error_message=_("En besvarad länk har ett svar och är inte ersatt."),
            ),
            models.CheckConstraint(
                name="signature_request_expires_after_it_was_made",
                condition=Q(expires_at__gt=F("requested_at")),
                violation_error_message=_("Länken måste gälla en tid."),
            ),
            models.UniqueConstraint(
                name="signatory_has_one_open_link_per_edition",
                fields=["edition", "signatory"],
                condition=Q(used_at__isnull=True, voided_at__isnull=True),
                violation_error_message=_("Personen har redan en länk till den här utgåvan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signatory} · {self.edition}"

    @property
    def standing(self) -> LinkStanding:
        """Whether the link can be used now, and if not, why. Needs ``for_page``."""
        if self.outcome == SignatureOutcome.SIGNED:
            return LinkStanding.SIGNED
        if self.outcome == SignatureOutcome.SENT_BACK:
            return LinkStanding.SENT_BACK
        if self.voided_at:
            return LinkStanding.REPLACED
        if self.edition.state != EditionState.CANDIDATE:
            return LinkStanding.TEXT_IS_CLOSED
        if not self.signatory.is_active:
            return LinkStanding.SIGNATORY_LEFT
        if not self._is_for_signatory:
            return LinkStanding.SIGNATORY_CHANGED
        if self.expires_at <= timezone.now():
            return LinkStanding.EXPIRED
        if self.edition.sign_offs.filter(organisation=self.organisation).exists():
            return LinkStanding.PARTY_HAS_SIGNED
        return LinkStanding.OPEN

    @property
    def _is_for_signatory(self) -> bool:
        """A link that went to an address or for a party that was wrong opens nothing once that is put
        right: whoever got it is somebody else."""
        sent = (self.email, self.organisation_id)
        return sent == (self.signatory.email, self.signatory.organisation_id)
