"""Freezing a dialogue: the act, and each refusal."""

import datetime as dt

import pytest
from django.utils import timezone

from dialogues.models import DialogueEdition, DialogueHolder, FindingPromise
from dialogues.services import freeze_candidate
from portal.documents import digest
from portal.enums import EditionState
from portal.exceptions import NotAllowed, PublishingError
from portal.models import SearchEntry
from portal.services import publish
from tests.factories.dialogues import (
    DialogueFactory,
    FindingFactory,
    QuestionFactory,
    SurveyFactory,
    SurveyResultsFactory,
    approver_for,
    candidate_of,
    published,
    whole_dialogue,
)
from tests.factories.portal import UserFactory, editor_of

pytestmark = pytest.mark.django_db


def freeze(dialogue, **options):
    options.setdefault("note", "Ny")
    return freeze_candidate(dialogue=dialogue, by=approver_for(dialogue), **options)


def test_freeze_candidate_stores_the_document_with_its_hash():
    dialogue = whole_dialogue()
    [link] = FindingPromise.objects.all()

    edition = freeze(dialogue, note=" Första utgåvan. ")

    edition.refresh_from_db()
    assert (edition.state, edition.number) == (EditionState.CANDIDATE, None)
    assert edition.sha256 == digest(edition.document)
    assert (edition.slug, edition.title, edition.kind) == (
        dialogue.slug,
        dialogue.title,
        dialogue.kind,
    )
    assert (edition.survey_opens_at, edition.survey_closes_at) == (
        dialogue.survey.opens_at,
        dialogue.survey.closes_at,
    )
    assert (edition.promise_keys, edition.period_slugs) == ([link.promise_key], ["2021-2022"])
    assert edition.has_results is False
    assert [event.step for event in edition.events.all()] == ["frozen"]


def test_freeze_candidate_takes_an_invitation_without_anything_said_yet():
    edition = freeze(DialogueFactory(starts_on=dt.date(2030, 1, 1)))

    assert (edition.promise_keys, edition.survey_opens_at) == ([], None)


def test_freeze_candidate_tells_of_results():
    dialogue = SurveyFactory(closed=True).dialogue
    QuestionFactory(survey=dialogue.survey)
    SurveyResultsFactory(dialogue=dialogue)

    assert freeze(dialogue).has_results is True


@pytest.mark.parametrize("who", ["stranger", "elsewhere"])
def test_freeze_candidate_refuses_those_of_other_places(who):
    dialogue = whole_dialogue()
    people = {
        "stranger": UserFactory,
        "elsewhere": lambda: editor_of(DialogueFactory().partnership),
    }

    with pytest.raises(NotAllowed, match="inte rätt"):
        freeze_candidate(dialogue=dialogue, by=people[who](), note="Ny")


def test_freeze_candidate_refuses_a_major_change_without_a_note():
    with pytest.raises(PublishingError, match="Skriv vad som har ändrats"):
        freeze(whole_dialogue(), note="  ")


def test_freeze_candidate_refuses_a_draft_that_has_changed_since_it_was_seen():
    with pytest.raises(PublishingError, match="har ändrats sedan du öppnade"):
        freeze(whole_dialogue(), seen="0" * 64)


def test_freeze_candidate_refuses_when_nothing_has_changed():
    dialogue = whole_dialogue()
    published(dialogue)

    with pytest.raises(PublishingError, match="Inget har ändrats"):
        freeze(dialogue)


def test_freeze_candidate_voids_the_older_candidate_and_its_signatures():
    dialogue = whole_dialogue()
    first = candidate_of(dialogue)
    FindingFactory(dialogue=dialogue)

    second = freeze(dialogue)

    first.refresh_from_db()
    assert first.state == EditionState.VOIDED
    assert second.missing_sign_offs() == [dialogue.holders.get().name]


@pytest.mark.parametrize("holders", ["none", "none_signs"])
def test_freeze_candidate_refuses_a_dialogue_that_nobody_answers_for(holders):
    dialogue = whole_dialogue()
    approver = approver_for(dialogue)
    if holders == "none":
        dialogue.holder_rows.all().delete()
    else:
        dialogue.holder_rows.update(must_sign=False)

    with pytest.raises(PublishingError, match="Ange vem som håller dialogen"):
        freeze_candidate(dialogue=dialogue, by=approver, note="Ny")


def test_freeze_candidate_refuses_a_finding_that_led_to_an_unnamed_promise():
    dialogue = whole_dialogue()
    FindingPromise.objects.all().delete()

    with pytest.raises(PublishingError, match="ledde till löfte: välj vilket"):
        freeze(dialogue)


def test_freeze_candidate_refuses_a_link_that_the_outcome_denies():
    dialogue = whole_dialogue()
    dialogue.findings.filter(outcome="promised").update(outcome="open", answered_on=None)

    with pytest.raises(PublishingError, match="sägs inte ha lett till något"):
        freeze(dialogue)


