"""The text as residents will meet it, before it is theirs."""

import pytest
from django.urls import reverse

from tests.promises.publish_pages.pages import preview_addresses, soup

pytestmark = pytest.mark.django_db


def test_preview_is_the_residents_page_never_indexed_or_kept(at_work, period):
    for found in preview_addresses(period):
        response = at_work.get(found)

        assert response.status_code == 200
        assert response.headers["X-Robots-Tag"].startswith("noindex")
        assert "no-store" in response.headers["Cache-Control"]
        assert soup(response).select_one(".preview-banner")


def test_preview_links_stay_in_the_preview(at_work, period):
    found = preview_addresses(period)[0]

    links = [a["href"] for a in soup(at_work.get(found)).select("article.promise a.onward")]

    assert links == [preview_addresses(period)[2]]


def test_preview_of_a_frozen_text_does_not_follow_the_draft(at_work, period, edition):
    period.promises.update(statement="Ett nyare utkast.")

    pages = [at_work.get(found).content.decode() for found in preview_addresses(period, edition)]
    drafts = [at_work.get(found).content.decode() for found in preview_addresses(period)]

    assert ["Ett nyare utkast." in page for page in pages] == [False] * 3
    assert ["Ett nyare utkast." in page for page in drafts] == [True] * 3


def test_preview_of_a_promise_that_is_not_there(at_work, period):
    found = reverse("promises_admin:preview_promise", args=[period.pk, "finns-inte"])

    assert at_work.get(found).status_code == 404
