"""oEmbed: a pasted address becomes a block or a link."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from portal.http import place_page, read_only
from portal.models import Partnership
from promises.forms.oembed import OEmbedForm
from promises.models import PeriodEdition
from promises.oembed import hosts, of_place, of_text, page_at
from promises.views.pages import current_edition


@read_only
def oembed(request: HttpRequest) -> HttpResponseBase:
    """400 for a question that cannot be read, 501 for any form but JSON, 404 for an address that is not a
    public page of ours, 410 for one that has been taken back."""
    form = OEmbedForm(request.GET)
    if not form.is_valid():
        wrong = {name: errors[0] for name, errors in form.errors.items()}
        return _refusal(400, " ".join(f"{name}: {error}" for name, error in wrong.items()))
    if form.cleaned_data["format"] not in ("", "json"):
        return _refusal(501, _("Svaret finns bara som JSON: skriv format=json."))
    try:
        page = page_at(form.cleaned_data["url"], hosts=hosts(request.get_host()))
        answered: HttpResponseBase = _answer(request, form=form, **page.kwargs)
    except Http404:
        return _refusal(404, _("Adressen är ingen sida här som kan bäddas in."))
    if answered.status_code == 410:
        return _refusal(410, _("Texten på den adressen är tillbakadragen."))
    return answered


@place_page(stamped=PeriodEdition.objects.stamp, has_query=True)
def _answer(
    request: HttpRequest,
    place: Partnership,
    form: OEmbedForm,
    period: str | None = None,
    promise: str | None = None,
) -> HttpResponse:
    if period is None:
        told = of_place(
            place,
            max_width=form.cleaned_data["maxwidth"],
            max_height=form.cleaned_data["maxheight"],
        )
    else:
        told = of_text(place, current_edition(place, period).content, promise)
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})


def _refusal(status: int, text: str) -> JsonResponse:
    return JsonResponse({"error": text}, status=status, json_dumps_params={"ensure_ascii": False})
