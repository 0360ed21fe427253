"""The form that owns the query string of the contacts' page."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import swedish
from portal.days import today
from portal.enums import OrganisationKind
from portal.finding_contacts import FoundContacts, FoundParty, find_contacts, joined_numbers
from portal.forms.look_up import LookUpForm, WordsField
from portal.models import Contact, Partnership
from portal.search_words import Typed, read


class ContactSearchForm(LookUpForm):
    """``places`` are the open ones ``with_live_content``."""

    q = WordsField(
        label=gettext_lazy("Funktion, ort, organisation, namn eller nummer"),
        help_text=gettext_lazy(
            "Till exempel ”polis”, ”växel” eller en ort. Du får stava lite fel. "
            "Lämna tomt för att se alla."
        ),
        required=False,
    )
    plats = forms.ChoiceField(label=gettext_lazy("Plats"), required=False)
    part = forms.ChoiceField(label=gettext_lazy("Part"), required=False)

    def __init__(self, data: Any, *, places: Sequence[Partnership]) -> None:
        super().__init__(data)
        self.places = sorted(places, key=lambda place: swedish.sort_key(place.name))
        kinds = {party["kind"] for place in self.places for party in place.party_list}
        named = [(place.slug, place.name) for place in self.places]
        self.offer("plats", named, everything=_("Alla platser"))
        of_kinds = [
            (kind, swedish.sentence_case(str(kind.label)))
            for kind in OrganisationKind
            if kind in kinds
        ]
        self.offer("part", of_kinds, everything=_("Alla parter"))

    @cached_property
    def typed(self) -> Typed:
        return read(joined_numbers(self.words))

    def search(self) -> FoundContacts:
        """Contacts by place and then in the place's own order; organisations, each once, in Swedish order.
        One query."""
        if self.words and not self.terms:
            return FoundContacts()
        return find_contacts(self._contacts(), self._parties(), self.terms)

    def _contacts(self) -> list[Contact]:
        chosen = self.values.get("plats")
        places = {place.pk: place for place in self.places if chosen in (None, place.slug)}
        found = Contact.objects.public(on=today()).of_places(places).select_related("organisation")
        if kind := self.values.get("part"):
            found = found.of_kind(kind)
        by_place: dict[int, list[Contact]] = {pk: [] for pk in places}
        for contact in found:
            contact.partnership = places[contact.partnership_id]
            by_place[contact.partnership_id].append(contact)
        return [contact for of_place in by_place.values() for contact in of_place]

    def _parties(self) -> list[FoundParty]:
        """Those that can be reached."""
        found: dict[str, FoundParty] = {}
        for place in self.places:
            for party in place.party_list:
                if party["phone"] or party["email"] or party["web"]:
                    found.setdefault(party["name"], FoundParty(party)).places.append(place)
        kind, chosen = self.values.get("part"), self.values.get("plats")
        return sorted(
            (
                one
                for one in found.values()
                if kind in (None, one.party["kind"])
                and (chosen is None or any(place.slug == chosen for place in one.places))
            ),
            key=lambda one: swedish.sort_key(one.party["name"]),
        )
