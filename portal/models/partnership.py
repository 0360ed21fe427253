"""The parties that give promises together for one place, and who works for them."""

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pgtrigger
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.days import today
from portal.enums import MembershipRole, SearchKind
from portal.models.base import Stamped, keep_history, one_of
from portal.models.organisation import Organisation
from portal.prose import ProseField
from portal.slugs import ADDRESS, SITE_WORDS, refuse_site_word

if TYPE_CHECKING:
    from portal.models.user import User


PARTY_FIELDS = ("name", "short_form", "kind", "address", "phone", "email", "web")
CONTACT_FIELDS = ("id", "function", "help", "name", "title", "phone", "email", "opening_hours")


def cls_of(model: type[models.Model], relation: str) -> Any:
    """The model at the other end: contacts and search entries import this module, not the reverse."""
    return model._meta.get_field(relation).related_model


class PartnershipQuerySet(models.QuerySet["Partnership"]):
    def public(self, *, on: dt.date) -> Self:
        """The gate for live rows: partnerships that have been opened to residents."""
        return self.filter(public_from__lte=on)

    def editable_by(self, user: "User") -> Self:
        """Rights follow rows: those of the user's own organisations; an operator's are all."""
        if user.is_operator:
            return self
        mine = PartnershipMember.objects.filter(
            partnership=OuterRef("pk"), organisation__memberships__user=user
        )
        return self.filter(Exists(mine))

    def with_live_content(self, *, on: dt.date) -> Self:
        """Adds ``party_list`` and ``contact_list``, plain values in page order, in the same statement:
        what a place's pages show besides editions, and what ``live_stamp`` is taken over."""
        contact = cls_of(self.model, "contacts")
        members = PartnershipMember.objects.filter(partnership=OuterRef("pk"))
        contacts = contact.objects.public(on=on).filter(partnership=OuterRef("pk"))
        return self.annotate(
            party_list=ArraySubquery(
                members.order_by("position", "pk").values(
                    json=JSONObject(**{field: f"organisation__{field}" for field in PARTY_FIELDS})
                )
            ),
            contact_list=ArraySubquery(
                contacts.order_by("position", "pk").values(
                    json=JSONObject(
                        **{field: field for field in CONTACT_FIELDS},
                        organisation="organisation__name",
                    )
                )
            ),
        )

    def with_offers(self) -> Self:
        """Adds ``party_list`` and ``period_list`` (title and url of each public period) for a list."""
        entry = cls_of(self.model, "search_entries")
        periods = entry.objects.public().filter(partnership=OuterRef("pk"), kind=SearchKind.PERIOD)
        members = PartnershipMember.objects.filter(partnership=OuterRef("pk"))
        return self.annotate(
            party_list=ArraySubquery(
                members.order_by("position", "pk").values(
                    json=JSONObject(name="organisation__name")
                )
            ),
            period_list=ArraySubquery(
                periods.order_by("-period", "pk").values(json=JSONObject(title="title", url="url"))
            ),
        )


