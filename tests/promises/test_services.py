"""The steps of an edition: publish, schedule, withdraw; each act, and each refusal."""

import datetime as dt

import pytest
from django.utils import timezone

from portal.enums import EditionState
from portal.exceptions import NotAllowed, PublishingError
from portal.models import SearchEntry
from portal.services import publish, unschedule, withdraw
from promises.models import PeriodEdition
from promises.services import freeze_candidate
from tests.factories.portal import editor_of
from tests.factories.promises import (
    PromiseFactory,
    approver_for,
    candidate_of,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db


def reword(period, statement="Vi lovar något annat."):
    period.promises.update(statement=statement)


def test_publish_gives_a_number_and_a_moment():
    edition = candidate_of(whole_period())

    publish(edition=edition, by=approver_for(edition.period))

    edition.refresh_from_db()
    assert (edition.state, edition.number) == (EditionState.PUBLISHED, 1)
    assert list(PeriodEdition.objects.current()) == [edition]


def test_publish_supersedes_the_older_edition():
    period = whole_period()
    first = published(period)
    reword(period)

    second = published(period, note="Omskrivet.")

    first.refresh_from_db()
    assert (second.number, first.superseded_at) == (2, second.published_at)
    assert list(PeriodEdition.objects.current()) == [second]
    assert set(PeriodEdition.objects.public()) == {first, second}


def test_publish_numbers_have_no_gap_after_a_voided_candidate():
    period = whole_period()
    candidate_of(period)
    reword(period)

    assert published(period, note="Omskrivet.").number == 1


def test_publish_waits_for_every_party_that_must_sign():
    period = whole_period()
    edition = candidate_of(period, signed=False)
    names = [member.organisation.name for member in period.partnership.members.all()]

    with pytest.raises(PublishingError, match=f"Väntar på godkännande från {' och '.join(names)}"):
        publish(edition=edition, by=approver_for(period))


def test_publish_does_not_wait_for_a_party_that_need_not_sign():
    period = whole_period()
    period.partnership.members.update(must_sign=False)
    edition = candidate_of(period, signed=False)

    assert publish(edition=edition, by=approver_for(period)).number == 1


def test_publish_without_a_party_takes_an_approver_and_a_reason():
    period = whole_period()
    edition = candidate_of(period, signed=False)

    publish(edition=edition, by=approver_for(period), unsigned_reason="Polisen svarar inte.")

    edition.refresh_from_db()
    assert edition.unsigned_reason == "Polisen svarar inte."


def test_publish_without_a_party_refuses_an_editor():
    period = whole_period()
    edition = candidate_of(period, signed=False)

    with pytest.raises(NotAllowed, match="Bara en godkännare"):
        publish(edition=edition, by=editor_of(period.partnership), unsigned_reason="Bråttom.")


def test_publish_refuses_an_editor_of_another_place():
    edition = candidate_of(whole_period())

    with pytest.raises(NotAllowed):
        publish(edition=edition, by=editor_of(whole_period().partnership))


def test_publish_refuses_twice():
    edition = published(whole_period())

    with pytest.raises(PublishingError, match="Det går inte längre"):
        publish(edition=edition, by=approver_for(edition.period))


def test_publish_refuses_to_go_before_a_later_edition():
    period = whole_period()
    published(period)
    reword(period)
    edition = candidate_of(period, note="Omskrivet.")

    with pytest.raises(PublishingError, match="En senare utgåva"):
        publish(
            edition=edition,
            by=approver_for(period),
            at=timezone.now() - dt.timedelta(days=1),
        )


def test_publish_writes_search_entries_with_the_edition():
    edition = published(whole_period())

    kinds = sorted(SearchEntry.objects.public().values_list("kind", flat=True))

    assert kinds == ["follow_up", "period", "promise"]
    assert {e.visible_from for e in SearchEntry.objects.all()} == {edition.published_at}


def scheduled(period, *, hours):
    reword(period)
    return published(
        period, note="Omskrivet.", scheduled_for=timezone.now() + dt.timedelta(hours=hours)
    )


def test_scheduled_edition_takes_over_at_its_moment_without_a_job():
    period = whole_period()
    first = published(period, at=timezone.now() - dt.timedelta(days=1))
    coming = scheduled(period, hours=1)
    before = list(PeriodEdition.objects.current())
    entries_before = SearchEntry.objects.public().filter(kind="promise").get().statement

    PeriodEdition.objects.filter(pk=coming.pk)  # nothing has to run in between
    with shifted_clock(hours=2):
        after = list(PeriodEdition.objects.current())
        entries_after = SearchEntry.objects.public().filter(kind="promise").get().statement

    assert (before, after) == ([first], [coming])
    assert "Vi lovar något annat." not in entries_before
    assert "Vi lovar något annat." in entries_after


def test_unschedule_leaves_the_edition_in_force():
    period = whole_period()
    first = published(period, at=timezone.now() - dt.timedelta(days=1))
    coming = scheduled(period, hours=1)

    unschedule(edition=coming, by=approver_for(period))

    coming.refresh_from_db()
    first.refresh_from_db()
    assert (coming.state, coming.number) == (EditionState.VOIDED, None)
    assert first.superseded_at is None
    assert not SearchEntry.objects.filter(visible_until__isnull=False).exists()


def test_unschedule_refuses_what_is_already_public():
    edition = published(whole_period())

    with pytest.raises(PublishingError, match="redan publicerad"):
        unschedule(edition=edition, by=approver_for(edition.period))


def test_withdraw_takes_the_edition_and_its_search_entries_back():
    edition = published(whole_period())

    withdraw(edition=edition, by=approver_for(edition.period), reason="Ett namn stod med.")

    assert not PeriodEdition.objects.public().exists()
    assert not SearchEntry.objects.public().exists()
    assert PeriodEdition.objects.withdrawn().get().withdrawal_reason == "Ett namn stod med."


def test_withdraw_needs_a_reason():
    edition = published(whole_period())

    with pytest.raises(PublishingError, match="Ange varför"):
        withdraw(edition=edition, by=approver_for(edition.period), reason="")


def test_withdraw_refuses_an_editor():
    edition = published(whole_period())

    with pytest.raises(NotAllowed):
        withdraw(edition=edition, by=editor_of(edition.partnership), reason="Fel.")


def test_withdraw_refuses_what_is_not_public_yet():
    period = whole_period()
    published(period, at=timezone.now() - dt.timedelta(days=1))
    coming = scheduled(period, hours=1)

    with pytest.raises(PublishingError, match="Avbryt schemaläggningen"):
        withdraw(edition=coming, by=approver_for(period), reason="Fel.")


class shifted_clock:  # noqa: N801
    """The database's own clock cannot be moved, so the rows are moved back instead: what counts is the
    distance to now."""

    def __init__(self, *, hours):
        self.delta = dt.timedelta(hours=hours)

    def __enter__(self):
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            for table, columns in (
                ("promises_periodedition", ("published_at", "superseded_at")),
                ("portal_searchentry", ("visible_from", "visible_until")),
            ):
                for column in columns:
                    cursor.execute(f"UPDATE {table} SET {column} = {column} - %s", [self.delta])

    def __exit__(self, *args):
        pass


def test_approvers_and_editors_are_told_apart_by_row():
    period = whole_period()
    PromiseFactory(period=period)

    assert freeze_candidate(period=period, by=editor_of(period.partnership), note="Ny").pk
