"""Letters through the queue to a real SMTP server."""

import datetime as dt

import pytest
import time_machine
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal import env
from portal.apps import PortalConfig
from portal.mail import absolute, deliver
from portal.models import OutgoingMail
from portal.tasks import PAUSES, send_mail, sweep
from portal.worker import DAILY, PortalWorker

pytestmark = pytest.mark.django_db

NOW = dt.timedelta(0)


def letter(**values) -> OutgoingMail:
    fields = {"to": "a@example.se", "subject": "Ämne å", "body": "Text å.", "message_key": "k:1"}
    return deliver(**fields | values)


def test_letter_is_sent_once_with_all_it_has(smtp):
    written = letter()

    [received] = smtp.work()
    smtp.work()
    written.refresh_from_db()

    assert len(smtp.letters) == 1
    assert (received["To"], received["Subject"]) == ("a@example.se", "Ämne å")
    assert received.get_content().strip() == "Text å."
    assert received["Message-ID"] == written.message_id
    assert received["Auto-Submitted"] == "auto-generated"
    assert (written.state, written.attempts, written.body) == ("sent", 1, "")


def test_letter_is_queued_when_the_transaction_has_been_committed(
    smtp, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        letter()
        before = DBTaskResult.objects.count()

    assert (before, DBTaskResult.objects.count()) == (0, 1)


def test_letter_of_a_transaction_that_failed_was_never_written(smtp):
    with transaction.atomic():
        letter()
        transaction.set_rollback(True)

    assert smtp.work() == []
    assert not OutgoingMail.objects.exists()


def test_same_key_is_the_same_letter(smtp):
    first, second = letter(), letter(subject="Annat")

    smtp.work()

    assert first == second
    assert [found["Subject"] for found in smtp.letters] == ["Ämne å"]


def test_task_run_twice_sends_once(smtp):
    written = letter()

    answers = [send_mail.call(written.pk), send_mail.call(written.pk)]

    assert answers == ["sent", "not mine"]
    assert len(smtp.letters) == 1


def test_busy_server_is_tried_again_after_growing_pauses(smtp):
    written = letter()
    smtp.answers[:] = ["451 Try again later"] * 2
    start = timezone.now()

    with time_machine.travel(start, tick=False):
        smtp.work()
    written.refresh_from_db()
    first = written.next_attempt_at - start
    with time_machine.travel(start + first, tick=False):
        smtp.work()
    written.refresh_from_db()
    second = written.next_attempt_at - start - first
    with time_machine.travel(start + first + second - dt.timedelta(seconds=1), tick=False):
        too_early = len(smtp.work())
    with time_machine.travel(start + first + second, tick=False):
        smtp.work()
    written.refresh_from_db()

    assert [first, second] == PAUSES[:2]
    assert (too_early, len(smtp.letters)) == (0, 1)
    assert (written.state, written.attempts, written.last_error) == ("sent", 3, "")


def test_retry_is_queued_for_its_time(smtp, django_capture_on_commit_callbacks):
    written = letter()
    smtp.answers[:] = ["451 Try again later"]

    with django_capture_on_commit_callbacks(execute=True):
        send_mail.call(written.pk)
    written.refresh_from_db()

    [task] = DBTaskResult.objects.all()
    assert task.run_after == written.next_attempt_at


def test_final_refusal_is_not_tried_again(smtp):
    written = letter()
    smtp.answers[:] = ["550 No such person"]

    smtp.work()
    smtp.work()
    written.refresh_from_db()

    assert (written.state, written.attempts) == ("failed", 1)
    assert "No such person" in written.last_error
    assert written.body == "Text å."


def test_letter_is_given_up_after_the_last_attempt(smtp):
    written = letter()
    OutgoingMail.objects.update(attempts=len(PAUSES))
    smtp.answers[:] = ["451 Try again later"]

    smtp.work()
    written.refresh_from_db()

    assert written.state == "failed"


def test_server_that_is_away_loses_nothing(smtp, settings):
    written = letter()
    settings.MAILERS["default"]["OPTIONS"]["port"] = 9

    send_mail.call(written.pk)
    written.refresh_from_db()

    assert (written.state, written.body) == ("queued", "Text å.")
    assert "refused" in written.last_error


def test_letters_wait_while_no_server_is_set(settings):
    settings.MAILERS = {}
    written = letter()

    answer = send_mail.call(written.pk)
    written.refresh_from_db()

    assert (answer, sweep(patience=NOW)) == ("no mail server", 0)
    assert (written.state, written.attempts) == ("queued", 0)


def test_sweep_leaves_fresh_letters_to_their_tasks(smtp):
    letter()

    assert sweep() == 0
    assert sweep(patience=NOW) == 1


def test_letter_that_kills_its_worker_every_time_is_given_up(smtp):
    written = letter()
    OutgoingMail.objects.update(state="sending", attempts=len(PAUSES) + 1)

    sweep()
    written.refresh_from_db()

    assert written.state == "failed"


def test_subject_cannot_carry_headers(smtp):
    letter(subject="Rad ett\nBcc: alla@example.se")

    [received] = smtp.work()

    assert received["Subject"] == "Rad ett Bcc: alla@example.se"
    assert received["Bcc"] is None


def test_links_in_letters_are_whole(settings):
    settings.SITE_URL = "https://loften.example.se"

    assert absolute("/stromsund/") == "https://loften.example.se/stromsund/"
    assert letter().message_id.endswith("@loften.example.se>")


def test_worker_does_daily_work_in_the_morning_once(smtp, monkeypatch):
    done = []
    monkeypatch.setattr("portal.worker.DAILY", [done.append])
    worker = PortalWorker()
    moments = ["2026-03-01T05:59:00Z", "2026-03-01T06:00:00Z", "2026-03-01T12:00:00Z"]

    for moment in [*moments, "2026-03-02T07:00:00Z"]:
        with time_machine.travel(moment, tick=False):
            worker.turn()

    assert done == [dt.date(2026, 3, 1), dt.date(2026, 3, 2)]


def test_daily_work_that_fails_holds_up_nothing_and_is_tried_again(smtp, monkeypatch):
    done, refusals = [], [ValueError("no"), DatabaseError("no")]

    def fails(day: dt.date) -> None:
        if refusals:
            raise refusals.pop(0)
        done.append(day)

    monkeypatch.setattr("portal.worker.DAILY", [fails, done.append])
    worker = PortalWorker()
    day = dt.date(2026, 3, 1)

    for minutes, expected in ((0, [day]), (5, [day]), (11, [day]), (22, [day, day])):
        with time_machine.travel(f"2026-03-01T07:{minutes:02}:00Z", tick=False):
            if not minutes:
                letter()
                OutgoingMail.objects.update(next_attempt_at=timezone.now() - dt.timedelta(hours=1))
            worker.turn()
        assert done == expected
        assert len(smtp.letters) == 1


def test_worker_command_sends_what_waits(smtp):
    letter()
    OutgoingMail.objects.update(next_attempt_at=timezone.now() - dt.timedelta(minutes=2))

    call_command("worker", "--once")

    assert len(smtp.letters) == 1


def test_old_tasks_are_forgotten(smtp):
    letter()
    smtp.work()
    DBTaskResult.objects.update(finished_at=timezone.now() - dt.timedelta(days=15))

    DAILY[0](dt.date(2026, 3, 1))

    assert not DBTaskResult.objects.exists()


def test_letters_become_readable_files_on_a_laptop(settings, tmp_path):
    settings.MAILERS = {
        "default": {
            "BACKEND": "portal.mail_files.ReadableFiles",
            "OPTIONS": {"folder": tmp_path / "mail"},
        }
    }
    send_mail.call(letter(body="Se https://example.se/godkann/abc/ nu.").pk)

    [path] = (tmp_path / "mail").iterdir()
    text = path.read_text()
    assert "Till: a@example.se\nÄmne: Ämne å\n" in text
    assert "https://example.se/godkann/abc/" in text


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, None),
        ({"EMAIL_HOST": "post.se"}, ("post.se", None, "", "", False, False)),
        (
            {"EMAIL_HOST": "post.se", "EMAIL_PORT": "587", "EMAIL_USE_TLS": "1"},
            ("post.se", 587, "", "", True, False),
        ),
        (
            {"EMAIL_URL": "smtp://a%40b:s%2Fx@post.se:587?tls=1"},
            ("post.se", 587, "a@b", "s/x", True, False),
        ),
        ({"EMAIL_URL": "smtps://post.se"}, ("post.se", None, "", "", False, True)),
    ],
)
def test_server_is_read_from_the_environment(monkeypatch, variables, expected):
    for name in ("EMAIL_URL", "EMAIL_HOST"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    found = env.mail_server()

    names = ("host", "port", "username", "password", "use_tls", "use_ssl")
    assert (tuple(found[name] for name in names) if found else None) == expected


@pytest.mark.parametrize("url", ["post.se:25", "http://post.se", "smtp://", "smtp://post.se:x"])
def test_address_that_cannot_be_read_stops_the_start(monkeypatch, url):
    monkeypatch.setenv("EMAIL_URL", url)

    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL cannot be read"):
        env.mail_server()


def test_start_without_mail_settings_warns(settings, caplog):
    config = apps.get_app_config("portal")
    assert isinstance(config, PortalConfig)
    settings.MAILERS = {}

    config.ready()

    assert "No mail server: set EMAIL_URL or EMAIL_HOST" in caplog.text
