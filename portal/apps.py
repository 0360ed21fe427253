"""The app itself, and the admin with our own site in the place of Django's."""

import logging
from importlib import import_module

from django.apps import AppConfig
from django.conf import settings
from django.contrib.admin import (
    apps as admin_apps,  # by module: a second default would be found here
)
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Platser och personer")
    default = True

    def ready(self) -> None:
        if "default" not in settings.MAILERS:
            logging.getLogger(__name__).warning(
                "No mail server: set EMAIL_URL or EMAIL_HOST (README, “Deploy”). "
                "Until then letters wait in the database, and sign-off links and reminders reach nobody."
            )
        import_module("portal.chores")  # the worker's; models are not there before
        checks = import_module("portal.checks")  # registers them
        if not settings.LOCAL and not settings.SECURITY_CONTACT:
            logging.getLogger(__name__).warning("%s %s", *checks.NO_CONTACT_WORDS)


class PortalAdminConfig(admin_apps.AdminConfig):
    default_site = "portal.admin.site.PortalAdminSite"
    default = False

    def ready(self) -> None:
        # Before the site is made: rows registered while it is in the making would be lost.
        import_module("portal.admin")
        super().ready()
