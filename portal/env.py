"""Reads the environment for settings.py, and says in one line what is missing or wrong."""

import os
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def flag(name: str, *, default: bool) -> bool:
    """A yes/no variable; anything else than the usual spellings is refused."""
    value = os.environ.get(name)
    if value is None:
        return default
    if (word := value.strip().lower()) in TRUE | FALSE:
        return word in TRUE
    raise ImproperlyConfigured(f"{name} is {value!r}: write 1 or 0.")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def words(name: str) -> list[str]:
    """A comma-separated list, empty parts left out."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def number(name: str, *, default: int) -> int:
    value = text(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}: write a whole number.") from None


def reachable(name: str) -> list[str]:
    """Where somebody can be reached, in the order wanted: mail addresses become ``mailto:``."""
    found = [f"mailto:{word}" if re.match(r"[^:/]+@", word) else word for word in words(name)]
    if wrong := [word for word in found if not re.match(r"(mailto|tel):.|https://.", word)]:
        raise ImproperlyConfigured(
            f"{name} has {wrong[0]!r}: write a mail address, https://… or tel:+46…"
        )
    return found


def origin(url: str) -> str:
    """``https://id.example.se`` of any address there; a CSP holds origins."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ImproperlyConfigured(f"{url!r} is no address: write https://…")
    return f"{parts.scheme}://{parts.netloc}"


def mail_server() -> dict[str, Any] | None:
    """Options of Django's SMTP mailer from EMAIL_URL or EMAIL_HOST…; None where neither is set."""
    if url := text("EMAIL_URL"):
        return _mail_url(url)
    if not (host := text("EMAIL_HOST")):
        return None
    return {
        "host": host,
        "port": number("EMAIL_PORT", default=0) or None,
        "username": text("EMAIL_HOST_USER"),
        "password": text("EMAIL_HOST_PASSWORD"),
        "use_tls": flag("EMAIL_USE_TLS", default=False),
        "use_ssl": flag("EMAIL_USE_SSL", default=False),
    }


def _mail_url(url: str) -> dict[str, Any]:
    """smtp://user:password@host:25, smtps:// for TLS from the start, ?tls=1 for STARTTLS."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or port == -1:
        raise ImproperlyConfigured(
            "EMAIL_URL cannot be read: write smtp://user:password@host:587?tls=1 or smtps://…"
        )
    return {
        "host": parts.hostname,
        "port": port,
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parse_qs(parts.query).get("tls", ["0"])[-1].lower() in TRUE,
        "use_ssl": parts.scheme == "smtps",
    }


def require(names: Iterable[str]) -> None:
    """Refuse to start while any of these is unset; the message names them all at once."""
    if missing := [name for name in names if not text(name)]:
        raise ImproperlyConfigured(
            f"Set {', '.join(missing)} before starting in production (README, “Deploy”). "
            "For development set DEBUG=1."
        )
