"""Whatever is typed in an address or a form of the admin gets an answer, never a broken page."""

import pytest
from django.contrib import admin
from django.urls import reverse

from dialogues.models import Answer
from portal.keys import key_from
from promises.models import Promise
from tests.admin_pages import typed
from tests.factories.dialogues import (
    AnswerFactory,
    DialogueFactory,
    QuestionFactory,
    ResponseFactory,
    SurveyFactory,
    published,
)
from tests.factories.portal import ContactFactory, OperatorFactory
from tests.factories.promises import GoalFactory, PromiseFactory, whole_period
from tests.promises.admin.desk.pages import address, row_of, save

pytestmark = pytest.mark.django_db

GARBLED = ["²", "٣", "1" * 19, "9" * 5000, "-1", " 1", "1.0", "x", ""]
LISTS = sorted(f"{m._meta.app_label}_{m._meta.model_name}" for m in admin.site._registry)


@pytest.fixture
def operator(sign_in):
    return sign_in(OperatorFactory())


@pytest.mark.parametrize("text", [*GARBLED, None, "1\0"])
def test_garbled_text_is_no_key(text):
    assert key_from(text) is None


def test_digits_are_a_key():
    assert [key_from("0"), key_from("17"), key_from("9" * 18)] == [0, 17, 10**18 - 1]


@pytest.mark.parametrize("key", GARBLED)
@pytest.mark.parametrize(
    ("page", "name"), [("promises_promise_add", "period"), ("dialogues_finding_add", "svar")]
)
def test_garbled_key_is_nobodys(page, name, key, operator):
    whole_period()
    url = reverse(f"admin:{page}", query={name: key})

    assert operator.get(url).status_code == 200
    assert operator.post(url, {name: key}).status_code == 200


@pytest.mark.parametrize("key", GARBLED)
def test_garbled_report_is_the_latest(key, operator):
    assert operator.get(address(whole_period()), {"rapport": key}).status_code == 200


@pytest.mark.parametrize("key", GARBLED)
def test_garbled_answer_is_gone(key, operator):
    survey = SurveyFactory(dialogue=DialogueFactory())
    QuestionFactory(survey=survey)
    edition = published(survey.dialogue)
    answer = AnswerFactory(response=ResponseFactory(edition=edition), text="Det är mörkt.")
    url = reverse("dialogues_admin:answers", args=[edition.dialogue_id])

    response = operator.post(url, {"act": "deal-with", "answer": key, "sida": key})

    assert (response.status_code, response["Location"]) == (302, f"{url}#ord")
    assert not Answer.objects.get(pk=answer.pk).is_dealt_with


@pytest.mark.parametrize("seen", ["[" * 100_000, "9" * 5000, "[]", "nej"])
def test_garbled_memory_of_the_desk_is_none(seen, operator):
    period = whole_period()
    key = f"insats-{period.actions.first().pk}"

    response = save(operator, period, row_of(operator, period, key, seen=seen))

    assert response.status_code in (200, 409)


# --- A page that others have changed since it was opened -------------------------------------------


@pytest.fixture
def promise():
    return PromiseFactory()


@pytest.fixture
def stale(promise, sign_in, operator):
    """Posts the promise's page, changed, after somebody else has saved it."""

    def post(**values):
        GoalFactory(promise=promise)
        url = reverse("admin:promises_promise_change", args=[promise.pk])
        mine = typed(operator.get(url))
        Promise.objects.filter(pk=promise.pk).update(statement="Deras.")
        promise.goals.all().delete()
        return operator.post(url, mine | values)

    return post


@pytest.mark.parametrize("key", GARBLED)
@pytest.mark.parametrize("field", ["goals-0-id", "area"])
def test_stale_page_with_a_garbled_key_is_told(field, key, stale):
    response = stale(**{field: key})

    assert response.status_code == 200
    assert response.context["conflict"] is not None


@pytest.mark.parametrize(("first", "total"), [("3", "1"), ("1", "0"), ("x", "1"), ("-1", "-1")])
def test_stale_page_that_has_counted_wrong_is_told(first, total, stale):
    response = stale(**{"goals-INITIAL_FORMS": first, "goals-TOTAL_FORMS": total})

    assert response.status_code == 200
    assert response.context["conflict"] is not None


# --- NUL, which the database cannot hold ------------------------------------------------------------


@pytest.mark.parametrize("query", [{"q": "\0"}, {"status__exact": "\0"}, {"\0": "x"}, {"o": "\0"}])
@pytest.mark.parametrize("name", LISTS)
def test_nul_in_the_address_of_a_list_is_refused(name, query, operator):
    assert operator.get(reverse(f"admin:{name}_changelist"), query).status_code == 400


def test_nul_in_what_is_looked_up_is_refused(operator):
    ContactFactory()
    query = {"app_label": "portal", "model_name": "contact", "field_name": "partnership"}

    found = operator.get(reverse("admin:autocomplete"), query | {"term": ""})
    refused = operator.get(reverse("admin:autocomplete"), query | {"term": "\0"})

    assert (found.status_code, refused.status_code) == (200, 400)


def test_nul_in_a_form_is_told_beside_its_field(operator):
    contact = ContactFactory()
    url = reverse("admin:portal_contact_change", args=[contact.pk])

    response = operator.post(url, typed(operator.get(url)) | {"function": "Väx\0el"})

    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == ["function"]


@pytest.mark.parametrize("key", [*GARBLED, "\0"])
def test_garbled_ticks_in_a_list_are_refused(key, operator):
    contact = ContactFactory()
    ticked = {"action": "delete_selected", "_selected_action": key}

    response = operator.post(reverse("admin:portal_contact_changelist"), ticked)

    assert response.status_code == 400
    assert type(contact).objects.filter(pk=contact.pk).exists()
