"""Fields of the admin: the browser's own where there is one, so that they work on a phone and by keyboard."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
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


class PictureInput(forms.ClearableFileInput):
    """With a label of its own: Django groups the file field under a legend, which names no field."""

    use_fieldset = False


WIDGETS: dict[type[models.Field[Any, Any]], dict[str, Any]] = {
    ProseField: {"widget": ProseTextarea},
    models.DateField: {"widget": DayInput},
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})},
    models.CharField: {"widget": forms.TextInput},
    models.URLField: {"widget": forms.URLInput, "assume_scheme": "https"},
    models.EmailField: {"widget": forms.EmailInput},
    models.ImageField: {"widget": PictureInput},
    models.PositiveSmallIntegerField: {"widget": forms.NumberInput},
    models.PositiveIntegerField: {"widget": forms.NumberInput},
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
