"""Atom feeds of a place and of one promise."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.models import Partnership
from promises.feeds import Atom, atom, place_entries, promise_entries
from promises.models import PeriodEdition
from promises.views.pages import promise_and_dialogue_page, promise_page, raise_if_withdrawn


@promise_and_dialogue_page
def place_feed(request: HttpRequest, place: Partnership) -> HttpResponse:
    feed = atom(
        place=place,
        title=_("Medborgarlöften för %s") % place.name,
        page=place.get_absolute_url(),
        feed=request.path,
        entries=place_entries(place),
    )
    return HttpResponse(feed, content_type=Atom.content_type)


@promise_page
def promise_feed(
    request: HttpRequest, place: Partnership, period: str, promise: str
) -> HttpResponse:
    """One statement brings all editions of the period, the one in force among them."""
    editions = list(PeriodEdition.objects.for_period(place, period).out().order_by("number"))
    in_force = [e for e in editions if e.is_public and not e.is_superseded]
    if not in_force:
        raise_if_withdrawn(next((e for e in reversed(editions) if e.withdrawn_at), None))
        raise Http404
    document = in_force[-1].content
    if (found := document.promise(promise)) is None:
        raise Http404
    page = reverse("promises:promise_detail", args=[place.slug, period, promise])
    area = document.area_of(found)
    feed = atom(
        place=place,
        title=_("%(heading)s %(label)s, medborgarlöfte för %(place)s")
        % {
            "heading": area.heading if area else _("Löfte"),
            "label": document.label,
            "place": place.name,
        },
        page=page,
        feed=request.path,
        entries=promise_entries(place, found, editions, page),
    )
    return HttpResponse(feed, content_type=Atom.content_type)
