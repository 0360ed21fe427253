"""Where a dialogue is in time, asked of the database about its editions: the rule of
``dialogues.reading.DialogueReading.stage``. Pages are kept as long as what they are made of stays the same,
and this changes with the clock alone."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce, Concat, Now
from django.db.models.lookups import LessThanOrEqual

from dialogues.enums import DialogueKind, Stage


def stage_now() -> Case:
    """A ``Stage`` as text."""
    return Case(
        When(LessThanOrEqual(_ends(), Now()), then=Value(Stage.HELD.value)),
        When(LessThanOrEqual(_begins(), Now()), then=Value(Stage.ONGOING.value)),
        default=Value(Stage.COMING.value),
    )


def _begins() -> Case:
    return _moment("survey_opens_at", F("starts_on"), "document__begins_at", "00:00")


def _ends() -> Case:
    last_day = Coalesce("ends_on", "starts_on")
    return _moment("survey_closes_at", last_day, "document__finishes_at", "24:00")


def _moment(of_survey: str, day: Any, clock: str, otherwise: str) -> Case:
    """``otherwise``: the hour where no clock is told."""
    text, moment = models.TextField(), models.DateTimeField()
    time = Coalesce(KT(clock), Value(otherwise), output_field=text)
    zone = Value(f" {settings.TIME_ZONE}")
    told = Concat(Cast(day, text), Value(" "), time, zone, output_field=text)
    is_survey = Q(kind=DialogueKind.SURVEY, **{f"{of_survey}__isnull": False})
    return Case(When(is_survey, then=F(of_survey)), default=Cast(told, moment), output_field=moment)
