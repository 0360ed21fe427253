"""The code that puts a place's promises on the parties' own sites, where editors find it."""

import pytest
from django.urls import reverse

from portal.days import today
from tests.admin_pages import soup
from tests.factories.portal import PartnershipFactory, editor_of

pytestmark = pytest.mark.django_db


def page_of(place, sign_in):
    address = reverse("admin:portal_partnership_change", args=[place.pk])
    return soup(sign_in(editor_of(place)).get(address))


def test_editor_finds_the_code_to_copy(sign_in, settings):
    settings.SITE_URL = "https://loften.example.se"
    place = PartnershipFactory(slug="stromsund", name="Strömsund")

    section = page_of(place, sign_in).select_one(".embedding")

    assert section.textarea.get_text().strip() == (
        '<iframe src="https://loften.example.se/stromsund/inbaddning/" '
        'title="Medborgarlöften för Strömsund" width="100%" height="600" loading="lazy"></iframe>'
    )
    assert [code.get_text() for code in section.select("code")] == [
        "https://loften.example.se/stromsund/",
        "https://loften.example.se/stromsund/flode.xml",
    ]


@pytest.mark.parametrize("days", [None, 1])
def test_no_code_before_the_place_has_opened(sign_in, days):
    opens = None if days is None else today().replace(year=today().year + days)
    place = PartnershipFactory(public_from=opens)

    assert page_of(place, sign_in).select(".embedding textarea, .embedding a") == []
