"""Fixtures that several test modules share."""

import pytest

from portal.models import User
from tests.factories.portal import OperatorFactory


@pytest.fixture
def operator(db) -> User:
    return OperatorFactory()
