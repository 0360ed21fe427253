"""Letters about editions: who gets which. Each is written once, whatever is pressed twice."""

from typing import Any

from django.urls import reverse

from portal.mail import absolute, deliver_letter
from portal.models import Organisation, User
from portal.rights import approvers_of
from promises.models import PeriodEdition, SignatureRequest


def ask_by_link(request: SignatureRequest, *, token: str) -> None:
    """The only place where the token is; the letter's text is forgotten once it has been sent."""
    deliver_letter(
        to=request.signatory.email,
        letter="sign_off_link",
        message_key=f"sign-off-link:{request.pk}",
        edition=request.edition,
        request=request,
        link=absolute(reverse("promises:sign_off", args=[token])),
    )


def ask_approvers(edition: PeriodEdition, *, by: User) -> None:
    """Those with an account sign in the admin."""
    keys = [party.key for party in edition.missing_parties()]
    waiting = Organisation.objects.filter(key__in=keys)
    for user in approvers_of(waiting).exclude(pk=by.pk):
        _to(user, "sign_off_waits", edition, by=by)


def tell_result(
    edition: PeriodEdition,
    letter: str,
    *,
    acting: Organisation | None = None,
    by: User | None = None,
    **context: Any,
) -> None:
    """To the one who froze the text and the approvers of the other parties; not to those who acted."""
    keys = [party.key for party in edition.content.parties]
    parties = Organisation.objects.filter(key__in=keys)
    if acting:
        parties = parties.exclude(pk=acting.pk)
    users = approvers_of(parties) | User.objects.filter(pk=edition.created_by_id, is_active=True)
    for user in users.distinct():
        if user != by:
            _to(user, letter, edition, by=by, **context)


def _to(user: User, letter: str, edition: PeriodEdition, **context: Any) -> None:
    page = reverse("promises_admin:edition", args=[edition.period_id, edition.pk])
    deliver_letter(
        to=user.email,
        letter=letter,
        message_key=f"edition:{edition.pk}:{letter}:{user.pk}",
        edition=edition,
        page=absolute(page),
        public_page=absolute(edition.period.get_absolute_url()),
        **context,
    )
