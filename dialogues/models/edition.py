"""Editions of a dialogue. What residents see comes from here and nowhere else."""

import datetime as dt
from functools import cached_property
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, ExpressionWrapper, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce, JSONObject, Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues.documents import DialogueDocument
from dialogues.enums import DialogueKind, Stage
from dialogues.models.dialogue import Dialogue
from dialogues.models.moments import stage_now
from dialogues.search import search_entries
from portal.enums import SearchKind
from portal.models import Edition, EditionEvent, Partnership, SearchEntry, SignOff
from portal.models.base import one_of
from portal.models.edition_queryset import EditionQuerySet
from portal.models.partnership import PartnershipQuerySet
from portal.models.search_entry import SearchEntryQuerySet

ENTRY_FIELDS = (
    "key title statement url period period_slug theme standing verdict".split()  # of a promise
)
KEYS = ArrayField(models.UUIDField())


class DialogueEditionQuerySet(EditionQuerySet):
    def for_dialogue(self, place: Partnership, dialogue: str) -> Self:
        return self.filter(partnership=place, slug=dialogue)

    def of_dialogue(self, dialogue: Dialogue) -> Self:
        return self.filter(dialogue=dialogue)

    def of_address(self, place: str) -> Self:
        return self.filter(partnership__slug=place)

    def coming(self, *, on: dt.date) -> Self:
        """Dialogues that have not ended by this day, the next one first."""
        last_day = Coalesce("ends_on", "starts_on")
        return self.alias(last_day=last_day).filter(last_day__gte=on).order_by("starts_on", "pk")

    def with_survey(self) -> Self:
        return self.filter(survey_opens_at__isnull=False)

    def citing(self, period: str) -> Self:
        """Those with words that led to promises of the period with this address."""
        return self.filter(period_slugs__contains=[period])

    def as_told(self) -> models.QuerySet[Any, dict[str, Any]]:
        """Under ``json``, oldest first, what pages about promises tell of each: title, slug, kind, starts_on,
        ends_on, and findings as in ``dialogues.documents``."""
        told = JSONObject(
            **{name: name for name in ("title", "slug", "kind", "starts_on", "ends_on")},
            findings=F("document__findings"),
        )
        return self.order_by("starts_on", "pk").values(json=told)

    def with_results(self) -> Self:
        return self.filter(has_results=True)

    def for_reading(self) -> Self:
        """What a page needs in one statement: signatures, the first day, the promises that it names as
        they stand now; newest dialogue first."""
        return self.with_sign_offs().with_first_published().with_promise_entries().newest_first()

    def with_promise_entries(self) -> Self:
        """Adds ``promise_entries``: of the promises that the text names, those that are public at this
        moment. Each a dict with ``ENTRY_FIELDS``; see ``DialogueEdition.promise_entry``."""
        named = ExpressionWrapper(OuterRef("promise_keys"), output_field=KEYS)
        entries = (
            SearchEntry.objects.public()
            .filter(partnership=OuterRef("partnership"), kind=SearchKind.PROMISE)
            .alias(named=named)
            .filter(Q(named__contains=[F("key")]))
        )
        told = JSONObject(**{field: field for field in ENTRY_FIELDS})
        return self.annotate(
            promise_entries=ArraySubquery(entries.order_by("pk").values(json=told))
        )

    def with_earlier_results(self) -> Self:
        """Adds ``earlier_results``: what other dialogues of the place, held before, have published of their
        surveys, the newest first. Each a dict: title, place and slug (its address), starts_on, results."""
        earlier = (
            self.model.objects.current()
            .with_results()
            .filter(partnership=OuterRef("partnership"), starts_on__lt=OuterRef("starts_on"))
            .exclude(dialogue=OuterRef("dialogue"))
            .order_by("-starts_on", "-pk")
        )
        told = JSONObject(
            title="title",
            place="partnership__slug",
            slug="slug",
            starts_on="starts_on",
            results=F("document__results"),
        )
        return self.annotate(earlier_results=ArraySubquery(earlier.values(json=told)[:5]))

    def stamp_fields(self) -> dict[str, Any]:
        """A survey opens and closes at its moment, and a dialogue begins and ends, without any edition."""
        survey = Case(
            When(survey_closes_at__lte=Now(), then=Value("closed")),
            When(survey_opens_at__lte=Now(), then=Value("open")),
            default=Value("none"),
        )
        return {**super().stamp_fields(), "survey": survey, "stage": stage_now()}

    @staticmethod
    def offers(places: PartnershipQuerySet) -> PartnershipQuerySet:
        """Adds ``dialogueoffer_stamp`` to partnerships, in the statement of their page: what one can take
        part in, the next first. ``dialogues.offers`` reads it."""
        is_open = Q(survey_opens_at__lte=Now(), survey_closes_at__gt=Now())
        offered = (
            DialogueEdition.objects.current()
            .filter(partnership=OuterRef("pk"))
            .alias(stage=stage_now())
            .filter(is_open | ~Q(stage=Stage.HELD))
        )
        fields = ("title", "slug", "kind", "starts_on", "ends_on", "survey_closes_at", "stage")
        told = JSONObject(
            **{name: name for name in fields},
            begins_at=F("document__begins_at"),
            finishes_at=F("document__finishes_at"),
            places=F("document__places"),
            is_open=Case(When(is_open, then=Value(True)), default=Value(False)),
        )
        values = offered.order_by("starts_on", "pk").values(json=told)
        return places.annotate(dialogueoffer_stamp=ArraySubquery(values))

    def for_admin(self) -> Self:
        return self.select_related("partnership", "dialogue", "created_by")

    def newest_first(self) -> Self:
        return self.order_by("-starts_on", "-dialogue_id", "-number")


