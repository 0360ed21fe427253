"""What every test gets: nothing is left in the cache. (Stricter settings: tests/settings.py.)"""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connection

pytest_plugins = ["tests.fixtures"]


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    yield
    for name in ("default", "pages"):
        caches[name].clear()


@pytest.fixture
def committed(transactional_db) -> Iterator[None]:
    """For tests with several connections. Editions refuse TRUNCATE, so their triggers must be off while
    the tables are emptied afterwards."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
