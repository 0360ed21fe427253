"""“Att tänka på” on the pages of a period and a promise: advice with links to the field it is about."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from promises.admin.narrowing import period_of
from promises.advice import PERIOD, Advice, Page, Span, advise
from promises.freeze import freeze
from promises.models import Action, FocusArea, Goal, Promise, PromisePeriod

KINDS: dict[str, type[Any]] = {
    "area": FocusArea,
    "promise": Promise,
    "goal": Goal,
    "action": Action,
}


@dataclass(frozen=True)
class Line:
    text: str
    url: str


def lines_for(row: Any, period: PromisePeriod) -> list[Line]:
    """Advice on the whole period, or on a promise and what is under it."""
    others = PromisePeriod.objects.filter(partnership=period.partnership_id).exclude(pk=period.pk)
    spans = [Span(p.label, p.starts_on, p.ends_on) for p in others]
    found = advise(freeze(period), others=spans)
    if isinstance(row, Promise):
        found = [advice for advice in found if advice.page.promise == row.key]
    own = Page("promise", row.key, row.key) if isinstance(row, Promise) else PERIOD
    urls = _urls(found, period)
    return [Line(a.text, f"{'' if a.page == own else urls[a.page]}#{a.element}") for a in found]


def _urls(found: list[Advice], period: PromisePeriod) -> dict[Page, str]:
    urls = {PERIOD: reverse("admin:promises_promiseperiod_change", args=[period.pk])}
    for kind, model in KINDS.items():
        pages = {advice.page.key: advice.page for advice in found if advice.page.kind == kind}
        name = f"admin:promises_{model._meta.model_name}_change"
        for key, pk in model.objects.filter(key__in=pages).values_list("key", "pk"):
            urls[pages[key]] = reverse(name, args=[pk])
    return urls


class Advising(admin.ModelAdmin[Any]):
    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        period = period_of(obj) if obj is not None else None
        context["advice"] = lines_for(obj, period) if period is not None else []
        context["period"] = period
        return super().render_change_form(request, context, add, change, form_url, obj)
