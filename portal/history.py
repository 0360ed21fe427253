"""Who wrote: each write to a draft is recorded with its user, and told in words.

The events themselves are kept by triggers (``keep_history``), so nothing can skip them; this module adds the
user to those that come from the admin, and reads them back.
"""

import datetime as dt
import json
import uuid
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Self

import pghistory
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse
from pghistory import runtime

GetResponse = Callable[[HttpRequest], HttpResponse]
ADMIN = "/admin/"

can_be_noted: Callable[[Any, Any], bool] = runtime._can_inject_variable
"""Whether the statement can be preceded by a note: not a SELECT, not in a failed transaction."""


class written_by(pghistory.context):  # noqa: N801 - a context manager, as its base
    """Notes the user on everything that is written inside.

    pghistory puts its ``set_config`` in front of the statement itself; with server-side binding a statement
    is sent alone, so ours sends it first, in the same transaction.
    """

    def __init__(self, user: AbstractBaseUser | AnonymousUser) -> None:
        super().__init__(user=user.pk)

    def __enter__(self) -> Any:
        if not hasattr(runtime._tracker, "value"):
            hook: Any = connection.execute_wrapper(_noted)
            hook.__enter__()
            self._pre_execute_hook = hook
            runtime._tracker.value = runtime.Context(id=uuid.uuid4(), metadata=self.metadata)
        return runtime._tracker.value


def _noted(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
    if not can_be_noted(context["cursor"], sql):
        return execute(sql, params, many, context)
    told = runtime._tracker.value
    # Outside a transaction the note would be forgotten before the statement.
    with nullcontext() if connection.in_atomic_block else transaction.atomic():
        execute(
            "SELECT set_config('pghistory.context_id', %s, true),"
            " set_config('pghistory.context_metadata', %s, true)",
            (str(told.id), json.dumps(told.metadata)),
            False,
            context,
        )
        return execute(sql, params, many, context)


def note_writer(get_response: GetResponse) -> GetResponse:
    """Middleware: only writes in the admin have a writer. Public pages are not touched."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or not request.path.startswith(ADMIN):
            return get_response(request)
        with written_by(request.user):
            return get_response(request)

    return middleware


@dataclass(frozen=True)
class Branch:
    """One tracked table, and how its rows hang under the row whose history is told.

    ``column`` names the column of the event that holds the parent's id; empty for the row itself. ``title``
    is the field that people know the row by. ``loose`` names a column that must be empty.
    """

    model: type[models.Model]
    title: str
    column: str = ""
    under: Self | None = None
    name: str = ""
    loose: str = ""

    @property
    def event_model(self) -> type[models.Model]:
        return event_models()[self.label]

    @property
    def label(self) -> str:
        return self.model._meta.label

    def words(self) -> str:
        return self.name or str(self.model._meta.verbose_name)

    def events(self, pk: int) -> models.QuerySet[Any]:
        """Every event of the rows that hang, or hung, under the row ``pk``; oldest first."""
        found = self.event_model._default_manager.order_by("pgh_id")
        if self.loose:
            found = found.filter(**{f"{self.loose}__isnull": True})
        if not self.column:
            return found.filter(id=pk)
        if self.under is None:
            return found.filter(**{self.column: pk})
        parents = self.under.events(pk).order_by().values("id")
        return found.filter(**{f"{self.column}__in": parents})


@cache
def event_models() -> dict[str, type[models.Model]]:
    """Event models by the label of what they track."""
    found: list[Any] = pghistory.core.event_models()
    return {
        event.pgh_tracked_model._meta.label: event
        for event in found
        if event.pgh_tracked_model is not None
    }


@dataclass(frozen=True)
class FieldChange:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Act:
    """One row added, changed or removed."""

    kind: str
    name: str
    title: str
    changes: list[FieldChange] = field(default_factory=list)


@dataclass
class Entry:
    """What one person did in one go."""

    at: dt.datetime
    who: str
    user: int | None
    acts: list[Act]


def newest(branches: Iterable[Branch], pk: int) -> dict[str, int]:
    """The number of the latest event in each branch: a draft's version."""
    return {
        branch.label: branch.events(pk).order_by().aggregate(found=models.Max("pgh_id"))["found"]
        or 0
        for branch in branches
    }
