"""The dialogue: an occasion when people were asked, or will be, and those who held it."""

import datetime as dt
import uuid
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Self

import pgtrigger
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dialogues.enums import DialogueKind
from dialogues.pdf import require_pdf
from portal.models import Organisation, Partnership
from portal.models.base import Stamped, keep_history, one_of
from portal.prose import ProseField
from portal.slugs import ADDRESS, DIALOGUE_WORDS, make_slug, refuse_dialogue_word

if TYPE_CHECKING:
    from portal.models import User

NOT_A_PARTY = _("Organisationen är inte part på den platsen.")


def minutes_path(_dialogue: "Dialogue", name: str) -> str:
    """A new address that nobody can guess for each file: uploads can be fetched before they are public."""
    stem = make_slug(PurePath(name).stem)
    return f"dialoger/{uuid.uuid4().hex}/{stem}.pdf"


class DialogueQuerySet(models.QuerySet["Dialogue"]):
    def editable_by(self, user: "User") -> Self:
        """Rights follow rows: dialogues of partnerships that the user's organisations belong to."""
        return self.filter(partnership__in=Partnership.objects.editable_by(user))

    def held_before(self, day: dt.date) -> Self:
        """Those whose last day lies before this one."""
        return self.alias(last_day=Coalesce("ends_on", "starts_on")).filter(last_day__lt=day)


@keep_history()
class Dialogue(Stamped):
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="dialogues", verbose_name=_("samverkan")
    )
    slug = models.CharField(
        _("adress"),
        max_length=60,
        validators=[ADDRESS, refuse_dialogue_word],
        help_text=_("Till exempel ”medborgardialog-2020”. Ändras aldrig efter publicering."),
    )
    kind = models.CharField(
        _("slag"), max_length=20, choices=DialogueKind, default=DialogueKind.RESIDENT_DIALOGUE
    )
    title = models.CharField(_("rubrik"), max_length=200)
    starts_on = models.DateField(_("första dag"))
    ends_on = models.DateField(
        _("sista dag"), null=True, blank=True, help_text=_("Tomt: bara en dag.")
    )
    begins_at = models.TimeField(_("börjar klockan"), null=True, blank=True)
    finishes_at = models.TimeField(_("slutar klockan"), null=True, blank=True)
    places = models.CharField(
        _("plats"), max_length=300, blank=True, help_text=_("En eller flera platser.")
    )
    holders = models.ManyToManyField(
        Organisation, through="DialogueHolder", related_name="dialogues", verbose_name=_("hålls av")
    )
    asked_whom = models.CharField(
        _("vilka som tillfrågades"),
        max_length=300,
        blank=True,
        help_text=_("Till exempel ”alla över 16 år i Strömsund”."),
    )
    asked = models.PositiveIntegerField(
        _("antal tillfrågade"), null=True, blank=True, help_text=_("Tomt: inte känt.")
    )
    answered = models.PositiveIntegerField(
        _("antal som deltog eller svarade"),
        null=True,
        blank=True,
        help_text=_("Tomt: inte känt. Svar på portalens egen enkät räknas av sig själva."),
    )
    announced = models.CharField(
        _("så annonserades den"), max_length=400, blank=True, help_text=_("Var och hur länge före.")
    )
    summary = ProseField(_("sammanfattning"))
    minutes = ProseField(_("anteckningar eller protokoll"))
    minutes_file = models.FileField(
        _("protokoll som PDF"),
        upload_to=minutes_path,
        max_length=200,
        blank=True,
        validators=[FileExtensionValidator(["pdf"]), require_pdf],
        help_text=_("Bara vid sidan av texten ovan, som alla kan läsa. Högst 10 MB."),
    )

    objects: ClassVar[models.Manager["Dialogue"]] = DialogueQuerySet.as_manager()

    class Meta:
        verbose_name = _("dialog")
        verbose_name_plural = _("dialoger")
        ordering = ["-starts_on", "-pk"]
        triggers = [
            pgtrigger.Trigger(
                name="published_dialogue_address_is_permanent",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.slug IS DISTINCT FROM NEW.slug"
                    " OR OLD.partnership_id IS DISTINCT FROM NEW.partnership_id"
                ),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM dialogues_dialogueedition
                        WHERE dialogue_id = OLD.id AND (number IS NOT NULL OR state = 'candidate')
                    ) THEN
                        RAISE EXCEPTION 'the address of a published or waiting dialogue is permanent';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
        constraints = [
            one_of("kind", DialogueKind, name="dialogue_kind_is_known"),
            models.UniqueConstraint(
                name="dialogue_address_is_unique_in_its_place",
                fields=["partnership", "slug"],
                violation_error_message=_("En annan dialog här har redan den adressen."),
            ),
            models.CheckConstraint(
                name="dialogue_address_is_free",
                condition=~Q(slug__in=sorted(DIALOGUE_WORDS)),
                violation_error_message=_("Adressen används redan bland dialogerna."),
            ),
            models.CheckConstraint(
                name="dialogue_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sista dagen kan inte ligga före den första."),
            ),
            models.CheckConstraint(
                name="dialogue_finishes_after_it_begins",
                condition=Q(finishes_at__isnull=True)
                | Q(begins_at__isnull=False)
                & (
                    Q(ends_on__isnull=False, ends_on__gt=F("starts_on"))
                    | Q(finishes_at__gt=F("begins_at"))
                ),
                violation_error_message=_("Ange när den börjar, före det att den slutar."),
            ),
            models.CheckConstraint(
                name="minutes_file_stands_beside_its_text",
                condition=Q(minutes_file="") | ~Q(minutes=""),
                violation_error_message=_(
                    "En PDF får bara stå bredvid samma innehåll som text: skriv anteckningarna också."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("dialogues:dialogue_detail", args=[self.partnership.slug, self.slug])

    @property
    def last_day(self) -> dt.date:
        return self.ends_on or self.starts_on


@keep_history()
class DialogueHolder(models.Model):
    dialogue = models.ForeignKey(
        Dialogue, models.CASCADE, related_name="holder_rows", verbose_name=_("dialog")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="dialogue_holder_rows",
        verbose_name=_("organisation"),
    )
    must_sign = models.BooleanField(
        _("måste godkänna"), default=True, help_text=_("Innan något publiceras.")
    )
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("den som håller dialogen")
        verbose_name_plural = _("de som håller dialogen")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="organisation_holds_a_dialogue_once",
                fields=["dialogue", "organisation"],
                violation_error_message=_("Organisationen står redan här."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def clean(self) -> None:
        """Those who hold it sign it: only parties of the place do."""
        place = self.dialogue.partnership_id if hasattr(self, "dialogue") else None
        if place is None or self.organisation_id is None:
            return
        if not self.organisation.partnerships.filter(pk=place).exists():
            raise ValidationError({"organisation": NOT_A_PARTY})
