"""The survey builder: when it is open, and its questions in order. A question's choices are written one on
each line; what is rarer stands on the question's own page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from dialogues.admin import trees
from dialogues.admin.drafts import DraftAdmin, DraftFormSet, DraftInline
from dialogues.admin.questions import KINDS, PLACES, key_of
from dialogues.enums import QuestionKind
from dialogues.models import Choice, Question, Response, Survey
from dialogues.models.survey import WITH_CHOICES
from portal.admin.placed_errors import PlacedErrors
from portal.admin.widgets import MomentInput

LONGEST = 200
"""What the column of a choice holds."""
TOO_LONG = _("Svarsvalet ”%(start)s” har %(now)s tecken. Det får ha högst %(most)s.")


class SurveyForm(PlacedErrors):
    places = {
        "survey_closes_after_it_opens": "closes_at",
        "survey_keeps_its_texts_until_it_closes": "text_answers_deleted_on",
    }


class QuestionRowForm(PlacedErrors):
    """A new question with its choices; of an old one only the words and the limits."""

    places = PLACES
    lines = forms.CharField(
        label=_("Svarsval, ett på varje rad"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Bara för ett eller flera val."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        for name in ("kind", "lines"):
            self.fields[name].disabled = True
            self.fields[name].help_text = _("Öppna frågan för att ändra.")
        choices = self.instance.choices.all()
        self.initial["lines"] = "\n".join(choice.text for choice in choices)
        self.fields["lines"].widget.attrs["rows"] = max(len(choices), 2)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk is None and (kind := cleaned.get("kind")):
            lines = lines_in(cleaned)
            number = len(lines)
            for line in lines:
                if len(line) > LONGEST:
                    told = {"start": f"{line[:30]}…", "most": LONGEST, "now": len(line)}
                    self.add_error("lines", TOO_LONG % told)
            if kind in WITH_CHOICES and number < 2:
                self.add_error("lines", _("Skriv minst två svarsval, ett på varje rad."))
            if kind not in WITH_CHOICES and number:
                word = QuestionKind(kind).label
                self.add_error("lines", _("Slaget ”%s” har inga svarsval.") % word)
        return cleaned


def lines_in(cleaned: dict[str, Any]) -> list[str]:
    written = (line.strip() for line in cleaned.get("lines", "").splitlines())
    return list(dict.fromkeys(line for line in written if line))


class QuestionFormSet(DraftFormSet):
    def save_new(self, form: Any, commit: bool = True) -> Any:
        form.instance.key = key_of(form.cleaned_data["text"], self.instance.questions.all())
        question = super().save_new(form, commit=True)
        for position, text in enumerate(lines_in(form.cleaned_data), 1):
            key = key_of(text, question.choices.all())
            Choice.objects.create(question=question, key=key, text=text, position=position)
        return question


class QuestionInline(DraftInline):
    model = Question
    form = QuestionRowForm
    formset = QuestionFormSet
    fields = ("text", ("kind", "is_required"), "lines", ("lowest", "highest"), "position")
    classes = ("orderable",)
    show_change_link = True
    verbose_name_plural = _("frågor")
    help = KINDS

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("choices")


@admin.register(Survey)
class SurveyAdmin(DraftAdmin):
    place_in_list = 3
    place_path = "dialogue__partnership"
    form = SurveyForm
    branches = trees.SURVEY
    fixed = ("dialogue",)
    list_display = ("dialogue", "opens_at", "closes_at")
    list_display_links = ("dialogue",)
    list_select_related = ("dialogue__partnership",)
    search_fields = ("dialogue__title",)
    ordering = ("-opens_at", "pk")
    inlines = (QuestionInline,)
    fieldsets = (
        (
            None,
            {
                "fields": ("dialogue", ("opens_at", "closes_at"), "introduction"),
                "description": _(
                    "Enkäten går att svara på när dialogen är publicerad och tiden är inne. Svensk tid."
                ),
            },
        ),
        (
            _("Svar i egna ord"),
            {
                "fields": ("text_answers_deleted_on",),
                "description": _(
                    "De visas aldrig som de är. Läs dem, berätta i egna ord vad ni fick höra, och låt dem "
                    "raderas."
                ),
                "classes": ["collapse"],
            },
        ),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name in ("opens_at", "closes_at"):
            field.widget = MomentInput()
        return field

    def get_field_queryset(self, db: str | None, db_field: Any, request: HttpRequest) -> Any:
        """A dialogue has one survey at most."""
        found = super().get_field_queryset(db, db_field, request)
        if db_field.name == "dialogue" and found is not None:
            return found.filter(survey__isnull=True).select_related("partnership")
        return found

    def get_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.inlines if obj is not None else ()

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> Any:
        if obj is not None and obj.pk:
            context["answered"] = Response.objects.filter(dialogue=obj.dialogue_id).count()
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._with_empty_row(request, obj) or self.stay_on_page(request, obj)
