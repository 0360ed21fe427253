"""Where all promises of a place stand, on two axes: told or not, and how it went."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy

from portal.enums import Verdict
from promises import wording
from promises.documents import PeriodDocument, Promise
from promises.enums import ActionStatus, Reporting

STANDING_SHAPES = {
    "OVERDUE": "not_done",
    "WAITING": "waiting",
    "NOT_DUE": "not_due",
    "MET": "met",
    "PARTLY": "partly",
    "NOT_MET": "not_met",
    "CANNOT_BE_JUDGED": "cannot_be_judged",
    "NO_VERDICT": "ongoing",
}


class Standing(TextChoices):
    """Where a promise stands: the report is late or to come, or what it says. In the order of the page."""

    OVERDUE = "overdue", gettext_lazy("uppföljningen är försenad")
    WAITING = "waiting", gettext_lazy("uppföljning väntas")
    NOT_DUE = "not_due", gettext_lazy("det är inte dags för uppföljningen än")
    MET = "met", gettext_lazy("uppnått")
    PARTLY = "partly", gettext_lazy("delvis uppnått")
    NOT_MET = "not_met", gettext_lazy("inte uppnått")
    CANNOT_BE_JUDGED = "cannot_be_judged", gettext_lazy("kan inte bedömas")
    NO_VERDICT = "no_verdict", gettext_lazy("redovisat utan bedömning")

    @property
    def shape(self) -> str:
        """The state of ``components/state.html`` that it looks like."""
        return STANDING_SHAPES[self.name]


VERDICTS = {
    Verdict.MET: Standing.MET,
    Verdict.PARTLY: Standing.PARTLY,
    Verdict.NOT_MET: Standing.NOT_MET,
    Verdict.CANNOT_BE_JUDGED: Standing.CANNOT_BE_JUDGED,
    Verdict.NOT_DUE: Standing.NO_VERDICT,
}
UNREPORTED = {
    Reporting.OVERDUE: Standing.OVERDUE,
    Reporting.WAITING: Standing.WAITING,
    Reporting.NOT_DUE: Standing.NOT_DUE,
}


@dataclass(frozen=True)
class Stood:
    promise: Promise
    period: PeriodDocument
    standing: Standing


@dataclass(frozen=True)
class StandingGroup:
    standing: Standing
    stood: list[Stood]


@dataclass(frozen=True)
class ActionCounts:
    """The promised actions of one period by status, noughts too; ``total`` 0 says that none are written down.
    ``additional`` is a sentence on those that came beside them, empty for none."""

    period: PeriodDocument
    counts: list[tuple[ActionStatus, int]]
    additional: str

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


def standing_of(promise: Promise, document: PeriodDocument, *, on: dt.date) -> Standing:
    """A final report without a word on this promise has told, and judged nothing."""
    reporting = document.reporting(promise, on=on)
    if reporting != Reporting.REPORTED:
        return UNREPORTED[reporting]
    found = document.follow_up.verdict_on(promise) if document.follow_up else None
    return VERDICTS[found.verdict] if found else Standing.NO_VERDICT


def by_standing(documents: Sequence[PeriodDocument], *, on: dt.date) -> list[StandingGroup]:
    """Every standing, those that no promise has too; inside each in the order of the documents."""
    everything = [
        Stood(promise, document, standing_of(promise, document, on=on))
        for document in documents
        for promise in document.promises
    ]
    return [
        StandingGroup(standing, [stood for stood in everything if stood.standing == standing])
        for standing in Standing
    ]


def actions_by_status(documents: Iterable[PeriodDocument]) -> list[ActionCounts]:
    found = []
    for document in documents:
        promised = [action for action in document.all_actions if action.is_promised]
        states = Counter(action.status for action in promised)
        counts = [(status, states[status]) for status in ActionStatus]
        added = len(document.all_actions) - len(promised)
        found.append(ActionCounts(document, counts, wording.additional_in_words(added)))
    return found
