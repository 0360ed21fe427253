"""Writing letters. They become rows in the caller's transaction, and are sent by the worker after it."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from portal.enums import MailState
from portal.exceptions import DomainError, NotAllowed
from portal.models import OutgoingMail, User
from portal.tasks import send_mail


def deliver(*, to: str, subject: str, body: str, message_key: str) -> OutgoingMail:
    """Send one letter, once: a second call with the same ``message_key`` gives the first letter back."""
    letter, is_new = OutgoingMail.objects.get_or_create(
        message_key=message_key,
        defaults={"to": to, "subject": " ".join(subject.split())[:250], "body": body},
    )
    if is_new:
        transaction.on_commit(lambda: send_mail.enqueue(letter.pk))
    return letter


def deliver_letter(*, to: str, letter: str, message_key: str, **context: Any) -> OutgoingMail:
    """A letter from ``templates/mail/``: the first line is its subject."""
    text = render_to_string(f"mail/{letter}.txt", {**context, "site_url": settings.SITE_URL})
    subject, _, body = text.partition("\n")
    return deliver(to=to, subject=subject, body=body.strip() + "\n", message_key=message_key)


@transaction.atomic
def send_again(*, letter: OutgoingMail, by: User) -> OutgoingMail:
    """Put a letter that was given up back into the queue. The attempts made so far still count: a letter
    that had used them all gets one more, and then a new press."""
    if not by.is_operator:
        raise NotAllowed("Bara den som driver portalen kan skicka om brev.")
    letter = OutgoingMail.objects.select_for_update().get(pk=letter.pk)
    if letter.state != MailState.FAILED:
        state = MailState(letter.state).label
        raise DomainError(f"Brevet till {letter.to} behöver inget nytt försök: {state}.")
    letter.requeue(at=timezone.now())
    transaction.on_commit(lambda: send_mail.enqueue(letter.pk))
    return letter


def absolute(path: str) -> str:
    """An address of ours as it stands in a letter."""
    return settings.SITE_URL.rstrip("/") + path
