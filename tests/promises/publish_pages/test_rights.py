"""Texts of others, and of other periods, do not exist on these pages."""

import pytest
from django.urls import reverse

from tests.factories.portal import (
    PartnershipFactory,
    editor_of,
)
from tests.factories.promises import whole_period
from tests.promises.publish_pages.pages import address, page_of, preview_addresses

pytestmark = pytest.mark.django_db


def all_addresses(period, edition):
    return [
        address(period),
        page_of(edition),
        *preview_addresses(period),
        *preview_addresses(period, edition),
    ]


def test_rows_of_others_do_not_exist(sign_in, client, period, edition):
    stranger = sign_in(editor_of(PartnershipFactory(), approver=True))

    for found in all_addresses(period, edition):
        assert stranger.get(found).status_code == 404
        assert client.get(found).status_code == 302
    assert stranger.post(page_of(edition), {"act": "void"}).status_code == 404
    assert stranger.post(address(period), {"note": "N"}).status_code == 404


def test_edition_of_another_period_is_not_found(at_work, period, edition):
    other = whole_period(partnership=period.partnership)

    for name in ("edition", "preview_period"):
        found = reverse(f"promises_admin:{name}", args=[other.pk, edition.pk])
        assert at_work.get(found).status_code == 404
