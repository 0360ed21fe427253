"""Rows that break what the database demands, made without asking any form or service."""

from django.db import models


def update(row: models.Model, **values) -> None:
    type(row).objects.filter(pk=row.pk).update(**values)


def twice(row: models.Model) -> None:
    """The same row again, under a new primary key."""
    row.pk = None
    type(row).objects.bulk_create([row])


def copied(row: models.Model, **values) -> None:
    row.pk = None
    for name, value in values.items():
        setattr(row, name, value)
    type(row).objects.bulk_create([row])
