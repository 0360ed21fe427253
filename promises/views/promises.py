"""One promise, from what was said to how it went."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from portal.days import today
from portal.models import Partnership
from promises.models import PeriodEdition
from promises.reading import PeriodReading
from promises.views.pages import edition_in_force, promise_and_dialogue_page


@promise_and_dialogue_page
def promise_detail(
    request: HttpRequest, place: Partnership, period: str, promise: str
) -> HttpResponse:
    editions = PeriodEdition.objects.for_period(place, period).with_findings().with_readable()
    reading = PeriodReading.of(edition_in_force(editions), on=today())
    found = reading.promise(promise)
    if found is None:
        raise Http404
    context = {"place": place, "period": reading, "promise": found}
    return render(request, "promises/promise_detail.html", context)
