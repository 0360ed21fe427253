"""One question of a survey: its words, its kind, its choices."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from dialogues.admin import trees
from dialogues.admin.drafts import DraftAdmin, DraftFormSet, DraftInline
from dialogues.models import Choice, Question
from dialogues.published import is_published
from portal.admin.placed_errors import PlacedErrors
from portal.slugs import make_slug

KINDS = _(
    "Ett val: den som svarar väljer ett av svaren. Flera val: så många som passar. Skala: ett steg av högst "
    "elva, med ord för ändarna. Tal: ett heltal mellan två gränser. Kort text: egna ord, som aldrig visas "
    "som de är och som raderas."
)

PLACES = {
    "question_key_is_unique_in_its_survey": "key",
    "question_has_key_and_text": "text",
    "scale_and_number_have_limits": "lowest",
    "only_scale_and_number_have_limits": "lowest",
    "scale_has_at_most_eleven_steps": "highest",
    "background_question_is_a_single_choice": "is_background",
}


class QuestionForm(PlacedErrors):
    """The key makes itself, unless the question was asked in an earlier survey."""

    places = PLACES

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = False

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        survey = cleaned.get("survey") or getattr(self.instance, "survey", None)
        if "key" in self.fields and "key" not in self.errors and not cleaned.get("key") and survey:
            cleaned["key"] = key_of(cleaned.get("text", ""), survey.questions.all(), self.instance)
        return cleaned


def key_of(text: str, among: "models.QuerySet[Any]", row: Any = None) -> str:
    """A key of its own for a question or a choice, made of its words."""
    others = among.exclude(pk=row.pk) if row is not None else among
    return make_slug(text, taken=set(others.values_list("key", flat=True)))


class ChoiceFormSet(DraftFormSet):
    """A choice keeps its key when its words are put right."""

    def save_new(self, form: Any, commit: bool = True) -> Any:
        form.instance.key = key_of(form.cleaned_data["text"], self.instance.choices.all())
        return super().save_new(form, commit=commit)


class ChoiceInline(DraftInline):
    model = Choice
    formset = ChoiceFormSet
    fields = ("text", "position")
    classes = ("orderable",)
    verbose_name_plural = _("svarsval")
    help = _("För ett eller flera val: minst två.")


@admin.register(Question)
class QuestionAdmin(DraftAdmin):
    place_in_list = 4
    place_path = "survey__dialogue__partnership"
    form = QuestionForm
    branches = trees.QUESTION
    fixed = ("survey",)
    siblings = ("survey",)
    list_display = ("text", "kind", "survey")
    list_filter = ("kind",)
    list_select_related = ("survey__dialogue",)
    search_fields = ("text", "survey__dialogue__title")
    inlines = (ChoiceInline,)
    fieldsets = (
        (
            None,
            {"fields": ("survey", "text", "help", "kind", "is_required"), "description": KINDS},
        ),
        (
            _("Bara för skala och tal"),
            {
                "fields": (("lowest", "lowest_label"), ("highest", "highest_label"), "unit"),
                "classes": ["question-limits"],
            },
        ),
        (
            _("För resultatet"),
            {
                "fields": ("is_background", "key"),
                "description": _(
                    "Ställdes frågan i en tidigare enkät: skriv samma nyckel, så går åren att jämföra."
                ),
            },
        ),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name == "key":
            field.help_text = _("Lämna tomt så görs den åt er.")
        return field

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Answers know their question by its key."""
        found = tuple(super().get_readonly_fields(request, obj))
        return (*found, "key") if obj and is_published(obj) else found

    def get_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.inlines if obj is not None else ()

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._with_empty_row(request, obj) or self.stay_on_page(request, obj)
