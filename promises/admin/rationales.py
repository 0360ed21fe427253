"""Why: the background of a promise or an area, with the figures it leans on, on the same page."""

from typing import Any

from django import forms
from django.contrib.admin.checks import InlineModelAdminChecks
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from promises.admin.drafts import DraftFormSet, DraftInline
from promises.models import Evidence, Promise, Rationale


class RationaleInline(DraftInline):
    model = Rationale
    fields = ("text",)
    verbose_name_plural = _("bakgrund")


class EvidenceFormSet(DraftFormSet):
    """Evidence hangs under the background, which hangs under the page's row: one step further down than
    Django's inlines reach."""

    def __init__(self, *args: Any, instance: models.Model | None = None, **kwargs: Any) -> None:
        self.owner = instance
        super().__init__(*args, instance=self._rationale(), **kwargs)  # type: ignore[misc]

    def _rationale(self) -> Rationale:
        owner = self.owner
        if owner is not None and owner.pk is not None:
            name = "promise" if isinstance(owner, Promise) else "area"
            if found := Rationale.objects.filter(**{name: owner}).first():
                return found
        return Rationale()

    def clean(self) -> None:
        super().clean()
        written = any(form.has_changed() and form not in self.deleted_forms for form in self.forms)
        if written and self.instance.pk is None and not self.data.get("rationale-0-text"):
            raise ValidationError(_("Skriv bakgrunden först: underlaget hör till den."))

    def save(self, commit: bool = True) -> list[Any]:
        """The background on the same page has been saved just before; it may have been deleted."""
        self.instance = self._rationale()
        if self.instance.pk is None:
            self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
            return []
        saved: list[Any] = super().save(commit)
        return saved


class EvidenceChecks(InlineModelAdminChecks):
    def _check_relation(self, obj: Any, parent_model: type[models.Model]) -> list[Any]:
        return super()._check_relation(obj, Rationale)  # type: ignore[misc,no-any-return]


class EvidenceInline(DraftInline):
    model = Evidence
    formset = EvidenceFormSet
    checks_class = EvidenceChecks
    fields = (
        "text",
        ("figure", "unit", "year"),
        "population",
        ("source", "url"),
        "position",
    )
    classes = ("orderable",)

    def get_formset(
        self, request: HttpRequest, obj: Any = None, **kwargs: Any
    ) -> type[BaseInlineFormSet[Any, Any, forms.ModelForm[Any]]]:
        page, self.parent_model = self.parent_model, Rationale
        try:
            return super().get_formset(request, obj, **kwargs)
        finally:
            self.parent_model = page
