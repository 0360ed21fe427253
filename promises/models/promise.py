"""The promise."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.models import Organisation
from portal.models.base import Stamped, keep_history
from portal.slugs import ADDRESS, PERIOD_WORDS, refuse_period_word
from promises.models.area import FocusArea
from promises.models.period import PromisePeriod


@keep_history()
class Promise(Stamped):
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    period = models.ForeignKey(
        PromisePeriod, models.CASCADE, related_name="promises", verbose_name=_("period")
    )
    area = models.ForeignKey(
        FocusArea,
        models.RESTRICT,  # not PROTECT: a draft period goes with all that is under it
        null=True,
        blank=True,
        related_name="promises",
        verbose_name=_("område"),
    )
    statement = models.TextField(_("löfte"), help_text=_("Löftet som det ska läsas."))
    slug = models.CharField(_("adress"), max_length=60, validators=[ADDRESS, refuse_period_word])
    parties = models.ManyToManyField(
        Organisation,
        blank=True,
        related_name="promises",
        verbose_name=_("parter"),
        help_text=_("De som ger löftet. Tomt: alla parter i perioden."),
    )
    continues = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="continued_by",
        verbose_name=_("fortsätter på"),
        help_text=_("Löftet i en tidigare period som det här för vidare."),
    )
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("löfte")
        verbose_name_plural = _("löften")
        ordering = ["position", "pk"]
        triggers = [
            pgtrigger.Trigger(
                name="published_promise_address_is_permanent",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("OLD.slug IS DISTINCT FROM NEW.slug"),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM promises_periodedition
                        WHERE period_id = OLD.period_id
                            AND (number IS NOT NULL OR state = 'candidate')
                            AND document @> jsonb_build_object(
                                'promises', jsonb_build_array(jsonb_build_object('key', OLD.key))
                            )
                    ) THEN
                        RAISE EXCEPTION 'the address of a published or waiting promise is permanent';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="promise_address_is_unique_in_its_period",
                fields=["period", "slug"],
                violation_error_message=_("Ett annat löfte i perioden har redan den adressen."),
            ),
            models.CheckConstraint(
                name="promise_address_is_free",
                condition=~Q(slug__in=sorted(PERIOD_WORDS)),
                violation_error_message=_("Adressen används redan på periodens sidor."),
            ),
            models.CheckConstraint(
                name="promise_says_something",
                condition=~Q(statement=""),
                violation_error_message=_("Skriv vad ni lovar."),
            ),
            models.CheckConstraint(
                name="promise_does_not_continue_itself",
                condition=Q(continues__isnull=True) | ~Q(continues=F("pk")),
                violation_error_message=_("Ett löfte kan inte fortsätta på sig självt."),
            ),
        ]

    def __str__(self) -> str:
        return self.statement

    def get_absolute_url(self) -> str:
        period = self.period
        return reverse(
            "promises:promise_detail", args=[period.partnership.slug, period.slug, self.slug]
        )
