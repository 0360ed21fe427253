"""What was typed on a page, put together with what others have saved since the page was opened."""

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.forms.models import InlineForeignKeyField
from django.http import HttpRequest, QueryDict
from django.utils.choices import flatten_choices
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from portal.history import Branch
from portal.keys import key_from
from portal.prose import ProseField, plain_text
from portal.swedish import join_words, sentence_case
from portal.weaving import Piece, woven

Form = forms.ModelForm[Any]
MISSING: Any = object()


@dataclass(frozen=True)
class Difference:
    """One field where the stored text and the typed one differ."""

    where: str
    label: str
    stored: str
    typed: str

    @property
    def is_long(self) -> bool:
        return min(len(self.stored), len(self.typed)) > 60

    @property
    def pieces(self) -> list[Piece]:
        return list(woven(self.stored, self.typed))


def merge(
    model_admin: admin.ModelAdmin[Any], request: HttpRequest, row: Any, seen: dict[str, int]
) -> list[Difference]:
    """Puts others' text into the fields that were not touched (in ``request.POST``), and tells where the
    rest differs."""
    past = Past(cast(Any, model_admin).watched, seen)
    request.POST = request.POST.copy()  # type: ignore[assignment]
    for formset in _formsets(model_admin, request, row):
        _revive_lost_rows(request.POST, formset, past)
    differences: list[Difference] = []
    for where, form in _forms(model_admin, request, row):
        for name in form.fields:
            if _is_written_here(form, name):
                differences += _settle(request.POST, form, name, where, past)
    return differences


def _is_written_here(form: Form, name: str) -> bool:
    """Not the row's number, its parent's, the box that deletes it, or what is only shown."""
    field = form.fields[name]
    is_other = field.disabled or isinstance(field, InlineForeignKeyField | forms.FileField)
    return name not in ("id", "DELETE") and not is_other


def _forms(
    model_admin: admin.ModelAdmin[Any], request: HttpRequest, row: Any
) -> Iterator[tuple[str, Form]]:
    form_class = model_admin.get_form(request, row, change=True)
    yield "", form_class(request.POST, request.FILES, instance=copy(row))
    for formset in _formsets(model_admin, request, row):
        for form in formset.initial_forms:
            if form.instance.pk:
                name = sentence_case(str(form.instance._meta.verbose_name))
                yield f"{name}: {form.instance}", form


def _formsets(model_admin: admin.ModelAdmin[Any], request: HttpRequest, row: Any) -> list[Any]:
    formsets, inlines = cast(Any, model_admin)._create_formsets(request, copy(row), change=True)
    writable = zip(formsets, inlines, strict=True)
    return [f for f, inline in writable if inline.has_change_permission(request, row)]


def _settle(
    data: QueryDict, form: Form, name: str, where: str, past: "Past"
) -> Iterator[Difference]:
    """Fields alone: what others changed and I did not is theirs; what differs still is told."""
    field, key = form.fields[name], form.add_prefix(name)
    typed, stored = _typed(form, name), _stored(form.instance, name)
    if stored is MISSING or not _differs(field, stored, typed):
        return
    base = past.value(form.instance, name)
    if base is not MISSING and not _differs(field, base, typed):
        _put(data, key, field, stored)
        return
    label = sentence_case(str(field.label or name))
    yield Difference(where, label, _shown(form, name, stored), _shown(form, name, typed))


def _typed(form: Form, name: str) -> Any:
    widget, key = form.fields[name].widget, form.add_prefix(name)
    return widget.value_from_datadict(form.data, cast(MultiValueDict[str, Any], form.files), key)


def _stored(row: models.Model, name: str) -> Any:
    try:
        field = row._meta.get_field(name)
    except FieldDoesNotExist:
        return MISSING
    if isinstance(field, models.ManyToManyField):
        return sorted(getattr(row, name).values_list("pk", flat=True))
    return getattr(row, cast(Any, field).attname)


def _differs(field: forms.Field, stored: Any, typed: Any) -> bool:
    if isinstance(field, forms.ModelMultipleChoiceField):
        return {str(pk) for pk in stored or ()} != {str(pk) for pk in typed or ()}
    if isinstance(typed, str):
        typed = typed.replace("\r\n", "\n")
    return field.has_changed(stored, typed)


def _put(data: QueryDict, key: str, field: forms.Field, value: Any) -> None:
    if isinstance(field, forms.BooleanField):
        data.setlist(key, ["on"] if value else [])
    elif isinstance(field, forms.ModelMultipleChoiceField):
        data.setlist(key, [str(pk) for pk in value])
    else:
        shown = field.widget.format_value(field.prepare_value(value))
        data[key] = (shown[0] if shown else "") if isinstance(shown, list) else (shown or "")


