"""What the views of this app share: the stamped page, and finding the edition to show."""

from django.http import Http404

from portal.http import Withdrawn, place_page
from portal.models import Partnership
from promises.models import PeriodEdition

promise_page = place_page(stamped=PeriodEdition.objects.stamp)
"""A page made of the place's live content and all its editions."""


def current_edition(place: Partnership, period: str) -> PeriodEdition:
    """The edition in force of one period; 410 with its reason if it has been withdrawn."""
    editions = PeriodEdition.objects.for_period(place, period)
    edition: PeriodEdition | None = editions.current().for_reading().first()
    if edition:
        return edition
    raise_if_withdrawn(editions.withdrawn().newest_first().first())
    raise Http404


def raise_if_withdrawn(edition: PeriodEdition | None) -> None:
    if edition and edition.withdrawn_at:
        raise Withdrawn(
            title=f"Medborgarlöften {edition.label}",
            reason=edition.withdrawal_reason,
            on=edition.withdrawn_at,
        )
