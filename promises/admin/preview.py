"""What residents will see, in their own templates, for those who may see it: the draft as it stands now, or
a frozen edition. Never indexed and never kept."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dialogues.models import DialogueEdition
from portal.admin.entrance import EditorRequest, unindexed
from portal.days import today
from portal.models import Partnership
from promises.documents import PeriodDocument, Promise
from promises.freeze import freeze
from promises.models import PeriodEdition, PromisePeriod
from promises.reading import PeriodReading
from promises.reading_parts import Readable
from promises.said import SaidIn


@dataclass(frozen=True)
class Preview(PeriodReading):
    """Its links stay in the preview."""

    keys: tuple[int, ...] = ()

    @cached_property
    def dialogues(self) -> list[SaidIn]:
        """What residents can read now: they may be cited before the promise's next edition."""
        place, period = self.document.partnership_slug, self.document.slug
        cited = DialogueEdition.objects.of_address(place).current().citing(period)
        return [SaidIn.of(place, row["json"]) for row in cited.as_told()]

    @cached_property
    def readable(self) -> Readable:
        place = PeriodEdition.objects.filter(partnership__slug=self.document.partnership_slug)
        return Readable.of(row["json"] for row in place.current().as_readable())

    @property
    def url(self) -> str:
        return reverse("promises_admin:preview_period", args=self.keys)

    @property
    def follow_up_url(self) -> str:
        return reverse("promises_admin:preview_follow_up", args=self.keys)

    def promise_url(self, promise: Promise) -> str:
        return reverse("promises_admin:preview_promise", args=[*self.keys, promise.slug])


@require_safe
def preview_period(request: EditorRequest, period: int, edition: int = 0) -> HttpResponse:
    context = _context(request, period, edition)
    return unindexed(render(request, "admin/preview_period.html", context))


@require_safe
def preview_follow_up(request: EditorRequest, period: int, edition: int = 0) -> HttpResponse:
    context = _context(request, period, edition)
    return unindexed(render(request, "admin/preview_follow_up.html", context))


@require_safe
def preview_promise(
    request: EditorRequest, period: int, promise: str, edition: int = 0
) -> HttpResponse:
    context = _context(request, period, edition)
    found = context["period"].promise(promise)
    if found is None:
        raise Http404
    return unindexed(render(request, "admin/preview_promise.html", context | {"promise": found}))


def _context(request: EditorRequest, period: int, edition: int) -> dict[str, Any]:
    found = get_object_or_404(PromisePeriod.objects.editable_by(request.user), pk=period)
    frozen, document = None, freeze(found) if not edition else None
    if document is None:
        frozen = get_object_or_404(PeriodEdition.objects.of_period(found), pk=edition)
        document = frozen.content
    place = Partnership.objects.with_live_content(on=today()).get(pk=found.partnership_id)
    keys = (period, edition) if edition else (period,)
    reading = preview(document, keys, on=today())
    back = reverse("promises_admin:publish", args=[found.pk])
    return {"place": place, "period": reading, "back": back, "frozen": frozen}


def preview(document: PeriodDocument, keys: tuple[int, ...], *, on: dt.date) -> Preview:
    return Preview(document, on, None, keys)
