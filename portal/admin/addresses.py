"""Addresses that make themselves: from the words of the row when the field is left empty."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.slugs import make_slug


class AddressForm(forms.ModelForm[Any]):
    owner: ClassVar[str]
    """The field whose row the address must be free under."""

    made_of: ClassVar[str]
    taken_words: ClassVar[frozenset[str]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = str(
                _("Lämna tomt så görs den åt er. Den ändras aldrig efter publicering.")
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        empty = "slug" in self.fields and "slug" not in self.errors and not cleaned.get("slug")
        owner = cleaned.get(self.owner) or getattr(self.instance, self.owner, None)
        if empty and owner is not None and (text := cleaned.get(self.made_of)):
            cleaned["slug"] = make_slug(text, taken=self.taken(owner) | self.taken_words)
        return cleaned

    def taken(self, owner: Any) -> set[str]:
        """Addresses of the other rows. Locks the owner: two editors may be making the same at once."""
        type(owner)._default_manager.select_for_update(of=("self",)).get(pk=owner.pk)
        rows = type(self.instance)._default_manager.filter(**{self.owner: owner})
        return set(rows.exclude(pk=self.instance.pk).values_list("slug", flat=True))
