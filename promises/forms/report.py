"""What is reported: actions, goals, readings, verdicts and the summary."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from portal import swedish
from portal.enums import Verdict
from promises.enums import UNFINISHED, ActionStatus, FollowUpKind, NextStep, Reason
from promises.forms.desk import Day, DeskForm, NumberText, ProseText
from promises.models import Action, FollowUp, Goal, PromiseVerdict, Reading
from promises.plain_prose import as_html, as_text

# What is tapped most often stands first.
STATUSES = [
    (ActionStatus.DONE.value, _("Genomförd")),
    (ActionStatus.PARTLY.value, _("Delvis")),
    (ActionStatus.NOT_DONE.value, _("Inte genomförd")),
    (ActionStatus.ONGOING.value, _("Pågår")),
    (ActionStatus.PLANNED.value, _("Planerad")),
]


def words(choices: Any, *, blank: Any = None) -> list[tuple[str, str]]:
    """Choices with a large first letter; ``blank`` is the word for none."""
    found = [(choice.value, swedish.sentence_case(str(choice.label))) for choice in choices]
    return found if blank is None else [("", blank), *found]


def few_lines(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, widget=forms.Textarea({"rows": 2, "cols": 40})
    )


class Choices(forms.ChoiceField):
    """Radio buttons, drawn as large segments."""

    def __init__(self, choices: list[tuple[str, Any]], *, label: Any) -> None:
        super().__init__(
            choices=choices,
            label=label,
            required=all(value for value, _word in choices),
            widget=forms.RadioSelect(),
            error_messages={"required": _("Välj ett av alternativen.")},
        )


class List(forms.ChoiceField):
    def __init__(self, choices: type[TextChoices], *, label: Any, blank: Any) -> None:
        super().__init__(choices=words(choices, blank=blank), label=label, required=False)


class ActionForm(DeskForm):
    says_at: ClassVar[dict[str, str]] = {
        "unfinished_action_states_a_reason": "reason",
        "only_an_unfinished_action_has_a_reason": "reason",
    }

    status = Choices(STATUSES, label=_("Läge"))
    done_count = forms.IntegerField(
        label=_("Gjort antal"),
        required=False,
        min_value=0,
        widget=NumberText(),
        error_messages={"invalid": _("Skriv antalet med siffror.")},
    )
    reason = List(Reason, label=_("Skäl"), blank=_("Välj skäl"))
    reason_text = few_lines(_("Berätta mer (frivilligt)"))
    next_step = List(NextStep, label=_("Vad händer nu?"), blank=_("Inte sagt"))
    next_step_text = few_lines(_("Mer om vad som händer (frivilligt)"))

    class Meta:
        model = Action
        fields: tuple[str, ...] = (
            "status",
            "done_count",
            "reason",
            "reason_text",
            "next_step",
            "next_step_text",
            "place",
            "done_on",
        )
        labels: ClassVar[dict[str, Any]] = {"place": _("Plats"), "done_on": _("Dag")}
        widgets: ClassVar[dict[str, Any]] = {"done_on": Day()}

    def clean(self) -> dict[str, Any]:
        """The reason is asked for only when needed, so one that was chosen before is let go."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if found.get("status") and found["status"] not in UNFINISHED:
            found["reason"] = ""
        return found

    @property
    def says_why(self) -> bool:
        """Whether the explanation holds anything: then it is never hidden."""
        fields = ("reason", "reason_text", "next_step", "next_step_text")
        return any(self[name].value() or self[name].errors for name in fields)

    @property
    def has_error_in_fold(self) -> bool:
        return any(self[name].errors for name in ("place", "done_on"))


class NewActionForm(ActionForm):
    text = forms.CharField(
        label=_("Vad gjorde ni?"),
        widget=forms.Textarea({"rows": 2, "cols": 40}),
        error_messages={"required": _("Skriv vad ni gjorde.")},
    )

    class Meta(ActionForm.Meta):
        fields = ("text", *ActionForm.Meta.fields, "unit")
        labels: ClassVar[dict[str, Any]] = {**ActionForm.Meta.labels, "unit": _("Enhet")}


