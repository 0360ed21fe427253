"""Letters about editions: who gets which. Each is written once, whatever is pressed twice."""

from typing import Any

from portal.mail import absolute, deliver_letter
from portal.models import Edition, Organisation, User
from portal.rights import approvers_of


def ask_approvers(edition: Edition, *, by: User) -> None:
    """Those with an account sign in the admin."""
    keys = [party.key for party in edition.missing_parties()]
    waiting = Organisation.objects.filter(key__in=keys)
    for user in approvers_of(waiting).exclude(pk=by.pk):
        _to(user, "sign_off_waits", edition, by=by)


def tell_result(
    edition: Edition,
    letter: str,
    *,
    acting: Organisation | None = None,
    by: User | None = None,
    **context: Any,
) -> None:
    """To the one who froze the text and the approvers of the other parties; not to those who acted."""
    keys = [party.key for party in edition.signers]
    parties = Organisation.objects.filter(key__in=keys)
    if acting:
        parties = parties.exclude(pk=acting.pk)
    users = approvers_of(parties) | User.objects.filter(pk=edition.created_by_id, is_active=True)
    for user in users.distinct():
        if user != by:
            _to(user, letter, edition, by=by, **context)


def _to(user: User, letter: str, edition: Edition, **context: Any) -> None:
    name = f"{edition.letters}{letter}"
    deliver_letter(
        to=user.email,
        letter=name,
        message_key=f"{edition.letters}edition:{edition.pk}:{letter}:{user.pk}",
        edition=edition,
        page=absolute(edition.admin_url),
        public_page=absolute(edition.public_url),
        **context,
    )
