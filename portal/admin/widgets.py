"""Fields of the admin: the browser's own where there is one, so that they work on a phone and by keyboard."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import ProseEditorWidget
from js_asset import Script

from portal.prose import ProseField

NOTHING = _("– välj –")


class ProseTextarea(ProseEditorWidget):  # type: ignore[misc]
    """A text box that our own element turns into an editor with few tools.

    The package's preset needs an inline import map and puts a style element in the page; both are against
    our content security policy. Ours imports the same editor as a file, and has its style in admin.css.
    """

    template_name = "admin/widgets/prose.html"

    @property
    def media(self) -> forms.Media:
        return forms.Media(js=[Script("js/elements/prose_text.js", type="module")])

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = forms.Textarea.get_context(
            self, name, value, {"rows": 6, **(attrs or {})}
        )
        return context


class DayInput(forms.DateInput):
    """The browser's own date field."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """The browser's own field for a time of day."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day with a time, in Swedish time."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class FileInput(forms.ClearableFileInput):
    """With a label of its own: Django groups the file field under a legend, which names no field."""

    use_fieldset = False
    template_name = "admin/widgets/file.html"
    what: Any = _("Filen")
    chosen = ""
    """The name of the file that was posted, of the form's own copy of the widget."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        found = super().value_from_datadict(data, files, name)
        self.chosen = (found.name or "") if isinstance(found, UploadedFile) else ""
        return found

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """A browser never gives a chosen file back: when the page returns unsaved, it has to say so."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        if self.chosen:
            attrs = context["widget"]["attrs"]
            lost = f"{attrs.get('id', name)}_lost"
            attrs["aria-describedby"] = f"{lost} {attrs.get('aria-describedby', '')}".strip()
            context |= {"lost": self.chosen, "lost_id": lost, "what": self.what}
        return context


class PictureInput(FileInput):
    what = _("Bilden")


class FigureInput(forms.NumberInput):
    """A decimal without the zeros that its column adds: 13, not 13.0000."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, Decimal):
            return f"{value.normalize():f}"
        shown: str | None = super().format_value(value)
        return shown


WIDGETS: dict[type[models.Field[Any, Any]], dict[str, Any]] = {
    ProseField: {"widget": ProseTextarea},
    models.DateField: {"widget": DayInput},
    models.TimeField: {"widget": ClockInput},
    models.DateTimeField: {"widget": MomentInput, "form_class": forms.DateTimeField},
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})},
    models.CharField: {"widget": forms.TextInput},
    models.URLField: {"widget": forms.URLInput, "assume_scheme": "https"},
    models.EmailField: {"widget": forms.EmailInput},
    models.ImageField: {"widget": PictureInput},
    models.FileField: {"widget": FileInput},
    models.PositiveSmallIntegerField: {"widget": forms.NumberInput},
    models.PositiveIntegerField: {"widget": forms.NumberInput},
    models.DecimalField: {"widget": FigureInput},
    models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple, "help_text": ""},
}


def dressed(field: Any) -> Any:
    """Takes away Django's small icons that add, change or delete the other row in a pop-up, and says the
    empty choice in Swedish."""
    if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget = field.widget.widget
    if isinstance(field, forms.ModelMultipleChoiceField):
        return field
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = field.empty_label and NOTHING
    elif isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        field.choices = [(value, label if value else NOTHING) for value, label in choices]
    return field
