"""``manage.py worker``: sends mail and reminders; one runs beside the server."""

import logging
import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from portal.worker import PortalWorker


class Command(BaseCommand):
    help = "Sends mail and reminders until it is stopped. Run one beside the server."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what waits now and exit")
        parser.add_argument("--parent", type=int, help="end when this process is gone")

    def handle(self, *, once: bool, parent: int | None, **options: Any) -> None:
        # Django logs each task, and the batches that find nothing to do say so every second.
        for name in ("django_tasks_db", "django.tasks"):
            logging.getLogger(name).setLevel(logging.WARNING)
        worker = PortalWorker(parent=parent)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, worker.stop)
        if once:
            worker.turn()
        else:
            worker.run()
