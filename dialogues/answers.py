"""What editors do with the words that people wrote: read, and put among what needs no more reading."""

from django.db import transaction
from django.utils.translation import gettext as _

from dialogues.models import Answer
from portal.exceptions import DomainError
from portal.models import User
from portal.rights import require_editor


class AnswerGone(DomainError):
    """Somebody, or the day that those who answered were told, has deleted it."""

    def __init__(self) -> None:
        super().__init__(_("Svaret finns inte längre."))


@transaction.atomic
def deal_with(*, answer: Answer, by: User) -> None:
    """An editor has read it and needs it no more."""
    _mark(answer, by, is_dealt_with=True)


@transaction.atomic
def take_up_again(*, answer: Answer, by: User) -> None:
    """It lies among those to be read."""
    _mark(answer, by, is_dealt_with=False)


def _mark(answer: Answer, by: User, *, is_dealt_with: bool) -> None:
    """Locks: another editor may be deleting it, or the worker."""
    rows = Answer.objects.select_related("response__dialogue__partnership")
    locked = rows.select_for_update(of=("self",)).filter(pk=answer.pk).first()
    if locked is None:
        raise AnswerGone
    require_editor(by, locked.response.dialogue.partnership)
    locked.is_dealt_with = is_dealt_with
    locked.save(update_fields=["is_dealt_with"])
