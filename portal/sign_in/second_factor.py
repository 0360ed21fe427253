"""The second factor: something that the person has, demanded of everyone who can enter the admin."""

import time
from dataclasses import dataclass

from allauth.account.authentication import get_authentication_records
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from portal.models import User

OWN = frozenset({Authenticator.Type.TOTP.value, Authenticator.Type.WEBAUTHN.value})
"""Recovery codes open the door once; by themselves they are no second factor."""


@dataclass(frozen=True)
class SecondFactor:
    kinds: frozenset[str]
    is_used: bool
    """In this session. A password alone, before or after the set-up, is not enough."""

    @property
    def is_set_up(self) -> bool:
        return bool(self.kinds & OWN)


def second_factor(request: HttpRequest, user: User) -> SecondFactor:
    """One query, kept for the length of the request: the admin asks many times."""
    kept: dict[int, SecondFactor] = request.__dict__.setdefault("_second_factor", {})
    if user.pk not in kept:
        owned = dict(Authenticator.objects.filter(user=user).values_list("pk", "type"))
        kinds = frozenset(owned.values())
        is_used = any(
            record.get("method") == "mfa" and _is_owned(record, owned)
            for record in get_authentication_records(request, user)
        )
        kept[user.pk] = SecondFactor(kinds, bool(kinds & OWN) and is_used)
    return kept[user.pk]


def _is_owned(record: dict[str, object], owned: dict[int, str]) -> bool:
    """A device that has been removed since counts no longer; renewed recovery codes still do."""
    kind = record.get("type")
    return kind == Authenticator.Type.RECOVERY_CODES or record.get("id") in owned


def count_as_used(request: HttpRequest, kind: str) -> None:
    """The newest device of the kind has just answered in this session."""
    device = Authenticator.objects.filter(user=request.user, type=kind).latest("pk")
    post_authentication(request, device)
    request.__dict__.pop("_second_factor", None)


# --- Codes -----------------------------------------------------------------------------------


def use_code(user: User, code: str) -> bool:
    """False if the code has been used. allauth remembers one for half a minute; with a tolerance it
    would be good for longer than that."""
    span = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    return cache.add(_used(user, code), True, timeout=span)


def _used(user: User, code: str) -> str:
    return f"second-factor:{user.pk}:{normalize_user_code(code)}"


def demo_code(user: User) -> str:
    """The code that a phone would show; only for demo accounts, only in the demo. One that has just been
    used is not offered again."""
    if not (settings.DEMO and user.is_demo):
        return ""
    device = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if device is None:
        return ""
    secret, now = decrypt(device.data["secret"]), int(time.time()) // app_settings.TOTP_PERIOD
    codes = [format_hotp_value(hotp_value(secret, now + step)) for step in (0, 1, -1)]
    return next((code for code in codes if cache.get(_used(user, code)) is None), "")
