"""The reporting desk ("Redovisa"): one page for a whole period, saved row by row or all at once."""

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_htmx.middleware import HtmxDetails

from portal.exceptions import DomainError
from portal.keys import key_from
from portal.models import User
from promises.admin.desk_page import Desk, counter, desk_period
from promises.admin.desk_rows import DeskRow, made_row
from promises.models import PromisePeriod
from promises.report_services import start_follow_up

CONFLICT, UNPROCESSABLE = 409, 422


class HtmxHttpRequest(HttpRequest):
    htmx: HtmxDetails
    user: User


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HtmxHttpRequest, period: int) -> HttpResponse:
    """Without JavaScript everything is posted at once; htmx posts one row and gets its partial back."""
    found = desk_period(period, user=request.user)
    if found is None:
        raise Http404
    chosen = key_from(request.GET.get("rapport"))
    if request.method != "POST":
        return _page(request, Desk.of(found, report=chosen))
    if "ny-rapport" in request.POST:
        return _start_report(request, found)
    page = Desk.of(found, report=chosen, data=request.POST)
    if request.htmx:
        return _save_row(request, page)
    return _save_all(request, page)


def _page(request: HtmxHttpRequest, page: Desk, **more: Any) -> HttpResponse:
    problems = [problem for row in page.rows if row.has_problem for problem in row.problems]
    context = {
        **admin.site.each_context(request),
        "title": _("Redovisa %(period)s") % {"period": page.period},
        "desk": page,
        "counter": counter(page.period),
        "problems": problems,
        "url": request.get_full_path(),
        **more,
    }
    status = UNPROCESSABLE if problems else 200
    return render(request, "admin/desk.html", context, status=status)


def _save_row(request: HtmxHttpRequest, page: Desk) -> HttpResponse:
    row = page.row(request.POST.get("row", ""))
    if row is None:
        return HttpResponse(_("Raden finns inte längre. Ladda om sidan."), status=404)
    is_fine = row.submit(by=request.user)
    count = counter(page.period)
    context = {
        "row": row,
        "made": made_row(row),
        "url": request.get_full_path(),
        "counter": count,
        "announcement": " ".join([row.said, *_details(row, count, is_fine)]),
    }
    status = 200 if is_fine else CONFLICT if row.theirs else UNPROCESSABLE
    return render(request, "admin/desk.html#desk-answer", context, status=status)


def _details(row: DeskRow, count: str, is_fine: bool) -> list[str]:
    """What a screen reader hears after "Sparat"."""
    if is_fine:
        return [f"{row.name}." if row.name[-1].isalnum() else row.name, f"{count.rstrip('.')}."]
    return list(dict.fromkeys(text for _place, text in row.problems))


def _save_all(request: HtmxHttpRequest, page: Desk) -> HttpResponse:
    """What is right is saved; what is not stays typed, with its message, and nothing is lost."""
    # The report first: a first verdict would begin one of its own.
    rows = sorted(page.rows, key=lambda row: row is not page.summary)
    fine = [row.submit(by=request.user) for row in rows]
    saved = sum(row.is_saved for row in rows)
    said = ngettext("%(count)s rad är sparad.", "%(count)s rader är sparade.", saved)
    if all(fine):
        messages.success(request, said % {"count": saved} if saved else _("Inget nytt att spara."))
        return HttpResponseRedirect(request.get_full_path())
    page.take_in_what_was_made()
    return _page(request, page, saved=said % {"count": saved} if saved else "")


def _start_report(request: HtmxHttpRequest, period: PromisePeriod) -> HttpResponse:
    try:
        follow_up = start_follow_up(period=period, by=request.user)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(request.get_full_path())
    return HttpResponseRedirect(f"{request.path}?rapport={follow_up.pk}")
