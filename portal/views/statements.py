"""What the site says about itself: accessibility and how to report faults, personal data, the word list."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.fault_reports import receive_report
from portal.forms.fault_report import FaultReportForm
from portal.http import answer, read_only
from portal.models import SiteStatement
from portal.views.guarded import form_page, own, refuse, thank, was_new
from portal.word_list import ABBREVIATION_LIST, WORDS


@read_only
def accessibility(request: HttpRequest) -> HttpResponseBase:
    return _of_statement(request, "portal/accessibility.html")


@read_only
def privacy(request: HttpRequest) -> HttpResponseBase:
    return _of_statement(request, "portal/privacy.html")


@read_only
def word_list(request: HttpRequest) -> HttpResponseBase:
    context = {"abbreviations": ABBREVIATION_LIST, "words": WORDS}
    return answer(request, [], lambda: render(request, "portal/word_list.html", context))


@form_page
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
    return thank(reverse("portal:fault_thanks"), is_new=is_new)


@read_only
def fault_thanks(request: HttpRequest) -> HttpResponse:
    """To who has sent the form; others get the form."""
    if (is_new := was_new(request)) is None:
        return redirect("portal:fault_report")
    context = {"statement": SiteStatement.objects.current(), "is_again": not is_new}
    return own(render(request, "portal/fault_thanks.html", context))


def _of_statement(request: HttpRequest, template: str) -> HttpResponseBase:
    statement = SiteStatement.objects.current()
    made_of = [statement.updated_at]
    return answer(request, made_of, lambda: render(request, template, {"statement": statement}))


def _refuse(request: HttpRequest, form: FaultReportForm) -> int:
    return refuse(
        request,
        form,
        about="fault-report",
        elsewhere=_("Anmälan kom från en annan webbplats. Läs igenom den och skicka den härifrån."),
        too_many=_(
            "Det har kommit många anmälningar från din uppkoppling. Det du skrev finns kvar: vänta "
            "tio minuter och skicka igen."
        ),
    )


def _form_page(request: HttpRequest, form: FaultReportForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "statement": SiteStatement.objects.current()}
    return own(render(request, "portal/fault_report.html", context, status=status))
