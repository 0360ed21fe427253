"""The editions of a dialogue: all, one as it stood, and the stored document."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dialogues.models import DialogueEdition
from dialogues.reading import DialogueReading
from dialogues.views.pages import dialogue_page, public_edition
from portal import swedish
from portal.documents import canonical
from portal.models import Partnership


@dialogue_page
def edition_list(request: HttpRequest, place: Partnership, dialogue: str) -> HttpResponse:
    """A text that has been taken back is named by its day: its title went with it."""
    released = (
        DialogueEdition.objects.for_dialogue(place, dialogue)
        .out()
        .with_sign_offs()
        .with_has_current()
    )
    editions = list(released.without_documents().newest_first())
    if not editions:
        raise Http404
    readable = next((edition for edition in editions if edition.is_public), None)
    context = {
        "place": place,
        "editions": editions,
        "title": readable.title if readable else swedish.date(editions[0].starts_on),
    }
    return render(request, "dialogues/edition_list.html", context)


@dialogue_page
def edition_detail(
    request: HttpRequest, place: Partnership, dialogue: str, number: int
) -> HttpResponse:
    edition = public_edition(place, dialogue, number)
    reading = DialogueReading.of(edition, at=edition.told_at)
    return render(request, "dialogues/edition_detail.html", {"place": place, "dialogue": reading})


@dialogue_page
def edition_document(
    request: HttpRequest, place: Partnership, dialogue: str, number: int
) -> HttpResponse:
    """The stored document itself, in the form that its SHA-256 is taken over."""
    edition = public_edition(place, dialogue, number)
    return HttpResponse(canonical(edition.document), content_type="application/json")
