"""The demo's content, loaded once for the modules that only read it."""

import pytest

from portal.days import today
from promises.demo.loader import load_demo


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(today=today())
        yield
        transaction.set_rollback(True)
