"""From draft to public text: the page of a period, and the page of one frozen edition."""

from django.contrib import admin, messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.exceptions import DomainError
from portal.models import User
from promises.admin.edition_acts import ACTS, Attempt, available
from promises.admin.edition_page import EditionPage
from promises.admin.publish_page import PublishPage
from promises.forms.publishing import ProposalForm
from promises.models import PeriodEdition, PromisePeriod
from promises.publishing import propose


class EditorRequest(HttpRequest):
    user: User


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: EditorRequest, period: int) -> HttpResponse:
    """What has changed, and the form that freezes it and asks the parties."""
    found = get_object_or_404(PromisePeriod.objects.editable_by(request.user), pk=period)
    page = PublishPage(found)
    if request.method != "POST":
        return _publish_page(request, page, ProposalForm())
    form = ProposalForm(request.POST)
    if form.is_valid():
        try:
            seen = request.POST.get("seen", "")
            edition = propose(period=found, by=request.user, seen=seen, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, proposed(edition))
            return redirect("promises_admin:edition", period, edition.pk)
    return _publish_page(request, page, form, status=422)


def proposed(edition: PeriodEdition) -> str:
    if edition.is_public:
        return _("Texten är publicerad.")
    if edition.published_at:
        return _("Texten är fryst och publiceras vid den valda tiden.")
    return _("Texten är fryst. De som ska godkänna har fått brev.")


def _publish_page(
    request: EditorRequest, page: PublishPage, form: ProposalForm, *, status: int = 200
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": _("Publicera %(period)s") % {"period": page.period},
        "page": page,
        "form": form,
    }
    return render(request, "admin/publish.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def edition(request: EditorRequest, period: int, edition: int) -> HttpResponse:
    """One frozen text: who has signed, and what can be done with it by the one who looks."""
    editions = PeriodEdition.objects.editable_by(request.user).with_sign_offs()
    found = get_object_or_404(editions.for_admin(), period=period, pk=edition)
    if request.method != "POST":
        return _edition_page(request, found)
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise BadRequest("unknown act")
    if not act.is_open(found, request.user):
        messages.error(request, _too_late(found))
        return redirect("promises_admin:edition", period, edition)
    attempt = Attempt(act, found, request.user, request.POST)
    if attempt.form.is_valid():
        try:
            messages.success(request, act.run(found, request.user, attempt.form.cleaned_data))
        except DomainError as refusal:
            attempt.form.add_error(None, str(refusal))
        else:
            return redirect("promises_admin:edition", period, edition)
    return _edition_page(request, found, attempt)


def _too_late(edition: PeriodEdition) -> str:
    state = edition.get_state_display()
    return _("Det går inte att göra nu: utgåvan är %(state)s.") % {"state": state}


def _edition_page(
    request: EditorRequest, edition: PeriodEdition, attempt: Attempt | None = None
) -> HttpResponse:
    """``attempt`` is what was posted and did not go through; it stands as it was typed."""
    attempts = [
        attempt if attempt and attempt.act is act else Attempt(act, edition, request.user)
        for act in available(edition, request.user)
    ]
    context = {
        **admin.site.each_context(request),
        "title": str(edition),
        "page": EditionPage(edition),
        "attempts": attempts,
        "failed": attempt,
    }
    return render(request, "admin/edition.html", context, status=422 if attempt else 200)
