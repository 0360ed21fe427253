"""When and how the promises shall be followed up."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from promises.admin import trees
from promises.admin.drafts import OWN_PERIODS, DraftAdmin
from promises.models import FollowUpPlan


@admin.register(FollowUpPlan)
class FollowUpPlanAdmin(DraftAdmin):
    place_in_list = 6
    place_path = "period__partnership"
    branches = trees.PLAN
    fixed = ("period",)
    siblings = ("period", "promise")
    list_display = ("text", "due_on", "promise", "period")
    list_filter = (OWN_PERIODS,)
    list_select_related = ("promise", "period__partnership")
    search_fields = ("text",)
    fieldsets = (
        (
            None,
            {
                "fields": ("period", "promise", "text", ("due_on", "audience")),
                "description": _(
                    "Dagen får ligga efter periodens slut: många siffror kommer först senare."
                ),
            },
        ),
    )
