"""A place's promises as a block on somebody else's page: the only page of ours that may be framed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.csp import CSP
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override

from portal.days import today
from portal.models import Partnership
from promises.models import PeriodEdition
from promises.reading import PlaceReading
from promises.views.pages import promise_page

FRAMED: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.NONE],
    "frame-ancestors": ["*"],
    "style-src": [CSP.SELF],
}
"""Anybody may frame it: there is nothing to press in it that does anything, only ways to our own pages."""


@xframe_options_exempt
@csp_override(FRAMED)
@promise_page
def embedded(request: HttpRequest, place: Partnership) -> HttpResponse:
    editions = PeriodEdition.objects.of_place(place).current().for_reading()
    reading = PlaceReading.of(editions, on=today())
    return render(request, "promises/embedded.html", {"place": place, "reading": reading})
