"""What waits for those who hold dialogues, for "Att göra" and for letters. A fixed number of queries each."""

import datetime as dt

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from dialogues.models import Dialogue, DialogueEdition, Finding
from portal.models import Partnership


def of_places(places: QuerySet[Partnership]) -> QuerySet[Dialogue]:
    return Dialogue.objects.filter(partnership__in=places).select_related("partnership", "survey")


def without_results(places: QuerySet[Partnership]) -> QuerySet[Dialogue]:
    """Those whose survey has been open and is closed, and whose results nobody can read."""
    out = DialogueEdition.objects.out().filter(dialogue=OuterRef("pk"))
    still_open = out.filter(survey_closes_at__gt=timezone.now(), superseded_at__isnull=True)
    return (
        of_places(places)
        .filter(Exists(out.with_survey()), survey__closes_at__lte=timezone.now())
        .exclude(Exists(still_open))
        .exclude(Exists(out.public().with_results()))
        .order_by("survey__closes_at", "pk")
    )


def with_kept_waiting(places: QuerySet[Partnership], *, on: dt.date) -> QuerySet[Dialogue]:
    """Those with words that nobody has answered for 60 days; adds ``number`` of them."""
    waiting = Finding.objects.kept_waiting(on=on).values("pk")
    return (
        of_places(places)
        .annotate(number=Count("findings", filter=Q(findings__in=waiting)))
        .filter(number__gt=0)
        .order_by("starts_on", "pk")
    )


def without_word_after(places: QuerySet[Partnership], *, on: dt.date) -> QuerySet[Dialogue]:
    """Those that were held and about which nothing has been published since. Surveys have results instead."""
    last_day = Coalesce(OuterRef("ends_on"), OuterRef("starts_on"))
    since = DialogueEdition.objects.out().filter(
        dialogue=OuterRef("pk"), published_at__date__gt=last_day
    )
    held = Dialogue.objects.held_before(on)
    return (
        of_places(places)
        .filter(survey__isnull=True, pk__in=held.values("pk"))
        .exclude(Exists(since))
        .order_by("starts_on", "pk")
    )
