"""Nobody else's rows are found by autocomplete, or changed by a POST: and the very same request succeeds for
whoever may, so that a refusal means something."""
# ruff: noqa: F401, F811 - fixtures are used by their names

import pytest
from django.apps import apps
from django.db import models
from django.urls import reverse

from tests.admin_pages import texts, typed
from tests.test_admin_rights import MODELS, VISITORS, place, rows, visitors

pytestmark = pytest.mark.django_db

STRANGERS = ("nobody", "elsewhere")
OPENED_BY = {
    model: [
        visitor
        for visitor, word in zip(VISITORS, pages["<path:object_id>/change/"].split(), strict=True)
        if word == "ok"
    ]
    for model, pages in MODELS.items()
}
NEW = "Något helt annat"
WRITTEN = {
    "dialogues/dialogue/": "title",
    "dialogues/finding/": "statement",
    "dialogues/question/": "text",
    "dialogues/survey/": "introduction",
    "portal/contact/": "function",
    "portal/organisation/": "short_form",
    "portal/partnership/": "name",
    "portal/signatorycontact/": "title",
    "portal/sitestatement/": "service",
    "portal/user/": "title",
    "promises/action/": "text",
    "promises/focusarea/": "heading",
    "promises/followup/": "summary",
    "promises/followupplan/": "text",
    "promises/goal/": "indicator",
    "promises/promise/": "statement",
    "promises/promiseperiod/": "label",
}
"""A field of each page that somebody may write on."""

DELETED = [
    "dialogues/finding/",
    "dialogues/question/",
    "dialogues/survey/",
    "promises/action/",
    "promises/followup/",
    "promises/followupplan/",
    "promises/goal/",
    "promises/promise/",
]
"""Drafts that nothing leans on."""

ACTED_ON = {
    "portal/invitation/": ["send_again", "take_back"],
    "portal/outgoingmail/": ["try_again"],
    "promises/followupplan/": ["delete_selected"],
}


def stored(row):
    return type(row).objects.filter(pk=row.pk).values().first()


def test_every_page_is_tried():
    read_only = {"portal/faultreport/", "portal/invitation/", "portal/outgoingmail/"}

    assert sorted({*WRITTEN, *read_only}) == sorted(MODELS)


@pytest.mark.parametrize("model", WRITTEN)
def test_strangers_change_nothing_by_posting(model, rows, visitors):
    row, url = rows[model], f"/admin/{model}{rows[model].pk}/change/"
    before, field = stored(row), WRITTEN[model]
    sent = typed(visitors["operator"].get(url)) | {field: NEW}

    for stranger in STRANGERS:
        visitors[stranger].post(url, sent)
    untouched = stored(row)
    response = visitors["operator"].post(url, sent)

    assert untouched == before
    assert NEW in stored(row)[field], texts(response, ".errorlist li")


@pytest.mark.parametrize("model", DELETED)
def test_strangers_delete_nothing_by_posting(model, rows, visitors):
    row, url = rows[model], f"/admin/{model}{rows[model].pk}/delete/"
    before = stored(row)

    for stranger in STRANGERS:
        visitors[stranger].post(url, {"post": "yes"})
    untouched = stored(row)
    visitors["editor"].post(url, {"post": "yes"})

    assert untouched == before
    assert stored(row) is None


@pytest.mark.parametrize(
    ("model", "action"), [(model, act) for model, acts in ACTED_ON.items() for act in acts]
)
def test_strangers_do_nothing_to_many_rows(model, action, rows, visitors):
    row, url = rows[model], f"/admin/{model}"
    before = stored(row)
    sent = {"action": action, "_selected_action": [row.pk], "post": "yes", "select_across": "1"}

    for stranger in STRANGERS:
        visitors[stranger].post(url, sent)
    untouched = stored(row)
    visitors["operator"].post(url, sent)

    assert untouched == before
    assert stored(row) != before


def test_strangers_answer_no_report_of_a_fault(rows, visitors):
    report = rows["portal/faultreport/"]
    url, before = f"/admin/portal/faultreport/{report.pk}/change/", stored(report)

    for stranger in (*STRANGERS, "editor", "approver"):
        visitors[stranger].post(url, {"answer": NEW, "act": "note"})
    untouched = stored(report)
    visitors["operator"].post(url, {"answer": NEW, "act": "note"})

    assert untouched == before
    assert stored(report)["answer"] == NEW


def choices() -> list[tuple[str, str, str, str]]:
    """Every field of the admin that points at rows which the admin shows too."""
    shown_models = {tuple(model.strip("/").split("/")) for model in MODELS}
    found = []
    for app, name in sorted(shown_models):
        for field in apps.get_model(app, name)._meta.get_fields():
            if isinstance(field, models.ForeignKey | models.ManyToManyField):
                other = field.remote_field.model._meta
                if (other.app_label, other.model_name) in shown_models:
                    found.append((app, name, field.name, f"{other.app_label}/{other.model_name}/"))
    return found


@pytest.mark.parametrize(("app", "name", "field", "other"), choices())
def test_autocomplete_finds_only_own_rows(app, name, field, other, rows, visitors):
    query = {"app_label": app, "model_name": name, "field_name": field, "term": ""}

    found = {}
    for visitor in VISITORS:
        response = visitors[visitor].get(reverse("admin:autocomplete"), query)
        results = response.json()["results"] if response.status_code == 200 else []
        found[visitor] = str(rows[other].pk) in [result["id"] for result in results]

    assert [visitor for visitor in VISITORS if found[visitor]] == OPENED_BY[other]
