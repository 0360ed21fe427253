"""What the worker does daily for the site itself."""

import datetime as dt
import logging

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command

from portal import fault_reports
from portal.worker import daily

logger = logging.getLogger(__name__)


@daily
def remind_of_faults(on: dt.date) -> int:
    return fault_reports.remind(on=on)


@daily
def delete_faults(on: dt.date) -> None:
    for line in fault_reports.delete_due(on=on):
        logger.info("Deleted by rule: %s", line)


@daily
def forget_sessions(on: dt.date) -> None:
    """Sessions that have ended, and the addresses and browsers that allauth keeps with them."""
    call_command("clearsessions")
    going_on = Session.objects.values("session_key")
    UserSession.objects.exclude(session_key__in=going_on).delete()
