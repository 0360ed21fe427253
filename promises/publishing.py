"""From draft to public text: freeze and ask, sign or send back, publish. Each act here is one that a person
makes, with all its consequences: the steps themselves are portal.services'."""

import datetime as dt
import logging

from django.db import transaction
from django.utils import timezone

from portal import services
from portal.enums import SignOffMethod
from portal.exceptions import DomainError, PublishingError
from portal.models import Organisation, User
from promises.enums import LinkStanding, SignatureOutcome
from promises.letters import tell_result
from promises.models import PeriodEdition, PromisePeriod, SignatureRequest
from promises.services import freeze_candidate
from promises.sign_off_links import locked_candidate, request_sign_off

logger = logging.getLogger(__name__)


@transaction.atomic
def propose(
    *,
    period: PromisePeriod,
    by: User,
    note: str,
    is_minor: bool = False,
    scheduled_for: dt.datetime | None = None,
    seen: str = "",
) -> PeriodEdition:
    """Freeze the drafts and ask the parties for their signatures. Where nobody must sign it is public
    at once."""
    if scheduled_for and scheduled_for <= timezone.now():
        raise PublishingError("Tiden har redan passerat. Välj en senare, eller publicera direkt.")
    if PeriodEdition.objects.filter(period=period).scheduled().exists():
        raise PublishingError("En utgåva är redan schemalagd. Avbryt den först.")
    edition = freeze_candidate(
        period=period,
        by=by,
        note=note,
        is_minor=is_minor,
        scheduled_for=scheduled_for,
        seen=seen,
    )
    request_sign_off(edition=edition, by=by)
    return publish_when_signed(edition=edition, by=by)


@transaction.atomic
def sign(
    *, edition: PeriodEdition, organisation: Organisation, by: User, name: str, title: str
) -> PeriodEdition:
    """An approver signs in the admin. The last signature publishes."""
    services.sign_off(edition=edition, organisation=organisation, by=by, name=name, title=title)
    return publish_when_signed(edition=edition, acting=organisation, by=by)


@transaction.atomic
def send_back(
    *, edition: PeriodEdition, organisation: Organisation, by: User, comment: str
) -> PeriodEdition:
    edition = services.reject(edition=edition, organisation=organisation, by=by, comment=comment)
    tell_result(edition, "sent_back", acting=organisation, by=by, who=f"{by}, {organisation}")
    return edition


@transaction.atomic
def publish_when_signed(
    *, edition: PeriodEdition, acting: Organisation | None = None, by: User | None = None
) -> PeriodEdition:
    """Publish in the name of the one who froze the text, once nobody is missing. Should that person have
    left, or a later text be out already, the signatures stand and an editor decides."""
    if edition.missing_sign_offs():
        return edition
    try:
        with transaction.atomic():
            edition = services.publish(edition=edition, by=edition.created_by)
    except DomainError as refusal:
        logger.warning(
            "Edition %s is signed by all, but was not published: %s", edition.pk, refusal
        )
        return edition
    tell_result(edition, "published", acting=acting, by=by)
    return edition


@transaction.atomic
def publish(*, edition: PeriodEdition, by: User, unsigned_reason: str = "") -> PeriodEdition:
    """By hand: when all have signed and it did not happen by itself, or without a party, for a reason
    that the public page tells."""
    if not locked_candidate(edition).missing_sign_offs():
        unsigned_reason = ""
    edition = services.publish(edition=edition, by=by, unsigned_reason=unsigned_reason)
    tell_result(edition, "published", by=by)
    return edition


@transaction.atomic
def withdraw(*, edition: PeriodEdition, by: User, reason: str) -> PeriodEdition:
    edition = services.withdraw(edition=edition, by=by, reason=reason)
    tell_result(edition, "withdrawn", by=by)
    return edition


@transaction.atomic
def sign_by_link(*, request: SignatureRequest, name: str, title: str) -> PeriodEdition:
    """The link's holder signs. One use: two presses at once are one signature and one refusal."""
    request = _answered(request, SignatureOutcome.SIGNED)
    services.sign_off(
        edition=request.edition,
        organisation=request.organisation,
        by=None,
        name=name,
        title=title,
        method=SignOffMethod.MAIL_LINK,
    )
    return publish_when_signed(edition=request.edition, acting=request.organisation)


@transaction.atomic
def send_back_by_link(*, request: SignatureRequest, comment: str) -> PeriodEdition:
    request = _answered(request, SignatureOutcome.SENT_BACK)
    who = f"{request.signatory}, {request.organisation}"
    edition = services.reject(
        edition=request.edition,
        organisation=request.organisation,
        by=None,
        comment=comment,
        who=f"{who} ({SignOffMethod.MAIL_LINK.label})",
    )
    tell_result(edition, "sent_back", acting=request.organisation, who=who)
    return edition


def _answered(request: SignatureRequest, outcome: SignatureOutcome) -> SignatureRequest:
    locked_candidate(request.edition)
    requests = SignatureRequest.objects.select_for_update(of=("self",)).for_page()
    request = requests.get(pk=request.pk)
    if request.standing != LinkStanding.OPEN:
        raise PublishingError("Länken går inte längre att använda.")
    request.used_at, request.outcome = timezone.now(), outcome
    request.save(update_fields=["used_at", "outcome"])
    return request
