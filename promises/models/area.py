"""The focus area: the heading over promises."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.enums import Theme
from portal.models.base import Stamped, keep_history, one_of
from promises.models.period import PromisePeriod


@keep_history()
class FocusArea(Stamped):
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    period = models.ForeignKey(
        PromisePeriod, models.CASCADE, related_name="areas", verbose_name=_("period")
    )
    heading = models.CharField(_("rubrik"), max_length=160)
    theme = models.CharField(
        _("tema"),
        max_length=20,
        choices=Theme,
        default=Theme.OTHER,
        help_text=_("Samma tema från period till period gör att området kan följas."),
    )
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("område")
        verbose_name_plural = _("områden")
        ordering = ["position", "pk"]
        constraints = [
            one_of("theme", Theme, name="area_theme_is_known"),
            models.UniqueConstraint(
                name="area_heading_is_unique_in_its_period",
                fields=["period", "heading"],
                violation_error_message=_("Perioden har redan ett område med den rubriken."),
            ),
        ]

    def __str__(self) -> str:
        return self.heading
