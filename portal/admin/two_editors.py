"""Two editors on one draft: the later one is told, sees the difference, and loses nothing.

The page carries the draft's version when it was opened (signed; the numbers of its latest events). If others
have written since, nothing is saved: the page comes back with what they did, with everything that was typed,
and with their text in the fields that were not touched. The version is then the new one, so the next press
of the button saves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.admin.merging import Difference, merge
from portal.history import Branch, Entry, newest
from portal.history_words import entries

FIELD = "_version"
SALT = "portal.draft-version"


@dataclass(frozen=True)
class Conflict:
    """What others have written since the page was opened, and where it differs from what was typed."""

    entries: list[Entry]
    differences: list[Difference]


def written(version: dict[str, int], row: models.Model) -> str:
    return signing.dumps([row._meta.label, row.pk, version], salt=SALT)


def read(token: str, row: models.Model) -> dict[str, int]:
    """The version the page was opened with. Without one, all that ever happened counts as news."""
    try:
        label, pk, version = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return {}
    return version if [label, pk] == [row._meta.label, row.pk] else {}


class Refused(forms.BaseModelForm[Any]):
    """The page's form when others have written: valid or not, it is not saved this time."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.add_error(
            None, ValidationError(_("Någon annan har sparat medan du skrev."), "conflict")
        )
        return cleaned


class TwoEditors(admin.ModelAdmin[Any]):
    branches: Sequence[Branch] = ()
    """The tables whose history is this draft's: the row's own first."""

    on_page: Sequence[Branch] = ()
    """Those of them that are written on its page, where they are fewer."""

    change_form_template = "admin/draft_form.html"
    save_anyway = gettext_lazy("Spara min text ändå")

    @property
    def watched(self) -> Sequence[Branch]:
        return self.on_page or self.branches

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any | None:
        """Locked while it is being written: the version must hold until the row is saved."""
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST" or not self._is_saving(request):
            return found
        rows = self.model._default_manager.select_for_update(of=("self",)).filter(pk=found.pk)
        return super().get_object(request, object_id, from_field) if rows.first() else None

    @staticmethod
    def _is_saving(request: HttpRequest) -> bool:
        view = request.resolver_match.view_name if request.resolver_match else ""
        return view.endswith("_change")

    def _changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None,
        form_url: str,
        extra: dict[str, Any] | None,
    ) -> HttpResponse:
        extra = dict(extra or {})
        if object_id is not None:
            extra |= self._version(request, unquote(object_id))
        return super()._changeform_view(request, object_id, form_url, extra)  # type: ignore[misc,no-any-return]

    def _version(self, request: HttpRequest, object_id: str) -> dict[str, Any]:
        """For the page: the version as it is read now, and what others did if the typed text is older."""
        row = self.get_object(request, object_id)
        if row is None or not self.has_change_permission(request, row):
            return {}
        now = newest(self.watched, row.pk)
        found: dict[str, Any] = {"version": written(now, row), "conflict": None}
        if request.method == "POST":
            seen = read(request.POST.get(FIELD, ""), row)
            if any(now[label] > seen.get(label, 0) for label in now):
                found["conflict"] = self._conflict(request, row, seen)
        return found

    def _conflict(self, request: HttpRequest, row: Any, seen: dict[str, int]) -> Conflict:
        told = entries(self.watched, row.pk, since=seen)
        for entry in told:
            if entry.user == request.user.pk:
                entry.who = _("Du, i ett annat fönster")
        differences = merge(self, request, row, seen)
        request.is_refused = True  # type: ignore[attr-defined]
        return Conflict(told, differences)

    def get_form(
        self, request: HttpRequest, obj: Any | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm[Any]]:
        form = super().get_form(request, obj, change=change, **kwargs)
        if getattr(request, "is_refused", False):
            return type(form.__name__, (Refused, form), {})
        return form
