"""What a withdrawal leaves behind: the edition that is to come, and a draft that can be published again."""

import datetime as dt

import pytest
from django.utils import timezone

from portal.enums import EditionState
from portal.models import SearchEntry
from portal.services import unschedule, withdraw
from promises.models import PeriodEdition
from tests.factories import dialogues
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
