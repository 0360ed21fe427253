"""What every test gets: an undefined template variable fails, and nothing is left in the cache."""

import shutil
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.template import TemplateSyntaxError

pytest_plugins = ["tests.fixtures"]


class UndefinedVariableFails(str):
    """Django asks ``string_if_invalid`` to format the name of what was missing: it refuses."""

    __slots__ = ()

    def __mod__(self, missing: object) -> str:
        raise TemplateSyntaxError(f"undefined template variable: {missing}")

    def __contains__(self, text: object) -> bool:
        return text == "%s"


@pytest.fixture(autouse=True)
def undefined_variables_fail(settings) -> None:
    from django.template import engines

    engines["django"].engine.string_if_invalid = UndefinedVariableFails("%s")


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def plain_static(settings) -> None:
    """Static files by their own names: hashing belongs to ``collectstatic``, tested by itself."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


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
