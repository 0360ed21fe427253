"""The app of dialogues and surveys."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DialoguesConfig(AppConfig):
    name = "dialogues"
    verbose_name = _("Dialoger")

    def ready(self) -> None:
        """The worker learns what has to be done daily."""
        from dialogues import tasks  # noqa: F401, PLC0415 - models are not there before
