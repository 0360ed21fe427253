"""The worker is killed (SIGKILL) at each step of sending a letter: nothing is lost, and nothing is sent twice
but in the one gap that docs/adr/0005-mail.md names, where both copies carry the same Message-ID."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from portal.models import OutgoingMail

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.usefixtures("committed")

CHILD = """
import os, signal, sys
import django
django.setup()
from django_tasks_db.models import DBTaskResult
from portal import tasks
from portal.worker import PortalWorker

def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

owner, name = {"task": (DBTaskResult, "set_successful")}.get(sys.argv[1], (tasks, sys.argv[1]))
setattr(owner, name, die)
PortalWorker().turn()
"""

STEPS = {
    "claim": ("before the letter is claimed", 1, 1),
    "deliver_claimed": ("after the claim, before the row is locked", 1, 2),
    "hand_over": ("before SMTP", 1, 2),
    "mark_sent": ("after the server's yes, before our commit: the gap", 2, 2),
    "task": ("after our commit, before the task is marked as done", 1, 1),
}


def database_url() -> str:
    given = connection.get_connection_params()
    host, port = quote(str(given.get("host", "")), safe=""), given.get("port", 5432)
    secret = f":{quote(given['password'], safe='')}" if given.get("password") else ""
    return f"postgres://{given['user']}{secret}@{host}:{port}/{given['dbname']}"


def killed_at(step: str, port: int) -> int:
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
        "DEBUG": "1",
    }
    child = [sys.executable, "-c", CHILD, step]
    return subprocess.run(child, cwd=ROOT, env=environment, timeout=60).returncode


@pytest.mark.parametrize("step", STEPS, ids=[what for what, *_ in STEPS.values()])
def test_killed_worker_loses_nothing_and_repeats_nothing(smtp, step):
    _, copies, attempts = STEPS[step]
    letter = OutgoingMail.objects.create(
        to="a@example.se", subject="Ämne", body="Text.", message_key="k:1"
    )
    OutgoingMail.objects.update(next_attempt_at="2020-01-01T00:00Z")

    assert killed_at(step, smtp.port) == -signal.SIGKILL
    for _ in range(50):  # the database notices the dead worker within moments
        smtp.work()
        letter.refresh_from_db()
        if letter.state == "sent":
            break
        time.sleep(0.1)
    smtp.work()

    assert (letter.state, letter.attempts) == ("sent", attempts)
    assert [found["Message-ID"] for found in smtp.letters] == [letter.message_id] * copies


def test_living_worker_is_left_alone(smtp):
    """A letter whose row is held by another process is neither swept nor sent."""
    letter = OutgoingMail.objects.create(
        to="a@example.se", subject="Ämne", body="Text.", message_key="k:1", state="sending"
    )
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute(
                "SELECT 1 FROM portal_outgoingmail WHERE id = %s FOR UPDATE", [letter.pk]
            )
            assert smtp.work() == []
            cursor.execute("ROLLBACK")
        assert len(smtp.work()) == 1
    finally:
        other.close()
