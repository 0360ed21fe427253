"""What the pages of all drafts of promises share."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from portal.admin.draft_rows import OrderedAdmin, RowsUnder
from portal.admin.merging import rows_of
from portal.admin.scoped import ScopedInline
from portal.keys import key_from
from promises.admin.narrowing import narrow, period_of
from promises.admin.places import PlacedForm
from promises.models import PromisePeriod
from promises.published import why_kept


class DraftForm(PlacedForm):
    """Its choices are those of the row's own period."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        narrow(self.fields, self._period(), row=self.instance)

    def _period(self) -> PromisePeriod | None:
        if (period := period_of(self.instance)) is not None:
            return period
        field = self.fields.get("period")
        given = self.data.get(self.add_prefix("period")) or self.initial.get("period")
        key = key_from(str(given or ""))
        if key is None or not isinstance(field, forms.ModelChoiceField):
            return None
        found: PromisePeriod | None = rows_of(field).filter(pk=key).first()
        return found


class DraftFormSet(RowsUnder):
    """Rows under a draft: narrowed as it is."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        narrow(form.fields, period_of(self.instance), row=form.instance)

    def why_kept(self, row: Any) -> str:
        return why_kept(row)


class DraftInline(ScopedInline):
    form = PlacedForm
    formset = DraftFormSet


class DraftAdmin(OrderedAdmin):
    form = DraftForm

    def why_kept(self, row: Any) -> str:
        return why_kept(row)


class OwnPeriods(admin.RelatedOnlyFieldListFilter):
    """The periods of the rows that the user may edit, with their places in the same statement."""

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> Any:
        rows = model_admin.get_queryset(request).order_by().values(self.field_path)
        periods = PromisePeriod.objects.filter(pk__in=rows).select_related("partnership")
        return [(period.pk, str(period)) for period in periods]


OWN_PERIODS = ("period", OwnPeriods)
