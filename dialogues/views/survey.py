"""Answering a survey: one plain page, no script, no cookie."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues.answering import SurveyNotOpen, record_answers
from dialogues.forms.survey import SurveyForm
from dialogues.forms.token import FormToken
from dialogues.models import DialogueEdition
from portal.days import today
from portal.forms.guarded import TOKEN
from portal.http import read_only
from portal.models import Partnership
from portal.views.guarded import form_page, own, refuse, thank, was_new


@form_page
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
    return thank(reverse("dialogues:thanks", args=[place.slug, dialogue]), is_new=is_new)


@read_only
def thanks(request: HttpRequest, partnership: str, dialogue: str) -> HttpResponse:
    """To who has sent the survey; others get the survey, which says whether it is open."""
    place, edition = _survey_of(partnership, dialogue)
    if (is_new := was_new(request)) is None:
        return redirect("dialogues:answer", place.slug, dialogue)
    context = {"place": place, "edition": edition, "is_again": not is_new}
    return own(render(request, "dialogues/survey_done.html", context))


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
    if not current.has_open_survey:
        return 0  # record_answers says so, in its words
    return refuse(
        request,
        form,
        about=f"survey:{current.dialogue_id}",
        elsewhere=_("Svaret kom från en annan webbplats. Läs igenom det och skicka det härifrån."),
        too_many=_(
            "Det har kommit många svar från din uppkoppling. Dina svar finns kvar: vänta tio minuter "
            "och skicka igen."
        ),
    )


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
    return own(render(request, "dialogues/survey.html", context, status=status))
