"""From draft to public text: freeze and ask those who hold the dialogue. They sign with their accounts; the
other acts are those of any edition, portal.publishing's."""

import datetime as dt

from django.db import transaction

from dialogues.models import Dialogue, DialogueEdition
from dialogues.services import freeze_candidate
from portal.exceptions import PublishingError
from portal.letters import ask_approvers
from portal.models import User
from portal.publishing import (
    publish,
    publish_when_signed,
    require_moment_ahead,
    send_back,
    sign,
    withdraw,
)

__all__ = ["propose", "publish", "publish_when_signed", "send_back", "sign", "withdraw"]


@transaction.atomic
def propose(
    *,
    dialogue: Dialogue,
    by: User,
    note: str,
    is_minor: bool = False,
    scheduled_for: dt.datetime | None = None,
    seen: str = "",
) -> DialogueEdition:
    """Freeze the drafts and ask the holders for their signatures."""
    require_moment_ahead(scheduled_for)
    if DialogueEdition.objects.of_dialogue(dialogue).scheduled().exists():
        raise PublishingError("En utgåva är redan schemalagd. Avbryt den först.")
    edition = freeze_candidate(
        dialogue=dialogue,
        by=by,
        note=note,
        is_minor=is_minor,
        scheduled_for=scheduled_for,
        seen=seen,
    )
    ask_approvers(edition, by=by)
    return edition
