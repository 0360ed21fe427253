"""What residents have read stays: editions hold the keys of the rows they were made of."""

from typing import Any

from django.db import models
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from promises.models import FollowUp, Goal, PeriodEdition, Promise, PromisePeriod, Reading


def is_published(row: Any) -> bool:
    """Whether the row is part of an edition that is out, was out, or has a day to go out."""
    return _is_in(PeriodEdition.objects.out_or_scheduled(), row)


def has_fixed_address(row: PromisePeriod | Promise) -> bool:
    """Whether residents have the row's address, or a text that names it waits to be signed."""
    return _is_in(PeriodEdition.objects.released_or_waiting(), row)


def _is_in(editions: models.QuerySet[PeriodEdition], row: Any) -> bool:
    if isinstance(row, PromisePeriod):
        return editions.filter(period=row).exists()
    if isinstance(row, FollowUp):
        report = {"kind": row.kind, "as_of": row.as_of.isoformat() if row.as_of else None}
        reports = editions.filter(period=row.period_id)
        return reports.filter(document__follow_ups__contains=[report]).exists()
    if isinstance(row, Reading):
        reading = {"on": row.on.isoformat(), "source": row.source}
        goal = {"key": str(row.goal.key), "readings": [reading]}
        told = editions.filter(period=row.goal.promise.period_id)
        return told.filter(document__promises__contains=[{"goals": [goal]}]).exists()
    period = row.promise.period_id if isinstance(row, Goal) else row.period_id
    texts = editions.filter(period=period).annotate(text=Cast("document", models.TextField()))
    return texts.filter(text__contains=str(row.key)).exists()


def why_kept(row: Any) -> str:
    """Why the row may not be deleted; empty when it may."""
    kept = isinstance(row, PromisePeriod | FollowUp | Reading) or hasattr(row, "key")
    if not kept or row.pk is None or not is_published(row):
        return ""
    match row._meta.model_name:
        case "action":
            return _(
                "är publicerad och ska gå att läsa. Blev den inte av: "
                "redovisa den som inte genomförd, med skäl."
            )
        case "reading":
            return _("är publicerat och ska gå att läsa. Är det fel: ändra det i stället.")
        case "goal":
            return _("är publicerat och ska gå att läsa. Redovisa hur det gick i stället.")
        case "promiseperiod" | "followup":
            return _("är publicerad och ska gå att läsa. Det som är fel rättas i en ny utgåva.")
        case _:
            return _("är publicerat och ska gå att läsa. Det som är fel rättas i en ny utgåva.")
