"""What a page says of people: who signed, whom to reach, and the postal address."""

from dataclasses import dataclass
from typing import Any

from promises.page_import.parties import Party

Lines = tuple[int, ...]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ImportedSignatory:
    name: str
    title: str
    lines: Lines = ()

    def as_json(self) -> Json:
        return {"name": self.name, "title": self.title}


@dataclass(frozen=True, slots=True)
class ImportedContact:
    name: str | None
    title: str | None
    phone: str | None = None
    email: str | None = None
    party: Party | None = None
    lines: Lines = ()

    def as_json(self) -> Json:
        return {"name": self.name, "title": self.title, "phone": self.phone, "email": self.email}


@dataclass(frozen=True, slots=True)
class ImportedAddress:
    """A postal address and whose it is."""

    organisation: str
    street: str
    postal_code: str
    town: str
    lines: Lines = ()
