"""What all published documents have in common: frozen parts, one spelling, one hash. No ORM."""

import hashlib
import json
from typing import Any, Protocol
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Something in a document. Unknown fields are refused: a document says no more than its shape."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Signer(Protocol):
    """What a document tells of an organisation that may sign it."""

    @property
    def key(self) -> UUID: ...
    @property
    def name(self) -> str: ...
    @property
    def must_sign(self) -> bool: ...


def canonical(stored: dict[str, Any]) -> bytes:
    """The one spelling of a document: keys sorted, no spaces, UTF-8. What SHA-256 is taken over, so
    anybody can check an edition with any JSON library."""
    return json.dumps(stored, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(stored: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(stored)).hexdigest()
