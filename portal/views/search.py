"""Search: over all places, and within one. As you type with htmx, the same page without."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.http import replace_url

from portal.days import today
from portal.forms.search import SearchForm
from portal.http import answer, place_page, read_only, wants_fragment
from portal.models import Partnership, SearchEntry

MOST_PAGES = 1000


@read_only
def search(request: HttpRequest) -> HttpResponseBase:
    places: list[Any] = list(
        SearchEntry.objects.choices_stamp(Partnership.objects.public(on=today()))
    )
    made_of = [(place.pk, place.name, place.searchchoices_stamp) for place in places]
    return answer(request, made_of, lambda: _page(request, places))


@place_page(stamped=SearchEntry.objects.choices_stamp)
def place_search(request: HttpRequest, place: Partnership) -> HttpResponse:
    return _page(request, [place], place=place)


def _page(
    request: HttpRequest, places: Sequence[Partnership], *, place: Partnership | None = None
) -> HttpResponse:
    form = SearchForm(request.GET, places=places, is_one_place=place is not None)
    found = form.search(_page_number(request))
    is_fragment = wants_fragment(request)
    context = {
        "form": form,
        "found": found,
        "instead_query": form.query_with(found.instead),
        "place": place,
        "address": request.path,
        "layout": "layout/place.html" if place else "base.html",
    }
    template = "portal/search.html" + ("#search-results" if is_fragment else "")
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return replace_url(response, f"{request.path}?{form.query}") if is_fragment else response


def _page_number(request: HttpRequest) -> int:
    typed = request.GET.get("sida", "")
    return min(max(int(typed), 1), MOST_PAGES) if typed.isdecimal() and len(typed) < 6 else 1
