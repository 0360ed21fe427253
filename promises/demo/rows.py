"""Organisations, places and contacts of the demo: ordinary rows, checked as an editor's are."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Model, Q

from portal.models import Contact, Organisation, Partnership, PartnershipMember
from promises.demo import shape
from promises.demo.reading import DemoContentError

Organisations = Mapping[str, Organisation]

APART = {
    "since", "changes", "organisation", "evidence", "readings", "leads", "partners", "verdicts",
    "parties", "continues", "rationale", "goals", "actions", "follow_up_plans", "areas",
    "signatories", "follow_ups", "editions", "promises", "promise",
}  # fmt: skip
"""What a shape holds besides the plain columns of its own row."""

CODES = ("reason", "next_step")
"""Columns that are text in the table: empty where the shape has no value."""


def keep[Row: Model](row: Row) -> Row:
    """Save what the model accepts. Constraints are left to the database, which is asked anyway."""
    where = f"{type(row).__name__} {str(row)[:60]!r}"
    try:
        row.full_clean(validate_constraints=False)
        row.save()
    except ValidationError as error:
        raise DemoContentError(f"{where}: {'; '.join(error.messages)}") from error
    except IntegrityError as error:
        raise DemoContentError(f"{where}: {error}") from error
    return row


def columns(values: shape.Shape) -> dict[str, Any]:
    found = values.model_dump(exclude=APART)
    return {name: "" if value is None and name in CODES else value for name, value in found.items()}


def create_organisations(found: Mapping[str, shape.Organisation]) -> dict[str, Organisation]:
    """Those already there are used as they are: somebody may have changed them."""
    return {key: _organisation(values) for key, values in found.items()}


def _organisation(values: shape.Organisation) -> Organisation:
    same = Q(name=values.name)
    if values.scb_code:
        same |= Q(scb_code=values.scb_code)
    there = Organisation.objects.filter(same).first()
    return there or keep(Organisation(**columns(values)))


def create_place(values: shape.Place, organisations: Organisations) -> Partnership:
    plain = values.model_dump(exclude={"editor", "members", "contacts", "periods"})
    place = keep(Partnership(**plain))
    for position, member in enumerate(values.members):
        keep(
            PartnershipMember(
                partnership=place,
                organisation=organisations[member.organisation],
                must_sign=True,
                position=position,
            )
        )
    for position, contact in enumerate(values.contacts):
        keep(
            Contact(
                partnership=place,
                organisation=organisations[contact.organisation],
                position=position,
                **columns(contact),
            )
        )
    return place
