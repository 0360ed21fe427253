"""The answers to a survey: compiled, read and deleted by the place's editors."""

import pytest
from django.urls import reverse

from dialogues.models import Answer, Finding, Response, SurveyResults
from tests.admin_pages import soup, texts, typed
from tests.factories.dialogues import (
    AnswerFactory,
    DialogueFactory,
    QuestionFactory,
    ResponseFactory,
    SurveyFactory,
    published,
)
from tests.factories.portal import PartnershipFactory, editor_of

pytestmark = pytest.mark.django_db

RAW = "Kalle på hörnet kör för fort."


def answered(dialogue, **survey):
    """Seven have answered: five yes, two no; one in words of their own."""
    survey = SurveyFactory(dialogue=dialogue, **survey)
    QuestionFactory(survey=survey, single=True, key="trygg", choices=["Ja", "Nej"])
    QuestionFactory(survey=survey, key="egna", text="Vad vill du att vi gör?")
    edition = published(dialogue)
    for number in range(7):
        response = ResponseFactory(edition=edition)
        key = "val-1" if number < 5 else "val-2"
        AnswerFactory(response=response, question_key="trygg", choice_keys=[key])
    AnswerFactory(response=response, question_key="egna", text=RAW)
    return edition


@pytest.fixture
def edition(dialogue):
    return answered(dialogue)


@pytest.fixture
def closed(dialogue):
    return answered(dialogue, closed=True)


def page_of(edition) -> str:
    return reverse("dialogues_admin:answers", args=[edition.dialogue_id])


def buttons(response) -> list[str]:
    return [button["value"] for button in soup(response).select("button[name=act]")]


def test_open_survey_cannot_be_compiled(at_work, edition):
    response = at_work.get(page_of(edition))
    refused = at_work.post(page_of(edition), {"act": "compile"}, follow=True)

    assert buttons(response) == ["deal-with", "delete"]
    [said] = texts(refused, ".messagelist .error")
    assert said.endswith("Svaren går att sammanställa efter det.")
    assert not SurveyResults.objects.exists()


def test_compiled_tables_are_those_that_will_be_public(at_work, closed):
    first = at_work.get(page_of(closed))

    response = at_work.post(page_of(closed), {"act": "compile"}, follow=True)

    assert buttons(first)[0] == "compile"
    assert texts(response, "#resultat tbody th") == ["Ja eller Nej", "Inget svar"]
    preview = at_work.get(reverse("dialogues_admin:preview_dialogue", args=[closed.dialogue_id]))
    assert texts(response, "#resultat") == texts(preview, "#resultat")
    assert buttons(response)[:2] == ["compile", "discard"]


def test_compiled_results_can_be_thrown_away_until_they_are_public(at_work, closed):
    at_work.post(page_of(closed), {"act": "compile"})
    at_work.post(page_of(closed), {"act": "discard"})
    assert not SurveyResults.objects.exists()
    at_work.post(page_of(closed), {"act": "compile"})
    published(closed.dialogue, note="Nu med resultat.")

    for act in ("compile", "discard"):
        refused = at_work.post(page_of(closed), {"act": act}, follow=True)
        [said] = texts(refused, ".messagelist .error")
        assert said.startswith("Resultatet är publicerat eller schemalagt.")
        assert "compile" not in buttons(refused)

    assert SurveyResults.objects.exists()


def test_words_are_shown_to_the_places_editors_and_nowhere_else(at_work, closed, client):
    shown = at_work.get(page_of(closed))
    at_work.post(page_of(closed), {"act": "compile"})
    published(closed.dialogue, note="Nu med resultat.")

    assert texts(shown, ".answer blockquote") == [RAW]
    assert shown.headers["Cache-Control"].startswith("no-store")
    public = [
        at_work.get(reverse(f"dialogues_admin:{name}", args=[closed.dialogue_id]))
        for name in ("publish", "preview_dialogue", "preview_survey")
    ]
    public.append(client.get(closed.public_url))
    assert [RAW in response.content.decode() for response in public] == [False] * 4


def test_words_become_a_finding_only_in_the_editors_own(at_work, closed):
    answer = Answer.objects.in_words().get()
    link = soup(at_work.get(page_of(closed))).select_one(".answer a.button")["href"]

    page = at_work.get(link)
    shown = typed(page)

    assert texts(page, "#ursprung + blockquote") == [RAW]
    assert (shown["dialogue"], shown["statement"]) == (str(closed.dialogue_id), "")
    at_work.post(link, {**shown, "statement": "Bilarna kör för fort."})
    assert Finding.objects.get().statement == "Bilarna kör för fort."
    assert Answer.objects.filter(pk=answer.pk).exists()


def test_words_of_another_place_are_not_shown_beside_a_new_finding(sign_in, edition):
    answer = Answer.objects.in_words().get()
    elsewhere = sign_in(editor_of(PartnershipFactory()))

    page = elsewhere.get(reverse("admin:dialogues_finding_add", query={"svar": answer.pk}))

    assert texts(page, "#ursprung") == []
    assert RAW not in page.content.decode()


def test_words_are_dealt_with_and_taken_up_again(at_work, edition):
    answer = Answer.objects.in_words().get()
    url = page_of(edition)

    dealt = at_work.post(url, {"act": "deal-with", "answer": answer.pk}, follow=True)
    again = at_work.post(url, {"act": "take-up", "answer": answer.pk}, follow=True)

    assert buttons(dealt) == ["take-up", "delete"]
    assert buttons(again) == ["deal-with", "delete"]


def test_words_are_deleted_at_once_and_the_respondent_still_counts(at_work, edition):
    answer = Answer.objects.in_words().get()

    response = at_work.post(
        page_of(edition), {"act": "delete", "answer": answer.pk, "sida": "1"}, follow=True
    )

    assert texts(response, ".messagelist li") == ["Svaret är raderat."]
    assert not Answer.objects.in_words().exists()
    assert Response.objects.count() == 7


@pytest.mark.parametrize("act", ["deal-with", "delete"])
@pytest.mark.parametrize("which", ["closed", "elsewhere", "text"])
def test_only_words_of_this_dialogue_are_acted_on(at_work, edition, act, which):
    """A choice is no text, and another dialogue's answers are not reached through one's own."""
    other = DialogueFactory(partnership=PartnershipFactory())
    QuestionFactory(survey=SurveyFactory(dialogue=other), key="egna")
    theirs = AnswerFactory(response=ResponseFactory(edition=published(other)), text="Deras ord.")
    keys = {"closed": Answer.objects.filter(text="")[0].pk, "elsewhere": theirs.pk, "text": "x"}
    before = Answer.objects.values_list("pk", "is_dealt_with")

    response = at_work.post(page_of(edition), {"act": act, "answer": keys[which]}, follow=True)

    assert texts(response, ".messagelist .error") == ["Svaret finns inte längre."]
    assert set(before) == set(Answer.objects.values_list("pk", "is_dealt_with"))
    assert len(before) == 9


def test_unknown_act_is_refused(at_work, edition):
    assert at_work.post(page_of(edition), {"act": "publish"}).status_code == 400


def test_dialogue_without_a_survey_has_no_answers(at_work, dialogue):
    assert at_work.get(reverse("dialogues_admin:answers", args=[dialogue.pk])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_answers_ask_as_often_for_many_texts(
    at_work, edition, count, django_assert_max_num_queries
):
    for _ in range(count):
        AnswerFactory(response=ResponseFactory(edition=edition), question_key="egna", text="Ord.")

    with django_assert_max_num_queries(24):
        at_work.get(page_of(edition))
