"""The form that owns the query string of the search pages."""

import difflib
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal import search_facets, swedish
from portal.forms.look_up import LookUpForm, WordsField
from portal.models import Partnership, SearchEntry
from portal.search_words import fold
from portal.searching import Found, find

MOST_PLACES = 5
NAME_ALIKE = 0.8


class SearchForm(LookUpForm):
    """``places`` are the open ones to search in, each with ``searchchoices_stamp``: only values that exist
    can be chosen."""

    q = WordsField(
        label=_("Vad letar du efter?"),
        help_text=_(
            "Till exempel ”fortkörning”, ”kortbedrägeri” eller en ort. Du får stava lite fel."
        ),
        required=False,
    )
    plats = forms.ChoiceField(label=_("Plats"), required=False)
    tema = forms.ChoiceField(label=_("Tema"), required=False)
    period = forms.ChoiceField(label=_("Period"), required=False)
    part = forms.ChoiceField(label=_("Part"), required=False)
    lage = forms.ChoiceField(label=_("Läge"), required=False)
    slag = forms.ChoiceField(label=_("Slag"), required=False)

    FACETS = {
        "tema": search_facets.THEME,
        "period": search_facets.PERIOD,
        "part": search_facets.PARTY,
        "lage": search_facets.STATUS,
        "slag": search_facets.KIND,
    }

    def __init__(self, data: Any, *, places: Sequence[Any], is_one_place: bool = False):
        super().__init__(data)
        self._offered: dict[str, list[tuple[str, str]]] = {}
        self.places = sorted(places, key=lambda place: swedish.sort_key(place.name))
        named = [(place.slug, place.name) for place in self.places]
        if is_one_place:
            del self.fields["plats"]
        else:
            self._offer("plats", named)
        stored = {text for place in places for text in place.searchchoices_stamp}
        for name, facet in self.FACETS.items():
            found = [(v, _large(label)) for v, label in search_facets.choices(stored, facet)]
            if facet == search_facets.PERIOD:
                found.sort(reverse=True)
            elif facet == search_facets.PARTY:
                found.sort(key=lambda choice: swedish.sort_key(choice[1]))
            self._offer(name, found)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self._offered[name] = choices
        self.offer(name, choices)

    @property
    def narrowing(self) -> list[forms.BoundField]:
        """The fields that offer a choice: one value to choose is none."""
        return [self[name] for name, offered in self._offered.items() if len(offered) > 1]

    @property
    def is_asked(self) -> bool:
        return bool(self.values)

    @property
    def place_hits(self) -> list[Partnership]:
        """Places that are called what was typed, or nearly so."""
        if not self.terms or "plats" not in self.fields or self.is_narrowed:
            return []
        typed = fold(" ".join(term.text for term in self.terms))
        return [place for place in self.places if is_called(fold(place.name), typed)][:MOST_PLACES]

    def search(self, number: int) -> Found:
        if not self.is_asked or (self.words and not self.terms):
            return Found()
        chosen = self.values.get("plats")
        places = [place for place in self.places if chosen in (None, place.slug)]
        facets = [
            f"{facet}:{self.values[name]}"
            for name, facet in self.FACETS.items()
            if name in self.values
        ]
        entries = SearchEntry.objects.public().of_places(places).with_facets(facets)
        return find(entries, self.terms, number=number)


def is_called(name: str, typed: str) -> bool:
    """Whether a folded name begins with what was typed, at any of its words, or is nearly the same."""
    if len(typed) < 3:
        return name == typed
    if f" {name}".find(f" {typed}") >= 0:
        return True
    return difflib.SequenceMatcher(None, name, typed).ratio() >= NAME_ALIKE


def _large(label: object) -> str:
    return swedish.sentence_case(str(label))
