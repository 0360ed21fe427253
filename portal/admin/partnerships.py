"""The places: who gives promises together, the introduction, and whom to call."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from portal.admin.contacts import ContactRows
from portal.admin.scoped import ScopedAdmin, ScopedInline, user_of
from portal.embedding import embedding_code
from portal.history import Branch
from portal.models import Contact, Organisation, Partnership, PartnershipMember, User, has_released

ROW = Branch(Partnership, "name")
CONTACTS = Branch(Contact, "function", "partnership_id")


class MemberInline(ScopedInline):
    """Only operators say who the parties are, and who must sign: rights come from here."""

    model = PartnershipMember
    fields = ("organisation", "must_sign", "position")
    classes = ("orderable",)
    verbose_name_plural = _("parter")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return user_of(request).is_operator

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return user_of(request).is_operator

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return user_of(request).is_operator


class PartnershipForm(forms.ModelForm[Partnership]):
    """Those who answer for follow-up work for one of the place's own parties."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        parties = Organisation.objects.filter(partnerships=self.instance)
        people = User.objects.filter(is_active=True, memberships__organisation__in=parties)
        for name in ("follow_up_responsible", "follow_up_stand_in"):
            if isinstance(field := self.fields.get(name), forms.ModelChoiceField):
                field.queryset = people.distinct().order_by("name")


class ContactInline(ScopedInline):
    model = Contact
    formset = ContactRows
    fields = (
        ("function", "organisation"),
        "help",
        ("name", "title"),
        ("phone", "email"),
        "opening_hours",
        ("valid_from", "valid_to"),
        "position",
    )
    classes = ("orderable",)


def _fixed(request: HttpRequest, pk: int) -> tuple[str, ...]:
    """What can no longer be changed, by the stored row: the page's own has what was typed in it. Kept for
    the length of the request: the page asks many times, and must get one answer."""
    kept: dict[int, tuple[str, ...]] = request.__dict__.setdefault("_fixed_of_place", {})
    if pk not in kept:
        place = Partnership.objects.get(pk=pk)
        if place.is_open:
            kept[pk] = ("slug", "public_from")
        else:
            kept[pk] = ("slug",) if has_released(place) else ()
    return kept[pk]


@admin.register(Partnership)
class PartnershipAdmin(ScopedAdmin):
    place_in_list = 2
    place_path = ""
    form = PartnershipForm
    branches = (ROW, Branch(PartnershipMember, "organisation", "partnership_id"), CONTACTS)
    list_display = ("name", "slug", "public_from", "reviewed_on")
    search_fields = ("name",)
    list_select_related = ("follow_up_responsible", "follow_up_stand_in")
    inlines = (MemberInline, ContactInline)
    fieldsets = (
        (None, {"fields": ("name", "slug", "introduction")}),
        (
            _("Bild"),
            {
                "fields": ("picture", "picture_alt"),
                "description": _("Bildbeskrivningen läses upp för den som inte ser bilden."),
            },
        ),
        (
            _("Visning och granskning"),
            {
                "fields": ("public_from", "reviewed_on"),
                "description": _(
                    "Fyll i dagens datum som senast granskad när ni har läst igenom sidan och "
                    "kontakterna."
                ),
            },
        ),
        (_("Uppföljning"), {"fields": ("follow_up_responsible", "follow_up_stand_in")}),
        (_("Visa löftena på er egen webbplats"), {"fields": ("embedding",)}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The address and the opening day are the operator's. The place that residents can read stays open,
        and its address is permanent."""
        if not user_of(request).is_operator:
            return ("embedding", "slug", "public_from")
        return ("embedding", *(_fixed(request, obj.pk) if obj is not None else ()))

    @admin.display(description=_("Så här gör ni"))
    def embedding(self, place: Partnership) -> str:
        """The code to copy, once there is a page that it can show."""
        code = embedding_code(place) if place.is_open else ""
        context = {"place": place, "code": code, "is_open": place.is_open}
        return render_to_string("admin/embedding.html", context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and user_of(request).is_operator

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and user_of(request).is_operator

    def why_kept(self, row: Any) -> str:
        if not isinstance(row, Partnership) or row.public_from is None:
            return ""
        return str(
            _("platsen är öppnad för invånarna, och det som har publicerats ska finnas kvar.")
        )
