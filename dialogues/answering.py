"""Receiving answers to a survey, and reading them again for results.

Of the sender nothing is kept: no address, no browser, no account, and of the time only the day.
"""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues.documents import Question
from dialogues.models import Answer, Dialogue, DialogueEdition, Response
from dialogues.results import Given, Sheet
from portal.exceptions import DomainError


class SurveyNotOpen(DomainError):
    """Too early or too late; the text says which."""


@transaction.atomic
def record_answers(
    *, current: DialogueEdition, edition: DialogueEdition, form: str, given: Mapping[str, Given]
) -> bool:
    """Keep one respondent's answers. ``edition`` is the one whose questions were asked, ``current`` the one
    that says whether the survey is open now, ``form`` the hash of the form's own number. False if that form
    has been received before: then nothing is changed, the first answers stand."""
    require_open(current)
    survey = edition.content.survey
    if survey is None:
        raise SurveyNotOpen(_("Det finns ingen enkät att svara på."))
    response, is_new = Response.objects.get_or_create(
        form=form,
        defaults={
            "dialogue_id": edition.dialogue_id,
            "edition": edition,
            "survey_version": survey.version,
        },
    )
    if is_new:
        Answer.objects.bulk_create(
            Answer(
                response=response,
                question_key=key,
                choice_keys=list(answer.choices),
                number=answer.number,
                text=answer.text,
            )
            for key, answer in given.items()
        )
    return is_new


def require_open(current: DialogueEdition) -> None:
    if current.has_open_survey:
        return
    if current.survey_opens_at and timezone.now() < current.survey_opens_at:
        raise SurveyNotOpen(_("Enkäten har inte öppnat än."))
    raise SurveyNotOpen(_("Enkäten har stängt. Svaret togs inte emot."))


def sheets_of(dialogue: Dialogue) -> list[Sheet]:
    """Every response, for ``compile_results``."""
    return [
        Sheet(
            version=response.survey_version,
            answers={
                answer.question_key: Given(tuple(answer.choice_keys), answer.number)
                for answer in response.answers.all()
            },
        )
        for response in dialogue.responses.prefetch_related("answers")
    ]


def questions_by_version(dialogue: Dialogue) -> dict[int, tuple[Question, ...]]:
    """The questions of each version as they have been answered."""
    editions = DialogueEdition.objects.filter(responses__dialogue=dialogue).distinct()
    surveys = [edition.content.survey for edition in editions]
    return {survey.version: survey.questions for survey in surveys if survey}
