"""One promise, from what was said to how it went."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from portal.days import today
from portal.models import Partnership
from promises.reading import PeriodReading
from promises.views.pages import current_edition, promise_page


@promise_page
def promise_detail(
    request: HttpRequest, place: Partnership, period: str, promise: str
) -> HttpResponse:
    reading = PeriodReading.of(current_edition(place, period), on=today())
    found = reading.promise(promise)
    if found is None:
        raise Http404
    context = {"place": place, "period": reading, "promise": found}
    return render(request, "promises/promise_detail.html", context)
