"""The whole chain of a period as a list: what was said, promised and done, and how it went."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.days import today
from portal.models import Partnership
from promises.chain import ChainReading
from promises.models import PeriodEdition
from promises.views.pages import edition_in_force, promise_and_dialogue_page


@promise_and_dialogue_page
def chain(request: HttpRequest, place: Partnership, period: str) -> HttpResponse:
    editions = PeriodEdition.objects.for_period(place, period).with_all_findings()
    reading = ChainReading.of(edition_in_force(editions.with_readable()), on=today())
    context = {"place": place, "chain": reading, "period": reading.period}
    return render(request, "promises/chain.html", context)
