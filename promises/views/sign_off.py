"""The page behind a personal link: one frozen text, what is new in it, and two answers.

Reading changes nothing, since mail scanners follow links too. There is no account and no cookie: the address
itself is the proof.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.days import today
from portal.exceptions import DomainError
from portal.forms.publishing import SendBackForm, SignForm
from promises.differences import differences
from promises.enums import LinkStanding
from promises.models import PeriodEdition, SignatureRequest
from promises.publishing import send_back_by_link, sign_by_link
from promises.reading import PeriodReading

PRIVATE = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


@csrf_exempt  # nobody else can know the address; and without a referrer Django would refuse the form
@require_http_methods(["GET", "HEAD", "POST"])
def sign_off(request: HttpRequest, token: str) -> HttpResponse:
    asked = get_object_or_404(SignatureRequest.objects.with_token(token).for_page())
    if asked.standing != LinkStanding.OPEN:
        return _closed(request, asked)
    if request.method != "POST":
        return _page(request, asked, _sign_form(asked), SendBackForm())
    is_signing = "godkann" in request.POST
    sign = SignForm(request.POST) if is_signing else _sign_form(asked)
    back = SendBackForm() if is_signing else SendBackForm(request.POST)
    if not (sign if is_signing else back).is_valid():
        return _page(request, asked, sign, back, status=422)
    try:
        if is_signing:
            edition = sign_by_link(request=asked, **sign.cleaned_data)
        else:
            edition = send_back_by_link(request=asked, **back.cleaned_data)
    except DomainError:  # answered in another window a moment ago
        return _closed(request, SignatureRequest.objects.for_page().get(pk=asked.pk))
    context = {"asked": asked, "edition": edition, "is_signed": is_signing}
    return _private(render(request, "promises/sign_off_done.html", context))


def _sign_form(asked: SignatureRequest) -> SignForm:
    return SignForm(initial={"name": asked.signatory.name, "title": asked.signatory.title})


def _page(
    request: HttpRequest,
    asked: SignatureRequest,
    sign: SignForm,
    back: SendBackForm,
    *,
    status: int = 200,
) -> HttpResponse:
    edition = asked.edition
    public = PeriodEdition.objects.of_period(edition.period).current().first()
    context = {
        "asked": asked,
        "edition": edition,
        "place": edition.partnership,
        "period": PeriodReading(edition.content, today()),
        "public": public,
        "changes": differences(public.content, edition.content) if public else [],
        "sign_form": sign,
        "back_form": back,
    }
    return _private(render(request, "promises/sign_off.html", context, status=status))


def _closed(request: HttpRequest, asked: SignatureRequest) -> HttpResponse:
    """What has become of the link, without the text; and the comment that came too late, to be copied."""
    comment = request.POST.get("comment", "").strip()
    context = {"asked": asked, "standing": asked.standing, "comment": comment}
    return _private(render(request, "promises/sign_off_closed.html", context, status=410))


def _private(response: HttpResponse) -> HttpResponse:
    for name, value in PRIVATE.items():
        response.headers[name] = value
    return response
