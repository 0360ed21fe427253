"""Whom residents call for what. Edited live: what is saved here is public at once."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.admin.scoped import ScopedAdmin
from portal.history import Branch
from portal.models import Contact

TITLE = "function"


@admin.register(Contact)
class ContactAdmin(ScopedAdmin):
    place_in_list = 1
    branches = (Branch(Contact, TITLE),)
    list_display = ("function", "name", "partnership", "organisation", "phone", "valid_to")
    list_filter = (("partnership", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("partnership", "organisation")
    search_fields = ("function", "name", "title")
    ordering = ("partnership__name", "position", "pk")
    fieldsets = (
        (
            None,
            {
                "fields": ("partnership", "organisation", "function", "help"),
                "description": _("Det som sparas här syns på sidan direkt."),
            },
        ),
        (
            _("Personen"),
            {
                "fields": ("name", "title"),
                "description": _("En funktion utan namn är en fullgod kontakt."),
            },
        ),
        (_("Så når man kontakten"), {"fields": ("phone", "email", "opening_hours")}),
        (_("När den visas"), {"fields": ("valid_from", "valid_to", "position")}),
    )
