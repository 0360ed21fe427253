"""The first page: which places there are."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from portal import swedish
from portal.days import today
from portal.http import answer, read_only
from portal.models import Partnership


@read_only
def start(request: HttpRequest) -> HttpResponseBase:
    """With a single partnership the reader is taken straight to it."""
    places = sorted(
        Partnership.objects.public(on=today()).with_offers(),
        key=lambda place: swedish.sort_key(place.name),
    )
    if len(places) == 1:
        return redirect(places[0])
    made_of = [(p.pk, p.updated_at, p.party_list, p.period_list) for p in places]
    return answer(
        request, made_of, lambda: render(request, "portal/start.html", {"places": places})
    )
