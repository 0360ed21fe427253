"""Deleting answers by the rule that those who answered were told.

Words of people's own go on the day that the survey's page named when they answered, or earlier if a later
edition names an earlier day. All other answers go when the results have been published and a year has passed
since the survey closed: until then nobody knows whether the tables must be made anew.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from dialogues.models import Answer, Dialogue, DialogueEdition, Response
from portal import swedish
from portal.models import User
from portal.rights import require_editor

RAW_KEPT = dt.timedelta(days=365)


@transaction.atomic
def delete_text(*, answer: Answer, by: User) -> None:
    """At once, by an editor who is done with it. The response still counts among those who answered."""
    require_editor(by, answer.response.dialogue.partnership)
    answer.delete()


def texts_leave_on(dialogue: Dialogue) -> dt.date | None:
    """The next day on which words will be deleted; None if there are none left."""
    return min(_days_of_texts(dialogue).values(), default=None)


def _days_of_texts(dialogue: Dialogue) -> dict[int, dt.date]:
    """Per edition that still has answers in words the day on which these go."""
    answered = Answer.objects.in_words().of_dialogue(dialogue).values("response__edition")
    editions = DialogueEdition.objects.filter(pk__in=answered)
    current = DialogueEdition.objects.of_dialogue(dialogue).current().with_survey().first()
    newest = _promised_day(current) if current else dt.date.max
    return {edition.pk: min(_promised_day(edition), newest) for edition in editions}


def _promised_day(edition: DialogueEdition) -> dt.date:
    survey = edition.content.survey
    return (survey.texts_deleted_on if survey else None) or dt.date.max


@transaction.atomic
def delete_due(*, on: dt.date) -> list[str]:
    """Delete what shall be gone by this day. Returns what was done, in sentences; safe to do twice."""
    answered = Dialogue.objects.filter(responses__isnull=False).distinct().order_by("pk")
    told: list[str] = []
    for dialogue in answered.select_related("partnership"):
        told += _delete_texts(dialogue, on)
        told += _delete_the_rest(dialogue, on)
    return told


def _delete_texts(dialogue: Dialogue, on: dt.date) -> list[str]:
    due = [edition for edition, day in _days_of_texts(dialogue).items() if day <= on]
    texts = Answer.objects.in_words().filter(response__edition__in=due)
    number, _rows = texts.delete()
    return [f"{_name(dialogue)}: {_counted(number)} i egna ord raderades."] if number else []


def _delete_the_rest(dialogue: Dialogue, on: dt.date) -> list[str]:
    if not is_published(dialogue) or not _is_long_closed(dialogue, on):
        return []
    number, _rows = Answer.objects.of_dialogue(dialogue).filter(text="").delete()
    Response.objects.filter(dialogue=dialogue, answers__isnull=True).delete()
    return [f"{_name(dialogue)}: {_counted(number)} raderades."] if number else []


def is_published(dialogue: Dialogue) -> bool:
    """Whether residents can read, or could once read, what the answers came to."""
    return DialogueEdition.objects.of_dialogue(dialogue).out().with_results().exists()


def _is_long_closed(dialogue: Dialogue, on: dt.date) -> bool:
    editions = DialogueEdition.objects.of_dialogue(dialogue).out_or_scheduled().with_survey()
    closed = [timezone.localdate(edition.survey_closes_at) for edition in editions]
    return max(closed, default=dt.date.max) <= on - RAW_KEPT


def _name(dialogue: Dialogue) -> str:
    return f"{dialogue.partnership.name}, ”{dialogue}”"


def _counted(number: int) -> str:
    return "ett svar" if number == 1 else f"{swedish.number(number)} svar"
