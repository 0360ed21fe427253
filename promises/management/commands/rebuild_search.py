"""``manage.py rebuild_search``: what search and links between apps look things up in, written anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from portal.models import SearchEntry
from promises.services import rebuild_search


class Command(BaseCommand):
    help = "Rewrites the search register from published and scheduled editions. Safe at any time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-needed", action="store_true", help="only what an older release has written"
        )

    def handle(self, *, if_needed: bool, **options: Any) -> None:
        if if_needed and not SearchEntry.objects.written_by_older_release().exists():
            return
        count = rebuild_search()
        self.stdout.write(f"Search is rebuilt from {count} editions.")
