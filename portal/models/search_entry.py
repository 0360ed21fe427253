"""What search may find, rewritten in the transaction that publishes."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Self, cast

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from portal.enums import SearchKind, Theme, Verdict
from portal.models.base import one_of
from portal.models.partnership import Partnership, PartnershipQuerySet
from portal.models.search_matching import closeness, folded_vector, likeness, matching, near, rank
from portal.search_words import Term, letters

NEWEST = 500
"""Ranking reads every hit, so only so many are ranked; whoever shows them says when there are more."""


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def public(self) -> Self:
        """The one gate: entries of what is public at this moment."""
        return self.filter(
            Q(visible_until__isnull=True) | Q(visible_until__gt=Now()), visible_from__lte=Now()
        )

    def public_at(self, moment: dt.datetime) -> Self:
        """Entries of what will be public at that moment, as things stand."""
        return self.filter(
            Q(visible_until__isnull=True) | Q(visible_until__gt=moment), visible_from__lte=moment
        )

    def promises(self, partnership: Partnership) -> Self:
        return self.filter(partnership=partnership, kind=SearchKind.PROMISE)

    @staticmethod
    def stamp(places: PartnershipQuerySet) -> PartnershipQuerySet:
        """Adds ``searchentry_stamp`` to partnerships: which promises are public, and as they stand. For
        pages that look them up; entries are made anew each time something is published."""
        public = SearchEntry.objects.public().filter(
            partnership=OuterRef("pk"), kind=SearchKind.PROMISE
        )
        return places.annotate(searchentry_stamp=ArraySubquery(public.order_by("pk").values("pk")))

    def written_by_older_release(self) -> Self:
        """Entries in the words, and by the rules, of another release than this process runs."""
        return self.exclude(release=settings.RELEASE)

    @staticmethod
    def choices_stamp(places: PartnershipQuerySet) -> PartnershipQuerySet:
        """Adds ``searchchoices_stamp`` to partnerships: every facet that something public has now."""
        facet = models.Func(F("facets"), function="UNNEST", output_field=models.TextField())
        facet.set_returning = True
        public = SearchEntry.objects.public().filter(partnership=OuterRef("pk"))
        facets = public.annotate(facet=facet).values("facet").distinct()
        return places.annotate(searchchoices_stamp=ArraySubquery(facets))

    def of_places(self, places: Iterable[Partnership]) -> Self:
        return self.filter(partnership__in=[place.pk for place in places])

    def with_facets(self, facets: Sequence[str]) -> Self:
        return self.filter(facets__contains=facets) if facets else self

    def matching(self, terms: Sequence[Term]) -> Self:
        """Those that have every term in any of its ways; the newest of them, best first, with ``total``."""
        newest = self.filter(*(matching(term) for term in terms)).order_by("-visible_from", "-pk")
        found = self.model._default_manager.filter(pk__in=newest.values("pk")[: NEWEST + 1])
        total = models.Window(models.Count("*"))
        order = [rank(terms).desc()] if terms else []
        ranked: Any = found.annotate(total=total).order_by(*order, "-visible_from", "pk")
        return cast(Self, ranked.select_related("partnership"))

    def nearest(self, terms: Sequence[Term]) -> Self:
        """Those that have some of the terms, or words like them, with ``closeness``: the number of terms,
        where a word that is only alike counts as much as it is alike."""
        alike = Q()
        for term in terms:
            alike |= near(term)
        newest = self.filter(alike).order_by("-visible_from", "-pk").values("pk")[:NEWEST]
        found = self.model._default_manager.filter(pk__in=newest)
        best_first: Any = F("closeness") + likeness(terms, "title") / 4
        close: Any = found.annotate(closeness=closeness(terms))
        ordered = close.order_by(best_first.desc(), "-visible_from", "pk")
        return cast(Self, ordered.select_related("partnership"))

    def of_page(self, partnership: Partnership, url: str) -> Self:
        """The page itself, and places on it."""
        return self.filter(Q(url=url) | Q(url__startswith=f"{url}#"), partnership=partnership)

    def of_period(self, partnership: int, slug: str) -> Self:
        return self.filter(partnership=partnership, period_slug=slug)

    def hide(self, *, until: dt.datetime) -> None:
        """Those that had not yet begun at that moment never will; the others end there."""
        self.filter(visible_from__gte=until).delete()
        self.end(at=until)

    def end(self, *, at: dt.datetime) -> None:
        """Those that are visible at that moment end there; those that begin later are left alone."""
        self.public_at(at).update(visible_until=at)

    def restore(self, *, at: dt.datetime) -> None:
        """Undo what was to happen at that moment."""
        self.filter(visible_from=at).delete()
        self.filter(visible_until=at).update(visible_until=None)


class SearchEntry(models.Model):
    """One thing to find. It is visible in a span of time, so that a scheduled edition's entries take
    over from the older one's at the very second, without a job."""

    partnership = models.ForeignKey(
        Partnership, models.CASCADE, related_name="search_entries", verbose_name=_("samverkan")
    )
    kind = models.CharField(_("slag"), max_length=20, choices=SearchKind)
    title = models.CharField(_("rubrik"), max_length=300)
    body = models.TextField(_("text"), blank=True)
    url = models.CharField(_("adress"), max_length=300)
    period = models.CharField(_("period"), max_length=60, blank=True)
    period_slug = models.CharField(max_length=60, blank=True)
    key = models.UUIDField(
        _("nyckel"),
        null=True,
        blank=True,
        help_text=_("Löftets, dialogens eller svarets egen nyckel, samma i alla utgåvor."),
    )
    theme = models.CharField(_("tema"), max_length=20, choices=Theme, blank=True)
    statement = models.TextField(_("lydelse"), blank=True)
    standing = models.TextField(_("så långt har det kommit"), blank=True)
    verdict = models.CharField(_("omdöme"), max_length=20, choices=Verdict, blank=True)
    background = models.TextField(_("bakgrund"), blank=True)
    keywords = models.TextField(
        _("sökord"), blank=True, help_text=_("Platsens och parternas namn. Visas inte.")
    )
    facets = ArrayField(
        models.CharField(max_length=320), verbose_name=_("urval"), default=list, blank=True
    )
    letters = models.TextField(
        _("orden utan accenter"), blank=True, help_text=_("Som portal.search_words.letters.")
    )
    release = models.TextField(_("version som skrev den"), blank=True, editable=False)
    visible_from = models.DateTimeField(_("syns från"))
    visible_until = models.DateTimeField(_("syns till"), null=True, blank=True)
    vector = models.GeneratedField(
        expression=folded_vector(A="title", B="statement", C="body", D=("background", "keywords")),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects: ClassVar[models.Manager["SearchEntry"]] = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("sökpost")
        verbose_name_plural = _("sökposter")
        indexes = [
            GinIndex(fields=["vector"], name="search_entry_words"),
            GinIndex(fields=["letters"], name="search_entry_letters", opclasses=["gin_trgm_ops"]),
            GinIndex(fields=["facets"], name="search_entry_facets"),
        ]
        constraints = [
            one_of("kind", SearchKind, name="search_kind_is_known"),
            models.CheckConstraint(
                name="search_theme_is_known",
                condition=Q(theme="") | Q(theme__in=Theme.values),
                violation_error_message=_("Välj ett av de teman som finns."),
            ),
            models.CheckConstraint(
                name="search_verdict_is_known",
                condition=Q(verdict="") | Q(verdict__in=Verdict.values),
                violation_error_message=_("Välj ett av de omdömen som finns."),
            ),
            models.CheckConstraint(
                name="search_entry_is_hidden_after_it_is_shown",
                condition=Q(visible_until__isnull=True) | Q(visible_until__gte=F("visible_from")),
                violation_error_message=_("En sökpost kan inte försvinna innan den syns."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def written(cls, **values: Any) -> Self:
        """An entry with its words, not saved yet."""
        entry = cls(**values)
        entry.letters = letters([*entry.texts, entry.keywords])
        entry.release = settings.RELEASE
        return entry

    @property
    def texts(self) -> list[str]:
        """All of it that a reader may see on the page it leads to."""
        return [self.title, self.statement, self.body, self.background]
