"""What shall be reached, and the figures measured since."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.history_words import shortened
from promises.admin import trees
from promises.admin.drafts import DraftAdmin, DraftInline, OwnPeriods
from promises.models import Goal, Reading


class ReadingInline(DraftInline):
    model = Reading
    fields = (("value", "on"), ("source", "is_preliminary"))
    verbose_name_plural = _("utfall: uppmätta värden")


@admin.register(Goal)
class GoalAdmin(DraftAdmin):
    place_in_list = 4
    place_path = "promise__period__partnership"
    branches = trees.GOAL
    fixed = ("promise",)
    siblings = ("promise",)
    list_display = ("indicator", "of_promise", "period", "verdict")
    list_filter = (("promise__period", OwnPeriods), "verdict")
    list_select_related = ("promise__period__partnership",)
    search_fields = ("indicator", "promise__statement")
    inlines = (ReadingInline,)
    fieldsets = (
        (None, {"fields": ("promise", "indicator", "kind")}),
        (
            _("Mål"),
            {
                "fields": (("change", "target_value", "unit"), "deadline"),
                "description": _("Ska värdet bara öka eller minska: lämna målvärdet tomt."),
            },
        ),
        (
            _("Utgångsläge"),
            {
                "fields": (("baseline_value", "baseline_year"), "source"),
                "description": _("Utan basvärde går det inte att säga om målet nåddes."),
            },
        ),
        (_("Bedömning"), {"fields": ("verdict", "verdict_reason")}),
    )

    @admin.display(description=_("löfte"), ordering="promise")
    def of_promise(self, goal: Goal) -> str:
        return shortened(goal.promise.statement, 60)

    @admin.display(description=_("period"), ordering="promise__period__starts_on")
    def period(self, goal: Goal) -> str:
        return str(goal.promise.period)
