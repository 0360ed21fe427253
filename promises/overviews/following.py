"""The same question followed over periods: each promise of a theme, and what became of it in later ones.

How it is decided, first line that fits:

1. A later promise says that it carries this one on (``continues``): carried on; made vaguer if what could be
   checked has been lost on the way (``exactness.lost``).
2. No later period has been published: nobody can say yet.
3. A later period has a promise of the same theme: the theme stays, without saying that it carries this on.
4. Otherwise the promise was dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import swedish
from portal.enums import Theme
from promises.documents import PeriodDocument, Promise
from promises.overviews import exactness
from promises.overviews.dating import later_than, oldest_first

FATE_SHAPES = {
    "CARRIED_ON": "ongoing",
    "VAGUER": "partly",
    "SAME_THEME": "cannot_be_judged",
    "DROPPED": "not_done",
    "OPEN": "not_due",
}


class Fate(TextChoices):
    """What became of a promise in later periods. Derived, never stored."""

    CARRIED_ON = "carried_on", gettext_lazy("förs vidare")
    VAGUER = "vaguer", gettext_lazy("förs vidare, men vagare")
    SAME_THEME = "same_theme", gettext_lazy("temat finns kvar, men inte löftet")
    DROPPED = "dropped", gettext_lazy("finns inte kvar")
    OPEN = "open", gettext_lazy("ingen senare period än")

    @property
    def shape(self) -> str:
        """The state of ``components/state.html`` that it looks like."""
        return FATE_SHAPES[self.name]


@dataclass(frozen=True)
class Placed:
    """A promise in its period."""

    promise: Promise
    period: PeriodDocument

    @property
    def theme(self) -> Theme | None:
        """That of its area; a promise outside all areas has none."""
        area = self.period.area_of(self.promise)
        return area.theme if area else None


@dataclass(frozen=True)
class Followed:
    """``origin`` and ``reasons`` are whole sentences; ``next`` are the later promises that carry it on."""

    placed: Placed
    origin: str
    fate: Fate
    reasons: list[str]
    next: list[Placed]

    @property
    def promise(self) -> Promise:
        return self.placed.promise

    @property
    def period(self) -> PeriodDocument:
        return self.placed.period


@dataclass(frozen=True)
class ThemeOverview:
    """``theme`` is None for promises outside all areas; ``silent`` are the periods without one of it."""

    theme: Theme | None
    followed: list[Followed]
    silent: list[PeriodDocument]

    @property
    def label(self) -> str:
        return swedish.sentence_case(str(self.theme.label)) if self.theme else _("Utan tema")


def by_theme(documents: Sequence[PeriodDocument]) -> list[ThemeOverview]:
    """Every theme that any period has a promise of, in the national order; its promises oldest first."""
    ordered = oldest_first(documents)
    everything = [Placed(p, document) for document in ordered for p in document.promises]
    found = []
    for theme in (*Theme, None):
        mine = [placed for placed in everything if placed.theme == theme]
        if mine:
            having = {placed.period.slug for placed in mine}
            silent = [document for document in ordered if document.slug not in having]
            found.append(ThemeOverview(theme, [follow(p, everything) for p in mine], silent))
    return found


def follow(placed: Placed, everything: Sequence[Placed]) -> Followed:
    origin = _origin(placed, everything)
    if after := _carrying_on(placed, everything):
        promises = [later.promise for later in after]
        lost = exactness.lost(placed.promise, promises)
        where = swedish.join_words(dict.fromkeys(later.period.label for later in after))
        said = _("Löftet i %s säger själv att det fortsätter på det här.") % where
        changed = exactness.changed(placed.promise, promises)
        fate = Fate.VAGUER if lost else Fate.CARRIED_ON
        return Followed(placed, origin, fate, [said, *lost, *changed], after)
    fate, reason = _without_link(placed, everything)
    return Followed(placed, origin, fate, [reason], [])


def _origin(placed: Placed, everything: Sequence[Placed]) -> str:
    """Where it came from; empty in the first period, where nothing could have come before."""
    if link := placed.promise.continues:
        return _("Fortsätter på löftet i %s.") % link.period_label
    began = placed.period.starts_on
    earlier = (other.period.starts_on for other in everything)
    if began and any(day and day < began for day in earlier):
        return _("Nytt: fortsätter inte på något tidigare löfte.")
    return ""


def _carrying_on(placed: Placed, everything: Sequence[Placed]) -> list[Placed]:
    address = (placed.period.slug, placed.promise.slug)
    return [
        later
        for later in everything
        if (link := later.promise.continues) and (link.period_slug, link.slug) == address
    ]


def _without_link(placed: Placed, everything: Sequence[Placed]) -> tuple[Fate, str]:
    if placed.period.starts_on is None:
        return Fate.OPEN, _(
            "Perioden har ingen första dag. Därför går det inte att säga vad som kom efter den."
        )
    periods = list({other.period.slug: other.period for other in everything}.values())
    later = later_than(placed.period, periods)
    if not later:
        return Fate.OPEN, _("Ingen senare period med löften är publicerad.")
    themed = [d for d in later if placed.theme and placed.theme in _themes(d)]
    if themed:
        return Fate.SAME_THEME, _(
            "I %s finns löften i samma tema, men inget av dem säger att det fortsätter på det här."
        ) % _labels(themed)
    if placed.theme is None:
        return Fate.DROPPED, _(
            "Inget löfte i %s säger att det fortsätter på det här, och löftet har inget tema att följa."
        ) % _labels(later)
    return Fate.DROPPED, _(
        "Inget löfte i %s fortsätter på det här, och inget handlar om samma tema."
    ) % _labels(later)


def _themes(document: PeriodDocument) -> set[Theme | None]:
    return {Placed(promise, document).theme for promise in document.promises}


def _labels(documents: Sequence[PeriodDocument]) -> str:
    return swedish.join_words((document.label for document in documents), _("eller"))
