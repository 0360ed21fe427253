"""Whom to call for what."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.utils.text import slugify

from portal.days import today
from portal.forms.contacts import ContactSearchForm
from portal.http import answer, answer_query, place_page, read_only, wants_fragment
from portal.models import Contact, Partnership
from portal.vcard import vcard

PER_PAGE = 40


@place_page()
def contact_list(request: HttpRequest, place: Partnership) -> HttpResponse:
    return render(request, "portal/contact_list.html", {"place": place})


@read_only
def contact_card(request: HttpRequest, partnership: str, contact: int) -> HttpResponseBase:
    """The contact as a vCard 3.0 file, which any phone can save."""
    contacts = Contact.objects.public(on=today()).of_place(partnership)
    found = get_object_or_404(contacts, pk=contact)
    card, name = vcard(found), slugify(f"{found.function} {found.partnership.slug}")
    headers = {"Content-Disposition": f'attachment; filename="{name}.vcf"'}
    content_type = "text/vcard; charset=utf-8"
    return answer_query(
        request, [card], lambda: HttpResponse(card, content_type=content_type, headers=headers)
    )


@read_only
def contact_search(request: HttpRequest) -> HttpResponseBase:
    """Look-up over all places: as you type with htmx, the same page without."""
    places = list(Partnership.objects.public(on=today()).with_live_content(on=today()))

    def build() -> HttpResponse:
        form = ContactSearchForm(request.GET, places=places)
        found = form.search()
        context = {
            "form": form,
            "found": found,
            "page": Paginator(found.all, PER_PAGE).get_page(request.GET.get("sida")),
            "instead_query": form.query_with(found.instead),
        }
        is_fragment = wants_fragment(request)
        template = "portal/contact_search.html" + ("#contact-results" if is_fragment else "")
        response = render(request, template, context)
        patch_vary_headers(response, ["HX-Request"])
        return response

    return answer(request, [place.live_stamp for place in places], build)
