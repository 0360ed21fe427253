"""What is to be told next: follow-ups and goals, the overdue ones first.

A plan is settled by the period's final report. An interim one settles a plan that was due by its day, as long
as a later plan for the same promises remains: ``PeriodDocument.reporting`` says the same of the last one.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import swedish
from portal.enums import Verdict
from promises import wording
from promises.documents import FollowUpPlan, Goal, PeriodDocument, Promise
from promises.enums import FollowUpKind

URGENCY_SHAPES = {
    "OVERDUE": "not_done",
    "WAITING": "partly",
    "COMING": "ongoing",
    "NO_DAY": "not_due",
}


class Urgency(TextChoices):
    """In the order of the page."""

    OVERDUE = "overdue", gettext_lazy("försenad")
    WAITING = "waiting", gettext_lazy("uppföljning väntas")
    COMING = "coming", gettext_lazy("kommer")
    NO_DAY = "no_day", gettext_lazy("ingen dag är satt")

    @property
    def shape(self) -> str:
        """The state of ``components/state.html`` that it looks like."""
        return URGENCY_SHAPES[self.name]


@dataclass(frozen=True)
class Due:
    """One thing to tell. ``promises`` are those that it concerns; ``covers_all`` when that is all of them."""

    what: str
    audience: str
    due_on: dt.date | None
    urgency: Urgency
    period: PeriodDocument
    promises: tuple[Promise, ...]
    is_goal: bool = False

    @property
    def covers_all(self) -> bool:
        return len(self.promises) == len(self.period.promises) and not self.is_goal

    @property
    def named(self) -> list[tuple[Promise, str]]:
        """The promises by the heading of their area, or by their own words where it holds more than one."""
        alone = Counter(promise.area for promise in self.period.promises)
        found = []
        for promise in self.promises:
            area = self.period.area_of(promise)
            is_only = area and alone[promise.area] == 1
            found.append((promise, area.heading if area and is_only else promise.statement))
        return found


def due_next(documents: Iterable[PeriodDocument], *, on: dt.date) -> list[Due]:
    """All that remains to be told: overdue with the oldest day first, closed periods without a day, then what
    comes, then what has no day."""
    found = [due for document in documents for due in due_of(document, on=on)]
    order = list(Urgency)
    return sorted(
        found,
        key=lambda due: (
            order.index(due.urgency),
            due.due_on or dt.date.max,
            swedish.sort_key(due.period.partnership_name),
            due.period.slug,
        ),
    )


def due_of(document: PeriodDocument, *, on: dt.date) -> list[Due]:
    return [*_follow_ups(document, on=on), *_goals(document, on=on)]


def _follow_ups(document: PeriodDocument, *, on: dt.date) -> list[Due]:
    if any(report.kind == FollowUpKind.FINAL for report in document.follow_ups):
        return []
    found = []
    by_plans: dict[tuple[FollowUpPlan, ...], list[Promise]] = {}
    for promise in document.promises:
        by_plans.setdefault(document.plans_for(promise), []).append(promise)
    if not document.promises:
        by_plans[document.follow_up_plans] = []
    for plans, promises in by_plans.items():
        for plan in _unsettled(plans, document):
            urgency = _urgency(plan.due_on, document, on=on)
            found.append(
                Due(plan.text, plan.audience, plan.due_on, urgency, document, tuple(promises))
            )
        if not plans:
            urgency = _urgency(None, document, on=on)
            text = _("Uppföljning. Texten säger inte hur eller när.")
            found.append(Due(text, "", None, urgency, document, tuple(promises)))
    return found


def _unsettled(plans: tuple[FollowUpPlan, ...], document: PeriodDocument) -> list[FollowUpPlan]:
    told = max((r.as_of for r in document.follow_ups if r.as_of), default=dt.date.min)
    last = max((plan.due_on for plan in plans if plan.due_on), default=None)
    return [p for p in plans if not (p.due_on and p.due_on != last and p.due_on <= told)]


def _urgency(due_on: dt.date | None, document: PeriodDocument, *, on: dt.date) -> Urgency:
    if due_on:
        return Urgency.OVERDUE if due_on < on else Urgency.COMING
    return Urgency.WAITING if document.is_closed(on=on) else Urgency.NO_DAY


def _goals(document: PeriodDocument, *, on: dt.date) -> list[Due]:
    """Goals with a last day that nobody has judged. One that cannot be judged is told already."""
    return [
        Due(
            wording.goal_in_words(goal),
            "",
            goal.deadline,
            _urgency(goal.deadline, document, on=on),
            document,
            (promise,),
            is_goal=True,
        )
        for promise in document.promises
        for goal in promise.goals
        if goal.deadline and _waits_for_a_verdict(goal)
    ]


def _waits_for_a_verdict(goal: Goal) -> bool:
    return goal.verdict == Verdict.NOT_DUE and not goal.lacks_baseline
