"""Why a promise was made: words, and the figures they lean on."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.models.base import Stamped, keep_history
from portal.prose import ProseField
from promises.models.area import FocusArea
from promises.models.promise import Promise


@keep_history()
class Rationale(Stamped):
    area = models.OneToOneField(
        FocusArea,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="rationale",
        verbose_name=_("område"),
    )
    promise = models.OneToOneField(
        Promise,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="rationale",
        verbose_name=_("löfte"),
    )
    text = ProseField(_("bakgrund"), blank=False)

    class Meta:
        verbose_name = _("bakgrund")
        verbose_name_plural = _("bakgrunder")
        constraints = [
            models.CheckConstraint(
                name="rationale_belongs_to_exactly_one",
                condition=Q(area__isnull=False, promise__isnull=True)
                | Q(area__isnull=True, promise__isnull=False),
                violation_error_message=_("Bakgrunden hör till ett område eller till ett löfte."),
            ),
        ]

    def __str__(self) -> str:
        return f"Bakgrund till {self.promise or self.area}"


@keep_history()
class Evidence(Stamped):
    """One figure that the rationale leans on."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    rationale = models.ForeignKey(Rationale, models.CASCADE, related_name="evidence")
    text = models.CharField(_("vad siffran säger"), max_length=300)
    figure = models.DecimalField(_("siffra"), max_digits=14, decimal_places=4)
    unit = models.CharField(_("enhet"), max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(_("år"), null=True, blank=True)
    population = models.CharField(_("vilka"), max_length=200, blank=True)
    source = models.CharField(_("källa"), max_length=200, blank=True)
    url = models.URLField(_("länk till källan"), blank=True)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("underlag")
        verbose_name_plural = _("underlag")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="evidence_year_is_plausible",
                condition=Q(year__isnull=True) | Q(year__gte=1900, year__lte=2200),
                violation_error_message=_("Skriv året med fyra siffror."),
            ),
        ]

    def __str__(self) -> str:
        return self.text
