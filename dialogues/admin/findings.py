"""What people said, and what became of it: the promises it led to, or the reason why it led to none."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.admin import trees
from dialogues.admin.drafts import NOT_WITH_SURVEY, DraftAdmin, OwnDialogues, dialogue_of
from dialogues.admin.promise_links import PromiseLinkInline
from dialogues.enums import FindingOutcome
from dialogues.freeze import freeze
from dialogues.models import Answer, Finding
from dialogues.services import lacking_in_finding
from portal.admin.placed_errors import PlacedErrors
from portal.admin.scoped import user_of
from portal.days import today
from portal.keys import key_from


class FindingForm(PlacedErrors):
    places = {
        "finding_says_something": "statement",
        "finding_was_said_by_someone": "said_by",
        "finding_reason_is_known": "reason",
        "finding_without_promise_states_a_reason": "reason",
        "only_a_finding_without_promise_has_a_reason": "reason",
        "finding_with_another_reason_explains_it": "answer",
        "open_finding_has_no_day_of_answer": "answered_on",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dialogue = dialogue_of(self.instance)
        if "said_by" in self.fields and dialogue and hasattr(dialogue, "survey"):
            self.fields["said_by"].help_text = NOT_WITH_SURVEY

    def clean(self) -> dict[str, Any] | None:
        """An answer without a day is given today."""
        cleaned = super().clean() or self.cleaned_data
        is_answered = cleaned.get("outcome", FindingOutcome.OPEN) != FindingOutcome.OPEN
        if is_answered and "answered_on" in cleaned and cleaned["answered_on"] is None:
            cleaned["answered_on"] = today()
        return cleaned


@admin.register(Finding)
class FindingAdmin(DraftAdmin):
    place_in_list = 2
    place_path = "dialogue__partnership"
    form = FindingForm
    branches = trees.FINDING
    fixed = ("dialogue",)
    siblings = ("dialogue",)
    list_display = ("statement", "outcome", "theme", "dialogue")
    list_filter = ("outcome", ("dialogue", OwnDialogues), "theme")
    list_select_related = ("dialogue__partnership",)
    search_fields = ("statement", "place", "answer")
    ordering = ("-dialogue__starts_on", "dialogue", "position", "pk")
    inlines = (PromiseLinkInline,)
    fieldsets = (
        (
            gettext_lazy("Det ni fick höra"),
            {"fields": ("dialogue", "statement", ("theme", "said_by"), "place")},
        ),
        (
            gettext_lazy("Vad det blev av det"),
            {
                "fields": ("outcome", "reason", "answer", "answered_on"),
                "description": gettext_lazy(
                    "Ledde det till löfte: välj löftet nedan. Ledde det inte till löfte: ange skälet. "
                    "Svaret i ord läser alla, och det är ofta det som de som sa det minns."
                ),
            },
        ),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name == "answered_on":
            field.help_text = _("Tomt: i dag.")
        if field and db_field.name == "reason":
            field.help_text = _("Bara om det inte ledde till löfte.")
        return field

    def get_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        """The place of the dialogue says which promises there are."""
        return self.inlines if obj is not None else ()

    def get_formsets_with_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        """The first promise needs no button."""
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            if obj is not None and not obj.promise_links.exists():
                formset.extra = 1
            yield formset, inline

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> Any:
        """Beside the words that somebody wrote in a survey: to be told in one's own."""
        if add and (answer := self._answer(request)) is not None:
            context["raw_answer"] = answer
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _answer(self, request: HttpRequest) -> Answer | None:
        key = key_from(request.GET.get("svar")) or 0
        return Answer.objects.in_words().editable_by(user_of(request)).filter(pk=key).first()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """What still keeps it from being published is said at once."""
        super().save_related(request, form, formsets, change)
        document = freeze(form.instance.dialogue)
        own = [finding for finding in document.findings if finding.key == form.instance.key]
        for line in [line for finding in own for line in lacking_in_finding(finding)]:
            messages.warning(request, line)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._with_empty_row(request, obj) or self.stay_on_page(request, obj)