def test_freeze_candidate_refuses_a_link_to_a_promise_that_is_not_public():
    dialogue = whole_dialogue()
    SearchEntry.objects.update(visible_from=timezone.now() + dt.timedelta(hours=1))

    with pytest.raises(PublishingError, match=r"synas mer i trafiken\.” är inte publicerat"):
        freeze(dialogue)


def test_freeze_candidate_refuses_a_survey_without_questions():
    with pytest.raises(PublishingError, match="Enkäten har inga frågor"):
        freeze(SurveyFactory().dialogue)


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_freeze_candidate_refuses_a_choice_with_nothing_to_choose_between(kind):
    question = QuestionFactory(**{kind: True}, choices=["Ja"])

    with pytest.raises(PublishingError, match="minst två svarsval"):
        freeze(question.survey.dialogue)


def test_freeze_candidate_refuses_to_open_a_survey_that_has_results():
    dialogue = whole_dialogue()
    SurveyResultsFactory(dialogue=dialogue)

    with pytest.raises(PublishingError, match="har resultat och kan inte vara öppen"):
        freeze(dialogue)


def test_freeze_candidate_tells_all_that_is_lacking_at_once():
    dialogue = SurveyFactory().dialogue
    FindingFactory(dialogue=dialogue, promised=True)

    with pytest.raises(PublishingError, match=r"välj vilket.*inga frågor"):
        freeze(dialogue)


def test_minor_correction_may_change_words():
    dialogue = whole_dialogue()
    published(dialogue)
    dialogue.findings.filter(outcome="open").update(statement="Bilarna kör alltför fort, sak 1.")
    type(dialogue).objects.update(summary="<p>Vi stod på torget.</p>")
    before = DialogueEdition.objects.get().document["findings"][0]["statement"]
    number = before.rpartition(" ")[2].rstrip(".")
    dialogue.findings.filter(outcome="open").update(statement=f"Bilar kör för fort, sak {number}.")

    assert freeze(dialogue, note="", is_minor=True).is_minor is True


@pytest.mark.parametrize(
    "change",
    [
        lambda dialogue: type(dialogue).objects.update(starts_on="2020-01-02", ends_on=None),
        lambda dialogue: dialogue.findings.filter(outcome="open").update(theme="drugs"),
        lambda dialogue: dialogue.findings.filter(outcome="open").delete(),
        lambda dialogue: dialogue.survey.questions.filter(kind="text").update(text="Annat?"),
        lambda dialogue: type(dialogue).objects.update(summary="<p>Vi var 12 på torget.</p>"),
    ],
)
def test_minor_correction_may_not_change_what_is_said(change):
    dialogue = whole_dialogue()
    published(dialogue)
    change(dialogue)

    with pytest.raises(PublishingError, match="bara ändra ordalydelsen"):
        freeze(dialogue, note="", is_minor=True)


def test_first_edition_is_no_minor_correction():
    with pytest.raises(PublishingError, match="Ingen utgåva gäller nu"):
        freeze(whole_dialogue(), note="", is_minor=True)


def test_publish_refuses_a_link_that_has_broken_since_the_text_was_frozen():
    edition = candidate_of(whole_dialogue())
    SearchEntry.objects.update(visible_until=timezone.now())

    with pytest.raises(PublishingError, match=r"är inte publicerat då\. Ta bort kopplingen"):
        publish(edition=edition, by=approver_for(edition.dialogue))


def test_publish_refuses_a_moment_when_the_promise_will_be_gone():
    dialogue = whole_dialogue()
    now = timezone.now()
    edition = candidate_of(dialogue, scheduled_for=now + dt.timedelta(days=2))
    SearchEntry.objects.update(visible_until=now + dt.timedelta(days=1))

    with pytest.raises(PublishingError, match="är inte publicerat då"):
        publish(edition=edition, by=approver_for(dialogue))


def test_publish_of_an_old_text_looks_at_the_promises_of_today():
    dialogue = whole_dialogue()

    edition = published(dialogue, at=timezone.now() - dt.timedelta(days=900))

    assert edition.number == 1


def test_publish_numbers_the_editions_of_each_dialogue_for_themselves():
    first, other = whole_dialogue(), whole_dialogue()
    numbers = [published(first).number, published(other).number]
    FindingFactory(dialogue=first)

    assert [*numbers, published(first, note="Mer sagt.").number] == [1, 1, 2]


def test_a_holder_that_need_not_sign_is_not_waited_for():
    dialogue = whole_dialogue()
    other = dialogue.partnership.members.all()[1].organisation
    DialogueHolder.objects.create(dialogue=dialogue, organisation=other, must_sign=False)

    edition = freeze(dialogue)

    assert edition.missing_sign_offs() == [dialogue.holder_rows.all()[0].organisation.name]
    assert edition.is_party(other)
