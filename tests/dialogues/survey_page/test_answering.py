"""Answering a survey through the pages."""

import datetime as dt

import pytest
from django.core import signing
from django.utils import timezone

from dialogues.forms.token import SALT, FormToken
from dialogues.models import Answer, Response
from tests.dialogues.survey_page.pages import ANSWERS, address, opened, page, problems
from tests.factories.dialogues import QuestionFactory, SurveyFactory, published

pytestmark = pytest.mark.django_db


def test_answer_keeps_what_was_answered_and_thanks(client, edition):
    response = client.post(address(edition), opened(client, edition) | ANSWERS, follow=True)

    [(thanks, _status)] = response.redirect_chain
    assert thanks.startswith(f"{address(edition, 'thanks')}?kvitto=")
    assert page(response).h1.text == "Tack för ditt svar"
    kept = Response.objects.get()
    assert (kept.dialogue, kept.edition, kept.survey_version) == (edition.dialogue, edition, 1)
    assert {
        row.question_key: row.choice_keys or row.number or row.text for row in kept.answers.all()
    } == {
        "trygg": 4,
        "oroar": ["val-1", "val-3"],
        "kon": ["val-2"],
        "ar": 12,
        "annat": "Lys upp gångvägen.",
    }


def test_nobody_is_thanked_who_sent_nothing(client, edition):
    assert client.get(address(edition, "thanks")).url == address(edition)


def test_a_question_that_is_left_is_no_answer(client, edition):
    client.post(
        address(edition),
        opened(client, edition) | {"fraga-trygg": "1", "fraga-kon": "", "hemsida": ""},
    )

    assert [row.question_key for row in Answer.objects.all()] == ["trygg"]


def test_a_wrong_answer_first_is_explained_and_the_rest_kept(client, edition):
    form = opened(client, edition)
    wrong = {**ANSWERS, "fraga-trygg": "", "fraga-ar": "tolv", "fraga-annat": "å" * 501}

    response = client.post(address(edition), form | wrong)

    found = page(response)
    assert response.status_code == 422
    assert problems(response) == [
        "Hur trygg är du? Välj ett svar.",
        "Hur många år har du bott här? Svara med ett heltal från 0 till 110.",
        "Något mer? Skriv högst 500 tecken. Nu är det 501.",
    ]
    for link in found.select("#att-ratta li a"):
        assert found.select_one(link["href"]).name in {"input", "textarea"}
    assert [box["value"] for box in found.select("[name=fraga-oroar][checked]")] == [
        "val-1",
        "val-3",
    ]
    assert found.select_one("[name=fraga-kon][checked]")["value"] == "val-2"
    assert found.select_one("[name=fraga-ar]")["value"] == "tolv"
    assert found.select_one("[name=fraga-annat]").text.strip() == "å" * 501
    assert found.select_one("[name=formular]")["value"] == form["formular"]
    assert found.title.text.startswith("Fel:")
    assert Response.objects.count() == 0

    assert client.post(address(edition), form | ANSWERS).status_code == 302
    assert Response.objects.count() == 1


def test_error_is_tied_to_its_field(client, edition):
    found = page(client.post(address(edition), opened(client, edition) | {"fraga-ar": "-1"}))

    number = found.select_one("[name=fraga-ar]")
    fieldset = found.select_one("fieldset[aria-describedby]")
    assert number["aria-invalid"] == "true"
    assert found.find(id=number["aria-describedby"]).text.startswith("Svara med ett heltal")
    assert [found.find(id=name).text for name in fieldset["aria-describedby"].split()] == [
        "Tänk på kvällarna.",
        "Välj ett svar.",
    ]


def test_free_text_warns_against_naming_people(client, edition):
    found = page(client.get(address(edition)))

    text = found.select_one("textarea")
    assert found.find(id=text["aria-describedby"]).text == (
        "Skriv inte namn eller annat som pekar ut någon."
    )


def test_an_empty_answer_is_refused(client, clock):
    survey = SurveyFactory()
    QuestionFactory(survey=survey, single=True)
    edition = published(survey.dialogue)

    response = client.post(address(edition), opened(client, edition))

    assert problems(response) == ["Svara på minst en fråga innan du skickar."]


def test_robot_that_fills_every_field_is_caught(client, edition):
    filled = {**ANSWERS, "hemsida": "https://example.org"}

    response = client.post(address(edition), opened(client, edition) | filled)

    assert response.status_code == 422
    assert problems(response) == ["Fältet är till för att känna igen robotar. Töm det."]
    assert Response.objects.count() == 0


