"""What an operator does with somebody's account: services."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from portal.exceptions import NotAllowed
from portal.mail import absolute, deliver_letter
from portal.models import User


@transaction.atomic
def reset_second_factor(*, user: User, by: User) -> User:
    """For someone who has lost both the phone and the recovery codes. They are out everywhere, and set up
    a new second step when they sign in; a letter tells them."""
    if not by.is_operator:
        raise NotAllowed("Bara den som driver portalen kan nollställa någons andra steg.")
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    Authenticator.objects.filter(user=user).delete()
    for session in UserSession.objects.filter(user=user):
        session.end()
    deliver_letter(
        to=user.email,
        letter="second_factor_reset",
        message_key=f"second-factor-reset-{user.pk}-{timezone.now():%Y%m%d%H%M%S%f}",
        user=user,
        by=by,
        link=absolute(reverse("account_login")),
    )
    return user


def forget_old_addresses(user: User) -> None:
    """allauth keeps addresses of its own: one that is no longer the account's must not open it."""
    EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
