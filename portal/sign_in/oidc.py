"""Sign-in through the organisation's own identity provider, when settings name one."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest

from portal.models import User


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """Opens the accounts that invitations have made, and makes none. The first time it finds them by an
    e-mail address that the provider vouches for, then by the provider's own name for the person."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[User, str] | None:
        found: tuple[Any, str] | None = super().authenticate_by_email(sociallogin)
        if found is None:
            return None
        user, email = found
        # Our invitation has proven the address; allauth would otherwise remove the password.
        EmailAddress.objects.update_or_create(
            user=user, email=email.lower(), defaults={"verified": True, "primary": True}
        )
        return found
