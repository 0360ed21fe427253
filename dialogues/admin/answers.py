"""The answers to a survey: how many there are, the tables that will be public, and the words that people
wrote, which are read here, told in the editor's own words, and deleted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import BadRequest
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dialogues import survey_results
from dialogues.admin.ways import of_dialogue
from dialogues.answering import questions_by_version
from dialogues.answers import AnswerGone, deal_with, take_up_again
from dialogues.deletion import delete_text, texts_leave_on
from dialogues.freeze import freeze
from dialogues.models import Answer, Dialogue, DialogueEdition, Survey, SurveyResults
from dialogues.reading import DialogueReading
from dialogues.reading_results import Earlier
from portal.admin.entrance import EditorRequest, unindexed
from portal.exceptions import DomainError
from portal.keys import key_from

PER_PAGE = 30
WORDS = "#ord"
TABLES = "#resultat"


class AnswersPage:
    def __init__(self, dialogue: Dialogue, number: str | None) -> None:
        self.dialogue, self.number = dialogue, number

    @cached_property
    def survey(self) -> Survey:
        found: Survey = self.dialogue.survey
        return found

    @cached_property
    def answered(self) -> int:
        return self.dialogue.responses.count()

    @cached_property
    def current(self) -> DialogueEdition | None:
        found: DialogueEdition | None = (
            DialogueEdition.objects.of_dialogue(self.dialogue).current().with_survey().first()
        )
        return found

    @cached_property
    def why_not_compiled(self) -> str:
        return survey_results.why_not_compiled(self.dialogue)

    @cached_property
    def compiled(self) -> SurveyResults | None:
        found = SurveyResults.objects.filter(dialogue=self.dialogue)
        return found.select_related("compiled_by").first()

    @cached_property
    def reading(self) -> DialogueReading:
        """The very tables that residents will read, beside earlier years'."""
        editions = DialogueEdition.objects.of_dialogue(self.dialogue).current().with_survey()
        edition = editions.with_earlier_results().first()
        earlier = tuple(Earlier.of(values) for values in edition.earlier_results) if edition else ()
        return DialogueReading(freeze(self.dialogue), timezone.now(), earlier=earlier)

    @property
    def is_fixed(self) -> bool:
        return bool(survey_results.why_fixed(self.dialogue))

    @cached_property
    def asked(self) -> dict[str, str]:
        """Every question that has been asked, by its key."""
        versions = questions_by_version(self.dialogue)
        return {
            question.key: question.text
            for number in sorted(versions)
            for question in versions[number]
        }

    @cached_property
    def texts(self) -> Page[Any]:
        """What people wrote, by question; what has been dealt with comes last. Within a question in no
        order that tells who wrote what else, or when."""
        found = Answer.objects.in_words().of_dialogue(self.dialogue)
        ordered = found.order_by("is_dealt_with", "question_key", "text", "pk")
        page: Page[Any] = Paginator(ordered, PER_PAGE).get_page(self.number)
        for answer in page.object_list:
            answer.question_text = self.asked.get(answer.question_key, answer.question_key)
        return page

    @cached_property
    def leave_on(self) -> Any:
        return texts_leave_on(self.dialogue)


@dataclass(frozen=True)
class Act:
    """``run`` answers with what was done; ``back`` is where on the page it was done."""

    run: Callable[[EditorRequest, Dialogue], str]
    back: str


def _compile(request: EditorRequest, dialogue: Dialogue) -> str:
    survey_results.compile_survey(dialogue=dialogue, by=request.user)
    return _("Svaren är sammanställda. Läs igenom tabellerna: de är precis de som blir publika.")


def _discard(request: EditorRequest, dialogue: Dialogue) -> str:
    survey_results.discard_results(dialogue=dialogue, by=request.user)
    return _("Sammanställningen är borttagen. Svaren finns kvar.")


def _answer(request: EditorRequest, dialogue: Dialogue) -> Answer:
    key = key_from(request.POST.get("answer")) or 0
    found = Answer.objects.in_words().of_dialogue(dialogue).filter(pk=key).first()
    if found is None:
        raise AnswerGone
    return found


def _deal_with(request: EditorRequest, dialogue: Dialogue) -> str:
    deal_with(answer=_answer(request, dialogue), by=request.user)
    return _("Svaret är markerat som omhändertaget.")


def _take_up(request: EditorRequest, dialogue: Dialogue) -> str:
    take_up_again(answer=_answer(request, dialogue), by=request.user)
    return _("Svaret ligger bland dem som ska läsas.")


def _delete(request: EditorRequest, dialogue: Dialogue) -> str:
    delete_text(answer=_answer(request, dialogue), by=request.user)
    return _("Svaret är raderat.")


ACTS = {
    "compile": Act(_compile, TABLES),
    "discard": Act(_discard, TABLES),
    "deal-with": Act(_deal_with, WORDS),
    "take-up": Act(_take_up, WORDS),
    "delete": Act(_delete, WORDS),
}


@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: EditorRequest, dialogue: int) -> HttpResponse:
    """Editors of the place only. Nothing of it is kept by the browser."""
    dialogues = Dialogue.objects.editable_by(request.user).select_related("partnership", "survey")
    found = get_object_or_404(dialogues, pk=dialogue)
    if not hasattr(found, "survey"):
        raise Http404
    if request.method == "POST":
        return _act(request, found)
    page = AnswersPage(found, request.GET.get("sida"))
    context = {
        **admin.site.each_context(request),
        "title": _("Svaren på %(what)s") % {"what": found},
        "page": page,
    }
    return unindexed(render(request, "admin/dialogue_answers.html", context))


def _act(request: EditorRequest, dialogue: Dialogue) -> HttpResponse:
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise BadRequest("unknown act")
    try:
        messages.success(request, act.run(request, dialogue))
    except DomainError as refusal:
        messages.error(request, str(refusal))
    page = key_from(request.POST.get("sida"))
    query = f"?sida={page}" if page is not None and act.back == WORDS else ""
    return HttpResponseRedirect(f"{of_dialogue('answers', dialogue)}{query}{act.back}")
