"""What every kept row has."""

from collections.abc import Callable
from typing import cast

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def keep_history[M: type[models.Model]]() -> Callable[[M], M]:
    """Record each insert, update and delete of the row by trigger: nothing can skip it."""
    tracked = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(condition=pghistory.AnyChange(exclude_auto=True)),
        pghistory.DeleteEvent(),
    )
    return cast(Callable[[M], M], tracked)


def one_of(field: str, choices: type[models.TextChoices], *, name: str) -> models.CheckConstraint:
    """Choices guard forms only; this guards the table."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{field}__in": choices.values}),
        violation_error_message=_("Välj ett av de val som finns."),
    )


class Stamped(models.Model):
    """A row that knows when it last changed: live rows are part of their pages' ETags."""

    updated_at = models.DateTimeField(_("senast ändrad"), auto_now=True)

    class Meta:
        abstract = True
