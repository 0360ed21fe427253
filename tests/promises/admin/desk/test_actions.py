"""Actions at the desk, a row at a time as htmx saves them."""

import pytest
from django.utils import timezone

from promises.models import Action
from tests.factories.promises import (
    ActionFactory,
    published,
)
from tests.promises.admin.desk.pages import (
    address,
    fields_of,
    messages_at,
    row_of,
    save,
    soup,
)

pytestmark = pytest.mark.django_db


def test_row_is_saved_and_says_so(client, period, promise):
    action = ActionFactory(promise=promise, promised_count=8, unit="kontroller")
    key = f"insats-{action.pk}"

    response = save(
        client, period, row_of(client, period, key, status="done", done_count="20", place="Torget")
    )

    action.refresh_from_db()
    assert response.status_code == 200
    assert (action.status, action.done_count, action.place) == ("done", 20, "Torget")
    page = soup(response)
    assert page.select_one(f"#{key} .desk-row__said").text == "Sparat."
    assert page.select_one("#desk-said").text == (
        f"Sparat. {action.text}. 1 av 1 insats redovisad."
    )
    assert page.select_one("#desk-counter").text == "1 av 1 insats redovisad"


def test_saved_row_equals_the_row_of_the_whole_page(client, period, promise):
    action = ActionFactory(promise=promise)
    key = f"insats-{action.pk}"

    answer = soup(save(client, period, row_of(client, period, key, status="done")))
    page = soup(client.get(address(period)))

    said = answer.select_one(f"#{key} .desk-row__said")
    said.string = ""
    assert answer.select_one(f"#{key}").encode() == page.select_one(f"#{key}").encode()


def test_unfinished_action_is_asked_for_its_reason(client, period, promise):
    action = ActionFactory(promise=promise)
    key = f"insats-{action.pk}"

    response = save(
        client, period, row_of(client, period, key, status="partly", reason_text="Hann inte.")
    )

    page = soup(response)
    assert response.status_code == 422
    assert messages_at(page, f"{key}-reason") == [
        "Ange skäl när en insats inte är genomförd fullt ut."
    ]
    assert page.select_one(f"#id_{key}-reason_text").text.strip() == "Hann inte."
    assert page.select_one(f"#{key} .desk-row__said").text == "Inte sparat än."
    assert page.select_one("#desk-said").text == (
        "Inte sparat än. Ange skäl när en insats inte är genomförd fullt ut."
    )
    action.refresh_from_db()
    assert action.status == "planned"


def test_reason_is_let_go_when_the_action_is_done_after_all(client, period, promise):
    action = ActionFactory(promise=promise, not_done=True, reason_text="Mötena ställdes in.")

    save(client, period, row_of(client, period, f"insats-{action.pk}", status="done"))

    action.refresh_from_db()
    assert (action.status, action.reason) == ("done", "")
    assert action.reason_text == "Mötena ställdes in."  # shown, so that it can be taken away


def test_explanation_that_is_there_is_never_hidden(client, period, promise):
    ActionFactory(promise=promise, done=True, reason_text="Mer blev gjort.")

    page = soup(client.get(address(period)))

    assert page.select_one(".desk-row .desk-why").has_attr("data-filled")


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("done_count", "åtta", "Skriv antalet med siffror."),
        ("done_count", "-3", "Kontrollera att detta värde är större än eller lika med 0."),
        (
            "status",
            "klart",
            "Välj ett giltigt alternativ. klart finns inte bland tillgängliga alternativ.",
        ),
        ("done_on", "i går", "Fyll i ett giltigt datum."),
    ],
)
def test_bad_input_keeps_what_was_typed(client, period, promise, field, typed, message):
    action = ActionFactory(promise=promise)
    key = f"insats-{action.pk}"

    response = save(client, period, row_of(client, period, key, **{field: typed}))

    page = soup(response)
    assert response.status_code == 422
    assert messages_at(page, f"{key}-{field}") == [message]
    if field != "status":
        assert page.select_one(f"[name={key}-{field}]")["value"] == typed


def test_later_editor_is_told_sees_the_other_and_keeps_what_was_typed(client, period, promise):
    action = ActionFactory(promise=promise)
    key = f"insats-{action.pk}"
    mine = row_of(client, period, key, status="done", place="Torget")
    Action.objects.filter(pk=action.pk).update(status="not_done", reason="pandemic", done_count=2)

    response = save(client, period, mine)

    page = soup(response)
    assert response.status_code == 409
    told = page.select_one(".desk-row__theirs dl")
    assert told.get_text(" ", strip=True) == "Läge inte genomförd Gjort antal 2 Skäl pandemin"
    fields = fields_of(page, f"#{key}")
    assert (fields[f"{key}-status"], fields[f"{key}-place"]) == ("done", "Torget")
    assert fields[f"{key}-done_count"] == "2"  # untouched: the other's stands
    action.refresh_from_db()
    assert action.status == "not_done"

    assert save(client, period, fields | {"row": key}).status_code == 200
    action.refresh_from_db()
    assert (action.status, action.reason, action.done_count) == ("done", "", 2)


def test_same_change_by_both_is_no_conflict(client, period, promise):
    action = ActionFactory(promise=promise)
    mine = row_of(client, period, f"insats-{action.pk}", status="done", done_count="3")
    Action.objects.filter(pk=action.pk).update(status="done")

    assert save(client, period, mine).status_code == 200
    action.refresh_from_db()
    assert action.done_count == 3


@pytest.mark.parametrize("seen", ["", "nej", "[1]", "7"])
def test_row_without_what_was_seen_is_saved_all_the_same(client, period, promise, seen):
    action = ActionFactory(promise=promise)

    response = save(
        client, period, row_of(client, period, f"insats-{action.pk}", status="done", seen=seen)
    )

    assert response.status_code == 200


def test_closed_and_published_period_may_still_be_reported(client, period, promise):
    action = ActionFactory(promise=promise)
    published(period)

    assert period.ends_on < timezone.localdate()
    response = save(client, period, row_of(client, period, f"insats-{action.pk}", status="done"))
    assert response.status_code == 200


def test_additional_action_is_added_once(client, period, promise):
    ActionFactory(promise=promise, position=3)
    key = f"ny-insats-{promise.pk}"
    data = row_of(client, period, key, text="Extra kontroll", done_count="2", unit="kvällar")

    response = save(client, period, data)

    added = Action.objects.get(text="Extra kontroll")
    assert (added.origin, added.status, added.promise, added.position, added.done_count) == (
        "additional",
        "done",
        promise,
        4,
        2,
    )
    page = soup(response)
    assert page.select_one(f"hx-partial[hx-target='#insatser-{promise.pk}'] #insats-{added.pk}")
    assert page.select_one(f"#id_{key}-text").text.strip() == ""

    again = save(client, period, data)
    assert again.status_code == 422
    assert soup(again).select_one(".desk-error").text == "Insatsen finns redan i listan."


def test_action_may_be_added_to_the_whole_period(client, period):
    save(client, period, row_of(client, period, "ny-insats-0", text="Utbildningsdag"))

    assert Action.objects.get().promise is None


def test_additional_action_needs_words(client, period):
    response = save(client, period, row_of(client, period, "ny-insats-0", done_count="2"))

    assert response.status_code == 422
    assert messages_at(soup(response), "ny-insats-0-text") == ["Skriv vad ni gjorde."]
