"""The survey as residents fill it in, built from the frozen questions. No script, nothing typed is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.documents import Question, Survey
from dialogues.enums import QuestionKind
from dialogues.forms.token import FormToken
from dialogues.results import Given
from portal.forms.guarded import GuardedForm, TypedText

LONGEST_TEXT = 500


@dataclass(frozen=True)
class Asked:
    """A question with its field. ``target`` is the id of what an error leads to."""

    question: Question
    field: BoundField

    @property
    def has_options(self) -> bool:
        return self.field.use_fieldset

    @property
    def target(self) -> str:
        return f"{self.field.auto_id}_0" if self.has_options else self.field.auto_id


class SurveyForm(GuardedForm):
    """``edition``: whose questions are asked."""

    token_class = FormToken
    unknown = gettext_lazy(
        "Formuläret kunde inte kännas igen. Dina svar finns kvar: skicka dem en gång till."
    )
    too_quick = gettext_lazy(
        "Formuläret skickades så snabbt att det liknar en robot. Dina svar finns kvar: läs igenom dem och "
        "skicka igen om några sekunder."
    )
    too_old = gettext_lazy(
        "Sidan har varit öppen i mer än ett dygn. Dina svar finns kvar: skicka dem en gång till."
    )

    def __init__(
        self, survey: Survey, data: Mapping[str, Any] | None = None, *, edition: int = 0
    ) -> None:
        super().__init__(data, about=edition, auto_id="svar-%s")
        self.survey = survey
        for question in survey.questions:
            self.fields[name_of(question)] = FIELDS[question.kind](question)
        self.set_trap()

    @property
    def asked(self) -> list[Asked]:
        return [Asked(question, self[name_of(question)]) for question in self.survey.questions]

    @property
    def failed(self) -> list[Asked]:
        """The questions with errors, in order."""
        return [asked for asked in self.asked if asked.field.errors]

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors and not self.given():
            self.add_error(None, _("Svara på minst en fråga innan du skickar."))
        return self.cleaned_data

    def given(self) -> dict[str, Given]:
        """The answers by question key, without the questions that were left."""
        found = {
            question.key: given_of(question, self.cleaned_data.get(name_of(question)))
            for question in self.survey.questions
        }
        return {key: given for key, given in found.items() if given is not None}


def name_of(question: Question) -> str:
    return f"fraga-{question.key}"


def given_of(question: Question, value: Any) -> Given | None:
    if value in (None, "", []):
        return None
    match question.kind:
        case QuestionKind.SINGLE:
            return Given(choices=(value,))
        case QuestionKind.MULTIPLE:
            return Given(choices=tuple(value))
        case QuestionKind.TEXT:
            return Given(text=value)
    return Given(number=int(value))


def choice_words(question: Question) -> list[tuple[str, str]]:
    """Also a way to take back a radio button, where the question may be left."""
    words = [(choice.key, choice.text) for choice in question.choices]
    return words if question.is_required else [*words, ("", _("Vill inte svara"))]


def step_words(question: Question) -> list[tuple[str, str]]:
    lowest, highest = question.lowest or 0, question.highest or 0
    ends = {lowest: question.lowest_label, highest: question.highest_label}
    words = [
        (str(step), f"{step} – {ends[step]}" if ends.get(step) else str(step))
        for step in range(lowest, highest + 1)
    ]
    return words if question.is_required else [*words, ("", _("Vill inte svara"))]


def same(question: Question) -> dict[str, Any]:
    return {
        "label": question.text,
        "help_text": question.help,
        "required": question.is_required,
    }


def radios(question: Question, words: list[tuple[str, str]]) -> forms.Field:
    return forms.ChoiceField(
        **same(question),
        choices=words,
        widget=forms.RadioSelect(),
        error_messages={
            "required": _("Välj ett svar."),
            "invalid_choice": _("Välj ett av svaren som finns här."),
        },
    )


def single(question: Question) -> forms.Field:
    return radios(question, choice_words(question))


def scale(question: Question) -> forms.Field:
    return radios(question, step_words(question))


def multiple(question: Question) -> forms.Field:
    return forms.MultipleChoiceField(
        **same(question),
        choices=[(choice.key, choice.text) for choice in question.choices],
        widget=forms.CheckboxSelectMultiple(),
        error_messages={
            "required": _("Välj minst ett svar."),
            "invalid_choice": _("Välj bland svaren som finns här."),
        },
    )


def number(question: Question) -> forms.Field:
    limits = {"lowest": question.lowest, "highest": question.highest}
    outside = _("Svara med ett heltal från %(lowest)s till %(highest)s.") % limits
    return forms.IntegerField(
        **same(question),
        min_value=question.lowest,
        max_value=question.highest,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _("Skriv ett tal."),
            "invalid": outside,
            "min_value": outside,
            "max_value": outside,
        },
    )


def short_text(question: Question) -> forms.Field:
    """The limit is a validator: with ``max_length`` browsers would cut what is pasted without a word."""
    warning = _("Skriv inte namn eller annat som pekar ut någon.")
    too_long = _("Skriv högst %(limit_value)s tecken. Nu är det %(show_value)s.")
    return TypedText(
        **same(question) | {"help_text": f"{question.help} {warning}".strip()},
        validators=[MaxLengthValidator(LONGEST_TEXT, too_long)],
        widget=forms.Textarea({"rows": 4, "cols": 40, "autocomplete": "off"}),
        error_messages={"required": _("Skriv ett svar.")},
    )


FIELDS = {
    QuestionKind.SINGLE: single,
    QuestionKind.MULTIPLE: multiple,
    QuestionKind.SCALE: scale,
    QuestionKind.NUMBER: number,
    QuestionKind.TEXT: short_text,
}
