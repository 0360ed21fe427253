""" "Så gick det": the report on one period."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.days import today
from portal.models import Partnership
from promises.models import PeriodEdition
from promises.reading import PeriodReading
from promises.views.pages import current_edition, promise_page


@promise_page
def follow_up_latest(request: HttpRequest, place: Partnership) -> HttpResponse:
    """The newest period that has been reported on; before any has, the page says so."""
    edition = PeriodEdition.objects.of_place(place).current().followed_up().for_reading().first()
    return _follow_up(request, place, edition)


@promise_page
def follow_up_detail(request: HttpRequest, place: Partnership, period: str) -> HttpResponse:
    return _follow_up(request, place, current_edition(place, period))


def _follow_up(
    request: HttpRequest, place: Partnership, edition: PeriodEdition | None
) -> HttpResponse:
    period = PeriodReading.of(edition, on=today()) if edition else None
    return render(request, "promises/follow_up_detail.html", {"place": place, "period": period})
