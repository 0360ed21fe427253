"""Fixtures that several test modules share."""

import datetime as dt
import email
import email.message
import email.policy
import socket
import time
from collections.abc import Callable, Iterator

import pytest
from aiosmtpd.controller import Controller
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.db import close_old_connections, connection, transaction
from django.test import Client

from portal.days import today
from portal.models import User
from portal.tasks import sweep
from portal.worker import batch_worker
from promises.demo.loader import load_demo

SignIn = Callable[[User], Client]
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def enrol(user: User) -> Authenticator:
    """The user's app in the telephone."""
    device, _ = Authenticator.objects.get_or_create(
        user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": TOTP_SECRET}}
    )
    return device


@pytest.fixture
def sign_in() -> SignIn:
    """A browser of its own for each user, signed in with everything that the admin demands: the session
    says that it was opened with a password and then with a code. (tests/portal/test_sign_in.py signs in
    by the pages.)"""

    def signed_in(user: User) -> Client:
        client, device = Client(), enrol(user)
        client.force_login(user)
        session = client.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [
            {"method": "password", "at": time.time(), "email": user.email},
            {"method": "mfa", "at": time.time(), "id": device.pk, "type": device.type},
        ]
        session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
        session.save()
        return client

    return signed_in


class MailServer:
    """A real SMTP server's memory. ``answers`` are what it says to the next letters instead of yes."""

    def __init__(self) -> None:
        self.letters: list[email.message.EmailMessage] = []
        self.answers: list[str] = []
        self.port = 0

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.answers:
            return self.answers.pop(0)
        self.letters.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 Message accepted for delivery"

    def work(self) -> list[email.message.EmailMessage]:
        """Let the worker do what waits; all letters that have come so far."""
        sweep(patience=dt.timedelta(0))
        batch_worker().run()
        return self.letters

    def to(self, address: str) -> list[email.message.EmailMessage]:
        return [letter for letter in self.letters if letter["To"] == address]


@pytest.fixture(scope="session")
def mail_server() -> Iterator[tuple[MailServer, int]]:
    server = MailServer()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    yield server, port
    controller.stop()


@pytest.fixture
def smtp(mail_server, settings, monkeypatch) -> MailServer:
    """Mail goes to a real SMTP server, once the worker has been let to work: ``smtp.work()``. The worker
    must not end the connection that a test's transaction is in; Django's test client sees to the same."""
    close = "django_tasks_db.management.commands.db_worker.close_old_connections"
    monkeypatch.setattr(close, lambda: connection.in_atomic_block or close_old_connections())
    server, port = mail_server
    server.letters.clear()
    server.answers.clear()
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": port, "timeout": 10},
        }
    }
    server.port = port
    return server


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The demo's content, loaded once for a module that only reads it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(today=today())
        yield
        transaction.set_rollback(True)
