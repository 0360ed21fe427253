"""The dialogues of a place, and one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dialogues.models import DialogueEdition
from dialogues.reading import DialogueReading, PlaceDialogues
from dialogues.views.pages import current_edition, dialogue_page
from portal.models import Partnership


@dialogue_page
def dialogue_list(request: HttpRequest, place: Partnership) -> HttpResponse:
    editions = DialogueEdition.objects.of_place(place).current().newest_first()
    context = {"place": place, "dialogues": PlaceDialogues.of(editions, at=timezone.now())}
    return render(request, "dialogues/dialogue_list.html", context)


@dialogue_page
def dialogue_detail(request: HttpRequest, place: Partnership, dialogue: str) -> HttpResponse:
    editions = DialogueEdition.objects.for_dialogue(place, dialogue)
    edition = current_edition(editions.for_reading().with_earlier_results())
    context = {"place": place, "dialogue": DialogueReading.of(edition, at=timezone.now())}
    return render(request, "dialogues/dialogue_detail.html", context)
