"""Who may sign in."""

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from portal.models import User


def is_welcome(user: User | AnonymousUser | None) -> bool:
    """Demo accounts have passwords that everybody can read, so they exist only in the demo."""
    if not isinstance(user, User) or not user.is_active:
        return False
    return settings.DEMO or not user.is_demo


class SignInBackend(AuthenticationBackend):
    """Asked at each request too: an account that has been closed is out at once, in every browser."""

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        return is_welcome(user)
