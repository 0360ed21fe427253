"""The editions of a period: all, one as it stood, the stored document, and what differs between two."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.documents import canonical
from portal.models import Partnership
from promises.differences import differences
from promises.models import PeriodEdition
from promises.reading import PeriodReading
from promises.views.pages import promise_page, raise_if_withdrawn


@promise_page
def edition_list(request: HttpRequest, place: Partnership, period: str) -> HttpResponse:
    released = (
        PeriodEdition.objects.for_period(place, period).out().with_sign_offs().with_has_current()
    )
    editions = list(released.without_documents().newest_first())
    if not editions:
        raise Http404
    return render(request, "promises/edition_list.html", {"place": place, "editions": editions})


@promise_page
def edition_detail(
    request: HttpRequest, place: Partnership, period: str, number: int
) -> HttpResponse:
    [edition] = public_editions(place, period, number)
    reading = PeriodReading.of(edition, on=timezone.localdate(edition.told_at))
    return render(request, "promises/edition_detail.html", {"place": place, "period": reading})


@promise_page
def edition_difference(
    request: HttpRequest, place: Partnership, period: str, numbers: tuple[int, int]
) -> HttpResponse:
    """Older first whichever way the address has them."""
    older, newer = public_editions(place, period, *sorted(numbers))
    context = {
        "place": place,
        "older": older,
        "newer": newer,
        "changes": differences(older.content, newer.content),
    }
    return render(request, "promises/edition_difference.html", context)


@promise_page
def edition_document(
    request: HttpRequest, place: Partnership, period: str, number: int
) -> HttpResponse:
    """The stored document itself, in the form that its SHA-256 is taken over."""
    [edition] = public_editions(place, period, number)
    return HttpResponse(canonical(edition.document), content_type="application/json")


def public_editions(place: Partnership, period: str, *numbers: int) -> list[PeriodEdition]:
    """The editions with these numbers, each number one edition; 404, or 410 if one was withdrawn."""
    editions = PeriodEdition.objects.for_period(place, period).numbered(*numbers)
    found = list(editions.public().for_reading().with_has_current().order_by("number"))
    if not numbers or len(found) == len(set(numbers)) == len(numbers):
        return found
    raise_if_withdrawn(editions.withdrawn().first())
    raise Http404
