"""The headings over promises, and why they were chosen."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from promises.admin import trees
from promises.admin.drafts import OWN_PERIODS, DraftAdmin
from promises.admin.rationales import EvidenceInline, RationaleInline
from promises.models import FocusArea


@admin.register(FocusArea)
class AreaAdmin(DraftAdmin):
    place_in_list = 3
    place_path = "period__partnership"
    branches = trees.AREA
    fixed = ("period",)
    siblings = ("period",)
    list_display = ("heading", "theme", "period")
    list_filter = (OWN_PERIODS,)
    list_select_related = ("period__partnership",)
    search_fields = ("heading",)
    inlines = (RationaleInline, EvidenceInline)
    fieldsets = (
        (
            None,
            {
                "fields": ("period", "heading", "theme"),
                "description": _(
                    "Ordningen mellan områden bestäms på periodens sida. Bakgrunden här gäller alla "
                    "löften i området som inte har en egen."
                ),
            },
        ),
    )
