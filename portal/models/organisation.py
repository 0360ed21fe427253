"""A party: someone who can give a promise, carry out an action or sign."""

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.enums import OrganisationKind
from portal.models.base import Stamped, keep_history, one_of


@keep_history()
class Organisation(Stamped):
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("namn"), max_length=120, unique=True)
    short_form = models.CharField(
        _("bestämd kortform"),
        max_length=60,
        help_text=_("Som den står i en mening: ”kommunen”, ”polisen”."),
    )
    kind = models.CharField(_("slag"), max_length=20, choices=OrganisationKind)
    scb_code = models.CharField(
        _("kommunkod"),
        max_length=4,
        blank=True,
        validators=[RegexValidator(r"^\d{4}$", _("Kommunkoden är fyra siffror."))],
        help_text=_("SCB:s kod, fyra siffror. Bara för kommuner."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="departments",
        verbose_name=_("del av"),
    )
    address = models.TextField(_("postadress"), blank=True)
    phone = models.CharField(_("telefon (växel)"), max_length=40, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    web = models.URLField(_("webbplats"), blank=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisationer")
        ordering = ["name"]
        constraints = [
            one_of("kind", OrganisationKind, name="organisation_kind_is_known"),
            models.CheckConstraint(
                name="only_a_municipality_has_a_scb_code",
                condition=Q(scb_code="") | Q(kind=OrganisationKind.MUNICIPALITY),
                violation_error_message=_("Bara en kommun har kommunkod."),
            ),
            models.UniqueConstraint(
                name="scb_code_belongs_to_one_municipality",
                fields=["scb_code"],
                condition=~Q(scb_code=""),
                violation_error_message=_("En annan kommun har redan den kommunkoden."),
            ),
            models.CheckConstraint(
                name="organisation_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")),
                violation_error_message=_("En organisation kan inte vara en del av sig själv."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
