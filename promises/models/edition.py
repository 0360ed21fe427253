"""Editions of a promise period. What residents see comes from here and nowhere else."""

import datetime as dt
from functools import cached_property
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, Func, OuterRef, Q, Value
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dialogues.models import DialogueEdition
from portal.models import Edition, EditionEvent, Partnership, SearchEntry, SignOff
from portal.models.edition_queryset import EditionQuerySet
from portal.models.search_entry import SearchEntryQuerySet
from promises.documents import PeriodDocument
from promises.models.period import PromisePeriod
from promises.overviews import outline
from promises.search import search_entries


def every(part: str, name: str) -> Func:
    """The field ``name`` of all parts of one kind in the document, as a list in their order."""
    path = Value(f"$.{part}[*].{name}")
    template = "jsonb_path_query_array(%(expressions)s::jsonpath)"
    return Func(F("document"), path, template=template, output_field=models.JSONField())


class PeriodEditionQuerySet(EditionQuerySet):
    def for_period(self, place: Partnership, period: str) -> Self:
        return self.filter(partnership=place, slug=period)

    def of_period(self, period: PromisePeriod) -> Self:
        return self.filter(period=period)

    def followed_up(self) -> Self:
        return self.filter(has_follow_up=True)

    def for_reading(self) -> Self:
        """What a page needs in one statement: signatures, the first day, newest period first."""
        return self.with_sign_offs().with_first_published().newest_first()

    def with_findings(self) -> Self:
        """Adds ``dialogues``: those whose words its promises came from, with all that was said in them, in
        the same statement. Each a dict as ``DialogueEditionQuerySet.as_told`` has them."""
        return self._with_dialogues(Q(period_slugs__contains=[OuterRef("slug")]))

    def with_all_findings(self) -> Self:
        """As ``with_findings``, of all the place's dialogues."""
        return self._with_dialogues(Q())

    def _with_dialogues(self, which: Q) -> Self:
        current = DialogueEdition.objects.current().filter(partnership=OuterRef("partnership"))
        return self.annotate(dialogues=ArraySubquery(current.filter(which).as_told()))

    def with_readable(self) -> Self:
        """Adds ``readable``: which promises of the place residents can read at this moment, in the same
        statement. Each a dict as ``as_readable`` has them."""
        current = self.model.objects.current().filter(partnership=OuterRef("partnership"))
        return self.annotate(readable=ArraySubquery(current.as_readable()))

    def as_readable(self) -> models.QuerySet[Any, dict[str, Any]]:
        """Under ``json``, of each edition: the period's slug, and its promises' slugs and keys."""
        told = JSONObject(
            period="slug", slugs=every("promises", "slug"), keys=every("promises", "key")
        )
        found: models.QuerySet[Any, dict[str, Any]] = self.values(json=told)
        return found

    def of_open_places(self, *, on: dt.date) -> Self:
        return self.filter(partnership__in=Partnership.objects.public(on=on))

    def unfinished(self, *, on: dt.date) -> Self:
        """In force, or without a final report: what somebody still has to tell of."""
        is_told = Q(document__contains={"follow_ups": [{"kind": "final"}]}) | Q(
            document__contains={"follow_up": {"kind": "final"}}  # of version 1
        )
        has_begun = Q(starts_on__isnull=True) | Q(starts_on__lte=on)
        lasts = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
        return self.filter(has_begun & lasts | ~is_told)

    def in_outline(self) -> Self:
        """Adds ``outline``, which ``overviews.outline`` opens, in place of the document: a tenth of it."""
        return self.without_documents().annotate(
            outline=JSONObject(
                partnership_slug="partnership__slug",
                partnership_name="partnership__name",
                **{name: F(f"document__{name}") for name in (*outline.WHOLE, *outline.REPORTS)},
                **{f"promises_{name}": every("promises", name) for name in outline.PROMISE},
                **{f"areas_{name}": every("areas", name) for name in outline.AREA},
            )
        )

    def for_stamp(self) -> list[tuple[Any, ...]]:
        """All that an overview of these editions depends on: which they are, and the place's name now."""
        return list(self.order_by("pk").values_list("pk", "partnership__name"))

    def for_admin(self) -> Self:
        return self.select_related("partnership", "period", "created_by")

    def newest_first(self) -> Self:
        return self.order_by(F("starts_on").desc(nulls_last=True), "-period_id", "-number")


