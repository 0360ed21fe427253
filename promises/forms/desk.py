"""The rows of the reporting desk as forms. Each says what its editor saw, and posts only what belongs to it.

The controls stand outside the page's one form element and belong to it by name (``form="desk"``), so that
htmx can send a single row, and a browser without JavaScript the whole page.
"""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from promises.report_services import as_seen, seen_in

FORM_ID = "desk"
MINUS = str.maketrans({"−": "-", "\u00a0": "", "\u202f": "", " ": ""})


class NumberText(forms.TextInput):
    """A text field with the number keys: it keeps what was typed even when that is no number."""

    def __init__(self, mode: str = "numeric") -> None:
        super().__init__({"inputmode": mode, "autocomplete": "off", "size": 8})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return value.strip().translate(MINUS) if isinstance(value, str) else value


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DeskForm(forms.ModelForm[Any]):
    says_at: ClassVar[Mapping[str, str]] = {}
    """Constraint → the field that its message stands at."""
    known: ClassVar[frozenset[str]] = frozenset()
    """Fields that the row has although the form does not show them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # An untouched row is not checked: it may have been incomplete before.
        kwargs |= {"empty_permitted": True, "use_required_attribute": False, "label_suffix": ""}
        super().__init__(*args, **kwargs)
        self.stood = seen_in(self.instance, list(self._meta.fields or ()))
        for field in self.fields.values():
            field.widget.attrs["form"] = FORM_ID

    @property
    def seen_json(self) -> str:
        return json.dumps(self.seen, ensure_ascii=False)

    @cached_property
    def seen(self) -> dict[str, str]:
        """What stood in the row when the editor's page was made."""
        if not self.is_bound:
            return self.stood
        try:
            given = json.loads(self.data.get(self.add_prefix("seen"), ""))
        except (ValueError, RecursionError):
            return self.stood
        if not isinstance(given, dict):
            return self.stood
        return {name: str(given[name]) for name in self.stood if name in given}

    @property
    def touched(self) -> list[str]:
        """The fields whose content is not what the editor saw."""
        found = []
        for name in self.stood:
            if name not in self.cleaned_data:
                if name in self.errors:
                    found.append(name)
                continue
            field = self.instance._meta.get_field(name)
            if as_seen(field, self.cleaned_data[name]) != self.seen.get(name, self.stood[name]):
                found.append(name)
        return found

    @property
    def typed(self) -> dict[str, Any]:
        """Of the touched fields what was typed, to show it again beside what others wrote."""
        return {name: self[name].data for name in self.touched}

    def validate_constraints(self) -> None:
        """Each message where it belongs; untouched rows ask the database nothing."""
        if not self.touched:
            return
        exclude = self._get_validation_exclusions() - self.known  # type: ignore[attr-defined]
        for constraint in self.instance._meta.constraints:
            try:
                constraint.validate(type(self.instance), self.instance, exclude=exclude)
            except ValidationError as refusal:
                self.add_error(self.says_at.get(constraint.name), refusal.messages)


class ProseText(forms.CharField):
    """Prose in a plain text field."""

    def __init__(self, *, label: Any, rows: int = 3) -> None:
        super().__init__(
            label=label, required=False, widget=forms.Textarea({"rows": rows, "cols": 40})
        )
