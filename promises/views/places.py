"""A partnership's own page: the promises in force now, then how it went last time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.days import today
from portal.models import Partnership
from promises.models import PeriodEdition
from promises.reading import PlaceReading
from promises.views.pages import promise_page


@promise_page
def partnership_detail(request: HttpRequest, place: Partnership) -> HttpResponse:
    editions = PeriodEdition.objects.of_place(place).current().for_reading()
    reading = PlaceReading.of(editions, on=today())
    return render(request, "promises/partnership_detail.html", {"place": place, "reading": reading})
