"""An open survey, and a strict browser with a clock of its own."""

import datetime as dt

import pytest
import time_machine
from django.test import Client

from portal import senders
from tests.factories.dialogues import QuestionFactory, SurveyFactory, published

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def nobody_has_sent():
    senders.counts.clear()
    yield
    senders.counts.clear()


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def edition(clock):
    """A public dialogue with an open survey: one required scale, and one question of each other kind."""
    survey = SurveyFactory(dialogue__title="Trygg i Tåsjö?")
    rows = [
        {"key": "trygg", "scale": True, "is_required": True, "help": "Tänk på kvällarna."},
        {"key": "oroar", "multiple": True},
        {"key": "kon", "single": True},
        {"key": "ar", "number": True},
        {"key": "annat", "text": "Något mer?"},
    ]
    for row in rows:
        QuestionFactory(survey=survey, **row)
    return published(survey.dialogue)


@pytest.fixture
def client(clock):
    """A strict browser: Django checks CSRF as on the site."""
    client = Client(enforce_csrf_checks=True)
    client.clock = clock
    return client
