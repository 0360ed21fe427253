"""What pages ask of editions: one statement with everything, and a stamp of all they are made of."""

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from dialogues.models import DialogueEdition
from portal.days import today
from portal.models import SearchEntry
from portal.place_statement import PlaceStatement
from portal.services import unschedule, withdraw
from tests.factories.dialogues import (
    DialogueFactory,
    FindingFactory,
    approver_for,
    candidate_of,
    promise_entry,
    published,
    whole_dialogue,
)

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def moved(table: str, column: str, delta: dt.timedelta) -> None:
    """The database's own clock cannot be moved, so what it is held against is."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(f"UPDATE {table} SET {column} = {column} + %s", [delta])


@pytest.mark.parametrize("count", [1, 3])
def test_for_reading_is_one_statement(count, django_assert_num_queries):
    place = whole_dialogue().partnership
    for _ in range(count):
        published(whole_dialogue(partnership=place))

    with django_assert_num_queries(1):
        editions = list(DialogueEdition.objects.of_place(place).current().for_reading())
        told = [
            (len(e.signatures), e.first_published_at == e.published_at, len(e.promise_entries))
            for e in editions
        ]

    assert told == [(1, True, 1)] * count


def test_promise_entries_are_those_the_text_names_as_they_stand_now():
    dialogue = whole_dialogue()
    promise_entry(dialogue.partnership, statement="Ett annat löfte.")
    published(dialogue)
    [link] = DialogueEdition.objects.get().content.promise_links
    SearchEntry.objects.filter(key=link.key).update(standing="Alla insatser är genomförda.")

    edition = DialogueEdition.objects.for_reading().get()

    assert edition.promise_entry == {
        str(link.key): {
            "key": str(link.key),
            "title": "Trafik",
            "statement": "Vi lovar att synas mer i trafiken.",
            "standing": "Alla insatser är genomförda.",
            "theme": "traffic",
            "verdict": "",
            "url": f"/{dialogue.partnership.slug}/2021-2022/trafik/",
            "period": "2021–2022",
            "period_slug": "2021-2022",
        }
    }


@pytest.mark.parametrize(
    "change",
    [
        {"visible_until": timezone.now() - DAY / 2},
        {"kind": "finding"},
    ],
)
def test_promise_entries_leave_out_what_is_not_a_public_promise(change):
    edition = published(whole_dialogue())
    SearchEntry.objects.filter(kind="promise").update(**change)

    assert DialogueEdition.objects.for_reading().get(pk=edition.pk).promise_entries == []


def test_promise_entries_do_not_come_from_another_place():
    edition = published(whole_dialogue())
    SearchEntry.objects.filter(kind="promise").update(partnership=whole_dialogue().partnership)

    assert DialogueEdition.objects.for_reading().get(pk=edition.pk).promise_entries == []


def test_for_dialogue_and_citing_find_by_address():
    edition = published(whole_dialogue())
    published(DialogueFactory(partnership=edition.partnership))

    of_place = DialogueEdition.objects.of_place(edition.partnership)

    assert of_place.for_dialogue(edition.partnership, edition.slug).get() == edition
    assert of_place.citing("2021-2022").get() == edition
    assert not of_place.citing("2019-2021").exists()


def test_coming_dialogues_leave_the_day_after_their_last():
    place = DialogueFactory().partnership
    soon, later, over = (
        published(DialogueFactory(partnership=place, starts_on=today() + first * DAY, ends_on=last))
        for first, last in ((-3, today()), (2, None), (-1, None))
    )

    assert list(DialogueEdition.objects.coming(on=today())) == [soon, later]
    assert over.last_day == today() - DAY


def test_open_survey_is_a_matter_of_the_moment():
    dialogue = whole_dialogue()
    edition = published(dialogue)

    assert edition.has_open_survey
    moved("dialogues_dialogueedition", "survey_opens_at", -40 * DAY)
    moved("dialogues_dialogueedition", "survey_closes_at", -40 * DAY)
    edition.refresh_from_db()
    assert not edition.has_open_survey


def test_dialogue_without_survey_has_none_open():
    assert published(DialogueFactory()).has_open_survey is False


def stamp_of(place):
    statement = PlaceStatement(DialogueEdition.objects.stamp, SearchEntry.objects.stamp)
    return statement.place(place.slug, on=today()).stamp


def test_several_stamps_stand_beside_each_other():
    edition = published(whole_dialogue())

    names = [(name, len(found)) for name, found in stamp_of(edition.partnership)]

    assert names == [("dialogueedition_stamp", 1), ("searchentry_stamp", 1)]


@pytest.mark.parametrize(
    "change",
    [
        lambda e: withdraw(edition=e, by=approver_for(e.dialogue), reason="Fel."),
        lambda e: published(FindingFactory(dialogue=e.dialogue).dialogue, note="Mer sagt."),
        lambda e: moved("dialogues_dialogueedition", "survey_opens_at", 2 * DAY),
        lambda e: SearchEntry.objects.filter(kind="promise").update(visible_until=timezone.now()),
        lambda e: promise_entry(e.partnership),
    ],
)
def test_stamp_changes_with_everything_a_page_may_show(change):
    edition = published(whole_dialogue())
    before = stamp_of(edition.partnership)

    change(edition)

    assert stamp_of(edition.partnership) != before


def test_stamp_does_not_change_with_what_nobody_sees():
    edition = published(whole_dialogue())
    before = stamp_of(edition.partnership)

    FindingFactory(dialogue=edition.dialogue)
    candidate_of(edition.dialogue)

    assert stamp_of(edition.partnership) == before


def test_search_finds_the_dialogue_and_what_was_said():
    edition = published(whole_dialogue())
    dialogue = edition.dialogue
    said = dialogue.findings.get(outcome="no_promise")

    entries = SearchEntry.objects.of_page(edition.partnership, edition.public_url)

    assert entries.get(kind="dialogue").key == dialogue.key
    assert (
        entries.get(kind="dialogue").body == "Torget\nVi var på torget.\nMötet började klockan 18."
    )
    found = entries.get(key=said.key)
    assert (found.statement, found.theme, found.standing) == (
        said.statement,
        "traffic",
        "Ledde inte till löfte.",
    )
    assert found.url == f"{edition.public_url}#sagt-{said.key.hex[:8]}"


def test_search_of_one_dialogue_leaves_its_neighbour_alone():
    place = DialogueFactory(slug="dialog").partnership
    edition = published(place.dialogues.get())
    neighbour = published(DialogueFactory(partnership=place, slug="dialog-2"))

    withdraw(edition=edition, by=approver_for(edition.dialogue), reason="Fel.")

    assert [entry.url for entry in SearchEntry.objects.public()] == [neighbour.public_url]


def test_unschedule_gives_search_back_to_the_edition_in_force():
    dialogue = DialogueFactory()
    first = published(dialogue, at=timezone.now() - DAY)
    FindingFactory(dialogue=dialogue)
    coming = published(dialogue, note="Mer.", scheduled_for=timezone.now() + DAY)

    unschedule(edition=coming, by=approver_for(dialogue))

    first.refresh_from_db()
    assert first.superseded_at is None
    assert SearchEntry.objects.get().visible_until is None
