"""What every list of the admin has."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import (  # type: ignore[attr-defined]
    ActionLocation,
    IncorrectLookupParameters,
)
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import BadRequest
from django.http import HttpRequest

from portal.admin.widgets import NOTHING
from portal.keys import key_from


class OnlyOwnFilters(ChangeList):
    """Django looks up whatever field the address names: ``?password__startswith=`` would tell, letter by
    letter, what no page shows. Here only what ``list_filter`` offers; the rest is left out (``?e=1``)."""

    def get_filters(self, request: HttpRequest) -> Any:
        try:
            found = super().get_filters(request)
        except DisallowedModelAdminLookup as error:
            raise IncorrectLookupParameters from error
        not_taken_by_a_filter = found[2]
        if not_taken_by_a_filter:
            raise IncorrectLookupParameters
        return found


class SwedishList(admin.ModelAdmin[Any]):
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return OnlyOwnFilters

    def response_action(
        self,
        request: HttpRequest,
        queryset: Any,
        action_location: Any = ActionLocation.CHANGE_LIST,
    ) -> Any:
        """Django looks the ticked rows up by whatever was sent as their keys."""
        ticked = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if any(key_from(text) is None for text in ticked):
            raise BadRequest("no keys of rows")
        return super().response_action(request, queryset, action_location)

    def get_action_choices(
        self,
        request: HttpRequest,
        default_choices: list[tuple[str, str]] | None = None,
        action_location: Any = ActionLocation.CHANGE_LIST,
    ) -> list[tuple[str, str]]:
        """Django has no Swedish for its empty choice."""
        first = default_choices or [("", str(NOTHING))]
        found: list[tuple[str, str]] = super().get_action_choices(request, first, action_location)  # type: ignore[call-arg]
        return found
