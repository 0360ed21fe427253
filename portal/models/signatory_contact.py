"""Who may sign for a party by a personal link, without an account."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.enums import MembershipRole
from portal.models.base import Stamped, keep_history
from portal.models.organisation import Organisation

if TYPE_CHECKING:
    from portal.models.user import User


class SignatoryContactQuerySet(models.QuerySet["SignatoryContact"]):
    def active(self) -> Self:
        return self.filter(is_active=True)

    def of_parties(self, keys: list[str]) -> Self:
        """Of organisations by their keys, as a frozen text names them."""
        return self.filter(organisation__key__in=keys)

    def registrable_by(self, user: "User") -> Self:
        """Approvers reach the signatories of their own organisation; operators all."""
        if user.is_operator:
            return self
        return self.filter(
            organisation__memberships__user=user,
            organisation__memberships__role=MembershipRole.APPROVER,
        )


@keep_history()
class SignatoryContact(Stamped):
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="signatory_contacts", verbose_name=_("part")
    )
    name = models.CharField(_("namn"), max_length=120)
    title = models.CharField(
        _("titel"), max_length=160, help_text=_("Till exempel ”lokalpolisområdeschef”.")
    )
    email = models.EmailField(
        _("e-post"), help_text=_("Personens egen adress. Hit går den personliga länken.")
    )
    is_active = models.BooleanField(
        _("får godkänna"),
        default=True,
        help_text=_(
            "Ta bort krysset när uppdraget är slut: då slutar länkar som är ute att gälla."
        ),
    )
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("registrerad av"),
    )
    registered_at = models.DateTimeField(_("registrerad"), auto_now_add=True)

    objects: ClassVar[models.Manager["SignatoryContact"]] = SignatoryContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("undertecknare utan konto")
        verbose_name_plural = _("undertecknare utan konto")
        ordering = ["organisation__name", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="signatory_is_registered_once",
                fields=["organisation", "email"],
                violation_error_message=_("Adressen är redan registrerad för den parten."),
            ),
            models.CheckConstraint(
                name="signatory_has_name_and_title",
                condition=~Q(name="") & ~Q(title=""),
                violation_error_message=_("Ange namn och titel."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"
