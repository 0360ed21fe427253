"""The rows of the reporting desk: each knows its form, its partial and the service that saves it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Model
from django.urls import reverse

from portal import swedish
from portal.exceptions import DomainError
from portal.history_words import shortened
from portal.models import User
from promises.enums import REPORTED, ActionOrigin, Timing
from promises.forms.desk import DeskForm
from promises.forms.report import (
    ActionForm,
    GoalForm,
    NewActionForm,
    ReadingForm,
    SummaryForm,
    VerdictForm,
)
from promises.models import Action, FollowUp, Goal, Promise, PromisePeriod, PromiseVerdict, Reading
from promises.plain_prose import as_text, is_richer
from promises.report_services import (
    ChangedMeanwhile,
    add_action,
    add_reading,
    report_row,
    report_summary,
    report_verdict,
)

SAVED, UNCHANGED, NOT_SAVED = "Sparat.", "Inget nytt att spara.", "Inte sparat än."
NAME = 60
"""Characters that a row's name may have, where buttons are read out with it."""


class DeskRow:
    """One thing that is saved at a time. ``data`` is what was posted, or None when the page is read."""

    form_class: ClassVar[type[DeskForm]]
    template: ClassVar[str]
    saves_itself: ClassVar[bool] = True
    """On every change; a row that makes something new waits for its button."""

    def __init__(self, key: str, instance: Model, *, data: Mapping[str, Any] | None) -> None:
        self.key, self.instance, self.data = key, instance, data
        self.said = ""
        self.theirs: list[tuple[str, str]] = []
        self.is_saved = False

    @cached_property
    def form(self) -> Any:
        return self.form_class(self.data, instance=self.instance, prefix=self.key)

    @property
    def name(self) -> str:
        """What the row is about, in a few words, for messages."""
        return shortened(str(self.instance), NAME)

    @property
    def removal_url(self) -> str:
        """The page that asks before the row is taken away; empty for rows that stay."""
        return ""

    @property
    def has_problem(self) -> bool:
        return bool(self.theirs or self.form.errors)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Where each problem stands, and what it is, for the summary on top."""
        found = [(self.key, text) for text in self.form.non_field_errors()]
        if self.theirs:
            found.append((self.key, "Någon annan har ändrat här medan du skrev."))
        for field in self.form:
            place = field.auto_id + ("_0" if field.use_fieldset else "")
            found += [(place, str(text)) for text in field.errors]
        return found

    def submit(self, *, by: User) -> bool:
        """Save what was posted; False leaves the form with its messages and all that was typed."""
        form, self.said = self.form, NOT_SAVED
        if not form.is_valid():
            return False
        if form.has_changed() and form.touched:
            try:
                self.write(form, by=by)
            except ChangedMeanwhile as changed:
                self._show_both(changed)
                return False
            except DomainError as refusal:
                form.add_error(None, str(refusal))
                return False
            self.is_saved = True
        self.said = SAVED if self.is_saved or self.saves_itself else UNCHANGED
        self.start_afresh()
        return True

    def write(self, form: Any, *, by: User) -> None:
        report_row(row=form.instance, by=by, values=form.cleaned_data, seen=form.seen)

    def start_afresh(self) -> None:
        """The form as the next save will need it."""
        if self.instance.pk and self.form.has_changed():
            self.instance.refresh_from_db()  # checking has put what was posted into it
        self.data = None
        self.__dict__.pop("form", None)

    def _show_both(self, changed: ChangedMeanwhile) -> None:
        """What was typed stays in the fields, what others wrote is told beside them; the next save is
        made knowing it."""
        typed, labels = self.form.typed, self.form.fields
        self.instance = changed.row
        self.theirs = [
            (str(labels[name].label), in_words(changed.row, name)) for name in changed.fields
        ]
        self.form = self.form_class(instance=changed.row, prefix=self.key, initial=typed)


class ActionRow(DeskRow):
    form_class = ActionForm
    template = "admin/desk/action.html"
    instance: Action

    @property
    def promised(self) -> str:
        """What was promised, beside what was done."""
        action = self.instance
        if action.promised_count is not None:
            return swedish.quantity(action.promised_count, action.unit)
        return "" if action.timing == Timing.ONCE else str(Timing(action.timing).label)

    @property
    def when_and_where(self) -> str:
        """Shown on the folded part, so that it need not be opened to be read."""
        day = self.instance.done_on
        return ", ".join(filter(None, [self.instance.place, swedish.date(day) if day else ""]))

    @property
    def removal_url(self) -> str:
        if self.instance.origin != ActionOrigin.ADDITIONAL:
            return ""
        return reverse("promises_admin:desk_remove", args=[self.instance.period_id, self.key])

    @property
    def is_reported(self) -> bool:
        return self.instance.status in REPORTED


class NewActionRow(DeskRow):
    form_class = NewActionForm
    template = "admin/desk/new_action.html"
    saves_itself = False
    instance: Action
    made: Action | None = None

    @property
    def list_id(self) -> str:
        """Where what it makes is shown."""
        return f"insatser-{self.instance.promise_id or 0}"

    @property
    def name(self) -> str:
        return "ny insats"

    def write(self, form: Any, *, by: User) -> None:
        row = self.instance
        self.made = add_action(
            period=row.period, promise=row.promise, by=by, values=form.cleaned_data
        )

    def start_afresh(self) -> None:
        row = self.instance
        self.data, self.instance = None, blank_action(row.period, row.promise)
        self.__dict__.pop("form", None)


class GoalRow(DeskRow):
    form_class = GoalForm
    template = "admin/desk/goal.html"
    instance: Goal


class ReadingRow(DeskRow):
    form_class = ReadingForm
    template = "admin/desk/reading.html"
    instance: Reading

    @property
    def name(self) -> str:
        return shortened(f"värde för {self.instance.goal.indicator}", NAME)

    @property
    def removal_url(self) -> str:
        if self.instance.pk is None:
            return ""
        period = self.instance.goal.promise.period_id
        return reverse("promises_admin:desk_remove", args=[period, self.key])


class NewReadingRow(ReadingRow):
    template = "admin/desk/new_reading.html"
    saves_itself = False
    made: Reading | None = None

    @property
    def list_id(self) -> str:
        return f"varden-{self.instance.goal_id}"

    def write(self, form: Any, *, by: User) -> None:
        self.made = add_reading(goal=self.instance.goal, by=by, values=form.cleaned_data)

    def start_afresh(self) -> None:
        goal = self.instance.goal
        self.data, self.instance = None, Reading(goal=goal, source=goal.source)
        self.__dict__.pop("form", None)


class VerdictRow(DeskRow):
    form_class = VerdictForm
    template = "admin/desk/verdict.html"
    instance: PromiseVerdict
    follow_up: FollowUp | None = None

    @property
    def name(self) -> str:
        return shortened(f"omdöme om {self.instance.promise}", NAME)

    @property
    def is_richer(self) -> bool:
        return is_richer(self.instance.text)

    def write(self, form: Any, *, by: User) -> None:
        promise = self.instance.promise
        row = report_verdict(
            period=promise.period,
            follow_up=self.follow_up,
            promise=promise,
            by=by,
            values=form.cleaned_data,
            seen=form.seen,
        )
        self.instance = row or PromiseVerdict(promise=promise)


class SummaryRow(DeskRow):
    form_class = SummaryForm
    template = "admin/desk/summary.html"
    instance: FollowUp

    @property
    def name(self) -> str:
        return "rapporten för perioden"

    @property
    def is_richer(self) -> bool:
        return is_richer(self.instance.summary)

    def write(self, form: Any, *, by: User) -> None:
        row = self.instance
        self.instance = report_summary(
            period=row.period,
            follow_up=row if row.pk else None,
            by=by,
            values=form.cleaned_data,
            seen=form.seen,
        )


def blank_action(period: PromisePeriod, promise: Promise | None) -> Action:
    return Action(period=period, promise=promise, status="done")


def made_row(row: DeskRow) -> ActionRow | ReadingRow | None:
    """The row that a blank one has just turned into."""
    if isinstance(row, NewActionRow) and row.made:
        return ActionRow(f"insats-{row.made.pk}", row.made, data=None)
    if isinstance(row, NewReadingRow) and row.made:
        return ReadingRow(f"varde-{row.made.pk}", row.made, data=None)
    return None


def in_words(row: Model, name: str) -> str:
    """A field's value as it would be read aloud; empty is said to be so."""
    shown = getattr(row, f"get_{name}_display", None)
    value = shown() if shown else getattr(row, name)
    field: Any = row._meta.get_field(name)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if field.get_internal_type() == "DateField":
        return swedish.date(value) if value else "tomt"
    if field.get_internal_type() == "DecimalField":
        return swedish.number(value)
    return as_text(str(value)) if value not in (None, "") else "tomt"
