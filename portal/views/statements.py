"""What the site says about itself: accessibility and how to report faults, personal data, the word list."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from portal.fault_reports import receive_report
from portal.forms.fault_report import FaultReportForm
from portal.http import answer
from portal.models import SiteStatement
from portal.senders import is_from_here, may_send
from portal.word_list import ABBREVIATION_LIST, WORDS

AGAIN = "igen"
# Each form has a number of its own: no proxy may hand one reader's to another.
OWN = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}


@require_safe
def accessibility(request: HttpRequest) -> HttpResponseBase:
    return _of_statement(request, "portal/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponseBase:
    return _of_statement(request, "portal/privacy.html")


@require_safe
def word_list(request: HttpRequest) -> HttpResponseBase:
    context = {"abbreviations": ABBREVIATION_LIST, "words": WORDS}
    return answer(request, [], lambda: render(request, "portal/word_list.html", context))


# No CSRF cookie, since readers get no cookie at all. Such a token protects a session, and here is none:
# nobody's rights are used by sending this form. The form's own signed token proves that it is ours, and the
# browser's Sec-Fetch-Site that no other site makes its visitors send it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def fault_report(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form_page(request, FaultReportForm())
    form = FaultReportForm(request.POST)
    status = 422 if not form.is_valid() else _refuse(request, form)
    if status:
        return _form_page(request, form, status=status)
    given = form.cleaned_data
    _report, is_new = receive_report(
        form=form.number,
        description=given["description"],
        page=given["page"],
        email=given["email"],
    )
    address = reverse("portal:fault_thanks")
    return redirect(address if is_new else f"{address}?{AGAIN}=1")


@require_safe
def fault_thanks(request: HttpRequest) -> HttpResponse:
    """``?igen=1``: the form had been received before."""
    context = {"statement": SiteStatement.objects.current(), "is_again": AGAIN in request.GET}
    return _own(render(request, "portal/fault_thanks.html", context))


def _of_statement(request: HttpRequest, template: str) -> HttpResponseBase:
    statement = SiteStatement.objects.current()
    made_of = [statement.updated_at]
    return answer(request, made_of, lambda: render(request, template, {"statement": statement}))


def _refuse(request: HttpRequest, form: FaultReportForm) -> int:
    """The status of what is wrong with this sending of a form that is right in itself; 0 if nothing is."""
    if not is_from_here(request):
        form.add_error(
            None,
            _("Anmälan kom från en annan webbplats. Läs igenom den och skicka den härifrån."),
        )
        return 422
    if not may_send(request, "fault-report"):
        form.add_error(
            None,
            _(
                "Det har kommit många anmälningar från din uppkoppling. Det du skrev finns kvar: vänta "
                "tio minuter och skicka igen."
            ),
        )
        return 429
    return 0


def _form_page(request: HttpRequest, form: FaultReportForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "statement": SiteStatement.objects.current()}
    return _own(render(request, "portal/fault_report.html", context, status=status))


def _own(response: HttpResponse) -> HttpResponse:
    for name, value in OWN.items():
        response.headers[name] = value
    return response
