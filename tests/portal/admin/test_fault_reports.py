"""Answering reports of faults in the admin, and writing the site's statement."""

import datetime as dt

import pytest
from django.urls import reverse

from portal.admin.todo import faults_to_answer, statement_of_the_site
from portal.models import FaultReport, OutgoingMail, SiteStatement
from tests.admin_pages import soup, texts, typed
from tests.factories.portal import (
    FaultReportFactory,
    OperatorFactory,
    SiteStatementFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
ON = dt.date(2026, 3, 2)
DAY = dt.timedelta(days=1)


@pytest.fixture
def operator():
    return OperatorFactory()


@pytest.fixture
def client(operator, sign_in):
    return sign_in(operator)


def test_list_shows_those_that_wait_first(client):
    done = FaultReportFactory(answered=True, description="Klar.")
    later = FaultReportFactory(description="Sist.", answer_by=dt.date(2099, 2, 1))
    late = FaultReportFactory(description="Först.", answer_by=ON)

    response = client.get(reverse("admin:portal_faultreport_changelist"))

    links = [link["href"].partition("?")[0] for link in soup(response).select(".field-what a")]
    assert links == [late.admin_url, later.admin_url, done.admin_url]


def test_filter_leaves_those_that_wait(client):
    FaultReportFactory(answered=True)
    FaultReportFactory(description="Väntar.")

    response = client.get(reverse("admin:portal_faultreport_changelist"), {"lage": "vantar"})

    assert texts(response, ".field-what") == ["Väntar."]


def test_answer_is_sent_by_mail(client, operator):
    report = FaultReportFactory(email="jag@example.se")
    page = client.get(report.admin_url)

    response = client.post(report.admin_url, typed(page) | {"answer": "Nu går det.", "act": "mail"})

    report.refresh_from_db()
    assert response.url == reverse("admin:portal_faultreport_changelist")
    assert (report.answer, report.answered_by, report.is_mailed) == ("Nu går det.", operator, True)
    assert OutgoingMail.objects.get().to == "jag@example.se"


def test_report_without_address_can_only_be_noted(client):
    report = FaultReportFactory()
    page = client.get(report.admin_url)

    client.post(report.admin_url, typed(page) | {"answer": "Rättat.", "act": "mark"})

    report.refresh_from_db()
    assert texts(page, "form.publish-form button") == ["Notera som besvarad"]
    assert (report.is_answered, report.is_mailed) == (True, False)


def test_refused_answer_keeps_what_was_typed(client):
    report = FaultReportFactory(answered=True, email="jag@example.se")

    response = client.post(report.admin_url, {"answer": "Mitt svar.", "act": "mail"})

    assert response.status_code == 422
    assert soup(response).select_one("[name=answer]").text.strip() == "Mitt svar."
    assert texts(response, ".form-error")[0].startswith("Anmälan är redan besvarad av")
    assert FaultReport.objects.get().answer == "Nu går det."


def test_answer_without_words_is_refused(client):
    report = FaultReportFactory(email="jag@example.se")

    response = client.post(report.admin_url, {"answer": " ", "act": "mail"})

    assert response.status_code == 422
    assert not FaultReport.objects.get().is_answered


def test_todo_names_faults_that_wait(operator):
    FaultReportFactory(answered=True)
    report = FaultReportFactory(description="Knappen går inte.", answer_by=ON)

    [today] = faults_to_answer(operator, ON)
    [late] = faults_to_answer(operator, ON + DAY)

    assert today.text == "Felanmälan ”Knappen går inte.” ska besvaras senast 2\xa0mars 2026."
    assert (today.url, today.is_late) == (report.admin_url, False)
    assert (late.text.split("” ")[1], late.is_late) == (
        "skulle ha besvarats senast 2\xa0mars 2026.",
        True,
    )
    assert list(faults_to_answer(UserFactory(), ON)) == []


def test_todo_names_what_the_law_asks_for_until_it_is_written(operator):
    url = reverse("admin:portal_sitestatement_add")
    [line] = statement_of_the_site(operator, ON)
    assert (line.url, line.text) == (
        url,
        "Redogörelsen om webbplatsen saknar ansvarig organisation, bedömning enligt lagen, brevlåda för "
        "felanmälan och dataskyddsombud.",
    )

    SiteStatementFactory(assessed=True, fault_email="f@example.se", data_protection="d@example.se")

    assert list(statement_of_the_site(operator, dt.date(2027, 9, 1))) == []
    [line] = statement_of_the_site(operator, dt.date(2027, 9, 2))
    assert line.text.startswith("Webbplatsens tillgänglighet bedömdes senast 1\xa0september 2026.")
    assert list(statement_of_the_site(UserFactory(), dt.date(2027, 9, 2))) == []


def test_statement_is_written_once_and_then_changed(client):
    add = reverse("admin:portal_sitestatement_add")

    response = client.post(add, typed(client.get(add)) | {"provider": "Strömsunds kommun"})

    statement = SiteStatement.objects.get()
    assert response.status_code == 302
    assert (statement.pk, statement.provider) == (1, "Strömsunds kommun")
    assert client.get(add).status_code == 403
    told = client.get(response.url)
    assert "Det här saknas än: bedömning enligt lagen" in " ".join(texts(told, "ul.messagelist"))


def test_statement_says_which_legal_part_is_missing_next_to_its_field(client):
    statement = SiteStatementFactory()
    url = statement.admin_url

    response = client.post(url, typed(client.get(url)) | {"compliance": "partly"})

    assert texts(response, ".field-assessed_on .errorlist li") == [
        "Ange också när och hur bedömningen gjordes."
    ]
    assert texts(response, ".field-not_accessible .errorlist li") == [
        "Räkna upp det som inte är tillgängligt: lagen kräver hela listan."
    ]


def test_statement_keeps_its_history(client):
    statement = SiteStatementFactory()
    url = statement.admin_url
    client.post(url, typed(client.get(url)) | {"provider": "Ragunda kommun"})

    response = client.get(reverse("admin:portal_sitestatement_history", args=[statement.pk]))

    assert "Ragunda kommun" in " ".join(texts(response, "main"))


def test_report_after_midnight_came_in_on_the_swedish_day(client):
    FaultReportFactory(received_at=dt.datetime(2026, 6, 30, 22, 30, tzinfo=dt.UTC))

    response = client.get(reverse("admin:portal_faultreport_changelist"))

    assert texts(response, ".field-received") == ["1 juli 2026"]
