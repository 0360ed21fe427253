"""What the page of one frozen edition shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from promises.differences import Change, differences
from promises.documents import Party
from promises.models import PeriodEdition, PeriodEditionEvent, PeriodSignOff, SignatureRequest


@dataclass(frozen=True)
class PartyStanding:
    """Whether a party has signed, and which links are out for it."""

    party: Party
    signature: PeriodSignOff | None
    links: Sequence[SignatureRequest]


class EditionPage:
    def __init__(self, edition: PeriodEdition) -> None:
        self.edition = edition

    @property
    def is_scheduled(self) -> bool:
        return self.edition.state == "published" and not self.edition.is_public

    @cached_property
    def parties(self) -> list[PartyStanding]:
        signed = {
            s.organisation.key: s for s in self.edition.sign_offs.select_related("organisation")
        }
        links = list(self.edition.signature_requests.for_page())
        return [
            PartyStanding(
                party,
                signed.get(party.key),
                [link for link in links if link.organisation.key == party.key],
            )
            for party in self.edition.content.parties
            if party.must_sign or party.key in signed
        ]

    @cached_property
    def compared_to(self) -> PeriodEdition | None:
        """What residents read, or read when this text took over from it."""
        out = PeriodEdition.objects.of_period(self.edition.period).out().order_by("-number")
        if self.edition.number:
            out = out.filter(number__lt=self.edition.number)
        found: PeriodEdition | None = out.first()
        return found

    @cached_property
    def changes(self) -> list[Change]:
        if self.compared_to is None:
            return []
        return differences(self.compared_to.content, self.edition.content)

    @cached_property
    def events(self) -> list[PeriodEditionEvent]:
        return list(self.edition.events.all())
