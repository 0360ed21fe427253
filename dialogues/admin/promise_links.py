"""Choosing the promises that words led to: among those that are public in the dialogue's own place now."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.admin.drafts import DraftFormSet, DraftInline, dialogue_of
from dialogues.models import Dialogue, FindingPromise
from portal.admin.widgets import NOTHING
from portal.history_words import shortened
from portal.models import SearchEntry

Choices = list[tuple[str, Any]]


class SearchedSelect(forms.Select):
    """A list that our own element lets one search in. Without JavaScript it is the list."""

    template_name = "admin/widgets/searched_select.html"

    @property
    def media(self) -> forms.Media:
        from js_asset import Script  # noqa: PLC0415

        return forms.Media(js=[Script("js/elements/searched_select.js", type="module")])


class PromiseKeyField(forms.ChoiceField):
    """Its value is the promise's key, which is the same in all editions."""

    widget = SearchedSelect
    default_error_messages = {
        "invalid_choice": gettext_lazy("Välj ett löfte som är publicerat för platsen."),
        "required": gettext_lazy("Välj ett löfte."),
    }

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return ""
        try:
            return value if isinstance(value, UUID) else UUID(str(value))
        except ValueError:
            raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice") from None


class PromiseLinkForm(forms.ModelForm[FindingPromise]):
    promise_key = PromiseKeyField(label=gettext_lazy("Löfte"))

    class Meta:
        model = FindingPromise
        fields = ("promise_key", "position")

    statements: dict[str, str]
    """The public promises' words by their keys."""

    def offer(self, entries: list[SearchEntry]) -> None:
        """Also what was chosen once and is no longer public: the row must say what it is."""
        self.statements = {str(entry.key): entry.statement for entry in entries}
        field: Any = self.fields["promise_key"]
        field.choices = [("", NOTHING), *grouped(entries), *self._lost()]

    def _lost(self) -> Choices:
        key = str(self.instance.promise_key) if self.instance.promise_key else ""
        if not key or key in self.statements:
            return []
        return [(_("Inte publicerat"), [(key, shortened(str(self.instance)))])]

    def clean(self) -> dict[str, Any] | None:
        """The promise as it stood: so that the link can be told if the promise goes."""
        cleaned = super().clean()
        if words := self.statements.get(str(self.cleaned_data.get("promise_key"))):
            self.instance.label = words[:400]
        return cleaned


def grouped(entries: list[SearchEntry]) -> Choices:
    """Under their periods, the newest first."""
    return [
        (period, [(str(e.key), shortened(f"{e.title}: {e.statement}", 120)) for e in found])
        for period, found in groupby(entries, key=lambda entry: entry.period)
    ]


def public_promises(dialogue: Dialogue | None) -> list[SearchEntry]:
    if dialogue is None:
        return []
    found = SearchEntry.objects.public().promises(dialogue.partnership)
    return list(found.filter(key__isnull=False).order_by("-period", "title", "pk"))


class PromiseLinkFormSet(DraftFormSet):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries: list[SearchEntry] | None = None

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if self.entries is None:
            self.entries = public_promises(dialogue_of(self.instance))
        form.offer(self.entries)


class PromiseLinkInline(DraftInline):
    model = FindingPromise
    form = PromiseLinkForm
    formset = PromiseLinkFormSet
    fields = ("promise_key", "position")
    classes = ("orderable",)
    verbose_name = gettext_lazy("löfte")
    verbose_name_plural = gettext_lazy("löften som det ledde till")
    help = gettext_lazy(
        "Välj bland platsens publicerade löften, även från tidigare perioder. Det går att välja flera."
    )
