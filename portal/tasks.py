"""Sending the letters. A letter is claimed in one transaction and sent in another that holds its row: a lock
tells a living worker from a dead one, so a sweep never waits for a time to run out.

docs/adr/0005-mail.md names the one gap there is.
"""

import datetime as dt
import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.tasks import task
from django.utils import timezone

from portal.enums import MailState
from portal.models import OutgoingMail

logger = logging.getLogger(__name__)

PAUSES = [dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440)]
"""Between attempts; after the last one the letter is given up, and says so."""


def mail_is_configured() -> bool:
    return "default" in settings.MAILERS


@task
def send_mail(mail: int) -> str:
    """Hand over one letter. May be run any number of times for the same one."""
    if not mail_is_configured():
        return "no mail server"
    claimed = claim(mail)
    if claimed is None:
        return "not mine"
    return deliver_claimed(mail, attempt=claimed)


@transaction.atomic
def claim(mail: int) -> int | None:
    """Take the letter and count the attempt before it is made. Returns the attempt's number."""
    letters = OutgoingMail.objects.select_for_update(skip_locked=True)
    letter = letters.filter(pk=mail, state=MailState.QUEUED).first()
    if letter is None or letter.next_attempt_at > timezone.now():
        return None
    letter.state = MailState.SENDING
    letter.attempts += 1
    letter.save(update_fields=["state", "attempts"])
    return letter.attempts


@transaction.atomic
def deliver_claimed(mail: int, *, attempt: int) -> str:
    """Send what this worker has claimed, the row locked until the outcome is written down."""
    letters = OutgoingMail.objects.select_for_update()
    letter = letters.filter(pk=mail, state=MailState.SENDING, attempts=attempt).first()
    if letter is None:
        return "not mine"
    try:
        hand_over(letter)
    except Exception as error:
        put_back(letter, error)
        return "failed"
    mark_sent(letter)
    return "sent"


def hand_over(letter: OutgoingMail) -> None:
    EmailMessage(
        subject=letter.subject,
        body=letter.body,
        to=[letter.to],
        headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
    ).send(using="default")


def mark_sent(letter: OutgoingMail) -> None:
    letter.state, letter.sent_at = MailState.SENT, timezone.now()
    letter.body = letter.last_error = ""
    letter.save(update_fields=["state", "sent_at", "body", "last_error"])


def put_back(letter: OutgoingMail, error: Exception) -> None:
    """Later, after a growing pause; never, if the server said for good that it will not."""
    logger.warning("Mail %s, attempt %s: %s", letter.uuid, letter.attempts, error)
    if is_final(error) or letter.attempts > len(PAUSES):
        letter.state, letter.last_error = MailState.FAILED, str(error)
        letter.save(update_fields=["state", "last_error"])
        return
    at = timezone.now() + PAUSES[letter.attempts - 1]
    letter.requeue(at=at, error=str(error))
    transaction.on_commit(lambda: send_mail.using(run_after=at).enqueue(letter.pk))


def is_final(error: Exception) -> bool:
    """5xx on the addressee or the text; a refused sign-in may be mended."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(500 <= code < 600 for code, _ in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and 500 <= error.smtp_code < 600


def sweep(*, patience: dt.timedelta = dt.timedelta(minutes=1)) -> int:
    """Put what was left by a killed process back into the queue: letters without a task, and letters
    whose worker died. A living worker holds its row, which is skipped."""
    if not mail_is_configured():
        return 0
    now = timezone.now()
    with transaction.atomic():
        left = OutgoingMail.objects.being_sent().select_for_update(skip_locked=True)
        for letter in left:
            if letter.attempts > len(PAUSES):
                letter.state, letter.last_error = MailState.FAILED, "the worker died each time"
                letter.save(update_fields=["state", "last_error"])
            else:
                letter.requeue(at=now - patience)
    waiting = OutgoingMail.objects.due(at=now - patience)
    found = list(waiting.order_by("pk").values_list("pk", flat=True))
    for pk in found:
        send_mail.enqueue(pk)
    return len(found)
