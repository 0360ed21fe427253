"""The reporting desk: a row at a time for htmx, the whole page without JavaScript."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from portal.exceptions import NotAllowed
from promises.enums import ActionStatus
from promises.models import Action, FollowUp, Goal, PromiseVerdict, Reading
from promises.report_services import (
    ChangedMeanwhile,
    ReportError,
    add_action,
    add_reading,
    report_row,
    report_summary,
    report_verdict,
    start_follow_up,
)
from tests.factories.portal import PartnershipFactory, UserFactory, editor_of
from tests.factories.promises import (
    ActionFactory,
    FollowUpFactory,
    GoalFactory,
    PeriodFactory,
    PromiseFactory,
    ReadingFactory,
    VerdictFactory,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def period():
    return PeriodFactory()


@pytest.fixture
def promise(period):
    return PromiseFactory(period=period)


@pytest.fixture
def editor(period):
    return editor_of(period.partnership)


@pytest.fixture
def client(sign_in, editor):
    return sign_in(editor)


def address(period) -> str:
    return reverse("promises_admin:desk", args=[period.pk])


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def fields_of(page: BeautifulSoup, within: str = "") -> dict[str, str]:
    """What a browser would post: every control of the desk's form, as it stands."""
    found = {}
    for control in page.select(f"{within} [name][form=desk]"):
        kind = control.get("type")
        if control.name == "select":
            chosen = control.select_one("option[selected]") or control.select_one("option")
            found[control["name"]] = chosen["value"]
        elif control.name == "textarea":
            found[control["name"]] = control.text.removeprefix("\n")
        elif kind in ("radio", "checkbox"):
            if control.has_attr("checked"):
                found[control["name"]] = control["value"] if kind == "radio" else "on"
        else:
            found[control["name"]] = control.get("value", "")
    return found


def row_of(client, period, key: str, **changes) -> dict[str, str]:
    """One row as htmx sends it, with some fields changed."""
    fields = fields_of(soup(client.get(address(period))), f"#{key}")
    return fields | {"row": key} | {f"{key}-{name}": value for name, value in changes.items()}


def save(client, period, data):
    return client.post(address(period), data, headers=HTMX)


def messages_at(page: BeautifulSoup, field: str) -> list[str]:
    return [error.text for error in page.select(f"#id_{field}_error li")]


# --- Reading the page ------------------------------------------------------------------------


def test_desk_shows_every_promise_with_its_actions(client, period, promise):
    promised = ActionFactory(promise=promise)
    loose = ActionFactory(promise=None, period=period)

    page = soup(client.get(address(period)))

    assert [h.text for h in page.select(".desk-promise__words")] == [promise.statement]
    rows = page.select(".desk-row[id^=insats-] .desk-row__name")
    assert [row.text.strip() for row in rows] == [promised.text, loose.text]


def test_desk_counts_in_words(client, period, promise):
    ActionFactory.create_batch(2, promise=promise, done=True)
    ActionFactory(promise=promise)

    page = soup(client.get(address(period)))

    assert page.select_one("#desk-counter").text == "2 av 3 insatser redovisade"


def test_desk_leads_to_the_first_unreported_action(client, promise, period):
    ActionFactory(promise=promise, done=True)
    waiting = ActionFactory(promise=promise)

    page = soup(client.get(address(period)))

    assert page.select_one("a.desk-next")["href"] == f"#insats-{waiting.pk}"


@pytest.mark.parametrize("count", [1, 3])
def test_desk_query_count_does_not_grow(sign_in, django_assert_num_queries, count):
    period = PeriodFactory()
    follow_up = FollowUpFactory(period=period)
    for promise in PromiseFactory.create_batch(count, period=period):
        ActionFactory.create_batch(count, promise=promise)
        ReadingFactory(goal=GoalFactory(promise=promise))
        VerdictFactory(follow_up=follow_up, promise=promise)
    client = sign_in(editor_of(period.partnership))
    client.get(address(period))

    with django_assert_num_queries(QUERIES):
        response = client.get(address(period))

    assert len(soup(response).select(".desk-promise")) == count


