"""The map of the site."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.static import serve

from portal.views import account, contacts, errors, health, start

place: list[URLPattern | URLResolver] = [
    path("kontakt/", contacts.contact_list, name="contact_list"),
    path("kontakt/<int:contact>.vcf", contacts.contact_card, name="contact_card"),
]
site: list[URLPattern | URLResolver] = [
    path("", start.start, name="start"),
    path("kontakt/", contacts.contact_search, name="contact_search"),
    path("halsa/", health.health, name="health"),
    path("konto/", account.account, name="account"),
    path("konto/inbjudan/<str:token>/", account.invitation, name="invitation"),
    path("<slug:partnership>/", include(place)),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", include("promises.admin.urls")),
    path("admin/", admin.site.urls),
    path("konto/", include("portal.account_urls")),
    path("", include((site, "portal"))),
    path("", include("promises.urls")),
]
if settings.LOCAL:  # in production the proxy in front serves uploaded pictures
    urlpatterns.insert(0, path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}))

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
