"""Accounts. Operators keep them; an approver sees those of their own organisations, and invites."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal import swedish
from portal.accounts import forget_old_addresses, reset_second_factor
from portal.admin.lists import SwedishList
from portal.admin.rows import EmptyRowOnRequest, OpensEmptyRows
from portal.admin.scoped import ScopedChoices, user_of
from portal.admin.widgets import WIDGETS
from portal.enums import MembershipRole
from portal.models import Membership, User


class MembershipInline(EmptyRowOnRequest, ScopedChoices, admin.StackedInline[Membership, User]):
    model = Membership
    fields = (("organisation", "role"),)
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


class UserForm(forms.ModelForm[User]):
    """Django's own words speak of its parts ("staff status"); ours of what the person may do."""

    class Meta:
        labels = {
            "is_active": _("Kontot är i bruk"),
            "is_staff": _("Arbetar här"),
            "is_superuser": _("Driver portalen"),
        }
        help_texts = {
            "is_active": _("Utan krysset går det inte att logga in."),
            "is_staff": _("Kommer in i redaktionen. Vad personen når där säger uppdragen."),
            "is_superuser": _("Når alla platser, alla konton och alla brev."),
        }


@admin.register(User)
class UserAdmin(OpensEmptyRows, SwedishList):
    place_in_list = 4
    form = UserForm
    list_display = ("name", "title", "email", "in_use", "last_seen")
    list_filter = ("is_active",)
    search_fields = ("name", "email")
    ordering = ("name",)
    list_select_related = False
    view_on_site = False
    formfield_overrides = WIDGETS
    readonly_fields = ("last_login", "date_joined")
    inlines = (MembershipInline,)
    actions = ("reset_second_factor",)
    fieldsets = (
        (None, {"fields": ("name", "title", "email")}),
        (
            _("Tillträde"),
            {
                "fields": ("is_active", "is_staff", "is_superuser", "last_login", "date_joined"),
                "description": _(
                    "Ta bort det första krysset när någon slutar. Konton tas inte bort: det "
                    "de har gjort ska gå att läsa."
                ),
            },
        ),
    )

    @admin.display(description=_("konto"), ordering="is_active")
    def in_use(self, user: User) -> str:
        """In words: on a phone the column has no heading."""
        return str(_("i bruk") if user.is_active else _("avslutat"))

    @admin.display(description=_("senast inloggad"), ordering="last_login")
    def last_seen(self, user: User) -> str:
        if user.last_login is None:
            return str(_("har inte loggat in"))
        return swedish.date(timezone.localdate(user.last_login))

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