QUERIES = 16


def test_desk_of_another_place_is_not_found(sign_in, period):
    stranger = sign_in(editor_of(PartnershipFactory()))

    assert stranger.get(address(period)).status_code == 404
    assert stranger.post(address(period), {}).status_code == 404
    assert save(stranger, period, {"row": "rapport"}).status_code == 404


def test_desk_sends_the_anonymous_to_sign_in(client, period):
    client.logout()

    response = client.get(address(period))

    assert response.status_code == 302
    assert response.url.startswith(reverse("admin:login"))


def test_row_of_someone_signed_out_is_refused_and_not_replaced(client, period, promise):
    action = ActionFactory(promise=promise)
    data = row_of(client, period, f"insats-{action.pk}", status="done")
    client.logout()

    response = save(client, period, data)

    assert response.status_code == 403
    action.refresh_from_db()
    assert action.status == ActionStatus.PLANNED


def test_row_of_another_period_is_not_found(client, period, promise):
    other = ActionFactory(promise=PromiseFactory())

    response = save(client, period, {"row": f"insats-{other.pk}"})

    assert response.status_code == 404


# --- A row at a time -------------------------------------------------------------------------


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


def test_goal_that_cannot_be_judged_says_why(client, period, promise):
    goal = GoalFactory(promise=promise)
    key = f"mal-{goal.pk}"

    response = save(client, period, row_of(client, period, key, verdict="cannot_be_judged"))

    assert response.status_code == 422
    assert messages_at(soup(response), f"{key}-verdict_reason") == [
        "Förklara varför målet inte kan bedömas."
    ]

    data = row_of(client, period, key, verdict="cannot_be_judged", verdict_reason="Basvärde saknas")
    assert save(client, period, data).status_code == 200
    goal.refresh_from_db()
    assert (goal.verdict, goal.verdict_reason) == ("cannot_be_judged", "Basvärde saknas")


def test_reading_is_added_with_a_decimal_comma(client, period, promise):
    goal = GoalFactory(promise=promise, source="Brå")
    key = f"nytt-varde-{goal.pk}"

    response = save(
        client,
        period,
        row_of(client, period, key, value="1 134,5", on="2021-12-31", is_preliminary="on"),
    )

    reading = Reading.objects.get()
    assert (reading.value, reading.on, reading.source, reading.is_preliminary) == (
        Decimal("1134.5"),
        dt.date(2021, 12, 31),
        "Brå",
        True,
    )
    assert soup(response).select_one(f"hx-partial #varde-{reading.pk}")


def test_reading_is_one_per_day_and_source(client, period, promise):
    reading = ReadingFactory(goal=GoalFactory(promise=promise))
    key = f"nytt-varde-{reading.goal.pk}"

    response = save(
        client, period, row_of(client, period, key, value="3", on="2021-12-31", source="Brå")
    )

    assert response.status_code == 422
    assert messages_at(soup(response), f"{key}-on") == [
        "Det finns redan ett värde för den dagen ur den källan."
    ]


def test_reading_may_be_corrected(client, period, promise):
    reading = ReadingFactory(goal=GoalFactory(promise=promise))

    save(client, period, row_of(client, period, f"varde-{reading.pk}", value="148"))

    reading.refresh_from_db()
    assert reading.value == 148


def test_first_verdict_begins_the_report(client, period, promise):
    response = save(
        client,
        period,
        row_of(
            client,
            period,
            f"omdome-{promise.pk}",
            verdict="partly",
            text="Det mesta blev av.\n- Två kontroller\n- En <kampanj>",
        ),
    )

    verdict = PromiseVerdict.objects.get()
    assert response.status_code == 200
    assert (verdict.promise, verdict.verdict, verdict.follow_up.kind) == (
        promise,
        "partly",
        "final",
    )
    assert verdict.text == (
        "<p>Det mesta blev av.</p><ul><li>Två kontroller</li><li>En &lt;kampanj&gt;</li></ul>"
    )


