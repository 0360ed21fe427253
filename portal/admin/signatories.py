"""Signatories without an account: registered by an approver of their organisation, or an operator."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.admin.scoped import ScopedAdmin
from portal.history import Branch
from portal.models import Membership, Organisation, SignatoryContact, User
from portal.rights import require_registrar


@admin.register(SignatoryContact)
class SignatoryContactAdmin(ScopedAdmin):
    """Rows belong to an organisation, not to a place: only those who sign for it reach them."""

    place_path = "organisation__partnerships"
    place_in_list = 7
    branches = (Branch(SignatoryContact, "name"),)
    list_display = ["name", "title", "organisation", "email", "is_active"]
    list_filter = ["is_active"]
    list_select_related = ["organisation"]
    fields = ["organisation", "name", "title", "email", "is_active"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        assert isinstance(request.user, User)  # noqa: S101 - the site lets nobody else in
        return SignatoryContact.objects.registrable_by(request.user)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        if not super().has_add_permission(request):
            return False
        assert isinstance(request.user, User)  # noqa: S101 - the site lets nobody else in
        return request.user.is_operator or bool(Membership.objects.approved_by(request.user))

    def _may(self, request: HttpRequest, obj: Any) -> bool:
        return self.has_add_permission(request) and super()._may(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They leave by losing their tick: whom a link was sent to is part of an edition's history."""
        return False

    def get_field_queryset(
        self, db: str | None, db_field: Any, request: HttpRequest
    ) -> models.QuerySet[Any] | None:
        queryset = super().get_field_queryset(db, db_field, request)
        assert isinstance(request.user, User)  # noqa: S101 - the site lets nobody else in
        if db_field.name != "organisation" or request.user.is_operator:
            return queryset
        return Organisation.objects.filter(pk__in=Membership.objects.approved_by(request.user))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        assert isinstance(request.user, User)  # noqa: S101 - the site lets nobody else in
        require_registrar(request.user, obj.organisation)
        if not change:
            obj.registered_by = request.user
        super().save_model(request, obj, form, change)
        if change and {"email", "organisation"} & set(form.changed_data):
            messages.info(
                request,
                _("Länkar som har gått till de gamla uppgifterna gäller inte längre. Skicka nya."),
            )
