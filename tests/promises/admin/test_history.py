import pytest
from django.urls import reverse

from tests.admin_pages import texts, typed
from tests.factories.portal import editor_of
from tests.factories.promises import ActionFactory, GoalFactory, PromiseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise():
    promise = PromiseFactory(statement="Vi lovar att synas.")
    GoalFactory(promise=promise, indicator="anmälda brott", change="relative", target_value=-10)
    ActionFactory(promise=promise, text="Fotpatruller")
    return promise


def pages(promise) -> tuple[str, str]:
    return tuple(
        reverse(f"admin:promises_promise_{page}", args=[promise.pk])
        for page in ("change", "history")
    )


def test_history_says_who_when_which_field_from_what_to_what(promise, sign_in):
    editor = editor_of(promise.period.partnership)
    client, (change, history) = sign_in(editor), pages(promise)
    values = typed(client.get(change))
    values |= {
        "statement": "Vi lovar mer.",
        "goals-0-target_value": "-15",
        "goals-0-change": "relative",
    }
    client.post(change, values)

    response = client.get(history)

    newest = response.context["page"].object_list[0]
    assert newest.who == editor.name
    told = [
        (act.name, act.title, c.label, c.before, c.after)
        for act in newest.acts
        for c in act.changes
    ]
    assert told == [
        ("löfte", "Vi lovar mer.", "Löfte", "Vi lovar att synas.", "Vi lovar mer."),
        ("mål", "anmälda brott", "Målvärde", "−10", "−15"),
    ]


def test_history_tells_of_rows_that_came_and_went(promise, sign_in):
    client, (change, history) = sign_in(editor_of(promise.period.partnership)), pages(promise)
    party = promise.period.partnership.members.all()[0].organisation
    values = typed(client.get(change))
    client.post(change, {**values, "actions-0-DELETE": "on", "parties": [str(party.pk)]})

    newest = client.get(history).context["page"].object_list[0]

    assert {(act.kind, act.name, act.title) for act in newest.acts} == {
        ("added", "part som lovar", party.name),
        ("removed", "insats", "Fotpatruller"),
    }


def test_history_without_a_user_was_written_by_the_portal(promise, sign_in):
    client, (_, history) = sign_in(editor_of(promise.period.partnership)), pages(promise)

    response = client.get(history)

    assert {entry.who for entry in response.context["page"].object_list} == {"Portalen"}
    assert texts(response, "h1") == ["Historik"]


@pytest.mark.parametrize("count", [1, 3])
def test_history_query_count_does_not_grow(count, sign_in, django_assert_max_num_queries):
    promise = PromiseFactory()
    for _ in range(count):
        GoalFactory(promise=promise)
        ActionFactory(promise=promise).leads.set(
            m.organisation for m in promise.period.partnership.members.all()
        )
    client = sign_in(editor_of(promise.period.partnership))

    with django_assert_max_num_queries(28):
        client.get(pages(promise)[1])
