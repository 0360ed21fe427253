"""The app itself, and the admin with our own site in the place of Django's."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Platser och personer")
    default = True


# Imported by module above: Django would take a second config found here for this app's own.
class PortalAdminConfig(admin_apps.AdminConfig):
    default_site = "portal.admin.site.PortalAdminSite"
    default = False
