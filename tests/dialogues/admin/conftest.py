"""A dialogue of a place, and those who may write in it."""

import pytest

from tests.factories.dialogues import DialogueFactory
from tests.factories.portal import PartnershipFactory, editor_of


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


@pytest.fixture
def dialogue(place):
    return DialogueFactory(partnership=place, title="Dialog på torget", slug="torget")


@pytest.fixture
def editor(place):
    return editor_of(place)


@pytest.fixture
def at_work(sign_in, editor):
    return sign_in(editor)