def test_verdict_may_be_taken_back(client, period, promise):
    follow_up = FollowUpFactory(period=period)
    VerdictFactory(follow_up=follow_up, promise=promise, text="<p>Bra.</p>")
    key = f"omdome-{promise.pk}"

    text_left = save(client, period, row_of(client, period, key, verdict=""))
    assert text_left.status_code == 422

    save(client, period, row_of(client, period, key, verdict="", text=""))
    assert not PromiseVerdict.objects.exists()


def test_untouched_prose_keeps_its_links(client, period, promise):
    rich = '<p>Läs <a href="https://bra.se">mer</a>.</p>'
    verdict = VerdictFactory(
        follow_up=FollowUpFactory(period=period), promise=promise, verdict="met", text=rich
    )

    save(client, period, row_of(client, period, f"omdome-{promise.pk}", verdict="partly"))

    verdict.refresh_from_db()
    assert (verdict.verdict, verdict.text) == ("partly", rich)


def test_summary_is_saved(client, period):
    data = row_of(
        client, period, "rapport", kind="interim", as_of="2021-06-30", summary="Halvvägs."
    )

    save(client, period, data | {"rapport-is_examples_only": "on"})

    follow_up = FollowUp.objects.get()
    assert (follow_up.kind, follow_up.as_of, follow_up.summary, follow_up.is_examples_only) == (
        "interim",
        dt.date(2021, 6, 30),
        "<p>Halvvägs.</p>",
        True,
    )


def test_new_report_leaves_the_older_one_alone(client, period, promise):
    older = FollowUpFactory(period=period, kind="interim", as_of=dt.date(2021, 6, 30))

    response = client.post(address(period), {"ny-rapport": "1"})

    newer = FollowUp.objects.exclude(pk=older.pk).get()
    assert response.url == f"{address(period)}?rapport={newer.pk}"
    page = soup(client.get(f"{address(period)}?rapport={older.pk}"))
    assert page.select_one("[name=rapport-as_of]")["value"] == "2021-06-30"


# --- All at once -----------------------------------------------------------------------------


def everything(client, period, **changes) -> dict[str, str]:
    changed = {name.replace("__", "-"): value for name, value in changes.items()}
    return fields_of(soup(client.get(address(period)))) | changed


def test_whole_page_is_saved_by_one_button(client, period, promise):
    first, second = ActionFactory.create_batch(2, promise=promise)
    goal = GoalFactory(promise=promise)
    data = everything(client, period) | {
        f"insats-{first.pk}-status": "done",
        f"mal-{goal.pk}-verdict": "met",
        f"omdome-{promise.pk}-verdict": "met",
        "ny-insats-0-text": "Utbildningsdag",
        "rapport-summary": "Det gick bra.",
    }

    response = client.post(address(period), data, follow=True)

    assert response.redirect_chain == [(address(period), 302)]
    assert [str(message) for message in response.context["messages"]] == ["5 rader är sparade."]
    statuses = dict(Action.objects.values_list("pk", "status"))
    assert (statuses[first.pk], statuses[second.pk], len(statuses)) == ("done", "planned", 3)
    assert Goal.objects.get().verdict == "met"
    assert PromiseVerdict.objects.get().follow_up == FollowUp.objects.get()
    assert FollowUp.objects.get().summary == "<p>Det gick bra.</p>"


def test_whole_page_untouched_writes_nothing(client, period, sign_in):
    period = whole_period()
    client = sign_in(editor_of(period.partnership))
    before = {a.pk: a.updated_at for a in period.actions.all()}

    response = client.post(address(period), everything(client, period), follow=True)

    assert [str(m) for m in response.context["messages"]] == ["Inget nytt att spara."]
    assert {a.pk: a.updated_at for a in period.actions.all()} == before


