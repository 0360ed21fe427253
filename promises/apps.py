"""The app of promises."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PromisesConfig(AppConfig):
    name = "promises"
    verbose_name = _("Löften")

    def ready(self) -> None:
        """The worker learns what has to be done daily."""
        from promises import tasks  # noqa: F401, PLC0415 - models are not there before
