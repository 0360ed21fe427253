"""The period's page: when and where, why, its areas and promises in order, and who signed."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from portal.slugs import PERIOD_WORDS, make_slug
from promises.admin import trees
from promises.admin.addresses import PeriodForm, taken_addresses
from promises.admin.advising import Advising
from promises.admin.drafts import DraftAdmin, DraftFormSet, DraftInline
from promises.models import Action, FocusArea, FollowUpPlan, Promise, PromisePeriod, Signatory
from promises.published import has_fixed_address


class AreaInline(DraftInline):
    model = FocusArea
    fields = (("heading", "theme"), "position")
    classes = ("orderable",)
    show_change_link = True
    verbose_name_plural = _("områden")


class PromiseFormSet(DraftFormSet):
    """New promises get their address from what they say."""

    def save_new(self, form: Any, commit: bool = True) -> Any:
        taken = taken_addresses(self.instance) | PERIOD_WORDS
        form.instance.slug = make_slug(form.cleaned_data["statement"], taken=taken)
        return super().save_new(form, commit=commit)


class PromiseInline(DraftInline):
    model = Promise
    formset = PromiseFormSet
    fields = ("statement", "area", "position")
    classes = ("orderable",)
    show_change_link = True
    verbose_name_plural = _("löften")
    help = _("Här skrivs löftena. Öppna ett löfte för bakgrund, mål och insatser.")


class LooseRows(DraftFormSet):
    """Rows of the period itself: those of a promise are on the promise's page."""

    def __init__(self, *args: Any, queryset: Any = None, **kwargs: Any) -> None:
        model: Any = self.model
        rows = model._default_manager.all() if queryset is None else queryset
        super().__init__(*args, queryset=rows.filter(promise__isnull=True), **kwargs)  # type: ignore[misc]


class PeriodActionInline(DraftInline):
    model = Action
    formset = LooseRows
    fields = (
        "text",
        "leads",
        "partners",
        ("timing", "promised_count", "unit"),
        "place",
        "position",
    )
    classes = ("orderable", "collapse")
    show_change_link = True
    verbose_name_plural = _("insatser för hela perioden")


class PeriodPlanInline(DraftInline):
    model = FollowUpPlan
    formset = LooseRows
    fields = ("text", ("due_on", "audience"), "position")
    classes = ("orderable", "collapse")
    verbose_name_plural = _("så följs perioden upp")


class SignatoryInline(DraftInline):
    model = Signatory
    fields = (("name", "title"), ("organisation", "signed_on"), "position")
    classes = ("orderable", "collapse")
    verbose_name_plural = _("undertecknare på papper")


@admin.register(PromisePeriod)
class PeriodAdmin(Advising, DraftAdmin):
    place_in_list = 1
    form = PeriodForm
    branches = trees.PERIOD
    on_page = trees.PERIOD_PAGE
    change_form_template = "admin/period_form.html"
    list_display = ("label", "partnership", "starts_on", "ends_on", "ways_on")
    list_display_links = ("label",)
    list_filter = (("partnership", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("partnership",)
    search_fields = ("label", "place")
    inlines = (AreaInline, PromiseInline, PeriodActionInline, PeriodPlanInline, SignatoryInline)
    fieldsets = (
        (None, {"fields": ("partnership", "label", "slug", ("starts_on", "ends_on"), "place")}),
        (
            _("Bakgrund"),
            {
                "fields": ("situation", "background"),
                "description": _(
                    "Lägesbilden säger hur det ser ut på platsen. Berätta också vilka ni har frågat."
                ),
            },
        ),
        (
            _("Beslut"),
            {"fields": (("decided_by", "decided_on"), "record_number"), "classes": ("collapse",)},
        ),
    )

    @admin.display(description=_("gå till"))
    def ways_on(self, period: PromisePeriod) -> str:
        """Straight to the two pages that carry the work."""
        return format_html(
            '<span class="row-links"><a href="{}">{} <span class="visually-hidden">{}</span></a>'
            ' · <a href="{}">{} <span class="visually-hidden">{}</span></a></span>',
            reverse("promises_admin:desk", args=[period.pk]),
            _("Redovisa"),
            period,
            reverse("promises_admin:publish", args=[period.pk]),
            _("Publicera"),
            period,
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        found = tuple(super().get_readonly_fields(request, obj))
        return (*found, "partnership", "slug") if obj and has_fixed_address(obj) else found

    def get_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        """Rows need their period first."""
        return self.inlines if obj is not None else ()

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self.stay_on_page(request, obj)
