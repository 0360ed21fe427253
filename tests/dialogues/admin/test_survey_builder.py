"""Building a survey: questions with their choices, their order, and the preview that sends nothing."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from dialogues.models import Choice, Question, Response, Survey
from tests.admin_pages import soup, texts, typed
from tests.factories.dialogues import QuestionFactory, ResponseFactory, SurveyFactory, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(dialogue):
    return SurveyFactory(dialogue=dialogue)


def page_of(row) -> str:
    return reverse(f"admin:dialogues_{row._meta.model_name}_change", args=[row.pk])


def with_new_question(client, survey, **written) -> dict:
    """What the page sends with one more question in it."""
    page = typed(client.get(page_of(survey) + "?ny=question"))
    number = int(page["questions-TOTAL_FORMS"]) - 1
    return page | {f"questions-{number}-{name}": value for name, value in written.items()}


def test_survey_is_made_for_its_dialogue_in_swedish_time(at_work, dialogue):
    url = reverse("admin:dialogues_survey_add", query={"dialogue": dialogue.pk})
    shown = typed(at_work.get(url))
    shown |= {"opens_at": "2026-07-01T09:00", "closes_at": "2026-07-31T23:59"}

    response = at_work.post(url, shown)

    survey = Survey.objects.get()
    assert response.url == page_of(survey)
    assert survey.dialogue == dialogue
    assert survey.opens_at == dt.datetime(2026, 7, 1, 7, tzinfo=dt.UTC)


def test_survey_that_closes_before_it_opens_is_refused_beside_the_field(at_work, dialogue):
    url = reverse("admin:dialogues_survey_add", query={"dialogue": dialogue.pk})
    shown = typed(at_work.get(url))

    response = at_work.post(
        url, {**shown, "opens_at": "2026-07-01T09:00", "closes_at": "2026-06-01T09:00"}
    )

    assert texts(response, ".field-closes_at .errorlist li") == [
        "Enkäten måste stänga efter att den har öppnat."
    ]


def test_question_is_written_with_a_choice_on_each_line(at_work, survey):
    sent = with_new_question(
        at_work,
        survey,
        text="Hur trygg är du?",
        kind="single",
        lines="Trygg\r\n\r\n Otrygg \nTrygg",
    )

    response = at_work.post(page_of(survey), sent)

    assert response.status_code == 302
    question = Question.objects.get()
    assert question.key == "hur-trygg-ar-du"
    found = [(choice.key, choice.text, choice.position) for choice in question.choices.all()]
    assert found == [("trygg", "Trygg", 1), ("otrygg", "Otrygg", 2)]


@pytest.mark.parametrize(
    ("written", "field", "said"),
    [
        ({"kind": "single", "lines": "Ja"}, "lines", "Skriv minst två svarsval, ett på varje rad."),
        ({"kind": "text", "lines": "Ja\nNej"}, "lines", "Slaget ”kort text” har inga svarsval."),
        ({"kind": "scale"}, "lowest", "Ange det lägsta och det högsta som går att svara."),
        (
            {"kind": "scale", "lowest": "0", "highest": "11"},
            "highest",
            "En skala har högst elva steg. Välj tal i stället.",
        ),
    ],
)
def test_question_that_lacks_something_is_told_so_and_kept(at_work, survey, written, field, said):
    sent = with_new_question(at_work, survey, text="Hur trygg är du?", **written)

    response = at_work.post(page_of(survey), sent)

    assert texts(response, f".field-{field} .errorlist li") == [said]
    assert typed(response)["questions-0-text"] == "Hur trygg är du?"
    assert not Question.objects.exists()


def test_choice_that_is_too_long_is_told_and_not_cut(at_work, survey):
    long, longest = "å" * 201, "ä" * 200
    sent = with_new_question(
        at_work, survey, text="Vad?", kind="single", lines=f"{long}\n{longest}"
    )

    response = at_work.post(page_of(survey), sent)

    assert texts(response, ".field-lines .errorlist li") == [
        f"Svarsvalet ”{'å' * 30}…” har 201 tecken. Det får ha högst 200."
    ]
    assert typed(response)["questions-0-lines"] == f"{long}\n{longest}"
    assert not Question.objects.exists()


def test_question_of_the_page_keeps_its_kind_and_choices(at_work, survey):
    question = QuestionFactory(survey=survey, background=True, choices=["Ung", "Gammal"])
    sent = typed(at_work.get(page_of(survey)))
    sent |= {
        "questions-0-text": "Hur gammal är du nu?",
        "questions-0-kind": "multiple",
        "questions-0-lines": "Annat",
    }

    at_work.post(page_of(survey), sent)

    question.refresh_from_db()
    assert (question.text, question.kind) == ("Hur gammal är du nu?", "single")
    assert [choice.text for choice in question.choices.all()] == ["Ung", "Gammal"]


def test_questions_change_places_without_javascript(at_work, survey):
    first, second = (QuestionFactory(survey=survey, position=number) for number in (1, 2))
    sent = typed(at_work.get(page_of(survey)))
    sent |= {"questions-0-position": "2", "questions-1-position": "1"}

    at_work.post(page_of(survey), sent)

    assert list(survey.questions.all()) == [second, first]


def test_choice_keeps_its_key_when_its_words_are_put_right(at_work, survey):
    question = QuestionFactory(survey=survey, single=True, choices=["Tryg", "Otrygg"])
    sent = typed(at_work.get(page_of(question) + "?ny=choice"))
    sent |= {"choices-0-text": "Trygg", "choices-2-text": "Vet inte", "choices-2-position": "3"}

    at_work.post(page_of(question), sent)

    found = list(question.choices.values_list("key", "text"))
    assert found == [("val-1", "Trygg"), ("val-2", "Otrygg"), ("vet-inte", "Vet inte")]


def test_question_that_has_been_out_keeps_its_key_and_may_be_taken_away(at_work, survey):
    question = QuestionFactory(survey=survey)
    QuestionFactory(survey=survey)
    published(survey.dialogue)

    assert "key" not in typed(at_work.get(page_of(question)))
    at_work.post(page_of(question).replace("change", "delete"), {"post": "yes"})

    assert not Question.objects.filter(pk=question.pk).exists()


def test_builder_says_what_a_change_does_once_somebody_has_answered(at_work, survey):
    QuestionFactory(survey=survey)
    assert texts(at_work.get(page_of(survey)), "#besvarad") == []

    ResponseFactory(edition=published(survey.dialogue))

    assert texts(at_work.get(page_of(survey)), "#besvarad") == ["En person har svarat"]


# --- Preview --------------------------------------------------------------------------------------


def preview(survey) -> str:
    return reverse("dialogues_admin:preview_survey", args=[survey.dialogue_id])


def test_preview_is_residents_form_and_never_found(at_work, survey):
    QuestionFactory(survey=survey, single=True, is_required=True, choices=["Ja", "Nej"])

    response = at_work.get(preview(survey))

    assert texts(response, "form.survey legend") == ["Hur trygg är du ute på kvällen?"]
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response.headers["Cache-Control"].startswith("no-store, private")


def test_preview_can_be_tried_and_keeps_nothing(at_work, survey):
    """Also under the check of forms from elsewhere, which residents' form has nothing for."""
    question = QuestionFactory(survey=survey, single=True, is_required=True, choices=["Ja", "Nej"])
    published(survey.dialogue)
    at_work.handler.enforce_csrf_checks = True
    now = timezone.now()

    empty = at_work.post(preview(survey), {})
    hidden = {f["name"]: f["value"] for f in soup(empty).select("form.survey [type=hidden]")}
    with time_machine.travel(now + dt.timedelta(seconds=30)):
        filled = at_work.post(preview(survey), {**hidden, f"fraga-{question.key}": "val-1"})

    assert empty.status_code == 422
    assert texts(empty, ".survey__error") == ["Välj ett svar."]
    assert filled.status_code == 200
    assert texts(filled, ".preview-banner [role=status]") == [
        "Allt är rätt ifyllt. Inget har skickats eller sparats."
    ]
    assert not Response.objects.exists()


def test_dialogue_without_a_survey_has_no_preview_of_one(at_work, dialogue):
    url = reverse("dialogues_admin:preview_survey", args=[dialogue.pk])

    assert at_work.get(url).status_code == 404
    assert Choice.objects.count() == 0
