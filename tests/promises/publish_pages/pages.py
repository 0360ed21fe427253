"""The pages' addresses, and what stands on them."""

from bs4 import BeautifulSoup
from django.urls import reverse


def address(period) -> str:
    return reverse("promises_admin:publish", args=[period.pk])


def page_of(edition) -> str:
    return reverse("promises_admin:edition", args=[edition.period_id, edition.pk])


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def text(response) -> str:
    return " ".join(soup(response).select_one(".publish").get_text().split())


def acts(response) -> list[str]:
    return [button["value"] for button in soup(response).select("button[name=act]")]


def preview_addresses(period, edition=None):
    keys = [period.pk, edition.pk] if edition else [period.pk]
    promise = period.promises.get().slug
    return [
        reverse("promises_admin:preview_period", args=keys),
        reverse("promises_admin:preview_follow_up", args=keys),
        reverse("promises_admin:preview_promise", args=[*keys, promise]),
    ]
