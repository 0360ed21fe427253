"""Two editors on one draft: the later one is told, sees the difference, and loses nothing."""

import pytest
from django.urls import reverse

from promises.models import Goal, Promise
from tests.admin_pages import soup, texts, typed
from tests.factories.portal import editor_of
from tests.factories.promises import GoalFactory, PromiseFactory, whole_period

pytestmark = pytest.mark.django_db


def page_of(row) -> str:
    return reverse(f"admin:promises_{row._meta.model_name}_change", args=[row.pk])


@pytest.fixture
def promise():
    return PromiseFactory(statement="Vi lovar att synas.")


@pytest.fixture
def editors(promise, sign_in):
    place = promise.period.partnership
    return [sign_in(editor_of(place, party=party)) for party in (0, 1)]


def test_two_editors_the_later_one_is_told_and_nothing_is_saved(promise, editors):
    first, second = editors
    url = page_of(promise)
    mine, theirs = typed(first.get(url)), typed(second.get(url))
    second.post(url, {**theirs, "statement": "Vi lovar att synas i centrum."})

    response = first.post(url, {**mine, "statement": "Vi lovar att synas mer."})

    promise.refresh_from_db()
    assert response.status_code == 200
    assert promise.statement == "Vi lovar att synas i centrum."
    assert typed(response)["statement"] == "Vi lovar att synas mer."
    assert texts(response, ".conflict h2") == ["Någon annan har sparat medan du skrev"]
    who = second.get("/admin/").context["user"].name
    assert texts(response, ".conflict .event__who")[0].startswith(who)
    assert texts(response, ".conflict > .sides dd") == [
        "Vi lovar att synas i centrum.",
        "Vi lovar att synas mer.",
    ]


def test_two_editors_one_button_saves_anyway(promise, editors):
    first, second = editors
    url = page_of(promise)
    mine, theirs = typed(first.get(url)), typed(second.get(url))
    second.post(url, {**theirs, "statement": "Vi lovar att synas i centrum."})
    told = first.post(url, {**mine, "statement": "Vi lovar att synas mer."})
    button = soup(told).select_one(".conflict button[type=submit]")

    response = first.post(url, {**typed(told), button["name"]: ""})

    promise.refresh_from_db()
    assert response.status_code == 302
    assert promise.statement == "Vi lovar att synas mer."


def test_two_editors_a_third_save_is_told_again(promise, editors):
    first, second = editors
    url = page_of(promise)
    mine = typed(first.get(url))
    second.post(url, {**typed(second.get(url)), "statement": "Ett."})
    told = first.post(url, {**mine, "statement": "Tre."})
    second.post(url, {**typed(second.get(url)), "statement": "Två."})

    response = first.post(url, typed(told))

    assert response.status_code == 200
    assert typed(response)["statement"] == "Tre."


def test_two_editors_fields_i_left_alone_keep_the_others_text(promise, editors):
    first, second = editors
    url = page_of(promise)
    parties = [m.organisation for m in promise.period.partnership.members.all()]
    mine, theirs = typed(first.get(url)), typed(second.get(url))
    second.post(url, {**theirs, "statement": "Deras.", "parties": [str(parties[0].pk)]})

    told = first.post(url, {**mine, "slug": "min-adress"})
    first.post(url, typed(told))

    promise.refresh_from_db()
    assert promise.statement == "Deras."
    assert promise.slug == "min-adress"
    assert list(promise.parties.all()) == [parties[0]]
    assert texts(told, ".conflict h4") == ["Adress"]


def test_two_editors_rows_the_other_deleted_come_back_only_if_i_changed_them(promise, editors):
    first, second = editors
    kept, left = GoalFactory(promise=promise), GoalFactory(promise=promise, position=1)
    url = page_of(promise)
    mine, theirs = typed(first.get(url)), typed(second.get(url))
    gone = {"goals-0-DELETE": "on", "goals-1-DELETE": "on"}
    second.post(url, {**theirs, **gone})
    assert not Goal.objects.filter(pk__in=[kept.pk, left.pk]).exists()

    told = first.post(url, {**mine, "goals-0-indicator": "mitt nya mål"})
    first.post(url, typed(told))

    assert [goal.indicator for goal in promise.goals.all()] == ["mitt nya mål"]


def test_two_editors_rows_the_other_added_stay(promise, editors):
    first, url = editors[0], page_of(promise)
    mine = typed(first.get(url))
    GoalFactory(promise=promise, indicator="deras mål")

    told = first.post(url, {**mine, "statement": "Mitt."})
    first.post(url, typed(told))

    promise.refresh_from_db()
    assert (promise.statement, promise.goals.get().indicator) == ("Mitt.", "deras mål")


def test_two_editors_a_page_without_its_version_saves_nothing(promise, editors):
    url = page_of(promise)
    values = typed(editors[0].get(url))
    del values["_version"]

    response = editors[0].post(url, {**values, "statement": "Utan version."})

    assert response.status_code == 200
    assert Promise.objects.get().statement == "Vi lovar att synas."


@pytest.mark.parametrize("of", ["period", "area", "promise", "goal", "action", "plan", "report"])
def test_two_editors_every_page_saves_untouched(of, sign_in):
    period = whole_period()
    rows = {
        "period": period,
        "area": period.areas.get(),
        "promise": period.promises.get(),
        "goal": period.promises.get().goals.get(),
        "action": period.actions.first(),
        "plan": period.follow_up_plans.get(),
        "report": period.follow_ups.get(),
    }
    client, url = sign_in(editor_of(period.partnership)), page_of(rows[of])

    response = client.post(url, typed(client.get(url)))

    assert response.status_code == 302, texts(response, ".errorlist")
