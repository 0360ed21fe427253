"""What the pages of all drafts of dialogues share."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from dialogues.admin.ways import ways_on
from dialogues.models import Dialogue, Finding, Question, Survey
from dialogues.published import why_kept
from portal.admin.draft_rows import OrderedAdmin, RowsUnder
from portal.admin.scoped import ScopedInline

NOT_WITH_SURVEY = _(
    "Visas inte: dialogen har en enkät, och hur många som har sagt vad står i dess resultat."
)


def dialogue_of(row: Any) -> Dialogue | None:
    """The dialogue that a row is, or lies under; None until it is chosen."""
    match row:
        case Dialogue():
            return row if row.pk else None
        case Finding() | Survey():
            return row.dialogue if row.dialogue_id else None
        case Question():
            return dialogue_of(row.survey) if row.survey_id else None
    return None


class DraftFormSet(RowsUnder):
    def why_kept(self, row: Any) -> str:
        return why_kept(row)


class DraftInline(ScopedInline):
    formset = DraftFormSet


class DraftAdmin(OrderedAdmin):
    change_form_template = "admin/dialogue_form.html"

    def why_kept(self, row: Any) -> str:
        return why_kept(row)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> Any:
        dialogue = dialogue_of(obj) if obj is not None else None
        context["ways"] = ways_on(dialogue, besides=obj) if dialogue else []
        return super().render_change_form(request, context, add, change, form_url, obj)


class OwnDialogues(admin.RelatedOnlyFieldListFilter):
    """The dialogues of the rows that the user may edit."""

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> Any:
        rows = model_admin.get_queryset(request).order_by().values(self.field_path)
        return [(found.pk, str(found)) for found in Dialogue.objects.filter(pk__in=rows)]
