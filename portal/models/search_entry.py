"""What search may find, rewritten in the transaction that publishes."""

import datetime as dt
from typing import ClassVar, Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from portal.enums import SearchKind
from portal.models.base import one_of
from portal.models.partnership import Partnership


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def public(self) -> Self:
        """The one gate: entries of what is public at this moment."""
        return self.filter(
            Q(visible_until__isnull=True) | Q(visible_until__gt=Now()), visible_from__lte=Now()
        )

    def of_period(self, partnership: int, slug: str) -> Self:
        return self.filter(partnership=partnership, period_slug=slug)

    def hide(self, *, until: dt.datetime) -> None:
        """Those that had not yet begun at that moment never will; the others end there."""
        self.filter(visible_from__gte=until).delete()
        self.filter(Q(visible_until__isnull=True) | Q(visible_until__gt=until)).update(
            visible_until=until
        )

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
    visible_from = models.DateTimeField(_("syns från"))
    visible_until = models.DateTimeField(_("syns till"), null=True, blank=True)
    vector = models.GeneratedField(
        expression=SearchVector(F("title"), config="swedish", weight="A")
        + SearchVector(F("body"), config="swedish", weight="B"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects: ClassVar[models.Manager["SearchEntry"]] = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("sökpost")
        verbose_name_plural = _("sökposter")
        indexes = [
            GinIndex(fields=["vector"], name="search_entry_words"),
            GinIndex(fields=["title"], name="search_entry_letters", opclasses=["gin_trgm_ops"]),
        ]
        constraints = [
            one_of("kind", SearchKind, name="search_kind_is_known"),
            models.CheckConstraint(
                name="search_entry_is_hidden_after_it_is_shown",
                condition=Q(visible_until__isnull=True) | Q(visible_until__gte=F("visible_from")),
                violation_error_message=_("En sökpost kan inte försvinna innan den syns."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
