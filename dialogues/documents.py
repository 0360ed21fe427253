"""The shape of what is published about one dialogue: the invitation, what people said, what became of it,
and, of a survey, its questions and its results. No ORM here.

A stored document is never rewritten; an older ``schema_version`` is lifted on reading.
"""

import datetime as dt
from typing import Any, Self
from uuid import UUID

from dialogues.enums import DialogueKind, FindingOutcome, NoPromiseReason, QuestionKind
from portal.documents import Part
from portal.enums import OrganisationKind

SCHEMA_VERSION = 1


class Holder(Part):
    """An organisation that held the dialogue, as it was called when the text was frozen."""

    key: UUID
    name: str
    short_form: str
    kind: OrganisationKind
    must_sign: bool = True


class PromiseLink(Part):
    """A public promise that a finding led to, as it was worded when the link was frozen. Where the promise
    stands now is asked for when the page is read."""

    key: UUID
    period_slug: str
    period_label: str
    slug: str
    statement: str


class Finding(Part):
    """``statement`` is what people said, in one sentence; ``said_by`` how many said it, if counted."""

    key: UUID
    statement: str
    theme: str
    said_by: int | None = None
    place: str = ""
    outcome: FindingOutcome = FindingOutcome.OPEN
    promises: tuple[PromiseLink, ...] = ()
    reason: NoPromiseReason | None = None
    answer: str = ""
    answered_on: dt.date | None = None

    @property
    def anchor(self) -> str:
        """Where on the dialogue's page it stands: the id of its element."""
        return f"sagt-{self.key.hex[:8]}"


class Choice(Part):
    key: str
    text: str


class Question(Part):
    """``key`` is the question's name through the years: the same key is the same question asked again.

    SINGLE and MULTIPLE have ``choices``. SCALE runs from ``lowest`` to ``highest`` with words for its ends.
    NUMBER lies between ``lowest`` and ``highest``, counted in ``unit``. ``is_background`` marks a question
    (single choice) that the answers to the others may be broken down by: age group, part of town.
    """

    key: str
    text: str
    help: str = ""
    kind: QuestionKind
    is_required: bool = False
    is_background: bool = False
    choices: tuple[Choice, ...] = ()
    lowest: int | None = None
    highest: int | None = None
    lowest_label: str = ""
    highest_label: str = ""
    unit: str = ""


class Survey(Part):
    """``version`` grows when questions that have been public are changed: answers belong to a version.
    On ``texts_deleted_on`` what people wrote in their own words is deleted."""

    version: int
    introduction: str = ""
    opens_at: dt.datetime
    closes_at: dt.datetime
    texts_deleted_on: dt.date | None = None
    questions: tuple[Question, ...]


class Group(Part):
    """One row of a table: a choice, a step of the scale, a span of numbers, or several of them put together
    because each alone would be too small to show. ``labels`` has one text per member."""

    labels: tuple[str, ...]
    count: int


class Table(Part):
    """Counts over all ``total`` who answered the survey. ``hidden`` names members that are not shown at all
    (a multiple choice that too few chose, or too few did not). For a breakdown ``among`` names the
    background groups that the table is about; empty: everybody."""

    groups: tuple[Group, ...]
    total: int
    hidden: tuple[str, ...] = ()
    among: tuple[str, ...] = ()


class QuestionResult(Part):
    """``breakdowns``: per background question (its text) one table per group, or group of groups."""

    key: str
    text: str
    kind: QuestionKind
    unit: str = ""
    table: Table | None
    breakdowns: tuple["Breakdown", ...] = ()


class Breakdown(Part):
    by_key: str
    by_text: str
    tables: tuple[Table, ...]


class Results(Part):
    """What may be told of the answers: no group of fewer than five, neither shown nor to be had by
    subtraction. ``answered`` is None when fewer than five answered; ``asked`` is None when not known, or
    when it would tell that one to four did not answer. ``questions`` leaves out free text."""

    compiled_on: dt.date
    answered: int | None
    asked: int | None = None
    asked_whom: str = ""
    questions: tuple[QuestionResult, ...] = ()


class DialogueDocument(Part):
    """One dialogue as published. Prose fields (summary, minutes) are cleaned HTML."""

    schema_version: int = SCHEMA_VERSION
    key: UUID
    partnership_slug: str
    partnership_name: str
    slug: str
    kind: DialogueKind
    title: str
    starts_on: dt.date
    ends_on: dt.date | None = None
    begins_at: dt.time | None = None
    finishes_at: dt.time | None = None
    places: str = ""
    holders: tuple[Holder, ...]
    asked_whom: str = ""
    asked: int | None = None
    answered: int | None = None
    announced: str = ""
    summary: str = ""
    minutes: str = ""
    minutes_file: str = ""
    findings: tuple[Finding, ...] = ()
    survey: Survey | None = None
    results: Results | None = None

    @classmethod
    def opened(cls, stored: dict[str, Any]) -> Self:
        """A stored document of any schema version so far."""
        return cls.model_validate(stored)

    @property
    def last_day(self) -> dt.date:
        return self.ends_on or self.starts_on

    @property
    def promise_links(self) -> tuple[PromiseLink, ...]:
        """All links of all findings; a promise that two findings led to comes twice."""
        return tuple(link for finding in self.findings for link in finding.promises)
