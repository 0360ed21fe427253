"""What the publishing page of one period shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from portal.models import Organisation, SignatoryContact, User
from portal.rights import approvers_of
from promises.differences import Change, differences
from promises.documents import Party, PeriodDocument, digest
from promises.freeze import freeze
from promises.models import PeriodEdition, PeriodEditionEvent, PromisePeriod


@dataclass(frozen=True)
class Signer:
    """A party that must sign, and those who can do it for it."""

    party: Party
    approvers: Sequence[User]
    signatories: Sequence[SignatoryContact]

    @property
    def can_nobody(self) -> bool:
        return not self.approvers and not self.signatories

    @classmethod
    def of(cls, party: Party) -> "Signer":
        approvers = approvers_of(Organisation.objects.filter(key=party.key))
        signatories = SignatoryContact.objects.active().of_parties([str(party.key)])
        return cls(party, list(approvers.order_by("name")), list(signatories))


class PublishPage:
    def __init__(self, period: PromisePeriod) -> None:
        self.period = period

    @cached_property
    def draft(self) -> PeriodDocument:
        return freeze(self.period)

    @cached_property
    def seen(self) -> str:
        """What the editor has before them: nothing else is frozen."""
        return digest(self.draft.model_dump(mode="json"))

    @cached_property
    def editions(self) -> list[PeriodEdition]:
        """All that were ever frozen, newest first."""
        found = PeriodEdition.objects.of_period(self.period).with_sign_offs()
        return list(found.select_related("created_by").order_by("-pk"))

    @property
    def public(self) -> PeriodEdition | None:
        return next((e for e in self.editions if e.is_public and not e.is_superseded), None)

    @property
    def scheduled(self) -> PeriodEdition | None:
        return next((e for e in self.editions if e.state == "published" and not e.is_public), None)

    @property
    def candidate(self) -> PeriodEdition | None:
        return next((e for e in self.editions if e.state == "candidate"), None)

    @cached_property
    def changes(self) -> list[Change]:
        return differences(self.public.content, self.draft) if self.public else []

    @property
    def is_unchanged(self) -> bool:
        return self.public is not None and self.public.sha256 == self.seen

    @property
    def can_propose(self) -> bool:
        return not (self.is_unchanged or self.scheduled) and bool(self.draft.promises)

    @cached_property
    def signers(self) -> list[Signer]:
        return [Signer.of(party) for party in self.draft.parties if party.must_sign]

    @cached_property
    def events(self) -> list[PeriodEditionEvent]:
        found = PeriodEditionEvent.objects.filter(edition__period=self.period)
        return list(found.select_related("edition"))
