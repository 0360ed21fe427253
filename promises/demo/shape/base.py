"""What all shapes of the demo content have in common."""

import datetime as dt
from typing import Annotated, Any, Self
from uuid import UUID, uuid4

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)

from portal.prose import as_prose


def _declared(table: str) -> AfterValidator:
    """Refuses a name that the file's own table does not declare."""

    def check(name: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(table)
        if known is not None and name not in known:
            raise ValueError(f"{name!r} is not declared under [{table}] in this file")
        return name

    return AfterValidator(check)


OrganisationName = Annotated[str, _declared("organisations")]
AccountName = Annotated[str, _declared("accounts")]
Prose = Annotated[str, AfterValidator(as_prose)]
"""One paragraph per line in the file, HTML from here on."""


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", validate_assignment=True, str_strip_whitespace=True)


class Change(BaseModel):
    model_config = ConfigDict(extra="allow")

    since: int = Field(ge=2)

    @property
    def values(self) -> dict[str, Any]:
        return dict(self.model_extra or {})


class Entry(Shape):
    since: int = Field(default=1, ge=1)
    changes: tuple[Change, ...] = ()

    @model_validator(mode="after")
    def changes_fit(self) -> Self:
        for change in self.changes:
            self.at(change.since)
        return self

    def is_news_in(self, edition: int) -> bool:
        return edition in (self.since, *(change.since for change in self.changes))

    def at(self, edition: int) -> Self:
        """The entry as that edition words it."""
        entry = self.model_copy(update={"changes": ()})
        for change in self.changes:
            if change.since <= edition:
                for name, value in change.values.items():
                    setattr(entry, name, value)
        return entry


class Row(Entry):
    """An entry with the fields of a part of the document; the row gets its own key."""

    key: UUID = Field(default_factory=uuid4, exclude=True)


class Edition(Shape):
    note: str
    is_minor: bool = False
    at: dt.datetime
    withdrawn_because: str = ""
