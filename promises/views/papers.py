"""An edition and its report as PDF, for a council's papers and for archives.

A paper is a function of its edition alone: what it says of days is how it stood the day it was published.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.csp import csp_override

from portal import papers
from portal.http import place_page
from portal.models import Partnership
from promises.models import PeriodEdition
from promises.reading import PeriodReading
from promises.views.editions import public_editions
from promises.views.pages import current_edition

# Asked each time, so that only one copy is kept: the paper itself, not the answer.
paper_page = place_page(stamped=PeriodEdition.objects.stamp, has_query=True)


@paper_page
def period_paper(request: HttpRequest, place: Partnership, period: str) -> HttpResponse:
    return _period(request, current_edition(place, period))


@paper_page
def edition_paper(
    request: HttpRequest, place: Partnership, period: str, number: int
) -> HttpResponse:
    [edition] = public_editions(place, period, number)
    return _period(request, edition)


@paper_page
def follow_up_paper(request: HttpRequest, place: Partnership, period: str) -> HttpResponse:
    return _follow_up(request, current_edition(place, period))


@paper_page
def edition_follow_up_paper(
    request: HttpRequest, place: Partnership, period: str, number: int
) -> HttpResponse:
    [edition] = public_editions(place, period, number)
    return _follow_up(request, edition)


def _period(request: HttpRequest, edition: PeriodEdition) -> HttpResponse:
    return _paper(request, edition, "promises/period_paper.html", name="medborgarloften")


def _follow_up(request: HttpRequest, edition: PeriodEdition) -> HttpResponse:
    if not edition.has_follow_up:
        raise Http404
    return _paper(request, edition, "promises/follow_up_paper.html", name="sa-gick-det")


def _paper(
    request: HttpRequest, edition: PeriodEdition, template: str, *, name: str
) -> HttpResponse:
    if not papers.are_made():
        return render(request, "promises/paper_missing.html", {"edition": edition}, status=503)

    def words() -> str:
        day = timezone.localdate(edition.published_at)
        reading = PeriodReading.of(edition, on=day)
        return render_to_string(template, {"period": reading})

    replaced = edition.superseded_at if edition.is_superseded else None
    body = papers.kept((template, edition.pk, edition.sha256, replaced), words)
    document = edition.content
    file = f"{name}-{document.partnership_slug}-{document.slug}-utgava-{edition.number}.pdf"
    return _file(request, body, file)


@csp_override({})  # a page's rules have stopped browsers' own PDF viewers
def _file(request: HttpRequest, body: bytes, file: str) -> HttpResponse:
    response = HttpResponse(body, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{file}"'
    return response
