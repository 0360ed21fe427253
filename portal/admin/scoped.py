"""Admin of rows that belong to a partnership: rights follow rows, never menus.

Every way in (list, change, history, delete, autocomplete, the choices of a field) goes through
``get_queryset``, so a row outside one's own partnerships does not exist by any address.
"""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.db import models
from django.http import HttpRequest

from portal.admin.drafts import HistoryInWords, NothingPublishedGoes
from portal.admin.lists import SwedishList
from portal.admin.rows import EmptyRowOnRequest, OpensEmptyRows
from portal.admin.two_editors import TwoEditors
from portal.admin.widgets import WIDGETS, dressed
from portal.models import Organisation, Partnership, User


def user_of(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - the site lets nobody else in
    return request.user


def editable(queryset: models.QuerySet[Any], place_path: str, user: User) -> models.QuerySet[Any]:
    """The rows of the user's own partnerships. ``place_path`` leads from the row to its partnership; an
    empty one means that the rows are partnerships."""
    if user.is_operator:
        return queryset
    places = Partnership.objects.editable_by(user)
    return queryset.filter(**{f"{place_path or 'pk'}__in": places})


class ScopedChoices(BaseModelAdmin[Any]):
    """Fields that point at rows offer only those that the user may edit."""

    formfield_overrides = WIDGETS

    def get_field_queryset(
        self, db: str | None, db_field: Any, request: HttpRequest
    ) -> models.QuerySet[Any] | None:
        related = db_field.remote_field.model
        queryset = super().get_field_queryset(db, db_field, request)
        if queryset is None:
            queryset = related._default_manager.all()
        user = user_of(request)
        if related is Organisation and not user.is_operator:
            places = Partnership.objects.editable_by(user)
            return queryset.filter(partnerships__in=places).distinct()
        if related is User and not user.is_operator:
            places = Partnership.objects.editable_by(user)
            return queryset.filter(memberships__organisation__partnerships__in=places).distinct()
        if (path := PLACE_PATHS.get(related)) is not None:
            return editable(queryset, path, user)
        return queryset

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:  # type: ignore[override]
        return dressed(super().formfield_for_dbfield(db_field, request, **kwargs))


PLACE_PATHS: dict[type[models.Model], str] = {Partnership: ""}
"""Where each model's partnership is; ``ScopedAdmin`` fills it in at registration."""


class ScopedAdmin(
    TwoEditors, OpensEmptyRows, HistoryInWords, NothingPublishedGoes, ScopedChoices, SwedishList
):
    place_path = "partnership"
    view_on_site = False  # most drafts have no public page yet
    list_per_page = 50

    def __init__(self, model: type[models.Model], admin_site: admin.AdminSite) -> None:
        super().__init__(model, admin_site)
        PLACE_PATHS[model] = self.place_path

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return editable(super().get_queryset(request), self.place_path, user_of(request))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, obj)

    def _may(self, request: HttpRequest, obj: Any) -> bool:
        if not self.admin_site.has_permission(request):
            return False
        return obj is None or self.get_queryset(request).filter(pk=obj.pk).exists()


class ScopedInline(EmptyRowOnRequest, ScopedChoices, admin.StackedInline[Any, Any]):
    """Rows under a row that ``ScopedAdmin`` has already let the user reach."""

    view_on_site = False
    template = "admin/draft_rows.html"
    help: Any = ""
    """A sentence under the rows' heading."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True
