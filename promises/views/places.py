"""A partnership's own page: the promises in force now, then how it went last time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dialogues.models import DialogueEdition
from dialogues.offers import Offers
from portal.days import today
from portal.http import place_page
from portal.models import Partnership
from promises.models import PeriodEdition
from promises.reading import PlaceReading


@place_page(stamped=(PeriodEdition.objects.stamp, DialogueEdition.objects.offers))
def partnership_detail(request: HttpRequest, place: Partnership) -> HttpResponse:
    editions = PeriodEdition.objects.of_place(place).current().for_reading()
    context = {
        "place": place,
        "reading": PlaceReading.of(editions, on=today()),
        "offers": Offers.of(place),
    }
    return render(request, "promises/partnership_detail.html", context)
