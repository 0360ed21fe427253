"""From draft to public text: freeze and ask, and the answers by personal link. The other acts are those of
any edition, portal.publishing's."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from portal import services
from portal.enums import SignOffMethod
from portal.exceptions import PublishingError
from portal.letters import tell_result
from portal.models import User
from portal.publishing import (
    publish,
    publish_when_signed,
    require_moment_ahead,
    send_back,
    sign,
    withdraw,
)
from promises.enums import LinkStanding, SignatureOutcome
from promises.models import PeriodEdition, PromisePeriod, SignatureRequest
from promises.services import freeze_candidate
from promises.sign_off_links import request_sign_off

__all__ = [
    "propose",
    "publish",
    "publish_when_signed",
    "send_back",
    "send_back_by_link",
    "sign",
    "sign_by_link",
    "withdraw",
]


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
    require_moment_ahead(scheduled_for)
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
    services.locked(request.edition)
    requests = SignatureRequest.objects.select_for_update(of=("self",)).for_page()
    request = requests.get(pk=request.pk)
    if request.standing != LinkStanding.OPEN:
        raise PublishingError("Länken går inte längre att använda.")
    request.used_at, request.outcome = timezone.now(), outcome
    request.save(update_fields=["used_at", "outcome"])
    return request
