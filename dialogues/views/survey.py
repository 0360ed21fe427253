"""Answering a survey: one plain page, no script, no cookie."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from dialogues.answering import SurveyNotOpen, record_answers
from dialogues.forms.survey import SurveyForm
from dialogues.forms.token import FormToken
from dialogues.models import DialogueEdition
from portal.days import today
from portal.forms.guarded import TOKEN
from portal.models import Partnership
from portal.senders import is_from_here, may_send

# Each form has a number of its own: no proxy may hand one reader's to another.
AGAIN = "igen"
OWN = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}


# No CSRF cookie, since readers get no cookie at all. Such a token protects a session, and here is none:
# nobody's rights are used by sending this form. The form's own signed token proves that it is ours, and the
# browser's Sec-Fetch-Site that no other site makes its visitors send it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, partnership: str, dialogue: str) -> HttpResponse:
    place, current = _survey_of(partnership, dialogue)
    if request.method != "POST":
        return _page(request, place, current, _form(current))
    edition = _asked_by(request, current)
    form = _form(edition, request.POST)
    status = 422 if not form.is_valid() else _refuse(request, current, form)
    if status:
        return _page(request, place, current, form, status=status)
    try:
        is_new = record_answers(
            current=current, edition=edition, form=form.number, given=form.given()
        )
    except SurveyNotOpen as refusal:
        form.add_error(None, str(refusal))
        return _page(request, place, current, form, status=422)
    address = reverse("dialogues:thanks", args=[place.slug, dialogue])
    return redirect(address if is_new else f"{address}?{AGAIN}=1")


@require_safe
def thanks(request: HttpRequest, partnership: str, dialogue: str) -> HttpResponse:
    """``?igen=1``: the form had been received before, and the first answers stand."""
    place, edition = _survey_of(partnership, dialogue)
    context = {"place": place, "edition": edition, "is_again": AGAIN in request.GET}
    return _own(render(request, "dialogues/survey_done.html", context))


def _survey_of(partnership: str, dialogue: str) -> tuple[Partnership, DialogueEdition]:
    """The place with what its frame shows, and the edition in force, if it has a survey."""
    places = Partnership.objects.public(on=today()).with_live_content(on=today())
    place = get_object_or_404(places, slug=partnership)
    editions = DialogueEdition.objects.for_dialogue(place, dialogue).current()
    return place, get_object_or_404(editions.with_survey())


def _asked_by(request: HttpRequest, current: DialogueEdition) -> DialogueEdition:
    """The edition whose questions the sender has seen: a newer one may have come out while they wrote."""
    token = FormToken.read(request.POST.get(TOKEN, ""))
    if token is None or token.about == current.pk:
        return current
    editions = DialogueEdition.objects.of_dialogue(current.dialogue).public().with_survey()
    found: DialogueEdition = editions.in_bulk([token.about]).get(token.about, current)
    return found


def _form(edition: DialogueEdition, data: QueryDict | None = None) -> SurveyForm:
    survey = edition.content.survey
    if survey is None:
        raise Http404
    return SurveyForm(survey, data, edition=edition.pk)


def _refuse(request: HttpRequest, current: DialogueEdition, form: SurveyForm) -> int:
    """The status of what is wrong with this sending of a form that is right in itself; 0 if nothing is."""
    if not current.has_open_survey:
        return 0  # record_answers says so, in its words
    if not is_from_here(request):
        form.add_error(
            None,
            _("Svaret kom från en annan webbplats. Läs igenom det och skicka det härifrån."),
        )
        return 422
    if not may_send(request, f"survey:{current.dialogue_id}"):
        form.add_error(
            None,
            _(
                "Det har kommit många svar från din uppkoppling. Dina svar finns kvar: vänta tio minuter "
                "och skicka igen."
            ),
        )
        return 429
    return 0


def _page(
    request: HttpRequest,
    place: Partnership,
    edition: DialogueEdition,
    form: SurveyForm,
    *,
    status: int = 200,
) -> HttpResponse:
    """Closed or coming, the page says so; a form that was just sent is shown with all that was typed."""
    context = {
        "place": place,
        "edition": edition,
        "form": form,
        "is_coming": edition.survey_opens_at and timezone.now() < edition.survey_opens_at,
        "shows_form": form.is_bound or edition.has_open_survey,
    }
    return _own(render(request, "dialogues/survey.html", context, status=status))


def _own(response: HttpResponse) -> HttpResponse:
    for name, value in OWN.items():
        response.headers[name] = value
    return response
