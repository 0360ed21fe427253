"""What the views of this app share: the stamped page, and finding the edition to show."""

from django.http import Http404

from dialogues.models import DialogueEdition
from portal.http import Withdrawn, place_page
from portal.models import Partnership
from promises.models import PeriodEdition
from promises.models.edition import PeriodEditionQuerySet

promise_page = place_page(stamped=PeriodEdition.objects.stamp)
"""A page made of the place's live content and all its editions."""

promise_and_dialogue_page = place_page(
    stamped=(PeriodEdition.objects.stamp, DialogueEdition.objects.stamp)
)
"""A page that also tells what was said in the place's dialogues."""


def current_edition(place: Partnership, period: str) -> PeriodEdition:
    """The edition in force of one period; 410 with its reason if it has been withdrawn."""
    return edition_in_force(PeriodEdition.objects.for_period(place, period))


def edition_in_force(editions: PeriodEditionQuerySet) -> PeriodEdition:
    """The same, among editions of one period with whatever has been asked to come with them."""
    edition: PeriodEdition | None = editions.current().for_reading().first()
    if edition:
        return edition
    raise_if_withdrawn(editions.withdrawn().newest_first().first())
    raise Http404


def raise_if_withdrawn(edition: PeriodEdition | None) -> None:
    if edition and edition.withdrawn_at:
        raise Withdrawn(
            title=f"Medborgarlöften {edition.label} är tillbakadragna",
            reason=edition.withdrawal_reason,
            on=edition.withdrawn_at,
        )
