"""Organisations, accounts and the place: what a whole file holds."""

import datetime as dt
from typing import Self

from pydantic import Field, model_validator

from portal.enums import MembershipRole, OrganisationKind
from promises.demo.shape.base import AccountName, OrganisationName, Prose, Shape
from promises.demo.shape.dialogue import Dialogue
from promises.demo.shape.period import Period


class Organisation(Shape):
    name: str
    short_form: str
    kind: OrganisationKind
    scb_code: str = ""
    address: str = ""
    phone: str = ""
    web: str = ""


class Account(Shape):
    password: str
    name: str
    title: str
    organisation: OrganisationName | None = None
    role: MembershipRole = MembershipRole.EDITOR
    is_operator: bool = False


class Member(Shape):
    organisation: OrganisationName
    signer: AccountName


class Contact(Shape):
    organisation: OrganisationName
    function: str
    help: str = ""
    phone: str
    opening_hours: str = ""


class Place(Shape):
    slug: str
    name: str
    introduction: Prose
    public_from: dt.date
    reviewed_on: dt.date | None = None
    editor: AccountName
    members: tuple[Member, ...] = Field(min_length=1)
    contacts: tuple[Contact, ...] = ()
    periods: tuple[Period, ...] = ()
    """Oldest first: a promise can only continue one that is there already."""
    dialogues: tuple[Dialogue, ...] = ()

    @model_validator(mode="after")
    def promises_continue_earlier_ones(self) -> Self:
        earlier: set[str] = set()
        for period in self.periods:
            for promise in period.promises:
                if promise.continues and promise.continues not in earlier:
                    raise ValueError(f"{promise.slug}: no earlier promise {promise.continues!r}")
            earlier |= {period.address(promise) for promise in period.promises}
        return self

    @model_validator(mode="after")
    def dialogues_fit_the_place(self) -> Self:
        promises = {period.address(one) for period in self.periods for one in period.promises}
        members = {member.organisation for member in self.members}
        for dialogue in self.dialogues:
            if unknown := dialogue.promises - promises:
                raise ValueError(f"{dialogue.slug}: no promises {sorted(unknown)}")
            if strangers := set(dialogue.holders) - members:
                raise ValueError(f"{dialogue.slug}: {sorted(strangers)} cannot sign here")
        return self


class ContentFile(Shape):
    """A place with its organisations and accounts, or accounts alone."""

    organisations: dict[str, Organisation] = {}
    accounts: dict[str, Account] = {}
    place: Place | None = None
