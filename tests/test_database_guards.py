"""What the database refuses whoever asks: plain SQL, no code of ours in between."""

import pytest
from django.db import DatabaseError, connection, transaction

from portal import services
from portal.history import event_models
from portal.services import withdraw
from promises.models import PeriodEdition, Promise
from tests.factories import dialogues
from tests.factories.portal import PartnershipFactory
from tests.factories.promises import (
    PromiseFactory,
    approver_for,
    candidate_of,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db


def sent_back(*, edition, by):
    organisation = edition.partnership.members.all()[0].organisation
    services.reject(edition=edition, organisation=organisation, by=by, comment="Fel siffra.")


def sql(statement: str, *values) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize(
    "change",
    [
        "document = '{}'",
        "note = 'ny'",
        "sha256 = repeat('0', 64)",
        "number = 7",
        "published_at = published_at - interval '1 day'",
        "state = 'candidate', number = NULL, published_at = NULL, published_by_id = NULL",
        "state = 'voided', number = NULL, published_at = NULL, published_by_id = NULL",
        "label = 'annan'",
    ],
)
def test_published_edition_refuses_update(change):
    edition = published(whole_period())

    with pytest.raises(DatabaseError, match="a published edition can"):
        sql(f"UPDATE promises_periodedition SET {change} WHERE id = %s", edition.pk)


def test_candidate_refuses_a_change_of_its_text():
    edition = candidate_of(whole_period())

    with pytest.raises(DatabaseError, match="a frozen edition cannot be changed"):
        sql("UPDATE promises_periodedition SET document = '{}' WHERE id = %s", edition.pk)


def test_withdrawn_edition_refuses_to_come_back():
    edition = published(whole_period())
    withdraw(edition=edition, by=approver_for(edition.period), reason="Fel.")

    with pytest.raises(DatabaseError, match="that is withdrawn cannot be changed"):
        sql(
            "UPDATE promises_periodedition SET state = 'published', withdrawn_at = NULL, "
            "withdrawn_by_id = NULL, withdrawal_reason = '' WHERE id = %s",
            edition.pk,
        )


def test_superseded_edition_refuses_to_come_back():
    period = whole_period()
    first = published(period)
    Promise.objects.filter(period=period).update(statement="Annat.")
    published(period, note="Ny")

    with pytest.raises(DatabaseError, match="superseded once"):
        sql("UPDATE promises_periodedition SET superseded_at = NULL WHERE id = %s", first.pk)


@pytest.mark.parametrize("make", [published, candidate_of])
def test_edition_refuses_delete(make):
    edition = make(whole_period())

    with pytest.raises(DatabaseError, match="Cannot delete"):
        sql("DELETE FROM promises_periodedition WHERE id = %s", edition.pk)


def test_editions_refuse_truncate():
    published(whole_period())

    sql("SET CONSTRAINTS ALL IMMEDIATE")  # else PostgreSQL refuses for a reason of its own

    with pytest.raises(DatabaseError, match="never deleted"):
        sql("TRUNCATE promises_periodedition CASCADE")


@pytest.mark.parametrize("statement", ["UPDATE {} SET signer_name = 'x'", "DELETE FROM {}"])
def test_sign_off_is_final(statement):
    candidate_of(whole_period())

    with pytest.raises(DatabaseError, match=r"Cannot (update|delete)"):
        sql(statement.format("promises_periodsignoff"))


@pytest.mark.parametrize("column", ["slug = 'annan'", "partnership_id = partnership_id + 1"])
@pytest.mark.parametrize("make", [published, candidate_of])
def test_address_of_a_published_or_waiting_period_is_permanent(column, make):
    edition = make(whole_period())

    with pytest.raises(DatabaseError, match="address of a published or waiting period"):
        sql(f"UPDATE promises_promiseperiod SET {column} WHERE id = %s", edition.period_id)


@pytest.mark.parametrize(
    "change", ["slug = 'annan'", "public_from = NULL", "public_from = current_date + 2"]
)
def test_opened_place_keeps_its_address_and_stays_open(change):
    place = PartnershipFactory()

    with pytest.raises(DatabaseError, match="keeps its address and stays open"):
        sql(f"UPDATE portal_partnership SET {change} WHERE id = %s", place.pk)


@pytest.mark.parametrize("opens", ["NULL", "current_date + 2"])
def test_place_that_has_not_opened_may_move(opens):
    place = PartnershipFactory(public_from=None)
    sql(f"UPDATE portal_partnership SET public_from = {opens} WHERE id = %s", place.pk)

    sql("UPDATE portal_partnership SET slug = 'annan', public_from = NULL")

    place.refresh_from_db()
    assert (place.slug, place.public_from) == ("annan", None)


@pytest.mark.parametrize("make", [published, candidate_of])
def test_address_of_a_published_or_waiting_promise_is_permanent(make):
    period = make(whole_period()).period
    later = PromiseFactory(period=period)
    change = "UPDATE promises_promise SET slug = 'annan' WHERE id = %s"

    with pytest.raises(DatabaseError, match="address of a published or waiting promise"):
        sql(change, period.promises.first().pk)
    sql(change, later.pk)

    later.refresh_from_db()
    assert later.slug == "annan"


@pytest.mark.parametrize("end", [services.void, sent_back])
def test_address_may_change_when_the_text_no_longer_waits(end):
    edition = candidate_of(whole_period(), signed=False)

    end(edition=edition, by=approver_for(edition.period))

    sql("UPDATE promises_promiseperiod SET slug = 'annan' WHERE id = %s", edition.period_id)
    sql("UPDATE promises_promise SET slug = 'annan' WHERE period_id = %s", edition.period_id)


def test_unpublished_address_may_change():
    period = whole_period()

    sql("UPDATE promises_promiseperiod SET slug = 'annan' WHERE id = %s", period.pk)

    period.refresh_from_db()
    assert period.slug == "annan"


def test_drafts_keep_their_history():
    period = whole_period()
    promise = period.promises.get()

    Promise.objects.filter(pk=promise.pk).update(statement="Annat.")
    promise.parties.clear()

    assert [e.pgh_label for e in promise.events.order_by("pgh_id")] == ["insert", "update"]
    events = Promise.parties.through.objects.none().model._meta.apps.get_model(
        "promises", "PromisePartyEvent"
    )
    assert sorted(events.objects.values_list("pgh_label", flat=True)) == [
        "delete",
        "delete",
        "insert",
        "insert",
    ]


def test_history_is_append_only():
    whole_period()

    with pytest.raises(DatabaseError, match="Cannot"):
        sql("DELETE FROM promises_promiseevent")


def test_edition_text_survives_the_deletion_of_its_draft_parts():
    edition = published(whole_period())
    before = PeriodEdition.objects.get(pk=edition.pk).document

    Promise.objects.all().delete()

    assert PeriodEdition.objects.get(pk=edition.pk).document == before


@pytest.mark.parametrize(
    "change",
    ["document = '{}'", "title = 'annan'", "promise_keys = '{}'", "survey_closes_at = now()"],
)
def test_published_dialogue_refuses_update(change):
    edition = dialogues.published(dialogues.whole_dialogue())

    with pytest.raises(DatabaseError, match="a published edition cannot be changed"):
        sql(f"UPDATE dialogues_dialogueedition SET {change} WHERE id = %s", edition.pk)


@pytest.mark.parametrize("make", [dialogues.published, dialogues.candidate_of])
def test_dialogue_edition_refuses_delete(make):
    edition = make(dialogues.DialogueFactory())

    with pytest.raises(DatabaseError, match="Cannot delete"):
        sql("DELETE FROM dialogues_dialogueedition WHERE id = %s", edition.pk)


def test_dialogue_editions_refuse_truncate():
    dialogues.published()

    sql("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(DatabaseError, match="never deleted"):
        sql("TRUNCATE dialogues_dialogueedition CASCADE")


@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = 'x'", "DELETE FROM {}"])
@pytest.mark.parametrize(
    ("table", "column"),
    [("dialogues_dialoguesignoff", "signer_name"), ("dialogues_dialogueeditionevent", "who")],
)
def test_signatures_and_log_of_a_dialogue_are_final(statement, table, column):
    dialogues.candidate_of(dialogues.DialogueFactory())

    with pytest.raises(DatabaseError, match=r"Cannot (update|delete)"):
        sql(statement.format(table, column))


@pytest.mark.parametrize("column", ["slug = 'annan'", "partnership_id = partnership_id + 1"])
@pytest.mark.parametrize("make", [dialogues.published, dialogues.candidate_of])
def test_address_of_a_published_or_waiting_dialogue_is_permanent(column, make):
    edition = make(dialogues.DialogueFactory())

    with pytest.raises(DatabaseError, match="address of a published or waiting dialogue"):
        sql(f"UPDATE dialogues_dialogue SET {column} WHERE id = %s", edition.dialogue_id)


def test_address_of_an_unpublished_dialogue_may_change():
    dialogue = dialogues.DialogueFactory()

    sql("UPDATE dialogues_dialogue SET slug = 'annan' WHERE id = %s", dialogue.pk)

    dialogue.refresh_from_db()
    assert dialogue.slug == "annan"


def test_drafts_of_a_dialogue_keep_their_history():
    dialogue = dialogues.whole_dialogue()
    said = dialogue.findings.get(outcome="promised")

    said.promise_links.all().delete()
    dialogue.survey.delete()

    links = event_models()["dialogues.FindingPromise"].objects.order_by("pgh_id")
    assert [event.pgh_label for event in links] == ["insert", "delete"]
    questions = event_models()["dialogues.Question"].objects
    assert questions.filter(pgh_label="delete").count() == 6


def test_dialogue_text_survives_the_deletion_of_its_draft_parts():
    edition = dialogues.published(dialogues.whole_dialogue())
    before = type(edition).objects.get(pk=edition.pk).document

    edition.dialogue.findings.all().delete()

    assert type(edition).objects.get(pk=edition.pk).document == before
