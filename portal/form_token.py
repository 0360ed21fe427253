"""What a form for residents carries instead of a cookie: signed by us, a number of its own and when it was
made.

It tells that the form is ours, that somebody took the time to read it, and whether it has been sent before.
It says nothing about who has it.
"""

import datetime as dt
import hashlib
import secrets
from dataclasses import asdict, dataclass
from typing import ClassVar, Self

from django.core import signing
from django.utils import timezone

QUICKEST = dt.timedelta(seconds=3)
OLDEST = dt.timedelta(hours=24)


@dataclass(frozen=True)
class FormToken:
    """``about``: the row that the form is about, 0 for none. ``made``: seconds since 1970. Each kind of form
    is a subclass with a ``salt`` of its own, so that one cannot pass for another."""

    salt: ClassVar[str]

    about: int
    nonce: str
    made: float

    @classmethod
    def fresh(cls, about: int = 0) -> Self:
        return cls(about, secrets.token_urlsafe(24), timezone.now().timestamp())

    @classmethod
    def read(cls, signed: str) -> Self | None:
        """None if it is not ours."""
        try:
            return cls(**signing.loads(signed, salt=cls.salt))
        except (signing.BadSignature, TypeError, ValueError):
            return None

    @property
    def signed(self) -> str:
        return signing.dumps(asdict(self), salt=self.salt)

    @property
    def age(self) -> dt.timedelta:
        return dt.timedelta(seconds=timezone.now().timestamp() - self.made)

    @property
    def number(self) -> str:
        """What is kept of it: enough to know the form again, too little to make one."""
        return hashlib.sha256(f"{self.salt}:{self.nonce}".encode()).hexdigest()
