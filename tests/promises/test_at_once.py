"""Two publications in one place at the same moment: each sees what the other has made public."""

import threading

import pytest
from django.db import connections, transaction

from portal.exceptions import PublishingError
from portal.services import publish
from promises.models import PeriodEdition
from tests.factories import dialogues
from tests.factories.promises import PromiseFactory, approver_for, candidate_of, published

pytestmark = pytest.mark.usefixtures("committed")


def in_a_thread(act) -> threading.Thread:
    def run():
        try:
            act()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def one_before_the_other_has_committed(first, second) -> list[str]:
    """What was refused. ``second`` begins when ``first`` is done but not committed."""
    refusals: list[str] = []
    begun, over = threading.Event(), threading.Event()

    def act_first():
        with transaction.atomic():
            publish(**first)
            begun.set()
            over.wait(2)  # a second one that does not wait is over by then

    def act_second():
        begun.wait(10)
        try:
            publish(**second)
        except PublishingError as refusal:
            refusals.append(str(refusal))
        over.set()

    for thread in [in_a_thread(act_first), in_a_thread(act_second)]:
        thread.join(30)
    return refusals


@pytest.mark.parametrize("dialogue_is_first", [True, False])
def test_dialogue_and_the_period_that_drops_its_promise_are_not_both_published(dialogue_is_first):
    promise = PromiseFactory()
    period = promise.period
    published(period)
    dialogue = dialogues.DialogueFactory(partnership=period.partnership)
    finding = dialogues.FindingFactory(dialogue=dialogue, promised=True)
    dialogues.FindingPromiseFactory(finding=finding, promise_key=promise.key)
    citing = {
        "edition": dialogues.candidate_of(dialogue),
        "by": dialogues.approver_for(dialogue),
    }
    promise.delete()
    dropping = {"edition": candidate_of(period, note="Ett färre."), "by": approver_for(period)}
    order = [citing, dropping] if dialogue_is_first else [dropping, citing]

    refusals = one_before_the_other_has_committed(*order)

    assert len(refusals) == 1
    assert "Ta bort kopplingen" in refusals[0]
    assert PeriodEdition.objects.public().count() == (1 if dialogue_is_first else 2)
