"""What every draft's pages have: its history in words, and the refusal to delete what has been published."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import NestedObjects, unquote
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models, router
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal.history import Branch
from portal.history_words import entries, shortened
from portal.swedish import sentence_case

PER_PAGE = 40


class HistoryInWords(admin.ModelAdmin[Any]):
    """Replaces Django's log of button presses with what was changed, by whom, from what to what."""

    branches: Sequence[Branch] = ()

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            redirect: HttpResponse = self._get_obj_does_not_exist_redirect(  # type: ignore[attr-defined]
                request, self.opts, object_id
            )
            return redirect
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        page = Paginator(entries(self.branches, row.pk), PER_PAGE).get_page(
            request.GET.get(PAGE_VAR)
        )
        context = {
            **self.admin_site.each_context(request),
            "title": _("Historik"),
            "subtitle": shortened(str(row)),
            "page": page,
            "page_var": PAGE_VAR,
            "object": row,
            "opts": self.opts,
            "media": self.media,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/draft_history.html", context)


def going_with(rows: Iterable[Any]) -> list[Any]:
    """These rows of one model, and all that would be deleted with them."""
    rows = list(rows)
    if not rows:
        return []
    collector = NestedObjects(using=router.db_for_write(type(rows[0])))
    collector.collect(rows)
    kinds: Any = collector.model_objs.values()
    return [row for going in kinds for row in sorted(going, key=lambda row: row.pk)]


def _without(listed: list[Any], names: set[str]) -> list[Any]:
    """Rows under rows as Django lists them, without those that only tie two others together: they have
    English names, and nobody has written them."""
    found = [
        _without(one, names) if isinstance(one, list) else one
        for one in listed
        if isinstance(one, list) or str(one) not in names
    ]
    return [one for one in found if one != []]


class NothingPublishedGoes(admin.ModelAdmin[Any]):
    """What residents have read is not deleted: the page says why, one row or many."""

    def why_kept(self, row: Any) -> str:
        """Why the row may not be deleted, as a Swedish sentence; empty when it may."""
        return ""

    def get_deleted_objects(
        self, objs: models.QuerySet[Any] | Sequence[Any], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        to_delete, counts, lacking, protected = super().get_deleted_objects(objs, request)  # type: ignore[arg-type]
        leaning = [format_html(_("{} bygger på det."), row) for row in protected]
        links = [row for row in going_with(objs) if row._meta.auto_created]
        named = {f"{capfirst(row._meta.verbose_name)}: {row}" for row in links}
        for row in links:
            counts.pop(row._meta.verbose_name_plural, None)
        return _without(to_delete, named), counts, lacking, [*self._kept(objs), *leaning]

    def _kept(self, rows: Iterable[Any]) -> list[str]:
        """The reasons, for these rows and for all that would go with them. A row without pages of its own
        answers to the page that it is written on."""
        found: list[str] = []
        for row in going_with(rows):
            keeper = self.admin_site._registry.get(type(row), self)
            if isinstance(keeper, NothingPublishedGoes) and (reason := keeper.why_kept(row)):
                name = sentence_case(str(row._meta.verbose_name))
                found.append(format_html("{} ”{}” {}", name, shortened(str(row)), reason))
        return found