@keep_history()
class Partnership(Stamped):
    slug = models.CharField(
        _("adress"),
        max_length=60,
        unique=True,
        validators=[ADDRESS, refuse_site_word],
        help_text=_("Sidans adress, till exempel ”stromsund”. Ändras aldrig efter publicering."),
    )
    name = models.CharField(_("plats"), max_length=120, help_text=_("Till exempel ”Strömsund”."))
    introduction = ProseField(_("inledning"))
    picture = models.ImageField(
        _("bild"),
        upload_to="platser/",
        blank=True,
        width_field="picture_width",
        height_field="picture_height",
    )
    picture_width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    picture_height = models.PositiveIntegerField(null=True, blank=True, editable=False)
    picture_alt = models.CharField(_("bildbeskrivning"), max_length=200, blank=True)
    public_from = models.DateField(
        _("visas från"),
        null=True,
        blank=True,
        help_text=_("Tomt: sidan visas inte än. När dagen har kommit stängs sidan inte igen."),
    )
    reviewed_on = models.DateField(_("senast granskad"), null=True, blank=True)
    follow_up_responsible = models.ForeignKey(
        "portal.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ansvarig för uppföljning"),
        help_text=_("Får påminnelser 30 och 7 dagar före, på dagen och 7 dagar efter."),
    )
    follow_up_stand_in = models.ForeignKey(
        "portal.User",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ersättare för uppföljning"),
        help_text=_("Får samma påminnelser."),
    )
    organisations = models.ManyToManyField(
        Organisation, through="PartnershipMember", related_name="partnerships"
    )

    # What the querysets above add.
    party_list: list[dict[str, Any]]
    contact_list: list[dict[str, Any]]
    period_list: list[dict[str, Any]]
    # What PlaceStatement adds: all that the page is made of besides the row.
    stamp: list[tuple[str, Any]]

    objects: ClassVar[models.Manager["Partnership"]] = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("samverkan")
        verbose_name_plural = _("samverkan")
        ordering = ["name"]
        triggers = [
            pgtrigger.Trigger(
                name="opened_place_stays_where_it_is",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.slug IS DISTINCT FROM NEW.slug"
                    " OR OLD.public_from IS DISTINCT FROM NEW.public_from"
                ),
                declare=[("today", "DATE")],
                func="""
                    today = (clock_timestamp() AT TIME ZONE 'Europe/Stockholm')::date;
                    IF OLD.public_from <= today
                        AND (OLD.slug <> NEW.slug OR COALESCE(NEW.public_from, 'infinity') > today)
                    THEN
                        RAISE EXCEPTION 'a place that has opened keeps its address and stays open';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="picture_has_a_description",
                condition=Q(picture="") | ~Q(picture_alt=""),
                violation_error_message=_("Beskriv bilden för den som inte ser den."),
            ),
            models.CheckConstraint(
                name="partnership_address_is_free",
                condition=~Q(slug__in=sorted(SITE_WORDS)),
                violation_error_message=_("Adressen används av webbplatsen själv."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("promises:partnership_detail", args=[self.slug])

    @property
    def is_open(self) -> bool:
        """Whether residents read its page. Once they do, it is not closed again, and its address stays."""
        return self.public_from is not None and self.public_from <= today()

    @property
    def live_stamp(self) -> str:
        """What the live part of the pages is made of; needs ``with_live_content``."""
        return repr((self.pk, self.updated_at, self.party_list, self.contact_list))


@keep_history()
class PartnershipMember(models.Model):
    partnership = models.ForeignKey(
        Partnership, models.CASCADE, related_name="members", verbose_name=_("samverkan")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="partnership_members", verbose_name=_("part")
    )
    must_sign = models.BooleanField(
        _("måste godkänna"), default=True, help_text=_("Innan något publiceras.")
    )
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("part")
        verbose_name_plural = _("parter")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="organisation_is_a_party_once",
                fields=["partnership", "organisation"],
                violation_error_message=_("Organisationen är redan part här."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} · {self.partnership}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def approved_by(self, user: "User") -> models.QuerySet["Membership", int]:
        """Keys of the organisations that the user may sign for."""
        approving = self.filter(user=user, user__is_active=True, role=MembershipRole.APPROVER)
        return approving.values_list("organisation", flat=True)


@keep_history()
class Membership(models.Model):
    """Which organisation a user works for: all rights come from here."""

    user = models.ForeignKey("portal.User", models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="memberships", verbose_name=_("organisation")
    )
    role = models.CharField(
        _("roll"), max_length=10, choices=MembershipRole, default=MembershipRole.EDITOR
    )

    objects: ClassVar[models.Manager["Membership"]] = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("uppdrag")
        verbose_name_plural = _("uppdrag")
        constraints = [
            one_of("role", MembershipRole, name="membership_role_is_known"),
            models.UniqueConstraint(
                name="user_has_one_role_per_organisation",
                fields=["user", "organisation"],
                violation_error_message=_("Användaren har redan ett uppdrag i organisationen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()} · {self.organisation}"
