"""The promise's page: what is promised, why, how it is measured, and what shall be done."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from promises.admin import trees
from promises.admin.addresses import PromiseForm
from promises.admin.advising import Advising
from promises.admin.drafts import OWN_PERIODS, DraftAdmin, DraftFormSet, DraftInline
from promises.admin.rationales import EvidenceInline, RationaleInline
from promises.models import Action, FollowUpPlan, Goal, Promise
from promises.published import has_fixed_address


class GoalInline(DraftInline):
    model = Goal
    fields = (
        "indicator",
        "kind",
        ("change", "target_value", "unit"),
        ("baseline_value", "baseline_year"),
        ("deadline", "source"),
        "position",
    )
    classes = ("orderable",)
    show_change_link = True
    verbose_name_plural = _("mål: så ska det mätas")


class OfPromise(DraftFormSet):
    """Rows of the promise are its period's too."""

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        form.instance.period_id = self.instance.period_id
        return form

    def save_new(self, form: Any, commit: bool = True) -> Any:
        form.instance.period = self.instance.period
        return super().save_new(form, commit=commit)


class ActionInline(DraftInline):
    model = Action
    formset = OfPromise
    fields = (
        "text",
        "leads",
        "partners",
        ("timing", "promised_count", "unit"),
        "place",
        "position",
    )
    classes = ("orderable",)
    show_change_link = True
    verbose_name_plural = _("insatser: det här ska göras")


class PlanInline(DraftInline):
    model = FollowUpPlan
    formset = OfPromise
    fields = ("text", ("due_on", "audience"), "position")
    classes = ("orderable", "collapse")
    verbose_name_plural = _("så följs löftet upp")


@admin.register(Promise)
class PromiseAdmin(Advising, DraftAdmin):
    place_in_list = 2
    place_path = "period__partnership"
    form = PromiseForm
    branches = trees.PROMISE
    on_page = trees.PROMISE_PAGE
    fixed = ("period",)
    siblings = ("period",)
    change_form_template = "admin/period_form.html"
    list_display = ("statement", "area", "period")
    list_filter = (OWN_PERIODS,)
    list_select_related = ("area", "period__partnership")
    search_fields = ("statement",)
    inlines = (RationaleInline, EvidenceInline, GoalInline, ActionInline, PlanInline)
    fieldsets = (
        (None, {"fields": ("period", "area", "statement", "parties")}),
        (
            _("Adress och koppling bakåt"),
            {"fields": ("slug", "continues"), "classes": ("collapse",)},
        ),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        found = tuple(super().get_readonly_fields(request, obj))
        return (*found, "slug") if obj and has_fixed_address(obj) else found

    def get_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        """Rows need their promise first."""
        return self.inlines if obj is not None else ()

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self.stay_on_page(request, obj)
