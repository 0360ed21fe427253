"""Invitations: a list with "Bjud in", and sending again or taking back by actions. State changes only
through ``portal.invitations``."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.admin.lists import SwedishList
from portal.admin.scoped import user_of
from portal.admin.site import approves
from portal.admin.widgets import dressed
from portal.enums import InvitationState
from portal.exceptions import DomainError
from portal.invitations import (
    invite,
    require_can_invite,
    resend_invitation,
    revoke_invitation,
)
from portal.models import Invitation, Membership, Organisation, User


class InvitationForm(forms.ModelForm[Invitation]):
    by: User

    class Meta:
        model = Invitation
        fields = ("email", "name", "title", "organisation", "role")
        help_texts = {
            "email": gettext_lazy(
                "Dit går länken. Den som redan har ett konto får uppdraget genast."
            ),
            "title": gettext_lazy("Personen kan ändra namn och titel när inbjudan öppnas."),
        }

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip().lower()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if {"email", "organisation", "role"} <= given.keys():
            try:
                require_can_invite(
                    by=self.by,
                    email=given["email"],
                    organisation=given["organisation"],
                    role=given["role"],
                )
            except DomainError as refusal:
                self.add_error("email", str(refusal))
        return given


@admin.register(Invitation)
class InvitationAdmin(SwedishList):
    form = InvitationForm
    add_form_template = change_form_template = "admin/invitation_form.html"
    change_list_template = "admin/invitation_list.html"
    list_display = ("name", "email", "organisation", "role", "state", "sent_at", "invited_by")
    list_select_related = ("organisation", "invited_by")
    search_fields = ("name", "email")
    actions = ("send_again", "take_back")
    view_on_site = False
    readonly_fields = ("state", "invited_by", "sent_at", "expires_at", "accepted_at", "revoked_at")

    @admin.display(description=gettext_lazy("läge"))
    def state(self, invitation: Invitation) -> str:
        return str(InvitationState(invitation.state).label)

    # --- Rights follow rows -----------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Invitation]:
        rows: Any = super().get_queryset(request)
        user = user_of(request)
        if user.is_operator:
            return rows  # type: ignore[no-any-return]
        return rows.filter(organisation__in=Membership.objects.approved_by(user))  # type: ignore[no-any-return]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Operators and approvers of anything; of what, the form and the service say."""
        if not self.admin_site.has_permission(request):
            return False
        user = user_of(request)
        return user.is_operator or approves(request, user)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        if not self.has_add_permission(request):
            return False
        return obj is None or self.get_queryset(request).filter(pk=obj.pk).exists()

    def has_change_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        return False

    # --- Inviting ---------------------------------------------------------------------------

    def get_fields(self, request: HttpRequest, obj: Invitation | None = None) -> Any:
        given = ("email", "name", "title", "organisation", "role")
        return given if obj is None else (*given, *self.readonly_fields)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type("Form", (form,), {"by": user_of(request)})

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Plain lists: from here nobody looks at or adds organisations."""
        return dressed(super().formfield_for_dbfield(db_field, request, **kwargs))

    def get_field_queryset(self, db: str | None, db_field: Any, request: HttpRequest) -> Any:
        if db_field.name != "organisation" or user_of(request).is_operator:
            return super().get_field_queryset(db, db_field, request)
        approved = Membership.objects.approved_by(user_of(request))
        return Organisation.objects.filter(pk__in=approved)

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        initial = super().get_changeform_initial_data(request)
        approved = Membership.objects.approved_by(user_of(request))
        organisations = list(Organisation.objects.filter(pk__in=approved)[:2])
        if len(organisations) == 1:
            initial.setdefault("organisation", str(organisations[0].pk))
        return initial

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kwargs["extra_context"] = {"title": _("Bjud in")}
        try:
            return super().add_view(request, *args, **kwargs)
        except DomainError as refusal:  # somebody else came between the form and the service
            messages.error(request, str(refusal))
            return HttpResponseRedirect(reverse("admin:portal_invitation_changelist"))

    def save_model(self, request: HttpRequest, obj: Invitation, form: Any, change: bool) -> None:
        made = invite(by=user_of(request), **form.cleaned_data)
        if isinstance(made, Membership):
            said = _("%(name)s hade redan ett konto och är nu %(role)s för %(organisation)s.")
        else:
            obj.pk = made.pk
            said = _("En inbjudan till %(name)s är på väg till %(email)s.")
        user = made.user if isinstance(made, Membership) else obj
        words = {
            "name": user.name,
            "email": obj.email,
            "role": made.get_role_display(),
            "organisation": made.organisation,
        }
        messages.success(request, said % words)

    def log_addition(self, request: HttpRequest, obj: Invitation, message: Any) -> Any:
        return super().log_addition(request, obj, message) if obj.pk else None

    def response_add(
        self, request: HttpRequest, obj: Invitation, post_url_continue: str | None = None
    ) -> HttpResponse:
        name = "add" if "_addanother" in request.POST else "changelist"
        return HttpResponseRedirect(reverse(f"admin:portal_invitation_{name}"))

    # --- Actions ----------------------------------------------------------------------------

    @admin.action(description=gettext_lazy("Skicka igen med ny länk"), permissions=["add"])
    def send_again(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        self._each(request, queryset, resend_invitation, _("Skickat igen till %s."))

    @admin.action(description=gettext_lazy("Återkalla"), permissions=["add"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        self._each(request, queryset, revoke_invitation, _("Inbjudan till %s är återkallad."))

    def _each(
        self,
        request: HttpRequest,
        queryset: QuerySet[Invitation],
        act: Callable[..., Invitation],
        said: str,
    ) -> None:
        for invitation in queryset:
            try:
                act(invitation=invitation, by=user_of(request))
            except DomainError as refusal:
                messages.error(request, str(refusal))
            else:
                messages.success(request, said % invitation.name)
