"""Editions of a promise period. What residents see comes from here and nowhere else."""

import datetime as dt
from functools import cached_property
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import JSONObject, Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.enums import EditionStep
from portal.models import (
    Edition,
    EditionEvent,
    Membership,
    Organisation,
    Partnership,
    SearchEntry,
    SignOff,
    User,
)
from portal.models.edition import EditionQuerySet
from portal.models.partnership import PartnershipQuerySet
from promises.documents import Party, PeriodDocument
from promises.models.period import PromisePeriod
from promises.search import search_entries


class PeriodEditionQuerySet(EditionQuerySet):
    def of_place(self, place: Partnership) -> Self:
        return self.filter(partnership=place)

    def for_period(self, place: Partnership, period: str) -> Self:
        return self.filter(partnership=place, slug=period)

    def of_period(self, period: PromisePeriod) -> Self:
        return self.filter(period=period)

    def numbered(self, *numbers: int) -> Self:
        return self.filter(number__in=numbers)

    def followed_up(self) -> Self:
        return self.filter(has_follow_up=True)

    def for_reading(self) -> Self:
        """What a page needs in one statement: signatures, the first day, newest period first."""
        return self.with_sign_offs().with_first_published().newest_first()

    def with_first_published(self) -> Self:
        first = PeriodEdition.objects.public().filter(period=OuterRef("period"))
        return self.annotate(
            first_published_at=Subquery(first.order_by("number").values("published_at")[:1])
        )

    @staticmethod
    def stamp(places: PartnershipQuerySet) -> PartnershipQuerySet:
        """Adds ``stamp`` to partnerships: which editions are out and which in force, at this moment.
        Editions never change, so this is all that their pages can depend on."""
        out = PeriodEdition.objects.out().filter(partnership=OuterRef("pk")).order_by("pk")
        is_over = Case(When(superseded_at__lte=Now(), then=Value(True)), default=Value(False))
        return places.annotate(
            stamp=ArraySubquery(out.values(json=JSONObject(id="pk", state="state", over=is_over)))
        )

    def with_sign_offs(self) -> Self:
        """Adds ``signatures``: who approved it, in the same statement."""
        signed = PeriodSignOff.objects.filter(edition=OuterRef("pk")).order_by("signed_at", "pk")
        return self.annotate(
            signatures=ArraySubquery(
                signed.values(
                    json=JSONObject(
                        organisation="organisation__name",
                        name="signer_name",
                        title="signer_title",
                        signed_at="signed_at",
                    )
                )
            )
        )

    def editable_by(self, user: User) -> Self:
        """Rights follow rows: editions of partnerships that the user's organisations belong to."""
        return self.filter(partnership__in=Partnership.objects.editable_by(user))

    def waiting_for(self, user: User) -> Self:
        """Candidates that the user may sign for a party which must, and has not."""
        waiting = Q(pk__in=[])
        for party in Organisation.objects.filter(pk__in=Membership.objects.approved_by(user)):
            named = {"parties": [{"key": str(party.key), "must_sign": True}]}
            signed = PeriodSignOff.objects.filter(edition=OuterRef("pk"), organisation=party)
            waiting |= Q(~Exists(signed), document__contains=named)
        return self.candidates().filter(waiting)

    def waiting_for_others(self, user: User) -> Self:
        """Candidates of the user's partnerships where it is somebody else's turn."""
        mine = PeriodEdition.objects.waiting_for(user)
        return self.candidates().editable_by(user).exclude(pk__in=mine.values("pk"))

    def for_admin(self) -> Self:
        return self.select_related("partnership", "period", "created_by")

    def newest_first(self) -> Self:
        return self.order_by(models.F("starts_on").desc(nulls_last=True), "-period_id", "-number")

    def without_documents(self) -> Self:
        """For lists: the document is most of the row."""
        return self.defer("document")


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

    def missing_parties(self) -> list[Party]:
        signed = set(self.sign_offs.values_list("organisation__key", flat=True))
        return [p for p in self.content.parties if p.must_sign and p.key not in signed]

    def missing_sign_offs(self) -> list[str]:
        return [party.name for party in self.missing_parties()]

    def is_party(self, organisation: Organisation) -> bool:
        return any(party.key == organisation.key for party in self.content.parties)

    def log(self, step: EditionStep, *, by: User | None, **told: Any) -> None:
        PeriodEditionEvent.objects.create(
            edition=self,
            step=step,
            by=by,
            who=told.get("who") or str(by),
            detail=told.get("detail", ""),
            at=told.get("at") or timezone.now(),
        )

    def siblings(self) -> EditionQuerySet:
        return PeriodEdition.objects.filter(period_id=self.period_id)

    def rewrite_search_entries(self) -> None:
        if self.published_at is None:
            return
        self.hide_search_entries(until=self.published_at)
        SearchEntry.objects.bulk_create(
            SearchEntry(
                partnership_id=self.partnership_id, visible_from=self.published_at, **values
            )
            for values in search_entries(self.content)
        )

    def hide_search_entries(self, *, until: dt.datetime) -> None:
        SearchEntry.objects.of_period(self.partnership_id, self.slug).hide(until=until)

    def restore_search_entries(self, *, at: dt.datetime) -> None:
        SearchEntry.objects.of_period(self.partnership_id, self.slug).restore(at=at)


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