class DialogueEdition(Edition):
    dialogue = models.ForeignKey(
        Dialogue, models.PROTECT, related_name="editions", verbose_name=_("dialog")
    )
    # Copied out of the document, so that lists and addresses never have to open it.
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="dialogue_editions", verbose_name=_("samverkan")
    )
    slug = models.CharField(max_length=60, editable=False)
    kind = models.CharField(max_length=20, choices=DialogueKind, editable=False)
    title = models.CharField(max_length=200, editable=False)
    starts_on = models.DateField(editable=False)
    ends_on = models.DateField(null=True, editable=False)
    survey_opens_at = models.DateTimeField(null=True, editable=False)
    survey_closes_at = models.DateTimeField(null=True, editable=False)
    has_results = models.BooleanField(default=False, editable=False)
    promise_keys = ArrayField(models.UUIDField(), default=list, editable=False)
    period_slugs = ArrayField(models.CharField(max_length=60), default=list, editable=False)

    subject = "dialogue"
    signers_in_document = "holders"
    letters = "dialogue_"

    # What the querysets above add.
    promise_entries: list[dict[str, Any]]
    earlier_results: list[dict[str, Any]]

    objects: ClassVar[models.Manager[Any]] = DialogueEditionQuerySet.as_manager()

    class Meta(Edition.Meta):
        abstract = False
        verbose_name = _("utgåva av dialog")
        verbose_name_plural = _("utgåvor av dialoger")
        indexes = [
            models.Index(
                name="dialogue_edition_by_address",
                fields=["partnership", "slug", "state", "published_at"],
            ),
        ]
        constraints = [
            *Edition.Meta.constraints,
            one_of("kind", DialogueKind, name="dialogueedition_kind_is_known"),
            models.UniqueConstraint(
                name="edition_number_is_unique_in_its_dialogue",
                fields=["dialogue", "number"],
                violation_error_message=_("Numret är redan taget."),
            ),
            models.UniqueConstraint(
                name="dialogue_has_one_candidate",
                fields=["dialogue"],
                condition=Q(state="candidate"),
                violation_error_message=_("Dialogen har redan en utgåva som väntar."),
            ),
            models.CheckConstraint(
                name="dialogueedition_survey_opens_and_closes",
                condition=Q(survey_opens_at__isnull=True, survey_closes_at__isnull=True)
                | Q(
                    survey_opens_at__isnull=False,
                    survey_closes_at__isnull=False,
                    survey_closes_at__gt=F("survey_opens_at"),
                ),
                violation_error_message=_("Enkäten måste stänga efter att den har öppnat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, utgåva {self.number or '–'}"

    def get_absolute_url(self) -> str:
        return reverse(
            "dialogues:edition_detail", args=[self.partnership.slug, self.slug, self.number]
        )

    @cached_property
    def content(self) -> DialogueDocument:
        """The document, opened and of today's shape."""
        return DialogueDocument.opened(self.document)

    @property
    def last_day(self) -> dt.date:
        return self.ends_on or self.starts_on

    @property
    def has_open_survey(self) -> bool:
        if self.survey_opens_at is None or self.survey_closes_at is None:
            return False
        return self.survey_opens_at <= timezone.now() < self.survey_closes_at

    @cached_property
    def promise_entry(self) -> dict[str, dict[str, Any]]:
        """``promise_entries`` by the promise's key as text."""
        return {entry["key"]: entry for entry in self.promise_entries}

    def why_not_released(self, *, at: dt.datetime) -> str:
        moment = max(at, timezone.now())  # what is brought in from before the portal is read now
        public = SearchEntry.objects.promises(self.partnership).public_at(moment)
        keys = set(public.values_list("key", flat=True))
        lost = next((link for link in self.content.promise_links if link.key not in keys), None)
        return (
            f"Löftet ”{lost.statement}” är inte publicerat då. Ta bort kopplingen." if lost else ""
        )

    @property
    def admin_url(self) -> str:
        return reverse("dialogues_admin:edition", args=[self.dialogue_id, self.pk])

    @property
    def public_url(self) -> str:
        return reverse("dialogues:dialogue_detail", args=[self.partnership.slug, self.slug])

    def search_values(self) -> list[dict[str, Any]]:
        return search_entries(self.content)

    def search_entries(self) -> SearchEntryQuerySet:
        return SearchEntry.objects.of_page(self.partnership, self.public_url)


class DialogueSignOff(SignOff):
    edition = models.ForeignKey(DialogueEdition, models.PROTECT, related_name="sign_offs")

    class Meta(SignOff.Meta):
        abstract = False
        verbose_name = _("godkännande av dialog")
        verbose_name_plural = _("godkännanden av dialoger")


class DialogueEditionEvent(EditionEvent):
    edition = models.ForeignKey(DialogueEdition, models.PROTECT, related_name="events")

    class Meta(EditionEvent.Meta):
        abstract = False
        verbose_name = _("händelse i dialog")
        verbose_name_plural = _("händelser i dialoger")