def _shown(form: Form, name: str, value: Any) -> str:
    """A stored or typed value as people read it."""
    field = form.fields[name]
    if isinstance(field, forms.ModelMultipleChoiceField):
        chosen = {str(pk) for pk in value or ()}
        return join_words(str(o) for o in rows_of(field) if str(o.pk) in chosen)
    if isinstance(field, forms.ModelChoiceField):
        return str(rows_of(field).filter(pk=key_from(str(value or ""))).first() or "")
    if isinstance(field, forms.BooleanField):
        return _("ja") if value else _("nej")
    if isinstance(field, forms.ChoiceField):
        pairs: Any = flatten_choices(cast(Any, field.choices))
        words = {str(key): label for key, label in pairs}
        return str(words.get(str(value), value or ""))
    text = "" if value is None else str(value)
    is_prose = isinstance(form.instance._meta.get_field(name), ProseField)
    return plain_text(text) if is_prose else text


def rows_of(field: forms.ModelChoiceField[Any]) -> models.QuerySet[Any]:
    return cast(models.QuerySet[Any], field.queryset)


def _revive_lost_rows(data: QueryDict, formset: Any, past: "Past") -> None:
    """Rows that others have deleted: those that were changed here become new rows, the rest go."""
    prefix, kept = formset.prefix, {str(row.pk) for row in formset.get_queryset()}
    rows = [_row(data, prefix, index) for index in range(formset.total_form_count())]
    first = min(formset.initial_form_count(), len(rows))
    lost = [i for i in range(first) if rows[i].get("id", [""])[0] not in kept]
    if not lost:
        return
    alive = [rows[i] for i in range(first) if i not in lost]
    revived = [
        {**rows[i], "id": [""]} for i in lost if _is_changed(formset.forms[i], rows[i], past)
    ]
    for key in [key for key in data if re.match(rf"{re.escape(prefix)}-\d+-", key)]:
        del data[key]
    for index, row in enumerate([*alive, *revived, *rows[first:]]):
        for suffix, values in row.items():
            data.setlist(f"{prefix}-{index}-{suffix}", values)
    data[f"{prefix}-INITIAL_FORMS"] = str(len(alive))
    data[f"{prefix}-TOTAL_FORMS"] = str(len(alive) + len(revived) + len(rows) - first)


def _row(data: QueryDict, prefix: str, index: int) -> dict[str, list[str]]:
    start = f"{prefix}-{index}-"
    return {key[len(start) :]: data.getlist(key) for key in data if key.startswith(start)}


def _is_changed(form: Form, row: dict[str, list[str]], past: "Past") -> bool:
    pk = key_from(row.get("id", [""])[0])
    if "DELETE" in row or pk is None:
        return False
    gone = type(form.instance)(pk=pk)
    return any(
        _differs(form.fields[name], base, _typed(form, name))
        for name in form.fields
        if _is_written_here(form, name) and (base := past.value(gone, name)) is not MISSING
    )


@dataclass(frozen=True)
class Past:
    """Rows as they were when the page was opened: read from their events."""

    branches: Any
    seen: dict[str, int]

    def value(self, row: models.Model, name: str) -> Any:
        try:
            field: Any = row._meta.get_field(name)
        except FieldDoesNotExist:
            return MISSING
        if isinstance(field, models.ManyToManyField):
            return self._links(field, row.pk)
        event = self._events(type(row), id=row.pk)
        last = event.last() if event is not None else None
        return MISSING if last is None else getattr(last, field.attname)

    def _events(self, model: type[models.Model], **columns: Any) -> Any:
        branch = next((b for b in self.branches if _table(b) == model._meta.db_table), None)
        if branch is None:
            return None
        upto = self.seen.get(branch.label, 0)
        events = branch.event_model._default_manager.order_by("pgh_id")
        return events.filter(pgh_id__lte=upto, **columns)

    def _links(self, field: Any, pk: int) -> Any:
        events = self._events(field.remote_field.through, **{field.m2m_column_name(): pk})
        if events is None:
            return MISSING
        linked: dict[int, bool] = {}
        for event in events:
            other = getattr(event, field.m2m_reverse_name())
            linked[other] = event.pgh_label == "insert"
        return sorted(other for other, is_there in linked.items() if is_there)


def _table(branch: Branch) -> str:
    return str(branch.model._meta.db_table)
