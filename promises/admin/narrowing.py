"""The choices of a field, narrowed to the period that the row belongs to."""

from typing import Any

from django import forms

from portal.admin.merging import rows_of
from portal.models import Organisation
from promises.models import FocusArea, Promise, PromisePeriod

Fields = dict[str, forms.Field]


def period_of(row: Any) -> PromisePeriod | None:
    """The period that a row is, or lies under."""
    if isinstance(row, PromisePeriod):
        return row if row.pk else None
    if getattr(row, "period_id", None):
        found: PromisePeriod = row.period
        return found
    return period_of(row.promise) if getattr(row, "promise_id", None) else None


def narrow(fields: Fields, period: PromisePeriod | None, *, row: Any) -> None:
    """Without a period yet, each choice says which one it belongs to."""
    for name, field in fields.items():
        if not isinstance(field, forms.ModelChoiceField) or field.queryset is None:
            continue
        related = field.queryset.model
        if related is PromisePeriod:
            field.queryset = field.queryset.select_related("partnership")
        elif name == "continues":
            _earlier_promises(field, period, row)
        elif related in (Promise, FocusArea):
            _of_period(field, period)
        elif related is Organisation and period is not None:
            parties = Organisation.objects.filter(partnerships=period.partnership_id)
            field.queryset = parties.order_by("partnership_members__position")


def _of_period(field: forms.ModelChoiceField[Any], period: PromisePeriod | None) -> None:
    if period is None:
        field.queryset = rows_of(field).select_related("period__partnership")
        field.label_from_instance = _with_period  # type: ignore[method-assign,assignment]
    else:
        field.queryset = rows_of(field).filter(period=period)


def _earlier_promises(
    field: forms.ModelChoiceField[Any], period: PromisePeriod | None, row: Any
) -> None:
    found = rows_of(field).select_related("period__partnership").exclude(pk=row.pk)
    if period is not None:
        found = found.filter(period__partnership=period.partnership_id).exclude(period=period)
    field.queryset = found.order_by("-period__starts_on", "position")
    field.label_from_instance = _with_period  # type: ignore[method-assign,assignment]


def _with_period(row: Any) -> str:
    return f"{row.period}: {row}"
