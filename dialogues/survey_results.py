"""From the answers to a closed survey to what may be told of them."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from dialogues.answering import questions_by_version, sheets_of
from dialogues.models import Dialogue, DialogueEdition, Survey, SurveyResults
from dialogues.results import compile_results
from portal import swedish
from portal.days import today
from portal.exceptions import DomainError
from portal.models import User
from portal.rights import require_editor


class ResultsRefused(DomainError):
    """The text says why nothing can be compiled, or thrown away, now."""


@transaction.atomic
def compile_survey(*, dialogue: Dialogue, by: User, on: dt.date | None = None) -> SurveyResults:
    """Compile the answers, again if that was done before. Once results have been out they stay as they are:
    two different sets of tables about the same answers could be subtracted from each other. ``on`` is a past
    day, for surveys brought in from before the portal."""
    dialogue = _locked(dialogue, by)
    if reason := why_not_compiled(dialogue):
        raise ResultsRefused(reason)
    results = compile_results(
        questions_by_version(dialogue),
        sheets_of(dialogue),
        asked=dialogue.asked,
        asked_whom=dialogue.asked_whom,
        on=on or today(),
    )
    compiled = {
        "document": results.model_dump(mode="json"),
        "compiled_at": timezone.now(),
        "compiled_by": by,
    }
    found, _is_new = SurveyResults.objects.update_or_create(dialogue=dialogue, defaults=compiled)
    return found


@transaction.atomic
def discard_results(*, dialogue: Dialogue, by: User) -> None:
    """Throw away what was compiled, so that the survey can be opened again."""
    dialogue = _locked(dialogue, by)
    if reason := why_fixed(dialogue):
        raise ResultsRefused(reason)
    SurveyResults.objects.filter(dialogue=dialogue).delete()


def why_not_compiled(dialogue: Dialogue) -> str:
    """As a Swedish sentence; empty when the answers may be compiled."""
    survey = Survey.objects.filter(dialogue=dialogue).first()
    if survey is None:
        return "Dialogen har ingen enkät."
    editions = DialogueEdition.objects.of_dialogue(dialogue)
    out = editions.current_or_coming().with_survey()
    closes_at = max([survey.closes_at, *(edition.survey_closes_at for edition in out)])
    if closes_at > timezone.now():
        moment = swedish.moment(timezone.localtime(closes_at))
        return f"Enkäten stänger {moment}. Svaren går att sammanställa efter det."
    if not editions.out().with_survey().exists():
        return "Enkäten har inte publicerats, så ingen har kunnat svara."
    return why_fixed(dialogue)


def why_fixed(dialogue: Dialogue) -> str:
    """Why results may no longer be made anew; empty when they may."""
    released = DialogueEdition.objects.of_dialogue(dialogue).out_or_scheduled().with_results()
    if released.exists():
        return (
            "Resultatet är publicerat eller schemalagt. Det räknas inte om: två resultat av samma svar kan "
            "avslöja vad enskilda har svarat."
        )
    return ""


def _locked(dialogue: Dialogue, by: User) -> Dialogue:
    dialogue = Dialogue.objects.select_for_update(of=("self",)).get(pk=dialogue.pk)
    require_editor(by, dialogue.partnership)
    return dialogue
