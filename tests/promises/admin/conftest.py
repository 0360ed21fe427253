"""An editor at the keyboard, for what editors of one place do."""

import pytest

from tests.factories.portal import PartnershipFactory, editor_of


@pytest.fixture
def place():
    return PartnershipFactory(name="Strömsund")


@pytest.fixture
def client(sign_in, place):
    return sign_in(editor_of(place))
