"""Rows that are written under one another: what is fixed once made, the order among siblings, and what has
been published stays."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.admin.drafts import going_with
from portal.admin.scoped import ScopedAdmin
from portal.history_words import shortened


class RowsUnder(BaseInlineFormSet[Any, Any, Any]):
    """Rows under a draft: new ones last, published ones kept with all that hangs under them."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "position" in form.fields and form.instance.pk is None:
            form.fields["position"].initial = (index or 0) + 1

    def why_kept(self, row: Any) -> str:
        """Why the row may not be deleted, as a Swedish sentence; empty when it may."""
        return ""

    def clean(self) -> None:
        super().clean()
        gone = [form.instance for form in self.deleted_forms if form.instance.pk is not None]
        kept = [
            f"”{shortened(str(row))}” {reason}"
            for row in going_with(gone)
            if (reason := self.why_kept(row))
        ]
        if kept:
            raise ValidationError(kept)


class OrderedAdmin(ScopedAdmin):
    fixed: ClassVar[Sequence[str]] = ()
    """Fields that are chosen when the row is made, and not moved afterwards."""

    siblings: ClassVar[Sequence[str]] = ()
    """The fields that rows ordered among themselves have in common."""

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

    def stay_on_page(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """After adding: on to the rows that hang under the new one."""
        self.message_user(request, _("Sparat. Nu kan du fylla på med det som hör till."))
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[obj.pk]))
