"""What residents have read stays: editions hold the keys of the rows they were made of. Rows without a key
are known by what they say, now or at any time before: a change of words does not set a row free."""

from typing import Any

from django.db import models
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from promises.models import (
    Action,
    Evidence,
    FocusArea,
    FollowUp,
    FollowUpPlan,
    Goal,
    PeriodEdition,
    Promise,
    PromisePeriod,
    PromiseVerdict,
    Rationale,
    Reading,
    Signatory,
)

KEPT = (
    PromisePeriod
    | FocusArea
    | Promise
    | Rationale
    | Evidence
    | Goal
    | Reading
    | Action
    | FollowUpPlan
    | FollowUp
    | PromiseVerdict
    | Signatory
)


def is_published(row: Any) -> bool:
    """Whether the row is part of an edition that is out, was out, or has a day to go out."""
    match row:
        case PromisePeriod():
            return released(row.pk).exists()
        case FocusArea() | Promise() | Action():
            return _is_named(row, row.period_id)
        case Goal():
            return _is_named(row, row.promise.period_id)
        case Evidence():
            return _is_named(row, _owner(row.rationale).period_id)
    period, told = _told(row)
    return released(period).filter(told).exists()


def has_fixed_address(row: PromisePeriod | Promise) -> bool:
    """Whether residents have the row's address, or a text that names it waits to be signed."""
    editions = PeriodEdition.objects.released_or_waiting()
    if isinstance(row, PromisePeriod):
        return editions.filter(period=row).exists()
    return _naming(row, editions.filter(period=row.period_id)).exists()


def _is_named(row: Any, period: int) -> bool:
    return _naming(row, released(period)).exists()


def _naming(row: Any, editions: models.QuerySet[Any]) -> models.QuerySet[Any]:
    texts: models.QuerySet[Any] = editions.annotate(text=Cast("document", models.TextField()))
    return texts.filter(text__contains=str(row.key))


def _told(row: Any) -> tuple[int, models.Q]:
    """The period of a row without a key, and how a document tells of it."""
    match row:
        case Rationale():
            owner = _owner(row)
            kind = "promises" if row.promise_id else "areas"
            part = {kind: [{"key": str(owner.key), "rationale": {}}]}
            return owner.period_id, models.Q(document__contains=part)
        case FollowUp():
            return row.period_id, _any({"follow_ups": [report]} for report in _reports(row))
        case PromiseVerdict():
            judged = {"verdicts": [{"promise": str(row.promise.key)}]}
            reports = _reports(row.follow_up)
            told = _any({"follow_ups": [report | judged]} for report in reports)
            return row.follow_up.period_id, told
        case Reading():
            read = [
                {"on": on.isoformat(), "source": source}
                for on, source in _past(row, "on", "source")
            ]
            goal = str(row.goal.key)
            told = _any({"promises": [{"goals": [{"key": goal, "readings": [r]}]}]} for r in read)
            return row.goal.promise.period_id, told
        case FollowUpPlan():
            plans = [{"follow_up_plans": [{"text": text}]} for (text,) in _past(row, "text")]
            of_promises = [{"promises": [plan]} for plan in plans]
            return row.period_id, _any([*plans, *of_promises])
        case Signatory():
            names = _past(row, "name")
            return row.period_id, _any({"signatories": [{"name": name}]} for (name,) in names)
    raise TypeError(f"{row._meta.label} is never published")


def _any(parts: Any) -> models.Q:
    """A document that holds one of the parts; nothing holds none."""
    told = models.Q(pk__in=[])
    for part in parts:
        told |= models.Q(document__contains=part)
    return told


def _reports(row: FollowUp) -> list[dict[str, Any]]:
    past = _past(row, "kind", "as_of")
    return [{"kind": kind, "as_of": day.isoformat() if day else None} for kind, day in past]


def _past(row: Any, *columns: str) -> set[tuple[Any, ...]]:
    """What has stood in these columns since the row was made, as its history tells, and what does now."""
    told = {tuple(getattr(row, column) for column in columns)}
    return told | set(row.events.order_by().values_list(*columns))


def _owner(row: Rationale) -> Any:
    return row.promise if row.promise_id else row.area


def released(period: int) -> models.QuerySet[Any]:
    found: models.QuerySet[Any] = PeriodEdition.objects.out_or_scheduled().filter(period=period)
    return found


def why_kept(row: Any) -> str:
    """Why the row may not be deleted; empty when it may."""
    if not isinstance(row, KEPT) or row.pk is None or not is_published(row):
        return ""
    match row:
        case Action():
            return _(
                "är publicerad och ska gå att läsa. Blev den inte av: "
                "redovisa den som inte genomförd, med skäl."
            )
        case Reading():
            return _("är publicerat och ska gå att läsa. Är det fel: ändra det i stället.")
        case Goal():
            return _("är publicerat och ska gå att läsa. Redovisa hur det gick i stället.")
        case FocusArea() | Promise() | Evidence():
            return _("är publicerat och ska gå att läsa. Det som är fel rättas i en ny utgåva.")
    return _("är publicerad och ska gå att läsa. Det som är fel rättas i en ny utgåva.")
