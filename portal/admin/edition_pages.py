"""What the pages from draft to public text show, of whatever is published: the publishing page of one thing,
and the page of one frozen edition of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.utils import timezone

from portal.differences import Change
from portal.documents import Part, Signer, digest
from portal.models import Edition, Organisation, SignatoryContact, SignOff, User
from portal.rights import approvers_of


@dataclass(frozen=True)
class Link:
    """A way to a preview."""

    text: str
    url: str


@dataclass(frozen=True)
class SigningParty:
    """A party that must sign, and those who can do it for it."""

    party: Signer
    approvers: Sequence[User]
    signatories: Sequence[SignatoryContact]

    @property
    def can_nobody(self) -> bool:
        return not self.approvers and not self.signatories


@dataclass(frozen=True)
class PartyStanding:
    """Whether a party has signed, and which personal links are out for it."""

    party: Signer
    signature: SignOff | None
    links: Sequence[Any] = ()


class PublishPage[Document: Part]:
    """``subject`` is what is published: a period, a dialogue."""

    editions_of: ClassVar[type[Edition]]
    template: ClassVar[str] = "admin/publish.html"
    has_links: ClassVar[bool] = False
    """Whether parties may also sign by a personal link."""

    def __init__(self, subject: Any) -> None:
        self.subject = subject

    # --- What each kind says ------------------------------------------------------------------

    def freeze(self) -> Document:
        raise NotImplementedError

    def compare(self, older: Any, newer: Document) -> list[Change]:
        raise NotImplementedError

    @property
    def url(self) -> str:
        raise NotImplementedError

    @property
    def previews(self) -> list[Link]:
        raise NotImplementedError

    @property
    def lacking(self) -> list[str]:
        """Why the draft cannot be frozen, each a sentence."""
        return []

    # --- What is the same ---------------------------------------------------------------------

    @cached_property
    def draft(self) -> Document:
        return self.freeze()

    @cached_property
    def seen(self) -> str:
        """What the editor has before them: nothing else is frozen."""
        return digest(self.draft.model_dump(mode="json"))

    @cached_property
    def editions(self) -> list[Any]:
        """All that were ever frozen, newest first."""
        found = self._of_subject(self.editions_of.objects.with_sign_offs())
        return list(found.for_admin().order_by("-pk"))

    def _of_subject(self, rows: Any) -> Any:
        return rows.filter(**{self.editions_of.subject: self.subject})

    @property
    def public(self) -> Any:
        return next((e for e in self.editions if e.is_public and not e.is_superseded), None)

    @property
    def scheduled(self) -> Any:
        return next((e for e in self.editions if e.state == "published" and not e.is_public), None)

    @property
    def candidate(self) -> Any:
        return next((e for e in self.editions if e.state == "candidate"), None)

    @property
    def has_been_public(self) -> bool:
        """Also when all that was out has been withdrawn."""
        now = timezone.now()
        return any(e.published_at and e.published_at <= now for e in self.editions)

    @cached_property
    def changes(self) -> list[Change]:
        return self.compare(self.public.content, self.draft) if self.public else []

    @property
    def is_unchanged(self) -> bool:
        return self.public is not None and self.public.sha256 == self.seen

    @property
    def can_propose(self) -> bool:
        return not (self.is_unchanged or self.scheduled or self.lacking)

    @cached_property
    def signers(self) -> list[SigningParty]:
        parties: Sequence[Signer] = getattr(self.draft, self.editions_of.signers_in_document)
        return [self._signer(party) for party in parties if party.must_sign]

    def _signer(self, party: Signer) -> SigningParty:
        approvers = approvers_of(Organisation.objects.filter(key=party.key))
        signatories = SignatoryContact.objects.active().of_parties([str(party.key)])
        return SigningParty(
            party, list(approvers.order_by("name")), list(signatories) if self.has_links else []
        )

    @cached_property
    def events(self) -> list[Any]:
        kind: Any = self.editions_of
        relation = kind._meta.get_field("events")
        events = relation.related_model._default_manager.select_related("edition")
        return list(events.filter(**{f"edition__{self.editions_of.subject}": self.subject}))


class EditionPage:
    """``publishing`` is the page of what it is an edition of."""

    publishing: ClassVar[type[PublishPage[Any]]]
    template: ClassVar[str] = "admin/edition.html"

    def __init__(self, edition: Any) -> None:
        self.edition = edition
        self.subject = getattr(edition, edition.subject)
        self.parent = self.publishing(self.subject)

    @property
    def previews(self) -> list[Link]:
        raise NotImplementedError

    @property
    def is_scheduled(self) -> bool:
        return self.edition.state == "published" and not self.edition.is_public

    @cached_property
    def parties(self) -> list[PartyStanding]:
        signed = {
            s.organisation.key: s for s in self.edition.sign_offs.select_related("organisation")
        }
        return [
            PartyStanding(party, signed.get(party.key), self.links_of(party))
            for party in self.edition.signers
            if party.must_sign or party.key in signed
        ]

    def links_of(self, party: Signer) -> Sequence[Any]:
        return ()

    @cached_property
    def compared_to(self) -> Any:
        """What residents read, or read when this text took over from it."""
        out = self.edition.siblings().out().order_by("-number")
        if self.edition.number:
            out = out.filter(number__lt=self.edition.number)
        return out.first()

    @cached_property
    def changes(self) -> list[Change]:
        if self.compared_to is None:
            return []
        return self.parent.compare(self.compared_to.content, self.edition.content)

    @cached_property
    def events(self) -> list[Any]:
        return list(self.edition.events.all())
