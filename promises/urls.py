"""One partnership's promises. Two numbers with dots between them are two editions to compare."""

from django.urls import path, register_converter

from promises.views import editions, follow_ups, periods, places, promises, sign_off


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
    path("godkann/<str:token>/", sign_off.sign_off, name="sign_off"),
    path("<slug:partnership>/", places.partnership_detail, name="partnership_detail"),
    path("<slug:partnership>/sa-gick-det/", follow_ups.follow_up_latest, name="follow_up_latest"),
    path("<slug:partnership>/perioder/", periods.period_list, name="period_list"),
    path("<slug:partnership>/<slug:period>/", periods.period_detail, name="period_detail"),
    path(
        "<slug:partnership>/<slug:period>/sa-gick-det/",
        follow_ups.follow_up_detail,
        name="follow_up_detail",
    ),
    path("<slug:partnership>/<slug:period>/utgavor/", editions.edition_list, name="edition_list"),
    path(
        "<slug:partnership>/<slug:period>/utgavor/<int:number>/",
        editions.edition_detail,
        name="edition_detail",
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
]
