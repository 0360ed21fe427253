"""Reports of what cannot be used: operators read and answer them. State changes only through
``portal.fault_reports``."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import swedish
from portal.admin.lists import SwedishList
from portal.admin.scoped import user_of
from portal.exceptions import DomainError
from portal.fault_reports import answer_report, mark_answered
from portal.forms.fault_answer import FaultAnswerForm
from portal.history_words import shortened
from portal.models import FaultReport


class WaitingFilter(admin.SimpleListFilter):
    title = gettext_lazy("läge")
    parameter_name = "lage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("vantar", _("väntar på svar")), ("besvarade", _("besvarade"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        return queryset.filter(answered_at__isnull=self.value() == "vantar")


@admin.register(FaultReport)
class FaultReportAdmin(SwedishList):
    place_in_list = 7
    list_display = ("what", "received", "standing", "wants_answer")
    list_filter = (WaitingFilter,)
    search_fields = ("description", "page")
    actions = None
    view_on_site = False

    @admin.display(description=gettext_lazy("vad som inte fungerar"))
    def what(self, report: FaultReport) -> str:
        return shortened(report.description)

    @admin.display(description=gettext_lazy("kom in"), ordering="received_at")
    def received(self, report: FaultReport) -> str:
        return swedish.date(timezone.localdate(report.received_at))

    @admin.display(description=gettext_lazy("läge"))
    def standing(self, report: FaultReport) -> str:
        if report.is_answered:
            return _("besvarad")
        day = swedish.date(report.answer_by)
        if report.is_late:
            return _("försenad: skulle ha besvarats senast %s") % day
        return _("ska besvaras senast %s") % day

    @admin.display(description=gettext_lazy("vill ha svar"), boolean=False)
    def wants_answer(self, report: FaultReport) -> str:
        return _("vill ha svar") if report.email else _("ingen adress")

    def get_queryset(self, request: HttpRequest) -> QuerySet[FaultReport]:
        found = FaultReport.objects.waiting_first().select_related("answered_by")
        return found if user_of(request).is_operator else found.none()

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ()  # those that wait come first, as the queryset says

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

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The report with a box for the answer: mailed, or noted as given in another way."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        report = self.get_object(request, unquote(object_id))
        if report is None:
            redirect: HttpResponse = self._get_obj_does_not_exist_redirect(  # type: ignore[attr-defined]
                request, self.opts, object_id
            )
            return redirect
        form = FaultAnswerForm(request.POST or None)
        if request.method == "POST" and form.is_valid() and self._answer(request, report, form):
            return HttpResponseRedirect(reverse("admin:portal_faultreport_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Felanmälan"),
            "report": report,
            "form": form,
            "opts": self.opts,
        }
        status = 422 if form.errors else 200
        return TemplateResponse(request, "admin/fault_report.html", context, status=status)

    def _answer(self, request: HttpRequest, report: FaultReport, form: FaultAnswerForm) -> bool:
        is_mailed = request.POST.get("act") == "mail"
        act = answer_report if is_mailed else mark_answered
        try:
            act(report=report, by=user_of(request), answer=form.cleaned_data["answer"])
        except DomainError as refusal:
            form.add_error(None, str(refusal))
            return False
        self.log_change(request, report, _("Besvarad"))
        messages.success(
            request,
            _("Svaret är på väg med e-post.")
            if is_mailed
            else _("Anmälan är noterad som besvarad."),
        )
        return True
