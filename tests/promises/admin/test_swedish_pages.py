"""Nothing of Django's own on the pages: no English names of tables, and messages beside their fields."""

import pytest
from django.urls import reverse

from promises.models import Goal
from tests.admin_pages import texts, typed
from tests.factories.portal import editor_of
from tests.factories.promises import ActionFactory, GoalFactory, whole_period

pytestmark = pytest.mark.django_db


@pytest.fixture
def period():
    return whole_period()


@pytest.fixture
def client(sign_in, period):
    return sign_in(editor_of(period.partnership))


def page_of(row, page="change") -> str:
    return reverse(f"admin:promises_{row._meta.model_name}_{page}", args=[row.pk])


def test_delete_page_names_no_links_between_rows(client, period):
    promise = period.promises.get()

    listed = texts(client.get(page_of(promise, "delete")), ".reasons li")

    assert any(line.startswith("Insats:") for line in listed)
    assert [line for line in listed if "object (" in line or "relation" in line] == []


def test_bulk_delete_page_names_and_counts_no_links(client, period):
    action = period.actions.first()
    action.leads.set([period.partnership.members.all()[0].organisation])
    values = {"action": "delete_selected", "_selected_action": [action.pk]}

    response = client.post(reverse("admin:promises_action_changelist"), values)

    assert dict(response.context["model_count"]) == {"insatser": 1}
    assert "object (" not in response.text


def test_rows_that_are_bound_to_go_still_all_go(client, period):
    action = ActionFactory(period=period, promise=None)
    action.leads.set([period.partnership.members.all()[0].organisation])

    client.post(page_of(action, "delete"), {"post": "yes"})

    assert not period.actions.filter(pk=action.pk).exists()


def test_constraint_speaks_beside_its_field(client, period):
    goal = GoalFactory(promise=period.promises.get())
    sent = typed(client.get(page_of(goal))) | {"change": "level", "target_value": ""}

    response = client.post(page_of(goal), sent)

    [said] = texts(response, ".errorlist li")
    assert texts(response, ".field-target_value .errorlist li") == [said]
    assert said.startswith("Ange målvärde")
    assert Goal.objects.get(pk=goal.pk).change == goal.change


def test_constraint_speaks_beside_its_field_in_rows_too(client, period):
    promise = period.promises.get()
    sent = typed(client.get(page_of(promise)))
    sent |= {"goals-0-change": "level", "goals-0-target_value": ""}

    response = client.post(page_of(promise), sent)

    assert len(texts(response, "#goals-0 .field-target_value .errorlist li")) == 1


def test_every_place_is_a_field_of_the_row_that_the_constraint_is_on():
    from django.apps import apps

    from promises.admin.places import PLACES

    models = apps.get_app_config("promises").get_models()
    found = {c.name: m for m in models for c in m._meta.constraints if c.name in PLACES}

    assert sorted(found) == sorted(PLACES)
    assert all(found[name]._meta.get_field(place) for name, place in PLACES.items())