class PeriodEdition(Edition):
    period = models.ForeignKey(
        PromisePeriod, models.PROTECT, related_name="editions", verbose_name=_("period")
    )
    # Copied out of the document, so that lists and addresses never have to open it.
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="period_editions", verbose_name=_("samverkan")
    )
    slug = models.CharField(max_length=60, editable=False)
    label = models.CharField(max_length=60, editable=False)
    starts_on = models.DateField(null=True, editable=False)
    ends_on = models.DateField(null=True, editable=False)
    has_follow_up = models.BooleanField(default=False, editable=False)

    # What with_findings adds.
    dialogues: list[dict[str, Any]]
    # What with_readable adds.
    readable: list[dict[str, Any]]
    # What in_outline adds.
    outline: dict[str, Any]

    subject = "period"
    signers_in_document = "parties"

    objects: ClassVar[models.Manager[Any]] = PeriodEditionQuerySet.as_manager()

    class Meta(Edition.Meta):
        abstract = False
        verbose_name = _("utgåva")
        verbose_name_plural = _("utgåvor")
        indexes = [
            models.Index(
                name="period_edition_by_address",
                fields=["partnership", "slug", "state", "published_at"],
            ),
        ]
        constraints = [
            *Edition.Meta.constraints,
            models.UniqueConstraint(
                name="edition_number_is_unique_in_its_period",
                fields=["period", "number"],
                violation_error_message=_("Numret är redan taget."),
            ),
            models.UniqueConstraint(
                name="period_has_one_candidate",
                fields=["period"],
                condition=Q(state="candidate"),
                violation_error_message=_("Perioden har redan en utgåva som väntar."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}, utgåva {self.number or '–'}"

    def get_absolute_url(self) -> str:
        return reverse(
            "promises:edition_detail", args=[self.partnership.slug, self.slug, self.number]
        )

    @cached_property
    def content(self) -> PeriodDocument:
        """The document, opened and of today's shape."""
        return PeriodDocument.opened(self.document)

    def is_closed(self, *, on: dt.date) -> bool:
        return self.ends_on is not None and self.ends_on < on

    def is_in_force(self, *, on: dt.date) -> bool:
        return (not self.starts_on or self.starts_on <= on) and not self.is_closed(on=on)

    def why_not_released(self, *, at: dt.datetime) -> str:
        return lost_promise(self.partnership, self.content)

    @property
    def admin_url(self) -> str:
        return reverse("promises_admin:edition", args=[self.period_id, self.pk])

    @property
    def public_url(self) -> str:
        return reverse("promises:period_detail", args=[self.partnership.slug, self.slug])

    def search_values(self) -> list[dict[str, Any]]:
        return search_entries(self.content)

    def search_entries(self) -> SearchEntryQuerySet:
        return SearchEntry.objects.of_period(self.partnership_id, self.slug)


def lost_promise(place: Partnership, document: PeriodDocument) -> str:
    """Why this text of a period may not go out: it lacks a promise that a public dialogue shows as the
    answer to what was said there. A Swedish sentence; empty when none is lost."""
    kept = {promise.key for promise in document.promises}
    for dialogue in DialogueEdition.objects.of_place(place).current_or_coming():
        for link in dialogue.content.promise_links:
            if link.period_slug == document.slug and link.key not in kept:
                return (
                    f"Löftet ”{link.statement}” saknas i texten, men dialogen ”{dialogue.title}” visar "
                    "att det kom ur den. Ta bort kopplingen där och publicera dialogen först."
                )
    return ""


class PeriodSignOff(SignOff):
    edition = models.ForeignKey(PeriodEdition, models.PROTECT, related_name="sign_offs")

    class Meta(SignOff.Meta):
        abstract = False
        verbose_name = _("godkännande")
        verbose_name_plural = _("godkännanden")


class PeriodEditionEvent(EditionEvent):
    edition = models.ForeignKey(PeriodEdition, models.PROTECT, related_name="events")

    class Meta(EditionEvent.Meta):
        abstract = False
        verbose_name = _("händelse")
        verbose_name_plural = _("händelser")
