"""``manage.py send_reminders``: for those who run it daily by cron; the worker does the same by itself."""

from typing import Any

from django.core.management import BaseCommand

from portal.days import today
from promises.reminders import send_reminders


class Command(BaseCommand):
    help = "Writes the reminders of follow-ups that are due today. Safe to run any number of times."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{send_reminders(on=today())} reminders are due today.")
