"""One partnership's promises. Two numbers with dots between them are two editions to compare."""

from django.conf import settings
from django.urls import path, register_converter

from promises.views import (
    about,
    chain,
    editions,
    embedded,
    feeds,
    follow_ups,
    oembed,
    overviews,
    papers,
    periods,
    places,
    promises,
    sign_off,
    sitemap,
    style_guide,
)


class TwoEditions:
    """``2..3`` as (2, 3)."""

    regex = r"[1-9][0-9]{0,5}\.\.[1-9][0-9]{0,5}"

    def to_python(self, value: str) -> tuple[int, int]:
        first, second = value.split("..")
        return int(first), int(second)

    def to_url(self, value: tuple[int, int]) -> str:
        return f"{value[0]}..{value[1]}"


register_converter(TwoEditions, "two_editions")

app_name = "promises"
urlpatterns = [
    path("om/", about.about, name="about"),
    path("godkann/<str:token>/", sign_off.sign_off, name="sign_off"),
    path("oembed/", oembed.oembed, name="oembed"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("oversikt/", overviews.overview_all, name="overview_all"),
    path("oversikt/<slug:theme>/", overviews.overview_theme, name="overview_theme"),
    path("<slug:partnership>/", places.partnership_detail, name="partnership_detail"),
    path("<slug:partnership>/sa-gick-det/", follow_ups.follow_up_latest, name="follow_up_latest"),
    path("<slug:partnership>/inbaddning/", embedded.embedded, name="embedded"),
    path("<slug:partnership>/flode.xml", feeds.place_feed, name="place_feed"),
    path("<slug:partnership>/perioder/", periods.period_list, name="period_list"),
    path("<slug:partnership>/oversikt/", overviews.overview, name="overview"),
    path("<slug:partnership>/oversikt/teman/", overviews.overview_themes, name="overview_themes"),
    path("<slug:partnership>/oversikt/lage/", overviews.overview_status, name="overview_status"),
    path("<slug:partnership>/oversikt/redovisas/", overviews.overview_due, name="overview_due"),
    path(
        "<slug:partnership>/oversikt/parter/", overviews.overview_parties, name="overview_parties"
    ),
    path("<slug:partnership>/<slug:period>/", periods.period_detail, name="period_detail"),
    path(
        "<slug:partnership>/<slug:period>/sa-gick-det/",
        follow_ups.follow_up_detail,
        name="follow_up_detail",
    ),
    path(
        "<slug:partnership>/<slug:period>/fran-ord-till-resultat/",
        chain.chain,
        name="chain",
    ),
    path("<slug:partnership>/<slug:period>/loften.pdf", papers.period_paper, name="period_paper"),
    path(
        "<slug:partnership>/<slug:period>/sa-gick-det.pdf",
        papers.follow_up_paper,
        name="follow_up_paper",
    ),
    path("<slug:partnership>/<slug:period>/utgavor/", editions.edition_list, name="edition_list"),
    path(
        "<slug:partnership>/<slug:period>/utgavor/<int:number>/",
        editions.edition_detail,
        name="edition_detail",
    ),
    path(
        "<slug:partnership>/<slug:period>/utgavor/<int:number>/loften.pdf",
        papers.edition_paper,
        name="edition_paper",
    ),
    path(
        "<slug:partnership>/<slug:period>/utgavor/<int:number>/sa-gick-det.pdf",
        papers.edition_follow_up_paper,
        name="edition_follow_up_paper",
    ),
    path(
        "<slug:partnership>/<slug:period>/utgavor/<int:number>.json",
        editions.edition_document,
        name="edition_document",
    ),
    path(
        "<slug:partnership>/<slug:period>/utgavor/<two_editions:numbers>/",
        editions.edition_difference,
        name="edition_difference",
    ),
    path(
        "<slug:partnership>/<slug:period>/<slug:promise>/",
        promises.promise_detail,
        name="promise_detail",
    ),
    path(
        "<slug:partnership>/<slug:period>/<slug:promise>/flode.xml",
        feeds.promise_feed,
        name="promise_feed",
    ),
]
if settings.LOCAL:  # for those who build the portal: before "<slug:partnership>/"
    urlpatterns.insert(0, path("stil/", style_guide.style_guide, name="style_guide"))
