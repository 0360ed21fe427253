"""The form that owns the query string of the contacts' page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import swedish
from portal.days import today
from portal.enums import OrganisationKind
from portal.models import Contact, Partnership


@dataclass(frozen=True)
class FoundParty:
    """An organisation with its switchboard, and the places whose promises it stands behind."""

    party: dict[str, Any]
    places: list[Partnership] = field(default_factory=list)

    def has_words(self, words: Iterable[str]) -> bool:
        """Whether each word stands somewhere in what is told of it. A number to call is a "växel"."""
        told = [self.party["name"], self.party["short_form"], self.party["address"]]
        told += [str(OrganisationKind(self.party["kind"]).label)]
        told += [place.name for place in self.places]
        told += [_("växel")] if self.party["phone"] else []
        text = " ".join(told).casefold()
        return all(word.casefold() in text for word in words)


class ContactSearchForm(forms.Form):
    """``places`` are the open ones ``with_live_content``. A choice that no longer exists is left out and told
    of: the rest of the question still has its answer."""

    q = forms.CharField(
        label=gettext_lazy("Funktion, ort, organisation eller namn"),
        max_length=80,
        required=False,
        strip=True,
    )
    plats = forms.ChoiceField(label=gettext_lazy("Plats"), required=False)
    part = forms.ChoiceField(label=gettext_lazy("Part"), required=False)

    def __init__(self, data: Any, *, places: Sequence[Partnership]) -> None:
        super().__init__(data)
        self.places = sorted(places, key=lambda place: swedish.sort_key(place.name))
        kinds = {party["kind"] for place in self.places for party in place.party_list}
        self._offer("plats", _("Alla platser"), [(p.slug, p.name) for p in self.places])
        self._offer(
            "part",
            _("Alla parter"),
            [
                (kind, swedish.sentence_case(str(kind.label)))
                for kind in OrganisationKind
                if kind in kinds
            ],
        )

    def _offer(self, name: str, everything: str, choices: Sequence[tuple[str, str]]) -> None:
        chosen = self.fields[name]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - for the type checker
        chosen.choices = [("", everything), *choices]

    @cached_property
    def values(self) -> dict[str, str]:
        """What was asked for, as far as it can be."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def words(self) -> str:
        return self.values.get("q", "")

    @property
    def is_narrowed(self) -> bool:
        return bool(self.values.keys() - {"q"})

    @property
    def gone(self) -> list[str]:
        """Labels of the choices that an address names and that do not exist now."""
        self.is_valid()
        return [str(self.fields[name].label) for name in self.errors if name != "q"]

    def contacts(self) -> list[Contact]:
        """Contacts that hold today, by place and then in the place's own order."""
        found = Contact.objects.public(on=today()).matching(self.words).with_place()
        if place := self.values.get("plats"):
            found = found.of_place(place)
        if kind := self.values.get("part"):
            found = found.of_kind(kind)
        return sorted(found, key=lambda c: (swedish.sort_key(c.partnership.name), c.position, c.pk))

    def parties(self) -> list[FoundParty]:
        """Organisations that can be reached, each once, in Swedish order."""
        found: dict[str, FoundParty] = {}
        for place in self.places:
            for party in place.party_list:
                if party["phone"] or party["email"] or party["web"]:
                    found.setdefault(party["name"], FoundParty(party)).places.append(place)
        kind, place_word = self.values.get("part"), self.values.get("plats")
        return sorted(
            (
                one
                for one in found.values()
                if one.has_words(self.words.split())
                and kind in (None, one.party["kind"])
                and (place_word is None or any(p.slug == place_word for p in one.places))
            ),
            key=lambda one: swedish.sort_key(one.party["name"]),
        )
