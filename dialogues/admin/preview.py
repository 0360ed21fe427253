"""What residents will see, in their own templates, for those who may see it: the draft as it stands now, or a
frozen edition. Never indexed, never kept; and the survey takes no answers."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from dialogues.admin.ways import of_dialogue
from dialogues.documents import DialogueDocument
from dialogues.forms.survey import SurveyForm
from dialogues.freeze import freeze
from dialogues.models import Dialogue, DialogueEdition
from dialogues.models.edition import ENTRY_FIELDS
from dialogues.reading import DialogueReading
from portal.admin.entrance import EditorRequest, unindexed
from portal.days import today
from portal.models import Partnership, SearchEntry


@require_safe
def preview_dialogue(request: EditorRequest, dialogue: int) -> HttpResponse:
    found = _dialogue(request, dialogue)
    return _preview(request, found, freeze(found))


@require_safe
def preview_edition(request: EditorRequest, dialogue: int, edition: int) -> HttpResponse:
    found = _dialogue(request, dialogue)
    frozen = get_object_or_404(DialogueEdition.objects.of_dialogue(found), pk=edition)
    return _preview(request, found, frozen.content, frozen)


def _preview(
    request: EditorRequest,
    dialogue: Dialogue,
    document: DialogueDocument,
    frozen: DialogueEdition | None = None,
) -> HttpResponse:
    place = Partnership.objects.with_live_content(on=today()).get(pk=dialogue.partnership_id)
    keys = {link.key for link in document.promise_links}
    public = SearchEntry.objects.public().promises(place).filter(key__in=keys)
    entries = {str(entry["key"]): entry for entry in public.values(*ENTRY_FIELDS)}
    context = {
        "place": place,
        "dialogue": DialogueReading(document, timezone.now(), None, entries),
        "back": of_dialogue("publish", dialogue),
        "frozen": frozen,
    }
    return unindexed(render(request, "admin/preview_dialogue.html", context))


@csrf_exempt  # residents' form has no token, and here it changes nothing
@require_http_methods(["GET", "HEAD", "POST"])
def preview_survey(request: EditorRequest, dialogue: int) -> HttpResponse:
    """Sending it shows what residents would be told, and keeps nothing."""
    found = _dialogue(request, dialogue)
    document = freeze(found)
    if document.survey is None:
        raise Http404
    form = SurveyForm(document.survey, request.POST if request.method == "POST" else None)
    place = Partnership.objects.with_live_content(on=today()).get(pk=found.partnership_id)
    context: dict[str, Any] = {
        "place": place,
        "edition": _as_edition(found, document),
        "form": form,
        "shows_form": True,
        "is_right": form.is_bound and form.is_valid(),
        "back": of_dialogue("publish", found),
        "survey": found.survey,
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return unindexed(render(request, "admin/preview_survey.html", context, status=status))


def _as_edition(dialogue: Dialogue, document: DialogueDocument) -> DialogueEdition:
    """What the residents' page of a survey asks of an edition; it is never saved."""
    survey = document.survey
    return DialogueEdition(
        dialogue=dialogue,
        slug=document.slug,
        title=document.title,
        survey_opens_at=survey.opens_at if survey else None,
        survey_closes_at=survey.closes_at if survey else None,
    )


def _dialogue(request: EditorRequest, dialogue: int) -> Dialogue:
    return get_object_or_404(Dialogue.objects.editable_by(request.user), pk=dialogue)
