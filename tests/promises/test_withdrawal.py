"""What a withdrawal leaves behind: the edition that is to come, and a draft that can be published again."""

import datetime as dt

import pytest
from django.utils import timezone

from dialogues.admin.todo import dialogue_drafts_that_differ
from dialogues.publishing import propose as propose_dialogue
from portal.days import today
from portal.enums import EditionState
from portal.exceptions import PublishingError
from portal.models import SearchEntry
from portal.services import unschedule, withdraw
from promises.admin.todo import drafts_that_differ
from promises.models import PeriodEdition
from promises.publishing import propose
from tests.factories import dialogues
from tests.factories.portal import editor_of
from tests.factories.promises import approver_for, published, whole_period

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def found_at(moment) -> set[str]:
    return set(SearchEntry.objects.public_at(moment).values_list("statement", flat=True)) - {""}


@pytest.fixture
def withdrawn_before_another():
    """An edition in force is withdrawn while the next one waits for its day."""
    period = whole_period()
    first = published(period, at=timezone.now() - DAY)
    period.promises.update(statement="Vi lovar något annat.")
    coming = published(period, note="Omskrivet.", scheduled_for=timezone.now() + DAY)
    withdraw(edition=first, by=approver_for(period), reason="Ett namn stod med.")
    return first, coming


def test_edition_to_come_is_found_although_the_one_before_was_withdrawn(withdrawn_before_another):
    assert found_at(timezone.now()) == set()
    assert found_at(timezone.now() + 2 * DAY) == {"Vi lovar något annat."}


def test_schedule_can_be_called_off_after_the_one_before_was_withdrawn(withdrawn_before_another):
    first, coming = withdrawn_before_another

    unschedule(edition=coming, by=approver_for(coming.period))

    first.refresh_from_db()
    coming.refresh_from_db()
    assert (first.state, coming.state) == (EditionState.WITHDRAWN, EditionState.VOIDED)
    assert not PeriodEdition.objects.current_or_coming().exists()
    assert found_at(timezone.now() + 2 * DAY) == set()


def test_dialogue_to_come_is_found_although_the_one_before_was_withdrawn():
    dialogue = dialogues.DialogueFactory()
    first = dialogues.published(dialogue, at=timezone.now() - DAY)
    dialogues.FindingFactory(dialogue=dialogue, statement="Det är mörkt.")
    coming = dialogues.published(dialogue, note="Mer.", scheduled_for=timezone.now() + DAY)

    withdraw(edition=first, by=dialogues.approver_for(dialogue), reason="Fel.")

    assert found_at(timezone.now() + 2 * DAY) == {"Det är mörkt."}
    unschedule(edition=coming, by=dialogues.approver_for(dialogue))
    assert found_at(timezone.now() + 2 * DAY) == set()


@pytest.fixture
def restored():
    """The newer of two editions is withdrawn, and the draft says again what the older one said."""
    period = whole_period()
    first = published(period, at=timezone.now() - DAY)
    statement = period.promises.get().statement
    period.promises.update(statement="Vi lovar något annat.")
    second = published(period, note="Omskrivet.")
    withdraw(edition=second, by=approver_for(period), reason="Ett namn stod med.")
    period.promises.update(statement=statement)
    return first


def test_text_before_the_withdrawn_one_can_be_published_again(restored):
    again = propose(period=restored.period, by=editor_of(restored.partnership), note="Åter.")

    assert again.sha256 == restored.sha256


def test_todo_tells_that_the_text_before_the_withdrawn_one_is_not_public(restored):
    user = editor_of(restored.partnership)
    told = [line.text for line in drafts_that_differ(user, today())]

    assert told == [f"Utkastet till {restored.label} är inte publicerat."]


def test_minor_correction_corrects_what_is_in_force(restored):
    editor = editor_of(restored.partnership)

    with pytest.raises(PublishingError, match="Ingen utgåva gäller nu"):
        propose(period=restored.period, by=editor, note="", is_minor=True)


def test_dialogue_before_the_withdrawn_one_can_be_published_again():
    dialogue = dialogues.DialogueFactory(summary="<p>Vi var på torget.</p>")
    first = dialogues.published(dialogue, at=timezone.now() - DAY)
    dialogue.summary = "<p>Vi var hos Anna.</p>"
    dialogue.save()
    second = dialogues.published(dialogue, note="Omskrivet.")
    withdraw(edition=second, by=dialogues.approver_for(dialogue), reason="Ett namn stod med.")
    dialogue.summary = "<p>Vi var på torget.</p>"
    dialogue.save()
    editor = editor_of(dialogue.partnership)

    told = [line.text for line in dialogue_drafts_that_differ(editor, dialogue.last_day)]
    again = propose_dialogue(dialogue=dialogue, by=editor, note="Åter.")

    assert told == [f"Utkastet till ”{dialogue.title}” är inte publicerat."]
    assert again.sha256 == first.sha256
