"""The only way to an account: somebody who works here has asked for it by name."""

import datetime as dt
import hashlib
import secrets
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.enums import InvitationState, MembershipRole
from portal.models.base import keep_history, one_of
from portal.models.organisation import Organisation
from portal.models.user import User

VALID_FOR = dt.timedelta(days=14)


def hash_of(token: str) -> str:
    """The token has 256 random bits, so a plain hash hides it."""
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def live(self) -> Self:
        """Neither used nor taken back; it may have grown too old."""
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True)

    def for_link(self, token: str) -> "Invitation | None":
        found = self.select_related("organisation", "invited_by")
        return found.filter(token_hash=hash_of(token)).first()


@keep_history()
class Invitation(models.Model):
    email = models.EmailField(_("e-postadress"))
    name = models.CharField(_("namn"), max_length=120)
    title = models.CharField(_("titel"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="invitations", verbose_name=_("organisation")
    )
    role = models.CharField(
        _("roll"),
        max_length=10,
        choices=MembershipRole,
        default=MembershipRole.EDITOR,
        help_text=_("En godkännare kan också godkänna, publicera och bjuda in."),
    )
    invited_by = models.ForeignKey(
        User, models.PROTECT, related_name="invitations_sent", verbose_name=_("inbjuden av")
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("skapad"), auto_now_add=True)
    sent_at = models.DateTimeField(_("skickad"))
    expires_at = models.DateTimeField(_("gäller till"))
    accepted_at = models.DateTimeField(_("använd"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("konto")
    )
    revoked_at = models.DateTimeField(_("återkallad"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("återkallad av"),
    )

    objects: ClassVar[models.Manager["Invitation"]] = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("inbjudan")
        verbose_name_plural = _("inbjudningar")
        ordering = ["-created_at", "-pk"]
        constraints = [
            one_of("role", MembershipRole, name="invitation_role_is_known"),
            models.CheckConstraint(
                name="invitation_email_is_lower_case",
                condition=Q(email=models.functions.Lower("email")),
                violation_error_message=_("Skriv e-postadressen med små bokstäver."),
            ),
            models.CheckConstraint(
                name="invitation_ends_after_it_is_sent",
                condition=Q(expires_at__gt=F("sent_at")),
                violation_error_message=_("En inbjudan måste gälla en tid efter att den skickats."),
            ),
            models.CheckConstraint(
                name="invitation_accepted_at_and_by_go_together",
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                violation_error_message=_("En använd inbjudan har både tidpunkt och konto."),
            ),
            models.CheckConstraint(
                name="invitation_revoked_at_and_by_go_together",
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                violation_error_message=_("En återkallad inbjudan har både tidpunkt och person."),
            ),
            models.CheckConstraint(
                name="invitation_is_not_both_accepted_and_revoked",
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
                violation_error_message=_("En använd inbjudan kan inte återkallas."),
            ),
            models.UniqueConstraint(
                name="address_has_one_live_invitation_per_organisation",
                fields=["email", "organisation"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                violation_error_message=_("Adressen har redan en inbjudan till organisationen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.organisation}"

    @property
    def state(self) -> InvitationState:
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.revoked_at:
            return InvitationState.REVOKED
        if self.expires_at <= timezone.now():
            return InvitationState.EXPIRED
        return InvitationState.WAITING

    def renew(self) -> str:
        """A new link; the older one stops working. Returns the token, which is stored nowhere."""
        token = secrets.token_urlsafe(32)
        self.token_hash = hash_of(token)
        self.sent_at = timezone.now()
        self.expires_at = self.sent_at + VALID_FOR
        return token
