"""Whom residents call for what. Edited live: what is saved here is public at once."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.admin.draft_rows import RowsUnder
from portal.admin.scoped import ScopedAdmin
from portal.days import today
from portal.history import Branch
from portal.models import Contact

TITLE = "function"


def why_kept(contact: Any) -> str:
    """Why a contact may not be deleted; empty when residents have never been shown it."""
    if not isinstance(contact, Contact) or not contact.partnership.is_open:
        return ""
    events: Any = contact.events  # type: ignore[attr-defined]
    has_begun = Q(valid_from__isnull=True) | Q(valid_from__lte=today())
    if not events.filter(has_begun).exists():
        return ""
    return str(
        _(
            "har visats för invånarna och ska gå att följa. Avsluta kontakten i stället: fyll i sista dagen "
            "under ”Gäller till och med”, så försvinner den från sidan."
        )
    )


class ContactRows(RowsUnder):
    def why_kept(self, row: Any) -> str:
        return why_kept(row)


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

    def why_kept(self, row: Any) -> str:
        return why_kept(row)
