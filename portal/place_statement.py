"""The one statement behind every page of a place, written once per process.

Django takes several times longer to write this SQL than PostgreSQL takes to run it (``benchmarks/``), so the
text is kept, and only the place and the day are put in anew.
"""

import datetime as dt
import json
from collections.abc import Callable
from functools import cached_property
from typing import Any

from portal.models import Partnership
from portal.models.partnership import PartnershipQuerySet

Stamp = Callable[[PartnershipQuerySet], PartnershipQuerySet]

SOME_DAY = dt.date(1, 1, 1)
SOME_SLUG = "\x01"
"""Stand-ins that no real day or address equals, found again among the parameters."""


class PlaceStatement:
    """``stamps`` each annotate something that ends in ``_stamp``, for what else the pages are made of; the
    place carries them together as ``stamp``."""

    def __init__(self, *stamps: Stamp) -> None:
        self.stamps = stamps

    @cached_property
    def _written(self) -> tuple[str, tuple[Any, ...]]:
        places = Partnership.objects.public(on=SOME_DAY).with_live_content(on=SOME_DAY)
        for stamped in self.stamps:
            places = stamped(places)
        return places.filter(slug=SOME_SLUG).query.sql_with_params()

    def place(self, slug: str, *, on: dt.date) -> Partnership | None:
        """The open partnership with its live content and stamp, in one query."""
        sql, params = self._written
        given = {SOME_DAY: on, SOME_SLUG: slug}
        values = [given.get(p, p) if isinstance(p, dt.date | str) else p for p in params]
        for place in Partnership.objects.raw(sql, values):
            for name in ("party_list", "contact_list"):
                # A raw statement knows no field types: JSON comes as text.
                setattr(place, name, [json.loads(text) for text in getattr(place, name)])
            stamps = (name for name in sorted(vars(place)) if name.endswith("_stamp"))
            place.stamp = [(name, getattr(place, name)) for name in stamps]
            return place
        return None