class GoalForm(DeskForm):
    says_at: ClassVar[dict[str, str]] = {"goal_that_cannot_be_judged_says_why": "verdict_reason"}

    verdict = Choices(words(Verdict), label=_("Nåddes målet?"))
    verdict_reason = few_lines(_("Förklaring"))

    class Meta:
        model = Goal
        fields = ("verdict", "verdict_reason")


class ReadingForm(DeskForm):
    known = frozenset({"goal"})
    says_at: ClassVar[dict[str, str]] = {"reading_is_one_per_day_and_source": "on"}

    value = forms.DecimalField(
        label=_("Värde"),
        max_digits=14,
        decimal_places=4,
        localize=True,
        widget=NumberText("decimal"),
        error_messages={
            "required": _("Skriv värdet."),
            "invalid": _("Skriv värdet med siffror, till exempel 13,5."),
        },
    )
    is_preliminary = forms.BooleanField(label=_("Preliminärt"), required=False)

    def __init__(self, *args: Any, instance: Reading, **kwargs: Any) -> None:
        """Without the noughts that the column fills decimals up with."""
        initial = kwargs.pop("initial", None) or {}
        if instance.value is not None:
            initial = {"value": Decimal(f"{Decimal(instance.value).normalize():f}")} | initial
        super().__init__(*args, instance=instance, initial=initial, **kwargs)

    class Meta:
        model = Reading
        fields = ("value", "on", "source", "is_preliminary")
        labels: ClassVar[dict[str, Any]] = {"on": _("Avser dagen"), "source": _("Källa")}
        help_texts: ClassVar[dict[str, str]] = {"on": ""}
        widgets: ClassVar[dict[str, Any]] = {"on": Day()}
        error_messages: ClassVar[dict[str, Any]] = {
            "on": {
                "required": _("Ange vilken dag värdet gäller."),
                "invalid": _("Skriv dagen som 2023-12-31."),
            },
            "source": {"required": _("Ange var värdet kommer ifrån.")},
        }


class VerdictForm(DeskForm):
    says_at: ClassVar[dict[str, str]] = {"promise_that_cannot_be_judged_says_why": "text"}

    verdict = Choices(words(Verdict, blank=_("Inte bedömt än")), label=_("Hölls löftet?"))
    text = ProseText(label=_("Så gick det, med era ord"))

    class Meta:
        model = PromiseVerdict
        fields = ("verdict", "text")

    def __init__(self, *args: Any, instance: PromiseVerdict, **kwargs: Any) -> None:
        initial = {"text": as_text(instance.text)} | (kwargs.pop("initial", None) or {})
        super().__init__(*args, instance=instance, initial=initial, **kwargs)

    def clean_text(self) -> str:
        return as_html(self.cleaned_data["text"])

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if found.get("text") and "verdict" in found and not found["verdict"]:
            self.add_error("verdict", _("Välj ett omdöme, eller töm texten."))
        return found


class SummaryForm(DeskForm):
    known = frozenset({"period"})
    says_at: ClassVar[dict[str, str]] = {"follow_up_is_one_per_period_kind_and_day": "as_of"}

    kind = Choices(words(FollowUpKind), label=_("Slag av rapport"))
    summary = ProseText(label=_("Sammanfattning"), rows=6)
    is_examples_only = forms.BooleanField(
        label=_("Listorna visar bara exempel på det som gjorts"), required=False
    )

    class Meta:
        model = FollowUp
        fields = ("kind", "as_of", "summary", "is_examples_only")
        labels: ClassVar[dict[str, Any]] = {"as_of": _("Läget den")}
        widgets: ClassVar[dict[str, Any]] = {"as_of": Day()}

    def __init__(self, *args: Any, instance: FollowUp, **kwargs: Any) -> None:
        initial = {"summary": as_text(instance.summary)} | (kwargs.pop("initial", None) or {})
        super().__init__(*args, instance=instance, initial=initial, **kwargs)

    def clean_summary(self) -> str:
        return as_html(self.cleaned_data["summary"])
