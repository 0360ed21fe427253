"""What the site says about itself: one row, operators' alone."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.admin.drafts import HistoryInWords
from portal.admin.lists import SwedishList
from portal.admin.placed_errors import PlacedErrors
from portal.admin.scoped import ScopedChoices, user_of
from portal.admin.two_editors import TwoEditors
from portal.history import Branch
from portal.models import SiteStatement
from portal.swedish import join_words


class SiteStatementForm(PlacedErrors):
    places: ClassVar[dict[str, str]] = {
        "statement_of_compliance_has_day_and_method": "assessed_on",
        "statement_lists_what_is_not_accessible": "not_accessible",
        "statement_of_full_compliance_has_no_exceptions": "compliance",
    }


@admin.register(SiteStatement)
class SiteStatementAdmin(TwoEditors, HistoryInWords, ScopedChoices, SwedishList):
    place_in_list = 7
    view_on_site = False
    list_display = ("service", "provider", "compliance", "assessed_on")
    actions = None
    form = SiteStatementForm
    branches = (Branch(SiteStatement, "service"),)
    fieldsets = (
        (
            None,
            {
                "fields": ("provider", "service"),
                "description": gettext_lazy(
                    "Lagen säger vad som måste stå om webbplatsen själv. Det ni sparar syns direkt "
                    "på sidorna Tillgänglighet och Personuppgifter. Där något är tomt står det "
                    "enkla och ärliga ord i stället."
                ),
            },
        ),
        (
            gettext_lazy("Bedömningen"),
            {"fields": ("compliance", "assessed_on", "method")},
        ),
        (
            gettext_lazy("Det som brister"),
            {"fields": ("not_accessible", "burden", "outside_law")},
        ),
        (
            gettext_lazy("Felanmälan"),
            {"fields": ("fault_email", "fault_phone", "answer_days", "complaint_url")},
        ),
        (gettext_lazy("Personuppgifter"), {"fields": ("data_protection",)}),
    )

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.admin_site.has_permission(request) and user_of(request).is_operator

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request) and not SiteStatement.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        found = super().get_queryset(request)
        return found if user_of(request).is_operator else found.none()

    def save_model(self, request: HttpRequest, obj: SiteStatement, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if lacking := obj.lacking:
            text = _("Det här saknas än: %s. På sidorna står det enkla ord i stället.")
            messages.warning(request, text % join_words(lacking))
