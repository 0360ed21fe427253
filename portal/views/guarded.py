"""Pages with a form that anybody may send without an account (``portal.forms.guarded``), and their thanks."""

from collections.abc import Callable

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.form_token import OLDEST
from portal.forms.guarded import GuardedForm
from portal.senders import is_from_here, may_send

# Each form has a number of its own: no proxy may hand one reader's to another.
OWN = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}
RECEIPT = "kvitto"
SALT = "portal.receipt"


def form_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorates the view of such a form.

    No CSRF cookie, since readers get no cookie at all. Such a token protects a session, and here is none:
    nobody's rights are used by sending this form. The form's own signed token proves that it is ours, and the
    browser's Sec-Fetch-Site that no other site makes its visitors send it."""
    checked: Callable[..., HttpResponse] = require_http_methods(["GET", "HEAD", "POST"])(view)
    return csrf_exempt(checked)


def refuse(
    request: HttpRequest, form: GuardedForm, *, about: str, elsewhere: str, too_many: str
) -> int:
    """The status of what is wrong with this sending of a form that is right in itself; 0 if nothing is.
    ``about``: what a sender may only send so often. The other two are what to say."""
    if not is_from_here(request):
        form.add_error(None, elsewhere)
        return 422
    if not may_send(request, about):
        form.add_error(None, too_many)
        return 429
    return 0


def thank(address: str, *, is_new: bool) -> HttpResponseRedirect:
    """To the page of thanks, with a receipt that lasts for a day: nobody else is thanked."""
    receipt = signing.dumps(is_new, salt=SALT + address)
    return redirect(f"{address}?{RECEIPT}={receipt}")


def was_new(request: HttpRequest) -> bool | None:
    """Whether the form that led here had not been received before; None if none led here."""
    given, salt = request.GET.get(RECEIPT, ""), SALT + request.path
    try:
        return bool(signing.loads(given, salt=salt, max_age=OLDEST))
    except signing.BadSignature:
        return None


def own(response: HttpResponse) -> HttpResponse:
    for name, value in OWN.items():
        response.headers[name] = value
    return response
