"""Writing letters. They become rows in the caller's transaction, and are sent by the worker after it."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string

from portal.models import OutgoingMail
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


def absolute(path: str) -> str:
    """An address of ours as it stands in a letter."""
    return settings.SITE_URL.rstrip("/") + path
