"""A row under a draft is added without JavaScript: the page is saved, and returns with an empty row."""

import pytest
from django.urls import reverse

from promises.models import FocusArea, Signatory
from tests.admin_pages import soup, texts, typed
from tests.factories.portal import OperatorFactory, editor_of
from tests.factories.promises import AreaFactory, PeriodFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def period():
    return PeriodFactory()


@pytest.fixture
def client(sign_in, period):
    return sign_in(editor_of(period.partnership))


def page_of(period) -> str:
    return reverse("admin:promises_promiseperiod_change", args=[period.pk])


def buttons(response) -> dict[str, str]:
    found = soup(response).select("noscript button[name=_ny]")
    return {button["value"]: button.text.strip() for button in found}


def test_page_offers_every_kind_of_row(client, period):
    assert buttons(client.get(page_of(period))) == {
        "focusarea": "Områden",
        "promise": "Löften",
        "action": "Insatser för hela perioden",
        "followupplan": "Så följs perioden upp",
        "signatory": "Undertecknare på papper",
    }


def test_page_has_no_empty_rows_unasked(client, period):
    assert typed(client.get(page_of(period)))["areas-TOTAL_FORMS"] == "0"


def test_button_saves_what_was_typed_and_opens_one_row(client, period):
    values = typed(client.get(page_of(period))) | {"place": "Backe", "_ny": "focusarea"}

    response = client.post(page_of(period), values)

    period.refresh_from_db()
    assert period.place == "Backe"
    assert response.url == f"{page_of(period)}?ny=focusarea#rader-focusarea"
    asked = client.get(response.url)
    totals = {name: value for name, value in typed(asked).items() if name.endswith("TOTAL_FORMS")}
    assert {name: value for name, value in totals.items() if value != "0"} == {
        "areas-TOTAL_FORMS": "1"
    }
    assert soup(asked).select_one("#rader-focusarea") is not None


def test_row_that_was_opened_is_saved(client, period):
    AreaFactory(period=period, heading="Trafik")
    url = f"{page_of(period)}?ny=focusarea"
    values = typed(client.get(url)) | {"areas-1-heading": "Trygghet", "areas-1-theme": "safety"}

    client.post(url, values)

    assert [area.heading for area in FocusArea.objects.order_by("position")] == [
        "Trafik",
        "Trygghet",
    ]


def test_row_in_a_folded_part_is_unfolded(client, period):
    asked = soup(client.get(f"{page_of(period)}?ny=signatory"))
    plain = soup(client.get(page_of(period)))

    folds = [page.select_one("#rader-signatory details") for page in (asked, plain)]
    assert [fold.has_attr("open") for fold in folds] == [True, False]
    assert not Signatory.objects.exists()


def test_error_keeps_the_page_and_all_that_was_typed(client, period):
    values = typed(client.get(page_of(period))) | {"label": "", "place": "Backe", "_ny": "promise"}

    response = client.post(page_of(period), values)

    assert response.status_code == 200
    assert typed(response)["place"] == "Backe"


def test_unknown_kind_of_row_is_an_ordinary_save(client, period):
    values = typed(client.get(page_of(period))) | {"_ny": "user"}

    response = client.post(page_of(period), values)

    assert response.url == reverse("admin:promises_promiseperiod_changelist")


def test_user_may_be_given_work_without_script(sign_in):
    user = OperatorFactory()
    page = reverse("admin:portal_user_change", args=[user.pk])

    response = sign_in(user).get(f"{page}?ny=membership")

    assert buttons(response) == {"membership": "Uppdrag"}
    assert typed(response)["memberships-TOTAL_FORMS"] == "1"


def test_button_of_the_script_is_a_swedish_sentence(client, period):
    [data, *_] = soup(client.get(page_of(period))).select("[data-inline-formset]")

    assert '"addText": "L\\u00e4gg till omr\\u00e5de"' in data["data-inline-formset"]


def test_rows_are_taken_away_with_the_same_word_as_everything(client, period):
    AreaFactory(period=period)

    assert texts(client.get(page_of(period)), ".delete label") == ["Ta bort"]
