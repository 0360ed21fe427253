"""The map of the site."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.static import serve

from portal.views import account, contacts, errors, health, machines, search, start, statements

place: list[URLPattern | URLResolver] = [
    path("kontakt/", contacts.contact_list, name="contact_list"),
    path("sok/", search.place_search, name="place_search"),
    path("kontakt/<int:contact>.vcf", contacts.contact_card, name="contact_card"),
]
site: list[URLPattern | URLResolver] = [
    path("", start.start, name="start"),
    path("kontakt/", contacts.contact_search, name="contact_search"),
    path("sok/", search.search, name="search"),
    path("tillganglighet/", statements.accessibility, name="accessibility"),
    path("tillganglighet/anmal/", statements.fault_report, name="fault_report"),
    path("tillganglighet/tack/", statements.fault_thanks, name="fault_thanks"),
    path("integritet/", statements.privacy, name="privacy"),
    path("ordlista/", statements.word_list, name="word_list"),
    path("halsa/", health.health, name="health"),
    path("robots.txt", machines.robots_txt, name="robots_txt"),
    path(".well-known/security.txt", machines.security_txt, name="security_txt"),
    path("konto/", account.account, name="account"),
    path("konto/inbjudan/<str:token>/", account.invitation, name="invitation"),
    path("<slug:partnership>/", include(place)),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", include("promises.admin.urls")),
    path("admin/", include("dialogues.admin.urls")),
    path("admin/", admin.site.urls),
    path("konto/", include("portal.account_urls")),
    path("", include((site, "portal"))),
    path("", include("dialogues.urls")),
    path("", include("promises.urls")),
]
if settings.LOCAL:  # in production the proxy in front serves uploaded pictures
    urlpatterns.insert(0, path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}))

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
