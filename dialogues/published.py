"""What residents have read stays: editions hold the keys of the rows they were made of."""

from typing import Any

from django.utils.translation import gettext as _

from dialogues.models import Dialogue, DialogueEdition, Finding, Question, Survey


def is_published(row: Dialogue | Finding | Survey | Question) -> bool:
    """Whether the row is part of an edition that is out, was out, or has a day to go out."""
    released = DialogueEdition.objects.out_or_scheduled()
    match row:
        case Dialogue():
            found = released.filter(dialogue=row)
        case Survey():
            found = released.filter(dialogue=row.dialogue_id).with_survey()
        case Question():
            asked = {"survey": {"questions": [{"key": row.key}]}}
            found = released.filter(dialogue=row.survey.dialogue_id, document__contains=asked)
        case Finding():
            told = {"findings": [{"key": str(row.key)}]}
            found = released.filter(dialogue=row.dialogue_id, document__contains=told)
    return bool(found.exists())


def has_fixed_address(dialogue: Dialogue) -> bool:
    """Whether residents have the dialogue's address, or a text that names it waits to be signed."""
    return bool(DialogueEdition.objects.released_or_waiting().filter(dialogue=dialogue).exists())


def why_kept(row: Any) -> str:
    """Why the row may not be deleted; empty when it may. A question may: the editions keep it as it was."""
    if not isinstance(row, Dialogue | Finding | Survey) or row.pk is None or not is_published(row):
        return ""
    if isinstance(row, Finding):
        return _("är publicerat och ska gå att läsa. Det som är fel rättas i en ny utgåva.")
    return _("är publicerad och ska gå att läsa. Det som är fel rättas i en ny utgåva.")
