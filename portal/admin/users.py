"""Accounts. Operators keep them; an approver sees those of their own organisations, and invites."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.accounts import forget_old_addresses, reset_second_factor
from portal.admin.scoped import ScopedChoices, user_of
from portal.admin.widgets import WIDGETS
from portal.enums import MembershipRole
from portal.models import Membership, User


class MembershipInline(ScopedChoices, admin.StackedInline[Membership, User]):
    model = Membership
    fields = (("organisation", "role"),)
    extra = 0
    view_on_site = False
    template = "admin/draft_rows.html"

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return user_of(request).is_operator

    has_change_permission = has_delete_permission = has_add_permission

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Membership]:
        """An approver sees what a colleague does in their own organisation, and not elsewhere."""
        found, user = super().get_queryset(request).select_related("organisation"), user_of(request)
        if user.is_operator:
            return found
        return found.filter(organisation__in=Membership.objects.approved_by(user))


@admin.register(User)
class UserAdmin(admin.ModelAdmin[User]):
    place_in_list = 4
    list_display = ("name", "title", "email", "is_active", "last_login")
    list_filter = ("is_active",)
    search_fields = ("name", "email")
    ordering = ("name",)
    list_select_related = False
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    view_on_site = False
    formfield_overrides = WIDGETS
    readonly_fields = ("last_login", "date_joined")
    inlines = (MembershipInline,)
    actions = None
    actions = ("reset_second_factor",)
    fieldsets = (
        (None, {"fields": ("name", "title", "email")}),
        (
            _("Tillträde"),
            {
                "fields": ("is_active", "is_staff", "is_superuser", "last_login", "date_joined"),
                "description": _(
                    "Ta bort krysset för aktiv när någon slutar. Konton tas inte bort: det de har "
                    "gjort ska gå att läsa."
                ),
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[User]:
        found, user = super().get_queryset(request), user_of(request)
        if user.is_operator:
            return found
        approved = Membership.objects.approved_by(user)
        return found.filter(
            pk__in=Membership.objects.filter(organisation__in=approved).values("user")
        )

    @admin.action(
        description=_("Nollställ andra steget (telefonen är borta)"), permissions=["change"]
    )
    def reset_second_factor(self, request: HttpRequest, queryset: models.QuerySet[User]) -> None:
        for user in queryset:
            reset_second_factor(user=user, by=user_of(request))
            messages.success(request, _("Andra steget för %s är nollställt.") % user)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        forget_old_addresses(obj)

    def get_list_display(self, request: HttpRequest) -> Any:
        return self.list_display if user_of(request).is_operator else ("name", "title", "email")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if not self.admin_site.has_permission(request):
            return False
        user = user_of(request)
        if user.is_operator:
            return True
        is_approver = user.memberships.filter(role=MembershipRole.APPROVER).exists()
        return is_approver and (
            obj is None or self.get_queryset(request).filter(pk=obj.pk).exists()
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.admin_site.has_permission(request) and user_of(request).is_operator

    def has_add_permission(self, request: HttpRequest) -> bool:
        """By invitation only: nobody chooses another's password."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
