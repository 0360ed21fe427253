"""``manage.py delete_answers``: for those who run it daily by cron; the worker does the same by itself."""

from typing import Any

from django.core.management import BaseCommand

from dialogues.deletion import delete_due
from portal.days import today


class Command(BaseCommand):
    help = "Deletes answers to surveys whose day has come. Safe to run any number of times."

    def handle(self, **options: Any) -> None:
        told = delete_due(on=today())
        self.stdout.write("\n".join(told) or "Inga svar skulle raderas i dag.")
