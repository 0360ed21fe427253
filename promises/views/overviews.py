"""Overviews: one place's promises across periods, and what is due and promised in all open places."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from portal.days import today
from portal.http import answer, read_only
from portal.models import Partnership
from promises.documents import PeriodDocument
from promises.models import PeriodEdition
from promises.overviews import due, following, national, outline, parties, standing
from promises.views.pages import promise_page

SHOWN_FIRST = 5
PER_PAGE = 25


def documents_of(place: Partnership) -> list[PeriodDocument]:
    """The texts in force of all the place's periods, newest first."""
    editions = PeriodEdition.objects.of_place(place).current().newest_first()
    return [edition.content for edition in editions]


@promise_page
def overview(request: HttpRequest, place: Partnership) -> HttpResponse:
    documents = documents_of(place)
    waiting = due.due_next(documents, on=today())
    context = {
        "place": place,
        "periods": documents,
        "dues": waiting[:SHOWN_FIRST],
        "due_count": len(waiting),
        "themes": following.by_theme(documents),
        "groups": standing.by_standing(documents, on=today()),
    }
    return render(request, "promises/overview.html", context)


@promise_page
def overview_themes(request: HttpRequest, place: Partnership) -> HttpResponse:
    themes = following.by_theme(documents_of(place))
    return render(request, "promises/overview_themes.html", {"place": place, "themes": themes})


@promise_page
def overview_status(request: HttpRequest, place: Partnership) -> HttpResponse:
    documents = documents_of(place)
    context = {
        "place": place,
        "groups": standing.by_standing(documents, on=today()),
        "actions": standing.actions_by_status(documents),
    }
    return render(request, "promises/overview_status.html", context)


@promise_page
def overview_due(request: HttpRequest, place: Partnership) -> HttpResponse:
    dues = due.due_next(documents_of(place), on=today())
    return render(request, "promises/overview_due.html", {"place": place, "dues": dues})


@promise_page
def overview_parties(request: HttpRequest, place: Partnership) -> HttpResponse:
    periods = parties.by_party(documents_of(place))
    return render(request, "promises/overview_parties.html", {"place": place, "periods": periods})


@read_only
def overview_all(request: HttpRequest) -> HttpResponseBase:
    """What is due next in all open places, and what they promise by theme."""
    editions = PeriodEdition.objects.current().of_open_places(on=today()).unfinished(on=today())

    def build() -> HttpResponse:
        documents = [outline.opened(edition.outline) for edition in editions.in_outline()]
        dues = due.due_next(documents, on=today())
        context = {
            "page": Paginator(dues, PER_PAGE).get_page(request.GET.get("sida")),
            "themes": national.theme_counts(national.in_force(documents, on=today())),
        }
        return render(request, "promises/overview_all.html", context)

    return answer(request, editions.for_stamp(), build)


@read_only
def overview_theme(request: HttpRequest, theme: str) -> HttpResponseBase:
    """The promises in force on one theme, in all open places."""
    if (found := national.THEME_WORDS.get(theme)) is None:
        raise Http404
    editions = PeriodEdition.objects.current().of_open_places(on=today()).unfinished(on=today())

    def build() -> HttpResponse:
        documents = [outline.opened(edition.outline) for edition in editions.in_outline()]
        placed = [p for p in national.in_force(documents, on=today()) if p.theme == found]
        context = {
            "theme": found,
            "page": Paginator(placed, PER_PAGE).get_page(request.GET.get("sida")),
            "themes": national.theme_counts(national.in_force(documents, on=today())),
        }
        return render(request, "promises/overview_theme.html", context)

    return answer(request, editions.for_stamp(), build)
