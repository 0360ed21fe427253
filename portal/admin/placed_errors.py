"""The words of a constraint, beside the field that they are about."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError


class PlacedErrors(forms.ModelForm[Any]):
    """Django puts what a constraint says over the whole form; the rules stay the model's."""

    places: ClassVar[dict[str, str]]
    """Fields by the names of constraints."""

    def validate_constraints(self) -> None:
        exclude = self._get_validation_exclusions()  # type: ignore[attr-defined]
        for constraint in self.instance._meta.constraints:
            try:
                constraint.validate(type(self.instance), self.instance, exclude=exclude)
            except ValidationError as error:
                place = self.places.get(constraint.name)
                if place in self.fields:
                    self.add_error(place, error.messages)  # type: ignore[arg-type]
                else:
                    self._update_errors(error)  # type: ignore[attr-defined]
