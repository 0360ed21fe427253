"""A dialogue: the invitation, what was said, a survey and those who answered it."""

import datetime as dt
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Self

from pydantic import Field, model_validator

from dialogues.documents import Question
from dialogues.enums import DialogueKind, FindingOutcome, NoPromiseReason
from portal.enums import Theme
from promises.demo.shape.base import Edition, Entry, OrganisationName, Prose, Shape

type Said = str | int | tuple[str, ...]
"""A key of a choice, a number, words, or the keys of several choices. Empty: no answer."""


class Finding(Entry):
    """What became of it follows from what is told: promises, a reason, or nothing yet."""

    statement: str
    theme: Theme
    said_by: int | None = None
    place: str = ""
    promises: tuple[str, ...] = ()
    """Each as ``period/promise``."""
    reason: NoPromiseReason | None = None
    answer: str = ""
    answered_on: dt.date | None = None

    @property
    def outcome(self) -> FindingOutcome:
        if self.promises:
            return FindingOutcome.PROMISED
        return FindingOutcome.NO_PROMISE if self.reason else FindingOutcome.OPEN


class Voice(Shape):
    """``count`` people who answer alike: per question the answers that they give in turn."""

    count: int = Field(ge=1)
    says: dict[str, tuple[Said, ...]]

    @property
    def sheets(self) -> Iterator[dict[str, Said]]:
        """One person's answers after the other's, by question."""
        turns = [islice(cycle(answers), self.count) for answers in self.says.values()]
        return (dict(zip(self.says, given, strict=True)) for given in zip(*turns, strict=True))


class Survey(Shape):
    """``compiled_in`` is the edition that first tells the results; 0 for none."""

    introduction: Prose
    opens_at: dt.datetime
    closes_at: dt.datetime
    questions: tuple[Question, ...] = Field(min_length=1)
    voices: tuple[Voice, ...] = ()
    compiled_in: int = 0

    @model_validator(mode="after")
    def answers_fit_questions(self) -> Self:
        questions = {question.key: question for question in self.questions}
        for voice in self.voices:
            for key, answers in voice.says.items():
                if key not in questions:
                    raise ValueError(f"answers to an unknown question {key!r}")
                known = {choice.key for choice in questions[key].choices}
                chosen = {one for said in answers for one in _chosen(said)}
                if known and (unknown := chosen - known):
                    raise ValueError(f"{key}: unknown choices {sorted(unknown)}")
        return self

    @property
    def sheets(self) -> list[dict[str, Said]]:
        return [sheet for voice in self.voices for sheet in voice.sheets]


class Dialogue(Entry):
    slug: str
    kind: DialogueKind
    title: str
    starts_on: dt.date
    ends_on: dt.date | None = None
    begins_at: dt.time | None = None
    finishes_at: dt.time | None = None
    places: str = ""
    holders: tuple[OrganisationName, ...] = Field(min_length=1)
    asked_whom: str = ""
    asked: int | None = None
    answered: int | None = None
    announced: str = ""
    summary: Prose
    minutes: Prose = ""
    findings: tuple[Finding, ...] = ()
    survey: Survey | None = None
    editions: tuple[Edition, ...] = Field(min_length=1)

    @property
    def promises(self) -> set[str]:
        """Those that the findings lead to, in any edition."""
        editions = range(1, len(self.editions) + 1)
        return {
            one
            for finding in self.findings
            for edition in editions
            for one in finding.at(edition).promises
        }


def _chosen(said: Said) -> tuple[str, ...]:
    if isinstance(said, int) or not said:
        return ()
    return (said,) if isinstance(said, str) else said
