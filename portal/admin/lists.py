"""What every list of the admin has."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import ActionLocation  # type: ignore[attr-defined]
from django.http import HttpRequest

from portal.admin.widgets import NOTHING


class SwedishList(admin.ModelAdmin[Any]):
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

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
