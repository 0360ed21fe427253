"""Organisations, places and contacts of the demo: ordinary rows, checked as an editor's are."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Model, Q
from pydantic import BaseModel

from portal.models import Contact, Organisation, Partnership, PartnershipMember
from promises.demo import shape
from promises.demo.reading import DemoContentError

Organisations = Mapping[str, Organisation]


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


def columns(model: type[Model], values: BaseModel) -> dict[str, Any]:
    """The plain columns that a shape has values for; what it names or holds besides is set apart."""
    found = values.model_dump()
    return {
        field.name: "" if found[field.name] is None and not field.null else found[field.name]
        for field in model._meta.concrete_fields
        if field.name in found and not field.is_relation
    }


def put[Row: Model](
    model: type[Row], entry: shape.Entry, edition: int, where: dict[str, Any], **more: Any
) -> Row | None:
    """The row of an entry as this edition has it; None where the entry does not stand yet."""
    if edition < entry.since:
        return None
    row = model._default_manager.filter(**where).first()
    if row is not None and not entry.is_news_in(edition):
        return row
    row = row or model(**where)
    for name, value in {**columns(model, entry.at(edition)), **more}.items():
        setattr(row, name, value)
    return keep(row)


def create_organisations(found: Mapping[str, shape.Organisation]) -> dict[str, Organisation]:
    """Those already there are used as they are: somebody may have changed them."""
    return {
        key: find_organisation(values) or keep(Organisation(**columns(Organisation, values)))
        for key, values in found.items()
    }


def find_organisation(values: shape.Organisation) -> Organisation | None:
    same = Q(name=values.name)
    if values.scb_code:
        same |= Q(scb_code=values.scb_code)
    return Organisation.objects.filter(same).first()


def create_place(values: shape.Place, organisations: Organisations) -> Partnership:
    place = keep(Partnership(**columns(Partnership, values)))
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
                **columns(Contact, contact),
            )
        )
    return place
