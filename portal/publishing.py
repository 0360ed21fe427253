"""From frozen to public text: sign or send back, publish, withdraw. Each act here is one that a person makes,
with all its consequences, whatever it is an edition of: the steps themselves are portal.services'."""

import datetime as dt
import logging

from django.db import transaction
from django.utils import timezone

from portal import services
from portal.exceptions import DomainError, PublishingError
from portal.letters import tell_result
from portal.models import Edition, Organisation, User

logger = logging.getLogger(__name__)


def require_moment_ahead(scheduled_for: dt.datetime | None) -> None:
    if scheduled_for and scheduled_for <= timezone.now():
        raise PublishingError("Tiden har redan passerat. Välj en senare, eller publicera direkt.")


@transaction.atomic
def sign[E: Edition](
    *, edition: E, organisation: Organisation, by: User, name: str, title: str
) -> E:
    """An approver signs in the admin. The last signature publishes."""
    services.sign_off(edition=edition, organisation=organisation, by=by, name=name, title=title)
    return publish_when_signed(edition=edition, acting=organisation, by=by)


@transaction.atomic
def send_back[E: Edition](*, edition: E, organisation: Organisation, by: User, comment: str) -> E:
    edition = services.reject(edition=edition, organisation=organisation, by=by, comment=comment)
    tell_result(edition, "sent_back", acting=organisation, by=by, who=f"{by}, {organisation}")
    return edition


@transaction.atomic
def publish_when_signed[E: Edition](
    *, edition: E, acting: Organisation | None = None, by: User | None = None
) -> E:
    """Publish in the name of the one who froze the text, once nobody is missing. Should that person have
    left, or a later text be out already, the signatures stand and an editor decides."""
    if edition.missing_sign_offs():
        return edition
    try:
        with transaction.atomic():
            edition = services.publish(edition=edition, by=edition.created_by)
    except DomainError as refusal:
        logger.warning(
            "%s %s is signed by all, but was not published: %s",
            type(edition).__name__,
            edition.pk,
            refusal,
        )
        return edition
    tell_result(edition, "published", acting=acting, by=by)
    return edition


@transaction.atomic
def publish[E: Edition](*, edition: E, by: User, unsigned_reason: str = "") -> E:
    """By hand: when all have signed and it did not happen by itself, or without a party, for a reason
    that the public page tells."""
    if not services.locked(edition).missing_sign_offs():
        unsigned_reason = ""
    edition = services.publish(edition=edition, by=by, unsigned_reason=unsigned_reason)
    tell_result(edition, "published", by=by)
    return edition


@transaction.atomic
def withdraw[E: Edition](*, edition: E, by: User, reason: str) -> E:
    edition = services.withdraw(edition=edition, by=by, reason=reason)
    tell_result(edition, "withdrawn", by=by)
    return edition
