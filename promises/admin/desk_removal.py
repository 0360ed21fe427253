"""Taking away what was added at the desk by mistake: a page that asks, and a button that does it."""

import re

from django.contrib import admin, messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal import swedish
from portal.admin.entrance import EditorRequest
from portal.exceptions import DomainError
from promises.models import Action, PromisePeriod, Reading
from promises.report_services import remove_row, why_not_removed

CONFLICT = 409
_KEY = re.compile(r"(insats|varde)-([0-9]{1,9})")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def desk_remove(request: EditorRequest, period: int, row: str) -> HttpResponse:
    found = _row(row, PromisePeriod.objects.editable_by(request.user).filter(pk=period).first())
    if found is None:
        raise Http404
    refusal = why_not_removed(found)
    if request.method == "POST" and not refusal:
        try:
            remove_row(row=found, by=request.user)
        except DomainError as refused:
            refusal = str(refused)
        else:
            messages.success(request, _("Borttaget: %s") % _what(found))
            return HttpResponseRedirect(reverse("promises_admin:desk", args=[period]))
    context = {
        **admin.site.each_context(request),
        "title": _("Ta bort från redovisningen"),
        "what": _what(found),
        "refusal": refusal,
        "desk_url": reverse("promises_admin:desk", args=[period]),
        "row_url": f"{reverse('promises_admin:desk', args=[period])}#{row}",
    }
    status = CONFLICT if refusal and request.method == "POST" else 200
    return render(request, "admin/desk_remove.html", context, status=status)


def _row(key: str, period: PromisePeriod | None) -> Action | Reading | None:
    """By the name that the row has on the desk; only rows of the very period."""
    matched = _KEY.fullmatch(key)
    if matched is None or period is None:
        return None
    if matched[1] == "insats":
        return Action.objects.filter(pk=matched[2], period=period).select_related("period").first()
    readings = Reading.objects.select_related("goal__promise__period")
    return readings.filter(pk=matched[2], goal__promise__period=period).first()


def _what(row: Action | Reading) -> str:
    if isinstance(row, Action):
        return row.text
    value = swedish.quantity(row.value, row.goal.unit)
    return f"{value}, {swedish.date(row.on)} ({row.goal.indicator}, {row.source})"
