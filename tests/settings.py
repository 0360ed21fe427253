"""The portal's own settings, with what tests make stricter or quicker."""

import os

os.environ.setdefault("DEBUG", "1")

from django.template import TemplateSyntaxError

from portal.settings import *  # noqa: F403
from portal.settings import CACHES, STORAGES, TEMPLATES


class UndefinedVariableFails(str):
    """Django asks ``string_if_invalid`` to format the name of what was missing: it refuses."""

    __slots__ = ()

    def __mod__(self, missing: object) -> str:
        raise TemplateSyntaxError(f"undefined template variable: {missing}")

    def __contains__(self, text: object) -> bool:
        return text == "%s"


DEBUG = False  # pages are answered as in production
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariableFails("%s")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}  # hashing belongs to collectstatic, tested by itself
CACHES["default"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "sign-in",
}  # one process, and emptied after each test without the database
