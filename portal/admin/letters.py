"""Letters that wait or failed, for operators. The text of a letter is shown to nobody: it may hold somebody's
personal link."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.admin.lists import SwedishList
from portal.admin.scoped import user_of
from portal.enums import MailState
from portal.exceptions import DomainError
from portal.mail import send_again
from portal.mail_errors import error_in_words
from portal.models import OutgoingMail
from portal.tasks import mail_is_configured


class StateFilter(admin.SimpleListFilter):
    """Without the letters that have gone: they are not listed."""

    title = gettext_lazy("läge")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(state.value, state.label) for state in MailState if state != MailState.SENT]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(state=self.value()) if self.value() else queryset


@admin.register(OutgoingMail)
class OutgoingMailAdmin(SwedishList):
    place_in_list = 8
    change_list_template = "admin/letter_list.html"
    change_form_template = "admin/letter.html"
    list_display = ("subject", "to", "state", "tries", "what_happened")
    list_filter = (StateFilter,)
    search_fields = ("subject", "to")
    actions = ("try_again",)
    view_on_site = False
    fields = ("subject", "to", "state", "attempts", "queued_at", "next_attempt_at", "what_happened")

    @admin.display(description=gettext_lazy("försök"), ordering="attempts")
    def tries(self, letter: OutgoingMail) -> str:
        """With its word: on a phone the column has no heading."""
        return _("%s försök") % letter.attempts

    @admin.display(description=gettext_lazy("senaste felet"))
    def what_happened(self, letter: OutgoingMail) -> str:
        return error_in_words(letter.last_error)

    def get_queryset(self, request: HttpRequest) -> QuerySet[OutgoingMail]:
        found = OutgoingMail.objects.unsent().defer("body")
        return found if user_of(request).is_operator else found.none()

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.admin_site.has_permission(request) and user_of(request).is_operator

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        context = {"is_mail_configured": mail_is_configured(), **(extra_context or {})}
        return super().changelist_view(request, context)

    @admin.action(description=gettext_lazy("Försök igen"), permissions=["view"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[OutgoingMail]) -> None:
        for letter in queryset:
            try:
                send_again(letter=letter, by=user_of(request))
            except DomainError as refusal:
                messages.error(request, str(refusal))
            else:
                self.log_change(request, letter, _("Försök igen"))
                messages.success(request, _("Brevet till %s skickas igen.") % letter.to)
