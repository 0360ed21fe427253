"""Reports of what cannot be used: received from anybody, answered by operators within the stated time, and
deleted by the rule that the privacy page tells.

No letter goes to whoever reports until an operator answers: else anybody could make the site write to
anybody.
"""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from portal import swedish
from portal.days import today
from portal.exceptions import DomainError, NotAllowed
from portal.mail import absolute, deliver_letter
from portal.models import FaultReport, OutgoingMail, SiteStatement, User

REMIND_AHEAD = dt.timedelta(days=2)
CATCH_UP = dt.timedelta(days=7)
"""A worker that stood still for some days writes the letter late; older ones would only be noise."""


@transaction.atomic
def receive_report(
    *, form: str, description: str, page: str = "", email: str = ""
) -> tuple[FaultReport, bool]:
    """Keep the report and tell those responsible. ``form`` is the hash of the form's own number: a form that
    has been received before gives the first report back, and False."""
    statement = SiteStatement.objects.current()
    report, is_new = FaultReport.objects.get_or_create(
        form=form,
        defaults={
            "description": description,
            "page": page,
            "email": email,
            "answer_by": today() + dt.timedelta(days=statement.answer_days),
        },
    )
    if is_new:
        _tell(report, "fault_report", step="received", to=responsible_addresses(statement))
    return report, is_new


@transaction.atomic
def answer_report(*, report: FaultReport, by: User, answer: str) -> FaultReport:
    """Mail the answer to the sender, and note it."""
    report = _locked(report, by, answer)
    if not report.email:
        raise DomainError(_("Anmälan har ingen e-postadress att svara till."))
    report.mark_answered(by=by, answer=answer.strip(), is_mailed=True)
    statement = SiteStatement.objects.current()
    deliver_letter(
        to=report.email,
        letter="fault_answer",
        message_key=answer_key(report),
        report=report,
        statement=statement,
        page=absolute(statement.get_absolute_url()),
    )
    return report


@transaction.atomic
def mark_answered(*, report: FaultReport, by: User, answer: str) -> FaultReport:
    """Note that it has been answered in another way, or what was done where nobody could be answered."""
    report = _locked(report, by, answer)
    report.mark_answered(by=by, answer=answer.strip(), is_mailed=False)
    return report


def _locked(report: FaultReport, by: User, answer: str) -> FaultReport:
    if not by.is_operator:
        raise NotAllowed(_("Bara den som driver portalen kan besvara anmälningar."))
    if not answer.strip():
        raise DomainError(_("Skriv vad ni svarar eller vad ni har gjort."))
    report = FaultReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if report.is_answered:
        who = report.answered_by
        raise DomainError(_("Anmälan är redan besvarad av %s.") % who)
    return report


def remind(*, on: dt.date) -> int:
    """Write to those responsible two days before the stated time is over, and when it has passed. Each letter
    is written once. Returns how many were due, new or written before."""
    number, addresses = 0, responsible_addresses(SiteStatement.objects.current())
    for report in FaultReport.objects.due_by(on + REMIND_AHEAD).order_by("pk"):
        if on > report.answer_by + CATCH_UP:
            continue
        step = "late" if on > report.answer_by else "soon"
        number += _tell(report, "fault_reminder", step=step, to=addresses)
    return number


def _tell(report: FaultReport, letter: str, *, step: str, to: list[str]) -> int:
    for address in to:
        deliver_letter(
            to=address,
            letter=letter,
            message_key=f"fault-report:{report.pk}:{step}:{address}"[:200],
            report=report,
            is_late=step == "late",
            page=absolute(report.admin_url),
        )
    return len(to)


def responsible_addresses(statement: SiteStatement) -> list[str]:
    """The set address; without one, everybody who runs the portal."""
    if statement.fault_email:
        return [statement.fault_email]
    operators = User.objects.filter(is_superuser=True, is_active=True)
    return list(operators.order_by("pk").values_list("email", flat=True))


def answer_key(report: FaultReport) -> str:
    return f"fault-report:{report.pk}:answer"


@transaction.atomic
def delete_due(*, on: dt.date) -> list[str]:
    """Delete addresses 30 days after the answer, in the log of letters too, and reports two years after it.
    Returns what was done, in sentences; safe to do twice."""
    told = []
    with_address = list(FaultReport.objects.with_email_due(on=on).select_for_update())
    if with_address:
        keys = [answer_key(report) for report in with_address]
        OutgoingMail.objects.filter(message_key__in=keys).delete()
        pks = [report.pk for report in with_address]
        FaultReport.objects.filter(pk__in=pks).update(email="")
        told.append(f"{_counted(len(pks))}: e-postadressen raderades.")
    number, _rows = FaultReport.objects.done_with(on=on).delete()
    if number:
        told.append(f"{_counted(number)} raderades.")
    return told


def _counted(number: int) -> str:
    return "En felanmälan" if number == 1 else f"{swedish.number(number)} felanmälningar"