@pytest.mark.parametrize(
    ("after", "begins"),
    [
        (2, "Formuläret skickades så snabbt"),
        (24 * 3600 + 1, "Sidan har varit öppen i mer än ett dygn"),
    ],
)
def test_too_quick_or_too_old_asks_to_send_again_with_everything_kept(
    client, edition, after, begins
):
    form = opened(client, edition, after=after)

    response = client.post(address(edition), form | ANSWERS)

    assert [text[: len(begins)] for text in problems(response)] == [begins]
    fresh = page(response).select_one("[name=formular]")["value"]
    assert fresh != form["formular"]
    assert page(response).select_one("[name=fraga-ar]")["value"] == "12"
    client.clock.shift(10)
    assert client.post(address(edition), {"formular": fresh} | ANSWERS).status_code == 302


@pytest.mark.parametrize(
    "formular",
    [
        "",
        "påhittat",
        signing.dumps({"x": 1}, salt=SALT),
        signing.dumps({"edition": 1}, salt="annat"),
    ],
    ids=["none", "noise", "other shape", "other purpose"],
)
def test_a_form_that_is_not_ours_is_refused(client, edition, formular):
    opened(client, edition)

    response = client.post(address(edition), {"formular": formular} | ANSWERS)

    assert problems(response) == [
        "Formuläret kunde inte kännas igen. Dina svar finns kvar: skicka dem en gång till."
    ]
    assert Response.objects.count() == 0


def test_a_form_of_another_survey_is_refused(client, edition):
    other = SurveyFactory()
    QuestionFactory(survey=other, single=True)
    form = opened(client, published(other.dialogue))

    assert client.post(address(edition), form | ANSWERS).status_code == 422


def test_the_same_form_sent_twice_is_one_answer(client, edition):
    form = opened(client, edition)
    client.post(address(edition), form | ANSWERS)

    response = client.post(address(edition), form | ANSWERS | {"fraga-trygg": "1"}, follow=True)

    assert page(response).select_one(".lead").text.startswith("Formuläret hade redan skickats.")
    assert Response.objects.count() == 1
    assert Answer.objects.get(question_key="trygg").number == 4


def test_two_forms_are_two_answers(client, edition):
    for _ in range(2):
        client.post(address(edition), opened(client, edition) | ANSWERS)

    assert Response.objects.count() == 2


def test_a_survey_that_closed_meanwhile_takes_no_answer_and_shows_what_was_typed(client, edition):
    form = opened(client, edition)
    client.clock.move_to(edition.survey_closes_at)
    form["formular"] = FormToken(
        edition.pk, "n", (timezone.now() - dt.timedelta(hours=1)).timestamp()
    ).signed

    response = client.post(address(edition), form | ANSWERS)

    assert (response.status_code, Response.objects.count()) == (422, 0)
    assert problems(response) == ["Enkäten har stängt. Svaret togs inte emot."]
    assert page(response).select_one("[name=fraga-annat]").text.strip() == "Lys upp gångvägen."


def test_a_closed_survey_says_so_without_a_form(client, edition):
    client.clock.move_to(edition.survey_closes_at)

    found = page(client.get(address(edition)))

    assert found.select("main form") == []
    assert found.select_one(".lead").text.startswith("Enkäten stängde 31")


def test_a_survey_that_has_not_opened_says_when_and_takes_nothing(client, clock):
    survey = SurveyFactory(coming=True)
    QuestionFactory(survey=survey, single=True, key="q")
    edition = published(survey.dialogue)
    token = FormToken(edition.pk, "n", timezone.now().timestamp() - 60).signed

    shown = page(client.get(address(edition)))
    response = client.post(address(edition), {"formular": token, "fraga-q": "val-1"})

    assert shown.select("main form") == []
    assert shown.select_one(".lead").text.startswith("Enkäten öppnar 3")
    assert problems(response) == ["Enkäten har inte öppnat än."]
    assert Response.objects.count() == 0


def test_a_form_from_before_a_correction_is_received_as_the_version_it_was(client, edition):
    form = opened(client, edition)
    question = edition.dialogue.survey.questions.get(key="trygg")
    question.text = "Hur trygg är du på kvällen?"
    question.save()
    newer = published(edition.dialogue, note="Rättad fråga.")

    client.post(address(edition), form | ANSWERS)

    kept = Response.objects.get()
    assert newer.content.survey.version == 2
    assert (kept.edition, kept.survey_version) == (edition, 1)


@pytest.mark.parametrize("name", ["answer", "thanks"])
def test_a_dialogue_without_survey_has_no_such_page(client, name):
    edition = published()

    assert client.get(address(edition, name)).status_code == 404


def test_page_is_nobody_elses_and_no_search_result(client, edition):
    response = client.get(address(edition))

    assert response.headers["Cache-Control"] == "private, no-cache"
    assert response.headers["X-Robots-Tag"] == "noindex"
