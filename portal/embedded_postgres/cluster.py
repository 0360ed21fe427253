"""A folder with a cluster in it, and the PostgreSQL processes that serve it.

Whether they run is never read from a process id, which may be a zombie's or by now somebody
else's: they inherit a lock (`server`), so it is free exactly when the last of them is gone.

Of the wheel only the programs are used. Its Python would trust a reused process id, count users
in a list that a killed process never leaves, and open folders to everybody (see account.py).

Callers hold the lock that server.py describes while they run, stop or create.
"""

import errno
import hashlib
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Collection
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from portal.embedded_postgres import ROLE, locks, programs
from portal.embedded_postgres.account import Account, account_for
from portal.embedded_postgres.programs import EmbeddedPostgresError

SOCKET = f".s.PGSQL.{programs.PORT}"
A_MEGABYTE = 2**20
LONGEST_SOCKET_PATH = 103  # bytes, on macOS; Linux allows four more
SSL_REQUEST = b"\0\0\0\x08\x04\xd2\x16\x2f"  # the protocol's shortest question; the answer is no
NO_PROCESS = "2147483647"  # higher than any system numbers its processes


class Cluster:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.log = folder / "server.log"
        self.lock = folder / "lock"
        self.users = folder / "users"
        self._server = folder / "server"
        self._pid_file = self.data / "postmaster.pid"

    @cached_property
    def account(self) -> Account:
        return account_for(self.data)

    @cached_property
    def socket_folder(self) -> Path:
        """The folder itself; below /tmp where a socket's path would be too long for the system."""
        if len(os.fsencode(self.folder / SOCKET)) <= LONGEST_SOCKET_PATH:
            return self.folder
        name = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        # Not tempfile.gettempdir(): two commands with different TMPDIR must meet. Whether the
        # folder is really ours is checked when it is made.
        return Path(f"/tmp/medborgarloften-{self.account.uid}-{name}")  # noqa: S108

    def prepare(self) -> None:
        """Make the folder and its lock files, owned by the account that the server runs as."""
        account = self.account  # chosen before anything is made: it depends on who owns the place
        self._make_folder(self.folder)
        for path in (self.lock, self.users, self._server):
            path.touch(mode=0o600)
            account.take(path)

    def _make_folder(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Below /tmp anybody may have made it before us, to listen in our place.
        if folder.lstat().st_uid not in (self.account.uid, 0) or folder.is_symlink():
            raise PermissionError(errno.EPERM, "it belongs to another user", str(folder))
        self.account.take(folder)

    # --- Running -----------------------------------------------------------------------------

    def is_gone(self) -> bool:
        """Tell whether none of its processes is left; costs microseconds."""
        with suppress(FileNotFoundError):  # somebody removed the folder
            return locks.could_have(self._server, locks.SHARED)
        return True

    def answers(self) -> bool:
        """Tell whether the server takes connections; costs it about what a connection does."""
        with suppress(OSError, IndexError), socket.socket(socket.AF_UNIX) as probe:
            if self._pid_file.read_text().splitlines()[7].strip() == "ready":
                probe.settimeout(1)
                probe.connect(str(self.socket_folder / SOCKET))
                # A server that is just being killed may still take the connection, but not reply.
                probe.sendall(SSL_REQUEST)
                return probe.recv(1) == b"N"
        return False

    def run(self) -> None:
        """Wait until the server answers, after starting it if no process of it is left."""
        started = False
        for _ in locks.pauses():
            if self.answers():
                return
            if self.is_gone():
                if started:
                    raise EmbeddedPostgresError(self._say("PostgreSQL did not start"))
                self._start()
                started = True
        raise EmbeddedPostgresError(self._say(f"PostgreSQL not ready in {locks.PATIENCE:.0f} s"))

    def stop(self) -> None:
        """Ask the server to end its sessions, save and stop; wait until it has."""
        if self.answers():  # otherwise the process id may be somebody else's
            os.kill(int(self._pid_file.read_text().split()[0]), signal.SIGINT)
            any(self.is_gone() for _ in locks.pauses())
            if self.socket_folder != self.folder:
                self.socket_folder.rmdir()

    def create(self, database: str) -> None:
        """Create the site's role and the database, where they are missing.

        The role is no superuser, so that nothing works on a laptop which production's role may not
        do. Only for the tests it may create databases, and switch off the triggers that keep them
        from emptying tables.
        """
        connection = psycopg.connect(
            host=str(self.socket_folder),
            port=programs.PORT,
            user=programs.SUPERUSER,
            dbname="postgres",
            connect_timeout=round(locks.PATIENCE),
            autocommit=True,
        )
        role, name = sql.Identifier(ROLE), sql.Identifier(database)
        with connection:
            if not connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [ROLE]).rowcount:
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(role))
                allow = "GRANT SET ON PARAMETER session_replication_role TO {}"
                connection.execute(sql.SQL(allow).format(role))
            find = "SELECT FROM pg_database WHERE datname = %s"
            if not connection.execute(find, [database]).rowcount:
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, role))

    # --- Starting ----------------------------------------------------------------------------

    def _start(self) -> None:
        """Launch the server. Called only when none of its processes is left."""
        if self.log.exists():
            self.log.replace(f"{self.log}.1")
        self.log.touch(mode=0o600)
        self.account.take(self.log)
        self._make_folder(self.socket_folder)
        reach = [self.data, self.socket_folder / SOCKET]
        as_account = self.account.popen_options(reach=reach, read=programs.folders())
        if not (self.data / "PG_VERSION").exists():
            self._make_data(as_account)
        self._check_version()
        self.account.take_from_root(self.data)
        self._bury()
        lock = locks.hold(self._server, locks.ALONE)
        try:
            command = programs.postgres(self.data, self.socket_folder)
            self._call(command, as_account, pass_fds=[lock])  # the server now holds the lock
        finally:
            os.close(lock)

    def _make_data(self, as_account: dict[str, Any]) -> None:
        """Make it aside and rename: what is half made by a killed process never looks whole."""
        if self.data.exists() and any(self.data.iterdir()):
            raise EmbeddedPostgresError(f"{self.data} is no PostgreSQL cluster: move it away.")
        new = self.folder / "data.new"
        for letters in programs.LETTERS:
            shutil.rmtree(new, ignore_errors=True)
            with suppress(subprocess.TimeoutExpired):
                if self._call(programs.initdb(new, letters), as_account) == 0:
                    new.rename(self.data)
                    return
            if "invalid locale name" not in self.log.read_text(errors="replace"):
                break
        raise EmbeddedPostgresError(self._say("PostgreSQL could not make its files"))

    def _check_version(self) -> None:
        old, new = (self.data / "PG_VERSION").read_text().strip(), programs.major_version()
        if old != new:
            raise EmbeddedPostgresError(
                f"{self.data} was made by PostgreSQL {old}, this is PostgreSQL {new}: move "
                f"{self.folder} away to begin with an empty database, or set DATABASE_URL to a "
                f"PostgreSQL {old} that serves it."
            )

    def _bury(self) -> None:
        """Leave nothing of a dead server that PostgreSQL would take for a living one.

        It refuses to start if the process id in these files exists. In its pid file the id is
        replaced rather than the file removed: the rest lets PostgreSQL find out from shared memory
        if somebody started a server here by hand.
        """
        for name in (SOCKET, f"{SOCKET}.lock"):
            (self.socket_folder / name).unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            lines = self._pid_file.read_text().splitlines()
            if len(lines) < 7:  # it died before it had written all
                self._pid_file.unlink()
            else:
                self._pid_file.write_text("\n".join([NO_PROCESS, *lines[1:], ""]))

    def _call(
        self, command: list[str], as_account: dict[str, Any], pass_fds: Collection[int] = ()
    ) -> int:
        """Run a program to its end, with what it says in the log and out of reach of Ctrl-C."""
        with self.log.open("ab") as log:
            done = subprocess.run(  # noqa: S603, the wheel's programs
                command,
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=programs.environment(),
                start_new_session=True,
                timeout=locks.PATIENCE,
                pass_fds=pass_fds,
                **as_account,
            )
        return done.returncode

    # --- Explaining --------------------------------------------------------------------------

    def _say(self, what: str) -> str:
        if shutil.disk_usage(self.folder).free < A_MEGABYTE:
            what += " on a full disk"  # which may have kept it from saying so itself
        return f"{what}: {programs.complaints(self.log.read_text(errors='replace'))} ({self.log})"

    def explain(self, error: OSError) -> str:
        what = f"PostgreSQL cannot use {error.filename or self.folder}: {error.strerror}"
        with suppress(OSError, KeyError):
            if os.geteuid() != 0 and self.folder.stat().st_uid != os.geteuid():
                owner = self.folder.owner()
                return f"{what}. It is {owner}'s: run this as {owner} or root, or move it away."
        return f"{what}. Mend that, or set DATABASE_URL."
