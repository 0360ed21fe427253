"""What every test gets: nothing is left in the cache. (Stricter settings: tests/settings.py.)"""

import shutil
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection

pytest_plugins = ["tests.fixtures"]


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    yield
    cache.clear()


@pytest.fixture
def committed(transactional_db) -> Iterator[None]:
    """For tests with several connections. Editions refuse TRUNCATE, so their triggers must be off while
    the tables are emptied afterwards."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")


def pytest_configure(config: pytest.Config) -> None:
    config.stash.setdefault(CHROMIUM, find_chromium())


CHROMIUM = pytest.StashKey[str | None]()


def find_chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in names if (path := shutil.which(name))), None)
