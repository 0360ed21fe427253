"""Reads the environment for settings.py, and says in one line what is missing or wrong."""

import os
from collections.abc import Iterable

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


def require(names: Iterable[str]) -> None:
    """Refuse to start while any of these is unset; the message names them all at once."""
    if missing := [name for name in names if not text(name)]:
        raise ImproperlyConfigured(
            f"Set {', '.join(missing)} before starting in production (README, “Deploy”). "
            "For development set DEBUG=1."
        )
