"""Pages that nothing can be sent to say so, whoever sends."""

import pytest
from django.test import Client

from tests.factories.portal import PartnershipFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/stromsund/",
        "/stromsund/dialoger/",
        "/stromsund/oversikt/",
        "/om/",
        "/sok/",
        "/kontakt/",
        "/stromsund/sok/",
        "/stromsund/kontakt/",
        "/integritet/",
        "/tillganglighet/",
        "/halsa/",
        "/robots.txt",
        "/sitemap.xml",
    ],
)
def test_page_for_reading_answers_405(path):
    PartnershipFactory(slug="stromsund")
    browser = Client(enforce_csrf_checks=True)

    answer = browser.post(path, {"q": "trafik"})

    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
