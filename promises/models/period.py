"""The promise period and those who signed for it."""

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.models import Organisation, Partnership
from portal.models.base import Stamped, keep_history
from portal.prose import ProseField
from portal.slugs import ADDRESS, PLACE_WORDS, refuse_place_word

if TYPE_CHECKING:
    from portal.models import User


class PromisePeriodQuerySet(models.QuerySet["PromisePeriod"]):
    def in_force(self, *, on: dt.date) -> Self:
        """An empty date is open: "tills vidare" has no last day."""
        return self.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=on),
            Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        )

    def editable_by(self, user: "User") -> Self:
        """Rights follow rows: the periods of partnerships that the user's organisations belong to."""
        return self.filter(partnership__in=Partnership.objects.editable_by(user))


@keep_history()
class PromisePeriod(Stamped):
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="periods", verbose_name=_("samverkan")
    )
    label = models.CharField(
        _("period"), max_length=60, help_text=_("Som ni säger den: ”2021–2022”.")
    )
    slug = models.CharField(
        _("adress"),
        max_length=60,
        validators=[ADDRESS, refuse_place_word],
        help_text=_("Till exempel ”2021-2022”. Ändras aldrig efter publicering."),
    )
    starts_on = models.DateField(_("första dag"), null=True, blank=True)
    ends_on = models.DateField(
        _("sista dag"), null=True, blank=True, help_text=_("Tomt: gäller tills vidare.")
    )
    place = models.CharField(_("område"), max_length=200, blank=True)
    situation = ProseField(_("lägesbild"))
    background = ProseField(_("så togs löftena fram"))
    decided_by = models.CharField(_("beslutat av"), max_length=120, blank=True)
    decided_on = models.DateField(_("beslutsdag"), null=True, blank=True)
    record_number = models.CharField(_("diarienummer"), max_length=60, blank=True)

    objects: ClassVar[models.Manager["PromisePeriod"]] = PromisePeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("löftesperiod")
        verbose_name_plural = _("löftesperioder")
        ordering = [F("starts_on").desc(nulls_last=True), "-pk"]
        triggers = [
            pgtrigger.Trigger(
                name="published_address_is_permanent",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.slug IS DISTINCT FROM NEW.slug"
                    " OR OLD.partnership_id IS DISTINCT FROM NEW.partnership_id"
                ),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM promises_periodedition
                        WHERE period_id = OLD.id AND (number IS NOT NULL OR state = 'candidate')
                    ) THEN
                        RAISE EXCEPTION 'the address of a published or waiting period is permanent';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="period_ends_after_it_starts",
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Periodens sista dag kan inte ligga före den första."),
            ),
            models.UniqueConstraint(
                name="period_address_is_unique_in_its_place",
                fields=["partnership", "slug"],
                violation_error_message=_("En annan period här har redan den adressen."),
            ),
            models.CheckConstraint(
                name="period_address_is_free",
                condition=~Q(slug__in=sorted(PLACE_WORDS)),
                violation_error_message=_("Adressen används redan på platsens sidor."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership} {self.label}"

    def get_absolute_url(self) -> str:
        return reverse("promises:period_detail", args=[self.partnership.slug, self.slug])


@keep_history()
class Signatory(models.Model):
    """Who signed the promises on paper; signing an edition is another thing (``PeriodSignOff``)."""

    period = models.ForeignKey(PromisePeriod, models.CASCADE, related_name="signatories")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("för")
    )
    name = models.CharField(_("namn"), max_length=120)
    title = models.CharField(_("titel"), max_length=160, blank=True)
    signed_on = models.DateField(_("datum"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("undertecknare")
        verbose_name_plural = _("undertecknare")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="signatory_signs_once",
                fields=["period", "organisation", "name"],
                violation_error_message=_("Personen står redan som undertecknare."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}" if self.title else self.name
