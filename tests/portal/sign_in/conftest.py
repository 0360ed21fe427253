"""An editor with a password, and with a second step too."""

import pytest

from tests.factories.portal import MembershipFactory
from tests.fixtures import enrol
from tests.portal.sign_in.pages import (
    PASSWORD,
)


@pytest.fixture
def editor(db):
    user = MembershipFactory(user__email="eva@example.se", user__name="Eva Ek").user
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def enrolled(editor):
    enrol(editor)
    return editor
