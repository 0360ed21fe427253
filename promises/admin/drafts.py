"""What the pages of all drafts of promises share."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from portal.admin.merging import rows_of
from portal.admin.scoped import ScopedAdmin, ScopedInline
from portal.history_words import shortened
from promises.admin.narrowing import narrow, period_of
from promises.admin.published import why_kept
from promises.models import PromisePeriod


class DraftForm(forms.ModelForm[Any]):
    """Its choices are those of the row's own period."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        narrow(self.fields, self._period(), row=self.instance)

    def _period(self) -> PromisePeriod | None:
        if (period := period_of(self.instance)) is not None:
            return period
        field = self.fields.get("period")
        given = self.data.get(self.add_prefix("period")) or self.initial.get("period")
        if not isinstance(field, forms.ModelChoiceField) or not str(given or "").isdigit():
            return None
        found: PromisePeriod | None = rows_of(field).filter(pk=given).first()
        return found


class DraftFormSet(BaseInlineFormSet[Any, Any, Any]):
    """Rows under a draft: narrowed as it is, new ones last, published ones kept."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        narrow(form.fields, period_of(self.instance), row=form.instance)
        if "position" in form.fields and form.instance.pk is None:
            form.fields["position"].initial = (index or 0) + 1

    def clean(self) -> None:
        super().clean()
        kept = [
            f"”{shortened(str(form.instance))}” {reason}"
            for form in self.deleted_forms
            if (reason := why_kept(form.instance))
        ]
        if kept:
            raise ValidationError(kept)


class DraftInline(ScopedInline):
    formset = DraftFormSet


class DraftAdmin(ScopedAdmin):
    form = DraftForm
    fixed: ClassVar[Sequence[str]] = ()
    """Fields that are chosen when the row is made, and not moved afterwards."""

    siblings: ClassVar[Sequence[str]] = ()
    """The fields that rows ordered among themselves have in common."""

    def why_kept(self, row: Any) -> str:
        return why_kept(row)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        found = tuple(super().get_readonly_fields(request, obj))
        return (*found, *self.fixed) if obj is not None else found

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A new row comes last among its own; their order is set on the page above."""
        if not change and self.siblings:
            among = {name: getattr(obj, name) for name in self.siblings}
            rows = self.model._default_manager.filter(**among)
            obj.position = (rows.aggregate(last=Max("position"))["last"] or 0) + 1
        super().save_model(request, obj, form, change)


class OwnPeriods(admin.RelatedOnlyFieldListFilter):
    """The periods of the rows that the user may edit, with their places in the same statement."""

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> Any:
        rows = model_admin.get_queryset(request).order_by().values(self.field_path)
        periods = PromisePeriod.objects.filter(pk__in=rows).select_related("partnership")
        return [(period.pk, str(period)) for period in periods]


OWN_PERIODS = ("period", OwnPeriods)
