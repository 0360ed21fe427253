"""``manage.py import_page``: a page copied from a municipality's site becomes drafts."""

import json
import sys
from argparse import ArgumentParser
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser
from django.db import ProgrammingError

from portal.models import Partnership
from promises.page_import import ImportedPage, UnusableInput, read_page
from promises.page_import.difference import Difference, shortened
from promises.page_import.rows import import_rows
from promises.page_import.source import read_file

BAD_INPUT = 2


class OneLineParser(CommandParser):
    """Bad arguments get one line and exit code 2, without the usage that argparse prints first."""

    def error(self, message: str) -> NoReturn:
        if self.called_from_command_line:  # type: ignore[attr-defined]
            self.exit(BAD_INPUT, f"import_page: {message}\n")
        raise CommandError(message, returncode=BAD_INPUT)


class Command(BaseCommand):
    help = (
        "Reads a page saved as text or HTML into drafts. Shows what was added and changed, what the "
        "page no longer says, and every line that was not used."
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.__class__ = OneLineParser
        return parser

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the page, as text or HTML")
        parser.add_argument("--partnership", required=True, help="whose page it is: its address")
        parser.add_argument("--dry-run", action="store_true", help="show everything, write nothing")
        parser.add_argument("--json", action="store_true", help="print what was read as JSON")

    def handle(
        self, *, file: Path, partnership: str, dry_run: bool, json: bool, **options: Any
    ) -> None:
        try:
            page = read_page(read_file(file))
        except UnusableInput as error:
            raise CommandError(str(error), returncode=BAD_INPUT) from error
        try:
            place = Partnership.objects.filter(slug=partnership).first()
        except ProgrammingError as error:
            message = "The database has no tables yet: run “manage.py migrate” or “manage.py demo”."
            raise CommandError(message, returncode=BAD_INPUT) from error
        if place is None:
            raise CommandError(f"No partnership “{partnership}”.", returncode=BAD_INPUT)
        difference = import_rows(page=page, partnership=place, by=None, dry_run=dry_run)
        if json:
            self._print_json(page)
        else:
            self._print_report(page, difference, dry_run=dry_run)

    def _print_json(self, page: ImportedPage) -> None:
        """UTF-8 whatever the terminal's locale says."""
        if getattr(self.stdout, "_out", None) is sys.stdout and isinstance(
            sys.stdout, TextIOWrapper
        ):
            sys.stdout.reconfigure(encoding="utf-8")
        self.stdout.write(json.dumps(page.as_json(), ensure_ascii=False, indent=2))

    def _print_report(self, page: ImportedPage, difference: Difference, *, dry_run: bool) -> None:
        write = self.stdout.write
        for period in page.periods:
            acts = sum(len(promise.actions) for promise in period.promises) + len(period.actions)
            dates = f"{period.starts_on or '…'} – {period.ends_on or '…'}"
            write(
                f"{period.label or 'No period'} ({period.kind}, {dates}): {len(period.areas)} areas, "
                f"{len(period.promises)} promises, {acts} actions"
            )
        if not page.periods:
            write("No promises and no report found.")
        write(f"{len(page.contacts)} contacts")
        write("")
        for line in difference.as_lines():
            write(line)
        if difference.writes_nothing:
            write("Nothing to change: the drafts already say what the page says.")
        elif dry_run:
            write("Dry run: nothing was written.")
        write("")
        write(f"{len(page.lines)} lines: {page.placed} used, {len(page.unplaced)} not used:")
        for unplaced in page.unplaced:
            write(f"{unplaced.line:>6}  {shortened(unplaced.text.strip())}")
