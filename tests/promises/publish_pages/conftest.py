"""A period, those who may do something with it, and its text on the way to be public."""

import pytest

from promises.publishing import propose
from tests.factories.portal import (
    editor_of,
)
from tests.factories.promises import whole_period


@pytest.fixture
def period():
    return whole_period()


@pytest.fixture
def editor(period):
    return editor_of(period.partnership)


@pytest.fixture
def approvers(period):
    return [editor_of(period.partnership, approver=True, party=n) for n in (0, 1)]


@pytest.fixture
def at_work(sign_in, editor):
    return sign_in(editor)


@pytest.fixture
def edition(period, editor):
    return propose(period=period, by=editor, note="Nytt i år.")
