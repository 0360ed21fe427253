"""Asking for signatures: by letter to approvers, by personal link to those without an account."""

from django.db import transaction
from django.utils import timezone

from portal.enums import EditionStep
from portal.exceptions import PublishingError
from portal.letters import ask_approvers
from portal.models import SignatoryContact, User
from portal.rights import require_editor
from portal.services import locked
from promises.letters import ask_by_link
from promises.models import PeriodEdition, SignatureRequest
from promises.models.signature_request import BETWEEN_LINKS, VALID_FOR, new_token


@transaction.atomic
def request_sign_off(
    *, edition: PeriodEdition, by: User, signatory: SignatoryContact | None = None
) -> list[SignatureRequest]:
    """Ask one registered signatory; without ``signatory``, everybody who can sign for a party that must
    and has not. A new link takes the place of the person's earlier one."""
    edition = locked(edition)
    require_editor(by, edition.partnership)
    if signatory:
        return [_send_link(edition, signatory, by=by)]
    ask_approvers(edition, by=by)
    keys = [str(party.key) for party in edition.missing_parties()]
    signatories = SignatoryContact.objects.active().of_parties(keys)
    return [_send_link(edition, found, by=by) for found in signatories.order_by("pk")]


def _send_link(
    edition: PeriodEdition, signatory: SignatoryContact, *, by: User
) -> SignatureRequest:
    _require_can_be_asked(edition, signatory)
    now = timezone.now()
    earlier = SignatureRequest.objects.filter(edition=edition, signatory=signatory).unanswered()
    just_now = earlier.filter(requested_at__gt=now - BETWEEN_LINKS, email=signatory.email)
    if just_now.exists():
        raise PublishingError(f"En länk till {signatory.name} skickades alldeles nyss.")
    earlier.update(voided_at=now)
    token, token_hash = new_token()
    request = SignatureRequest.objects.create(
        edition=edition,
        organisation=signatory.organisation,
        signatory=signatory,
        email=signatory.email,
        token_hash=token_hash,
        requested_by=by,
        requested_at=now,
        expires_at=now + VALID_FOR,
    )
    ask_by_link(request, token=token)
    detail = f"till {signatory}, {signatory.organisation}"
    edition.log(EditionStep.LINK_SENT, by=by, detail=detail)
    return request


def _require_can_be_asked(edition: PeriodEdition, signatory: SignatoryContact) -> None:
    party = signatory.organisation
    if not signatory.is_active:
        raise PublishingError(f"{signatory} får inte längre godkänna för {party}.")
    if not edition.is_party(party):
        raise PublishingError(f"{party} är inte part i den här utgåvan.")
    if edition.sign_offs.filter(organisation=party).exists():
        raise PublishingError(f"{party} har redan godkänt den här utgåvan.")
