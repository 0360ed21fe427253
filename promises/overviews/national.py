"""The promises in force in all places, by theme."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from portal import swedish
from portal.enums import Theme
from promises.documents import PeriodDocument
from promises.overviews.following import Placed

THEME_WORDS = {slugify(str(theme.label)): theme for theme in Theme}
"""The themes as their addresses name them."""


@dataclass(frozen=True)
class ThemeCounts:
    """How many promises in force, in how many places. Nought is said: nobody has promised anything."""

    theme: Theme
    promises: int
    places: int

    @property
    def label(self) -> str:
        return swedish.sentence_case(str(self.theme.label))

    @property
    def word(self) -> str:
        return slugify(str(self.theme.label))


def in_force(documents: Iterable[PeriodDocument], *, on: dt.date) -> list[Placed]:
    """By place in Swedish order, then in the order of the page."""
    found = [d for d in documents if d.is_in_force(on=on)]
    found.sort(key=lambda d: (swedish.sort_key(d.partnership_name), d.slug))
    return [Placed(promise, document) for document in found for promise in document.promises]


def theme_counts(placed: Sequence[Placed]) -> list[ThemeCounts]:
    counts = []
    for theme in Theme:
        mine = [one for one in placed if one.theme == theme]
        places = {one.period.partnership_slug for one in mine}
        counts.append(ThemeCounts(theme, len(mine), len(places)))
    return counts
