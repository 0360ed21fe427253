#!/usr/bin/env python
"""Django's command line. A shell without a database of its own means a developer's laptop; a server sets
its own environment (README, "Deploy")."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    if sys.argv[1:2] == ["demo"]:
        os.environ.setdefault("DEMO", "1")
    elif not os.environ.get("DATABASE_URL"):
        os.environ.setdefault("DEBUG", "1")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
