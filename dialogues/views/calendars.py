"""Dialogues as iCalendar: what is to come, and each by itself."""

from django.http import HttpRequest, HttpResponse

from dialogues.ical import CONTENT_TYPE, calendar
from dialogues.models import DialogueEdition
from dialogues.views.pages import current_edition, dialogue_page
from portal.days import today
from portal.models import Partnership


@dialogue_page
def place_calendar(request: HttpRequest, place: Partnership) -> HttpResponse:
    """Those that are over have left it, also from the calendars that subscribe."""
    coming = DialogueEdition.objects.of_place(place).current().coming(on=today())
    return HttpResponse(calendar(place, coming), content_type=CONTENT_TYPE)


@dialogue_page
def dialogue_calendar(request: HttpRequest, place: Partnership, dialogue: str) -> HttpResponse:
    edition = current_edition(DialogueEdition.objects.for_dialogue(place, dialogue))
    return HttpResponse(calendar(place, [edition]), content_type=CONTENT_TYPE)
