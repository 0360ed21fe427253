"""Periods: the list of all, and one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.days import today
from portal.models import Partnership
from promises.models import PeriodEdition
from promises.reading import PeriodReading
from promises.views.pages import current_edition, promise_page


@promise_page
def period_list(request: HttpRequest, place: Partnership) -> HttpResponse:
    editions = PeriodEdition.objects.of_place(place).current().for_reading()
    periods = [PeriodReading.of(edition, on=today()) for edition in editions]
    return render(request, "promises/period_list.html", {"place": place, "periods": periods})


@promise_page
def period_detail(request: HttpRequest, place: Partnership, period: str) -> HttpResponse:
    reading = PeriodReading.of(current_edition(place, period), on=today())
    return render(request, "promises/period_detail.html", {"place": place, "period": reading})
