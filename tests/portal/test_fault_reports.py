"""Reports of what cannot be used: received once, answered in time, deleted by rule."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from portal.exceptions import DomainError, NotAllowed
from portal.fault_reports import (
    answer_report,
    delete_due,
    mark_answered,
    receive_report,
    remind,
)
from portal.models import FaultReport, OutgoingMail
from tests.factories.portal import (
    FaultReportFactory,
    OperatorFactory,
    SiteStatementFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
TODAY = NOON.date()


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def letters() -> list[tuple[str, str]]:
    return [(mail.to, mail.subject) for mail in OutgoingMail.objects.order_by("pk")]


def received(**given) -> FaultReport:
    report, _ = receive_report(**{"form": "a" * 64, "description": "Går inte."} | given)
    return report


def test_report_is_kept_and_sent_to_the_set_address():
    SiteStatementFactory(fault_email="fel@example.se", answer_days=5)
    OperatorFactory()

    report, is_new = receive_report(
        form="a" * 64, description="Går inte.", page="/om/", email="jag@example.se"
    )

    assert (is_new, report.answer_by) == (True, TODAY + 5 * DAY)
    assert letters() == [
        (
            "fel@example.se",
            "Någon har anmält ett fel på webbplatsen: svara senast 7 mars 2026",
        )
    ]
    body = OutgoingMail.objects.get().body
    assert "Går inte." in body
    assert report.admin_url in body
    assert "jag@example.se" not in body


def test_report_goes_to_operators_where_no_address_is_set():
    operator = OperatorFactory()
    OperatorFactory(is_active=False)
    UserFactory()

    received()

    assert [to for to, _ in letters()] == [operator.email]


def test_the_same_form_is_received_once():
    SiteStatementFactory(fault_email="fel@example.se")
    first = received()

    again, is_new = receive_report(form="a" * 64, description="Något annat.")

    assert (again, is_new, again.description) == (first, False, "Går inte.")
    assert len(letters()) == 1


def test_the_day_that_was_promised_holds_when_the_stated_time_changes():
    statement = SiteStatementFactory(answer_days=5)
    report = received()
    statement.answer_days = 20
    statement.save()

    report.refresh_from_db()

    assert report.answer_by == TODAY + 5 * DAY


def test_answer_is_mailed_and_noted():
    operator = OperatorFactory()
    report = FaultReportFactory(email="jag@example.se", description="Knappen går inte.")

    answer_report(report=report, by=operator, answer=" Nu går den. ")

    report.refresh_from_db()
    assert (report.answer, report.answered_by, report.is_mailed) == ("Nu går den.", operator, True)
    assert report.answered_at == NOON
    assert letters() == [("jag@example.se", "Svar på din anmälan om Medborgarlöften")]
    body = OutgoingMail.objects.get().body
    assert "Nu går den." in body
    assert "Knappen går inte." in body
    assert "/tillganglighet/" in body


def test_marking_as_answered_sends_nothing():
    report = FaultReportFactory(email="jag@example.se")

    mark_answered(report=report, by=OperatorFactory(), answer="Ringde.")

    report.refresh_from_db()
    assert (report.is_answered, report.is_mailed, letters()) == (True, False, [])


@pytest.mark.parametrize("act", [answer_report, mark_answered])
@pytest.mark.parametrize(
    ("by", "answer", "traits", "refusal"),
    [
        (UserFactory, "Ja.", {}, NotAllowed),
        (OperatorFactory, "  ", {}, DomainError),
        (OperatorFactory, "Ja.", {"answered": True}, DomainError),
    ],
    ids=["no operator", "no words", "answered"],
)
def test_answer_is_refused(act, by, answer, traits, refusal):
    report = FaultReportFactory(email="jag@example.se", **traits)
    before = FaultReport.objects.values().get()

    with pytest.raises(refusal):
        act(report=report, by=by(), answer=answer)

    assert FaultReport.objects.values().get() == before
    assert letters() == []


def test_answer_without_an_address_cannot_be_mailed():
    with pytest.raises(DomainError, match="ingen e-postadress"):
        answer_report(report=FaultReportFactory(), by=OperatorFactory(), answer="Ja.")


@pytest.mark.parametrize(
    ("days", "subjects"),
    [
        (3, []),
        (2, ["En felanmälan ska besvaras senast 4 mars 2026"]),
        (0, ["En felanmälan ska besvaras senast 2 mars 2026"]),
        (-1, ["En felanmälan skulle ha varit besvarad"]),
        (-7, ["En felanmälan skulle ha varit besvarad"]),
        (-8, []),
    ],
)
def test_reminder_is_written_when_the_time_is_about_to_pass(days, subjects):
    SiteStatementFactory(fault_email="fel@example.se")
    FaultReportFactory(answer_by=TODAY + days * DAY)

    remind(on=TODAY)
    remind(on=TODAY)

    assert [subject for _, subject in letters()] == subjects


def test_no_reminder_of_what_is_answered():
    OperatorFactory()
    FaultReportFactory(answered=True, answer_by=TODAY)

    assert remind(on=TODAY) == 0


def test_address_is_deleted_thirty_days_after_the_answer_from_the_letter_too():
    report = FaultReportFactory(email="jag@example.se")
    waiting = FaultReportFactory(email="du@example.se")
    answer_report(report=report, by=OperatorFactory(), answer="Ja.")

    assert delete_due(on=TODAY + 29 * DAY) == []
    assert delete_due(on=TODAY + 30 * DAY) == ["En felanmälan: e-postadressen raderades."]

    report.refresh_from_db()
    waiting.refresh_from_db()
    assert (report.email, report.is_mailed, letters()) == ("", True, [])
    assert waiting.email == "du@example.se"
    assert delete_due(on=TODAY + 30 * DAY) == []


def test_report_is_deleted_two_years_after_the_answer():
    FaultReportFactory(answered=True, answered_at=NOON - 730 * DAY)
    kept = FaultReportFactory(answered=True, answered_at=NOON - 729 * DAY)
    old = FaultReportFactory(received_at=timezone.now() - 2000 * DAY)

    assert delete_due(on=TODAY) == ["En felanmälan raderades."]

    assert set(FaultReport.objects.all()) == {kept, old}
