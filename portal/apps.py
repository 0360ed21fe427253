"""The app itself, and the admin with our own site in the place of Django's."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps  # by module: a second default would be found here
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Platser och personer")
    default = True


class PortalAdminConfig(admin_apps.AdminConfig):
    default_site = "portal.admin.site.PortalAdminSite"
    default = False
