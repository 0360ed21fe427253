"""What the views of this app share: the stamped page, and finding the edition to show."""

from django.http import Http404

from dialogues.models import DialogueEdition
from dialogues.models.edition import DialogueEditionQuerySet
from portal import swedish
from portal.http import Withdrawn, place_page
from portal.models import Partnership, SearchEntry

dialogue_page = place_page(stamped=(DialogueEdition.objects.stamp, SearchEntry.objects.stamp))
"""A page made of the place's live content, all its dialogues' editions, and the promises as they stand."""


def current_edition(editions: DialogueEditionQuerySet) -> DialogueEdition:
    """The edition in force among those of one dialogue; 410 with its reason if it has been withdrawn."""
    edition: DialogueEdition | None = editions.current().newest_first().first()
    if edition:
        return edition
    raise_if_withdrawn(editions.withdrawn().newest_first().first())
    raise Http404


def public_edition(place: Partnership, dialogue: str, number: int) -> DialogueEdition:
    """The edition with this number, superseded or not; 410 if it has been withdrawn."""
    editions = DialogueEdition.objects.for_dialogue(place, dialogue).numbered(number)
    edition: DialogueEdition | None = editions.public().for_reading().with_has_current().first()
    if edition:
        return edition
    raise_if_withdrawn(editions.withdrawn().first())
    raise Http404


def raise_if_withdrawn(edition: DialogueEdition | None) -> None:
    if edition and edition.withdrawn_at:
        raise Withdrawn(
            # No word of the text itself: its title may be why it was taken back.
            title=f"Dialogen {swedish.date(edition.starts_on)} är tillbakadragen",
            reason=edition.withdrawal_reason,
            on=edition.withdrawn_at,
        )
