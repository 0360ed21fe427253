"""What is to be done. How it went is told at the reporting desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.history_words import shortened
from promises.admin import trees
from promises.admin.drafts import OWN_PERIODS, DraftAdmin
from promises.models import Action

OUTCOME = (
    "status",
    "done_count",
    "done_on",
    "reason",
    "reason_text",
    "next_step",
    "next_step_text",
)


@admin.register(Action)
class ActionAdmin(DraftAdmin):
    place_in_list = 5
    place_path = "period__partnership"
    branches = trees.ACTION
    fixed = ("period",)
    siblings = ("period", "promise")
    readonly_fields = OUTCOME
    list_display = ("text", "status", "of_promise", "period")
    list_filter = (OWN_PERIODS, "status", "origin")
    list_select_related = ("promise", "period__partnership")
    search_fields = ("text", "place")
    fieldsets = (
        (None, {"fields": ("period", "promise", "text", "leads", "partners")}),
        (
            _("Hur ofta och var"),
            {"fields": (("timing", "promised_count", "unit"), "place", "origin")},
        ),
        (
            _("Så gick det"),
            {"fields": OUTCOME, "description": _("Det här fylls i på sidan Redovisa.")},
        ),
    )

    @admin.display(description=_("löfte"), ordering="promise")
    def of_promise(self, action: Action) -> str:
        if action.promise is None:
            return str(_("hela perioden"))
        return shortened(action.promise.statement, 60)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fieldsets if obj is not None else self.fieldsets[:2]
