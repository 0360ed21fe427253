"""Between promises and the words they came from: the register that both look things up in."""

import datetime as dt
import json

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.exceptions import PublishingError
from portal.models import SearchEntry
from portal.services import publish, withdraw
from promises.models import PeriodEdition
from promises.services import freeze_candidate
from tests.factories import dialogues
from tests.factories.portal import PartnershipFactory
from tests.factories.promises import (
    PeriodFactory,
    PromiseFactory,
    approver_for,
    candidate_of,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def dialogue_behind(promise, **fields):
    """A dialogue in which something was said that led to the promise, and something that led nowhere."""
    dialogue = dialogues.DialogueFactory(partnership=promise.period.partnership, **fields)
    finding = dialogues.FindingFactory(dialogue=dialogue, promised=True)
    dialogues.FindingPromiseFactory(
        finding=finding, promise_key=promise.key, label=promise.statement
    )
    dialogues.FindingFactory(dialogue=dialogue, refused=True, position=1)
    return dialogue


@pytest.fixture
def promise():
    period = whole_period()
    published(period, at=timezone.now() - 2 * DAY)
    return period.promises.get()


def test_promise_entry_carries_key_words_and_where_it_stands(promise):
    entry = SearchEntry.objects.get(kind="promise")

    assert (entry.key, entry.statement) == (promise.key, promise.statement)
    assert (entry.theme, entry.verdict) == ("traffic", "met")
    assert entry.standing == "1 av 2 insatser är genomförd. 1 blev inte av."


def test_promise_entry_without_area_or_report_leaves_them_empty():
    published(PromiseFactory().period)

    entry = SearchEntry.objects.get(kind="promise")

    assert (entry.theme, entry.verdict) == ("", "")
    assert entry.standing == "Inga insatser är redovisade."


def test_promise_keeps_its_key_through_editions(promise):
    promise.period.promises.update(statement="Vi lovar något annat.")
    published(promise.period, note="Omskrivet.")

    entry = SearchEntry.objects.public().get(kind="promise")

    assert (entry.key, entry.statement) == (promise.key, "Vi lovar något annat.")


@pytest.mark.parametrize("count", [1, 3])
def test_with_findings_tells_of_the_dialogues_in_the_same_statement(
    promise, count, django_assert_num_queries
):
    for number in range(count):
        dialogues.published(dialogue_behind(promise, slug=f"dialog-{number}"))

    with django_assert_num_queries(1):
        edition = PeriodEdition.objects.current().for_reading().with_findings().get()

    assert len(edition.dialogues) == count
    told = edition.dialogues[0]
    assert {name: told[name] for name in ("slug", "kind", "starts_on", "ends_on")} == {
        "slug": "dialog-0",
        "kind": "resident_dialogue",
        "starts_on": "2020-10-06",
        "ends_on": None,
    }
    assert [finding["outcome"] for finding in told["findings"]] == ["promised", "no_promise"]
    assert told["findings"][0]["promises"][0]["key"] == str(promise.key)
    assert told["findings"][0]["said_by"] == 17


def test_with_findings_leaves_out_what_is_not_public(promise):
    dialogues.candidate_of(dialogue_behind(promise))
    dialogues.published(dialogue_behind(promise), scheduled_for=timezone.now() + DAY)
    taken_back = dialogues.published(dialogue_behind(promise))
    withdraw(
        edition=taken_back, by=dialogues.approver_for(taken_back.dialogue), reason="Fel person."
    )

    assert PeriodEdition.objects.current().with_findings().get().dialogues == []


def test_with_findings_leaves_out_dialogues_of_other_periods_and_places(promise):
    place = promise.period.partnership
    other = PromiseFactory(period=PeriodFactory(partnership=place))
    published(other.period)
    dialogues.published(dialogue_behind(other))
    namesake = PromiseFactory(period=PeriodFactory(slug=promise.period.slug))
    published(namesake.period)
    dialogues.published(dialogue_behind(namesake))

    found = PeriodEdition.objects.of_period(promise.period).current().with_findings().get()

    assert found.dialogues == []


def without_promise(promise):
    """The period's draft with another promise in its place."""
    period = promise.period
    PromiseFactory(period=period)
    promise.delete()
    return period


def test_freeze_candidate_refuses_to_lose_a_promise_that_a_dialogue_shows(promise):
    edition = dialogues.published(dialogue_behind(promise))
    period = without_promise(promise)

    with pytest.raises(PublishingError, match=f"saknas i texten, men dialogen ”{edition.title}”"):
        freeze_candidate(period=period, by=approver_for(period), note="Ny")


def test_freeze_candidate_refuses_for_a_dialogue_that_is_to_come(promise):
    dialogues.published(dialogue_behind(promise), scheduled_for=timezone.now() + DAY)
    period = without_promise(promise)

    with pytest.raises(PublishingError, match="saknas i texten"):
        freeze_candidate(period=period, by=approver_for(period), note="Ny")


def test_freeze_candidate_may_lose_a_promise_that_no_public_dialogue_shows(promise):
    dialogues.candidate_of(dialogue_behind(promise))
    taken_back = dialogues.published(dialogue_behind(promise))
    withdraw(edition=taken_back, by=dialogues.approver_for(taken_back.dialogue), reason="Fel.")
    period = without_promise(promise)

    assert freeze_candidate(period=period, by=approver_for(period), note="Ny").pk


def test_freeze_candidate_does_not_mind_the_promises_of_another_period(promise):
    dialogues.published(dialogue_behind(promise))
    other = PeriodFactory(partnership=promise.period.partnership)
    PromiseFactory(period=other)

    assert freeze_candidate(period=other, by=approver_for(other), note="Ny").pk


def test_publish_refuses_to_lose_a_promise_that_a_dialogue_has_come_to_show(promise):
    dialogue = dialogue_behind(promise)
    edition = candidate_of(without_promise(promise), note="Ny")
    dialogues.published(dialogue)

    with pytest.raises(PublishingError, match="saknas i texten"):
        publish(edition=edition, by=approver_for(edition.period))


def register() -> list[dict]:
    values = SearchEntry.objects.order_by("url", "kind", "visible_from").values()
    return json.loads(
        json.dumps([{k: v for k, v in row.items() if k != "id"} for row in values], default=str)
    )


def test_rebuild_search_writes_what_publishing_wrote(promise):
    dialogues.published(dialogue_behind(promise))
    period = PeriodFactory(partnership=promise.period.partnership)
    published(period, at=timezone.now() - DAY)
    period.promises.update(statement="Vi lovar något annat.")
    published(period, note="Omskrivet.", scheduled_for=timezone.now() + DAY)
    before = register()
    SearchEntry.objects.filter(kind="promise").update(key=None, standing="")
    SearchEntry.objects.exclude(kind="promise").delete()

    call_command("rebuild_search")

    assert register() == before
    assert not SearchEntry.objects.written_by_older_release().exists()


def test_rebuild_search_if_needed_leaves_a_register_of_today_alone(promise):
    before = set(SearchEntry.objects.values_list("pk", flat=True))

    call_command("rebuild_search", if_needed=True)
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == before

    SearchEntry.objects.filter(kind="promise").update(key=None, release="older")
    call_command("rebuild_search", if_needed=True)
    assert SearchEntry.objects.get(kind="promise").key == promise.key
    assert not SearchEntry.objects.written_by_older_release().exists()


def test_rebuild_search_finds_nothing_that_is_not_public():
    withdrawn = published(whole_period())
    withdraw(edition=withdrawn, by=approver_for(withdrawn.period), reason="Fel.")
    candidate_of(whole_period())
    PartnershipFactory()

    call_command("rebuild_search")

    assert not SearchEntry.objects.exists()
