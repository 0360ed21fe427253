"""The whole way: the real page's text → drafts → a signed edition → what residents read."""

from io import StringIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse

from promises.models import Action, Promise, PromisePeriod
from tests.factories.portal import OrganisationFactory, PartnershipFactory
from tests.factories.promises import published

pytestmark = pytest.mark.django_db

SEED = Path(__file__).parent / "page_import" / "seed.txt"


@pytest.fixture
def pages(client):
    """The imported page, published, as text by address."""
    municipality = OrganisationFactory(name="Strömsunds kommun")
    police = OrganisationFactory(police=True, name="Polisen")
    PartnershipFactory(slug="stromsund", parties=[municipality, police])
    call_command("import_page", str(SEED), partnership="stromsund", stdout=StringIO())
    for period in PromisePeriod.objects.all():
        published(period)

    def read(name: str, *args: str) -> str:
        response = client.get(reverse(name, args=["stromsund", *args]))
        assert response.status_code == 200
        main = BeautifulSoup(response.content.decode(), "html.parser").main
        return " ".join(main.get_text().split())

    return read


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_every_imported_text_is_read_on_the_pages(pages):
    now = pages("promises:period_detail", "2021-2022")
    then = pages("promises:follow_up_detail", "2019-2021")

    for promise in Promise.objects.select_related("period"):
        page = now if promise.period.slug == "2021-2022" else then
        assert squeezed(promise.statement) in page
    actions = Action.objects.all()
    assert actions.count() == 21
    for action in actions:
        assert squeezed(action.text) in then


def test_figures_reasons_and_missing_baseline_are_read_on_the_pages(pages):
    fraud = pages("promises:promise_detail", "2021-2022", "bedragerier")
    drugs = pages("promises:promise_detail", "2021-2022", "narkotika")
    report = pages("promises:follow_up_detail", "2019-2021")

    assert "kan inte bedömas" in fraud.lower()
    assert "163" in fraud
    assert "13 %" in drugs
    assert "17 %" in drugs
    assert "CAN:s rapport 2023" in drugs
    assert report.lower().count("pandemin") >= 2
    assert "skälet är inte angivet" in report.lower()


def test_contacts_are_read_on_the_contact_page(pages):
    page = pages("portal:contact_list")

    for text in ("0670-161 00", "0670-169 74", "Richard Persson", "Box 500", "833 24 Strömsund"):
        assert text in page
