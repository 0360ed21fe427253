"""Reports: "Så gick det". The reporting desk is the quick way; here are all the words."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from promises.admin import trees
from promises.admin.drafts import OWN_PERIODS, DraftAdmin, DraftInline
from promises.models import FollowUp, PromiseVerdict


class VerdictInline(DraftInline):
    model = PromiseVerdict
    fields = ("promise", "verdict", "text")
    verbose_name_plural = _("så gick det, löfte för löfte")


@admin.register(FollowUp)
class FollowUpAdmin(DraftAdmin):
    place_in_list = 7
    place_path = "period__partnership"
    branches = trees.FOLLOW_UP
    fixed = ("period",)
    list_display = ("period", "kind", "as_of")
    list_display_links = ("period", "kind")
    list_filter = (OWN_PERIODS, "kind")
    list_select_related = ("period__partnership",)
    inlines = (VerdictInline,)
    fieldsets = (
        (None, {"fields": ("period", ("kind", "as_of"))}),
        (_("Sammanfattning"), {"fields": ("summary", "is_examples_only")}),
    )
