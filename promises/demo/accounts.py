"""Demo accounts: known passwords and known second factors, so ``portal.auth`` lets them in only where DEMO
is on."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher, verify_password

from portal.models import Membership, Organisation, User
from promises.demo.reading import DemoContentError
from promises.demo.rows import keep
from promises.demo.shape import Account


@dataclass(frozen=True)
class DemoAccount:
    email: str
    password: str
    what: str
    """In English, for the console: "approver, Polisen"."""


def create_account(
    email: str, account: Account, *, organisations: Mapping[str, Organisation]
) -> User:
    user = User.objects.filter(email=email).first() or keep(
        User(
            email=email,
            password=_encoded(account.password),
            name=account.name,
            title=account.title,
            is_demo=True,
            is_staff=True,
            is_superuser=account.is_operator,
        )
    )
    if not user.is_demo:
        raise DemoContentError(f"{email} is the account of a person, not of the demo")
    if account.organisation:
        organisation = organisations[account.organisation]
        if not Membership.objects.filter(user=user, organisation=organisation).exists():
            keep(Membership(user=user, organisation=organisation, role=account.role))
    return user


def reset_password(email: str, account: Account) -> DemoAccount | None:
    """The account with its known password, whatever somebody set; None if it has been removed."""
    user = User.objects.filter(email=email, is_demo=True).first()
    if user is None:
        return None
    is_known, _ = verify_password(account.password, user.password)
    if not is_known:
        user.password = _encoded(account.password)
        user.save(update_fields=["password"])
    _reset_second_factor(user)
    return DemoAccount(email, account.password, _what(user))


def _reset_second_factor(user: User) -> None:
    """An app with a secret that follows from the address; other devices are left as they are."""
    secret = base64.b32encode(hashlib.sha1(f"demo {user.email}".encode()).digest()).decode()  # noqa: S324
    known = {"secret": secret}
    device, is_new = Authenticator.objects.get_or_create(
        user=user, type=Authenticator.Type.TOTP, defaults={"data": known}
    )
    if not is_new and device.data != known:
        device.data = known
        device.save(update_fields=["data"])


def _what(user: User) -> str:
    memberships = user.memberships.select_related("organisation").order_by("pk")
    found = [f"{membership.role}, {membership.organisation}" for membership in memberships]
    return "; ".join(["operator"] * user.is_superuser + found)


def _encoded(password: str) -> str:
    """One round only: everybody can read the password, and a demo should start at once. Signing in
    hashes it anew with as many rounds as any other."""
    hasher = get_hasher()
    rounds = {"iterations": 1} if isinstance(hasher, PBKDF2PasswordHasher) else {}
    return str(hasher.encode(password, hasher.salt(), **rounds))
