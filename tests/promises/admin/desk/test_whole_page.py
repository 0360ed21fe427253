"""The desk without JavaScript: one button saves the whole page."""

import json

import pytest

from promises.models import Action, FollowUp, Goal, PromiseVerdict
from tests.factories.portal import editor_of
from tests.factories.promises import (
    ActionFactory,
    GoalFactory,
    whole_period,
)
from tests.promises.admin.desk.pages import (
    address,
    fields_of,
    soup,
)

pytestmark = pytest.mark.django_db


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
