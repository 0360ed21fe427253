"""The process beside the server: runs the queue, sweeps up after processes that died, and once a day does
what has to be done daily. Apps above register their daily work; the portal itself knows none of it."""

import datetime as dt
import logging
import os
import time
from collections.abc import Callable

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from portal.days import today
from portal.tasks import sweep

logger = logging.getLogger(__name__)

DAILY: list[Callable[[dt.date], object]] = []
MORNING = 7
"""Nobody gets a reminder at midnight."""
SWEEP_EVERY = 30.0
RETRY_EVERY = dt.timedelta(minutes=10)
STUCK = dt.timedelta(days=1)


def daily[F: Callable[[dt.date], object]](work: F) -> F:
    """Decorator: to be done once a day, in the morning; must be safe to do twice."""
    DAILY.append(work)
    return work


@daily
def prune(on: dt.date) -> None:
    """Forget tasks that ended two weeks ago, and those whose worker died: the letters are the truth."""
    call_command("prune_db_task_results", verbosity=0)
    DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - STUCK).delete()


class PortalWorker:
    """``parent`` is a process to end with, since a killed parent cannot end its children."""

    def __init__(self, *, interval: float = 1.0, parent: int | None = None) -> None:
        self.interval, self.parent = interval, parent
        self.is_running = True
        self.batch: Worker | None = None
        self.swept_at = float("-inf")
        self.done_on: dict[Callable[[dt.date], object], dt.date] = {}
        self.rests_until: dict[Callable[[dt.date], object], dt.datetime] = {}

    def stop(self, *_: object) -> None:
        """After the task at hand. For signals."""
        self.is_running = False
        if self.batch:
            self.batch.running = False

    def run(self) -> None:
        while self.is_running and (self.parent is None or os.getppid() == self.parent):
            try:
                self.turn()
            except DatabaseError:
                logger.exception("The database did not answer; trying again")
            close_old_connections()
            if self.is_running:
                time.sleep(self.interval)

    def turn(self) -> None:
        if time.monotonic() - self.swept_at > SWEEP_EVERY:
            sweep()
            self.swept_at = time.monotonic()
        self.batch = batch_worker()
        self.batch.run()
        self.do_daily()

    def do_daily(self) -> None:
        """Each apart: what fails is tried again in a while, and holds up neither the rest nor the letters."""
        day, now = today(), timezone.localtime()
        if now.hour < MORNING:
            return
        for work in DAILY:
            if self.done_on.get(work) == day or now < self.rests_until.get(work, now):
                continue
            try:
                work(day)
            except Exception:
                logger.exception("Daily work failed, trying again in a while: %s", work)
                self.rests_until[work] = now + RETRY_EVERY
            else:
                self.done_on[work] = day


def batch_worker() -> Worker:
    """Runs what is ready and returns."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
