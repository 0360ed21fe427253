"""Whom to call for what. Edited live; a person's name leaves the page with the post."""

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.models.base import Stamped, keep_history
from portal.models.organisation import Organisation
from portal.models.partnership import Partnership


class ContactQuerySet(models.QuerySet["Contact"]):
    def public(self, *, on: dt.date) -> Self:
        """The gate for live rows: contacts that hold on this day, of open partnerships."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=on),
            Q(valid_to__isnull=True) | Q(valid_to__gte=on),
            partnership__public_from__lte=on,
        )

    def of_place(self, slug: str) -> Self:
        return self.filter(partnership__slug=slug).with_place()

    def of_places(self, places: Iterable[int]) -> Self:
        return self.filter(partnership__in=places)

    def of_kind(self, kind: str) -> Self:
        """Those of a municipality, of the police, and so on."""
        return self.filter(organisation__kind=kind)

    def with_place(self) -> Self:
        return self.select_related("organisation", "partnership")


@keep_history()
class Contact(Stamped):
    partnership = models.ForeignKey(
        Partnership, models.CASCADE, related_name="contacts", verbose_name=_("samverkan")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="contacts", verbose_name=_("organisation")
    )
    function = models.CharField(
        _("funktion"), max_length=160, help_text=_("Till exempel ”Kommunpolis” eller ”Växel”.")
    )
    help = models.CharField(
        _("hjälper dig med"),
        max_length=200,
        blank=True,
        help_text=_("När ska man höra av sig hit?"),
    )
    name = models.CharField(
        _("namn"), max_length=120, blank=True, help_text=_("Bara om personen har sagt ja.")
    )
    title = models.CharField(_("titel"), max_length=160, blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    opening_hours = models.CharField(_("telefontid"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)
    valid_from = models.DateField(_("gäller från"), null=True, blank=True)
    valid_to = models.DateField(
        _("gäller till och med"),
        null=True,
        blank=True,
        help_text=_("Efter den dagen försvinner kontakten från sidan."),
    )

    objects: ClassVar[models.Manager["Contact"]] = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("kontakt")
        verbose_name_plural = _("kontakter")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="contact_can_be_reached",
                condition=~Q(phone="") | ~Q(email=""),
                violation_error_message=_("Ange telefon eller e-post."),
            ),
            models.CheckConstraint(
                name="contact_ends_after_it_starts",
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("Sista dagen kan inte ligga före den första."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.function}, {self.name}" if self.name else self.function

    def get_absolute_url(self) -> str:
        return reverse("portal:contact_card", args=[self.partnership.slug, self.pk])