def test_whole_page_with_an_error_keeps_all_and_says_where(client, period, promise):
    right, wrong = ActionFactory.create_batch(2, promise=promise)
    data = everything(client, period) | {
        f"insats-{right.pk}-status": "done",
        f"insats-{wrong.pk}-status": "not_done",
        f"insats-{wrong.pk}-place": "Torget",
        "ny-insats-0-text": "Utbildningsdag",
    }

    response = client.post(address(period), data)

    page = soup(response)
    assert response.status_code == 422
    link = page.select_one(".desk-problems li a")
    assert link.text == "Ange skäl när en insats inte är genomförd fullt ut."
    assert page.select_one(link["href"])["name"] == f"insats-{wrong.pk}-reason"
    assert page.select_one(f"[name=insats-{wrong.pk}-place]")["value"] == "Torget"
    assert page.select_one(".desk-problems p").text.startswith("2 rader är sparade.")
    right.refresh_from_db()
    assert right.status == "done"
    added = Action.objects.get(text="Utbildningsdag")
    assert page.select_one(f"#insats-{added.pk}")


def test_whole_page_does_not_undo_what_another_editor_wrote_elsewhere(client, period, promise):
    mine, theirs = ActionFactory.create_batch(2, promise=promise)
    data = everything(client, period) | {f"insats-{mine.pk}-status": "done"}
    Action.objects.filter(pk=theirs.pk).update(status="ongoing")

    assert client.post(address(period), data).status_code == 302

    theirs.refresh_from_db()
    assert theirs.status == "ongoing"


def test_whole_page_tells_of_a_conflict(client, period, promise):
    action = ActionFactory(promise=promise)
    data = everything(client, period) | {f"insats-{action.pk}-status": "done"}
    Action.objects.filter(pk=action.pk).update(status="ongoing")

    response = client.post(address(period), data)

    page = soup(response)
    assert response.status_code == 422
    assert page.select_one(".desk-problems li a")["href"] == f"#insats-{action.pk}"
    seen = json.loads(page.select_one(f"[name=insats-{action.pk}-seen]")["value"])
    assert seen["status"] == "ongoing"


# --- Services --------------------------------------------------------------------------------


def test_services_refuse_who_may_not_edit(period, promise):
    action, goal = ActionFactory(promise=promise), GoalFactory(promise=promise)
    by = UserFactory()

    with pytest.raises(NotAllowed):
        report_row(row=action, by=by, values={"status": "done"}, seen={})
    with pytest.raises(NotAllowed):
        add_action(period=period, promise=promise, by=by, values={"text": "x"})
    with pytest.raises(NotAllowed):
        add_reading(goal=goal, by=by, values={"value": 1, "on": dt.date(2021, 1, 1)})
    with pytest.raises(NotAllowed):
        start_follow_up(period=period, by=by)
    with pytest.raises(NotAllowed):
        report_summary(period=period, follow_up=None, by=by, values={}, seen={})
    with pytest.raises(NotAllowed):
        report_verdict(period=period, follow_up=None, promise=promise, by=by, values={}, seen={})


def test_row_that_is_gone_is_refused(editor, promise):
    action = ActionFactory(promise=promise)
    Action.objects.all().delete()

    with pytest.raises(ReportError, match="tagits bort"):
        report_row(row=action, by=editor, values={"status": "done"}, seen={})


def test_promise_of_another_period_is_refused(editor, period):
    other = PromiseFactory()

    with pytest.raises(ReportError, match="annan period"):
        add_action(period=period, promise=other, by=editor, values={"text": "x"})
    with pytest.raises(ReportError, match="annan period"):
        report_verdict(period=period, follow_up=None, promise=other, by=editor, values={}, seen={})


def test_report_of_another_period_is_refused(editor, period):
    with pytest.raises(ReportError, match="annan period"):
        report_summary(period=period, follow_up=FollowUpFactory(), by=editor, values={}, seen={})


def test_second_report_of_the_same_day_is_refused(editor, period):
    start_follow_up(period=period, by=editor)

    with pytest.raises(ReportError, match="redan en uppföljning"):
        start_follow_up(period=period, by=editor)


def test_conflict_names_the_fields(editor, promise):
    action = ActionFactory(promise=promise, place="Torget", done=True)
    seen = {"status": "planned", "place": ""}

    with pytest.raises(ChangedMeanwhile) as told:
        report_row(row=action, by=editor, values={"status": "ongoing", "place": ""}, seen=seen)

    assert told.value.fields == ["status", "place"]
