"""Addresses that make themselves: from the label or the statement when the field is left empty."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.models import Partnership
from portal.slugs import PERIOD_WORDS, PLACE_WORDS, make_slug
from promises.admin.drafts import DraftForm
from promises.models import Promise, PromisePeriod


class AddressForm(DraftForm):
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
            cleaned["slug"] = make_slug(text, taken=self.taken(owner))
        return cleaned

    def taken(self, owner: Any) -> set[str]:
        return taken_addresses(owner, besides=self.instance.pk) | self.taken_words


def taken_addresses(owner: Partnership | PromisePeriod, *, besides: int | None = None) -> set[str]:
    """Locks the owner: two editors may be making the same address at once."""
    type(owner)._default_manager.select_for_update(of=("self",)).get(pk=owner.pk)
    rows: models.QuerySet[Any] = (
        PromisePeriod.objects.filter(partnership=owner)
        if isinstance(owner, Partnership)
        else Promise.objects.filter(period=owner)
    )
    return set(rows.exclude(pk=besides).values_list("slug", flat=True))


class PeriodForm(AddressForm):
    owner, made_of, taken_words = "partnership", "label", PLACE_WORDS


class PromiseForm(AddressForm):
    owner, made_of, taken_words = "period", "statement", PERIOD_WORDS
