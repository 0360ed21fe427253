"""A period with one promise, and its editor at the desk."""

import pytest

from tests.factories.portal import editor_of
from tests.factories.promises import PeriodFactory, PromiseFactory


@pytest.fixture
def period():
    return PeriodFactory()


@pytest.fixture
def promise(period):
    return PromiseFactory(period=period)


@pytest.fixture
def editor(period):
    return editor_of(period.partnership)


@pytest.fixture
def client(sign_in, editor):
    return sign_in(editor)
