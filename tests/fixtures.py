"""Fixtures that several test modules share."""

from collections.abc import Callable

import pytest
from django.test import Client

from portal.models import User

SignIn = Callable[[User], Client]


@pytest.fixture
def sign_in() -> SignIn:
    """A browser of its own for each user, signed in with everything that the admin demands."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in
