"""The sitemap, by Django's own."""

from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from portal.days import today
from portal.http import answer, read_only
from promises.sitemaps import PublicPages, all_pages, places_for_sitemap


@read_only
def sitemap(request: HttpRequest) -> HttpResponseBase:
    pages = all_pages(list(places_for_sitemap(on=today())), at=timezone.now())

    def build() -> HttpResponse:
        return views.sitemap(request, {"pages": PublicPages(pages)}).render()

    return answer(request, pages, build)
