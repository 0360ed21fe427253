"""``manage.py demo``: database, example content, accounts and server in one command."""

import errno
import hashlib
import os
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from granian.constants import Interfaces
from granian.server import MPServer

from portal.days import today
from promises.demo.accounts import DemoAccount
from promises.demo.loader import load_demo


class Command(BaseCommand):
    help = "Starts the whole portal on this machine with example content. Data stay between starts."
    requires_system_checks = []  # type: ignore[assignment]  # the database may not exist yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="default 8000")
        parser.add_argument("--setup-only", action="store_true", help="prepare everything and exit")

    def handle(self, *, port: int, setup_only: bool, **options: Any) -> None:
        if os.environ.get("DATABASE_URL") and os.environ.get("DEMO_DATABASE") != "1":
            raise CommandError(
                "DATABASE_URL is set, and the demo would fill that database with example content. "
                "Unset it to use the built-in one, or set DEMO_DATABASE=1 if it is meant for this.",
                returncode=2,
            )
        if not setup_only:
            require_free_port(port)
        call_command("migrate", verbosity=0, skip_checks=True)
        call_command("rebuild_search", if_needed=True, stdout=StringIO(), skip_checks=True)
        accounts = load_demo(today=today())
        collect_static()
        self.show(port, accounts)
        if not setup_only:
            serve(port)

    def show(self, port: int, accounts: list[DemoAccount]) -> None:
        base = f"http://localhost:{port}"
        self.stdout.write(f"\n  Portal     {base}/\n  Strömsund  {base}/stromsund/")
        self.stdout.write(f"  Admin      {base}/admin/\n\n  Accounts, valid in this demo only:")
        for account in accounts:
            self.stdout.write(f"    {account.email:28} {account.password:24} {account.what}")
        self.stdout.write(
            "\n  After the password, the page itself shows the code of the second step."
        )
        if "folder" in settings.MAILERS["default"]["OPTIONS"]:
            self.stdout.write(f"  Letters are not sent, but kept as files: {settings.MAIL_DIR}/")
        self.stdout.write("\n  Stop with Ctrl-C; what you change is kept in var/.\n")


def require_free_port(port: int) -> None:
    if not 1 <= port <= 65535:
        raise CommandError(f"--port {port}: choose a port from 1 to 65535.", returncode=2)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            why = {errno.EADDRINUSE: "is in use", errno.EACCES: "is not allowed here"}
            said = why.get(error.errno or 0, f"cannot be used ({error.strerror})")
            message = f"Port {port} {said}. Try --port {port + 1 if port < 65535 else 8000}."
            raise CommandError(message, returncode=2) from None


def collect_static() -> None:
    """Hash and compress the static files, unless nothing has changed since the last time."""
    marker = Path(settings.STATIC_ROOT) / ".made-of"
    made_of = static_fingerprint()
    if marker.exists() and marker.read_text() == made_of:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    marker.write_text(made_of)


def static_fingerprint() -> str:
    found = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            found.update(f"{path} {storage.get_modified_time(path).timestamp()}".encode())
    return found.hexdigest()


def serve(port: int) -> None:
    """Granian in this process's place, with its one worker; Ctrl-C and SIGTERM end both."""
    # The server's workers are forked, with the settings as they are here; the mail worker reads anew.
    settings.RELEASE = os.environ.setdefault("RELEASE", static_fingerprint()[:12])
    settings.SITE_URL = os.environ.setdefault("SITE_URL", f"http://localhost:{port}")
    worker = start_worker()
    try:
        run_server(port)
    finally:
        worker.terminate()
        worker.wait(timeout=30)


def start_worker() -> subprocess.Popen[bytes]:
    """Sends the letters that the server's pages write. It ends by itself if this process is killed."""
    command = [sys.executable, "-m", "django", "worker", "--parent", str(os.getpid())]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings"}
    return subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment)  # noqa: S603


class DemoServer(MPServer):
    """Granian waits for ever when it is told to stop twice at once, as ``uv run`` does on Ctrl-C."""

    def signal_handler_interrupt(self, *args: Any, **kwargs: Any) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        super().signal_handler_interrupt(*args, **kwargs)  # type: ignore[no-untyped-call]


def run_server(port: int) -> None:
    DemoServer(
        "portal.wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_access=False,
    ).serve()
