"""The parties. Operators keep them; others read those of their own places."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.admin.scoped import PLACE_PATHS, ScopedAdmin, user_of
from portal.history import Branch
from portal.models import Organisation, Partnership


@admin.register(Organisation)
class OrganisationAdmin(ScopedAdmin):
    place_in_list = 3
    branches = (Branch(Organisation, "name"),)
    list_display = ("name", "kind", "phone", "email")
    list_filter = ("kind",)
    list_select_related = ("parent",)
    search_fields = ("name", "short_form")
    fieldsets = (
        (None, {"fields": ("name", "short_form", "kind", "scb_code", "parent")}),
        (
            _("Så når man organisationen"),
            {
                "fields": ("phone", "email", "web", "address"),
                "description": _(
                    "Växel och gemensam adress. Personer och roller läggs som kontakter."
                ),
            },
        ),
    )

    def __init__(self, model: type[models.Model], admin_site: admin.AdminSite) -> None:
        super().__init__(model, admin_site)
        del PLACE_PATHS[model]  # an organisation may belong to many places

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        found = admin.ModelAdmin.get_queryset(self, request)
        user = user_of(request)
        if user.is_operator:
            return found
        places = Partnership.objects.editable_by(user)
        return found.filter(pk__in=Organisation.objects.filter(partnerships__in=places))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request) and user_of(request).is_operator

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_add_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_add_permission(request)
