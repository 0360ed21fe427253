"""Rows under a draft for those without JavaScript: a button saves the page and opens one empty row."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

FIELD = "_ny"
"""The button's name in the form; its value is the model of the row."""

QUERY = "ny"


class EmptyRowOnRequest(InlineModelAdmin[Any, Any]):
    extra = 0

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if request.GET.get(QUERY) == self.opts.model_name else self.extra


class OpensEmptyRows(admin.ModelAdmin[Any]):
    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        response = super().response_add(request, obj, post_url_continue)
        return self._with_empty_row(request, obj) or response

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        response = super().response_change(request, obj)
        return self._with_empty_row(request, obj) or response

    def _with_empty_row(self, request: HttpRequest, obj: Any) -> HttpResponse | None:
        wanted = request.POST.get(FIELD)
        inlines = self.get_inline_instances(request, obj)
        if wanted not in [inline.opts.model_name for inline in inlines]:
            return None
        name = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_change"
        page = reverse(name, args=[obj.pk], query={QUERY: wanted})
        return HttpResponseRedirect(f"{page}#rader-{wanted}")
