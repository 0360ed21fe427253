"""The answers of the pages from draft to public text, the same for everything that is published."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from portal.admin.edition_acts import Act, Attempt, available, is_candidate
from portal.admin.edition_pages import EditionPage, PublishPage
from portal.admin.entrance import EditorRequest
from portal.exceptions import DomainError
from portal.forms.publishing import ProposalForm
from portal.models import Edition


def answer_publish(
    request: EditorRequest,
    page: PublishPage[Any],
    form_class: type[ProposalForm],
    propose: Callable[..., Edition],
) -> HttpResponse:
    """What has changed, and the form that freezes it and asks the parties."""
    if request.method != "POST":
        return _publish_page(request, page, form_class())
    form = form_class(request.POST)
    if form.is_valid():
        try:
            seen = request.POST.get("seen", "")
            edition = propose(by=request.user, seen=seen, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _proposed(edition))
            return redirect(edition.admin_url)
    return _publish_page(request, page, form, status=422)


def _proposed(edition: Edition) -> str:
    if edition.is_public:
        return _("Texten är publicerad.")
    if edition.published_at:
        return _("Texten är fryst och publiceras vid den valda tiden.")
    return _("Texten är fryst. De som ska godkänna har fått brev.")


def _publish_page(
    request: EditorRequest, page: PublishPage[Any], form: ProposalForm, *, status: int = 200
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": _("Publicera %(what)s") % {"what": page.subject},
        "page": page,
        "form": form,
    }
    return render(request, page.template, context, status=status)


def answer_edition(
    request: EditorRequest, page: EditionPage, acts: Mapping[str, Act]
) -> HttpResponse:
    """One frozen text: who has signed, and what can be done with it by the one who looks."""
    edition = page.edition
    if request.method != "POST":
        return _edition_page(request, page, acts)
    act = acts.get(request.POST.get("act", ""))
    if act is None:
        raise BadRequest("unknown act")
    attempt = Attempt(act, edition, request.user, request.POST)
    if not attempt.is_open:
        attempt.refusal = _too_late(edition)
    elif attempt.form.is_valid():
        try:
            messages.success(request, act.run(edition, request.user, attempt.form.cleaned_data))
        except DomainError as refusal:
            edition.refresh_from_db()  # somebody else may have been first
            attempt.form.add_error(None, str(refusal))
            attempt.refusal = "" if attempt.is_open else str(refusal)
        else:
            return redirect(edition.admin_url)
    return _edition_page(request, page, acts, attempt)


def _too_late(edition: Edition) -> str:
    if is_candidate(edition):
        return _(
            "Det går inte att göra nu: parten kan redan ha godkänt, eller så saknar du behörighet."
        )
    state = edition.get_state_display()
    return _("Det går inte att göra nu: utgåvan är %(state)s.") % {"state": state}


def _edition_page(
    request: EditorRequest,
    page: EditionPage,
    acts: Mapping[str, Act],
    attempt: Attempt | None = None,
) -> HttpResponse:
    """``attempt`` is what was posted and did not go through; it stands as it was typed, by itself when the
    act is no longer open."""
    attempts = [
        attempt if attempt and attempt.act is act else Attempt(act, page.edition, request.user)
        for act in available(acts, page.edition, request.user)
    ]
    context = {
        **admin.site.each_context(request),
        "title": str(page.edition),
        "page": page,
        "attempts": attempts,
        "failed": attempt,
    }
    return render(request, page.template, context, status=422 if attempt else 200)
