"""One server shared by all commands of a checkout, without their talking to each other.

Two locks do it:

- `lock`   held while a process looks at the server and starts or stops it: one at a time.
- `users`  held *shared* by each process that uses the server, for as long as it lives. Whoever
           gets it alone when leaving was the last, and stops the server.

A process that is killed cannot stop the server, nor hold it: the kernel drops its share, the
server stays, and the next command finds it and stops it in its turn.
"""

import atexit
import os
import threading
from contextlib import suppress
from functools import cache
from pathlib import Path

from portal.embedded_postgres import locks
from portal.embedded_postgres.cluster import Cluster
from portal.embedded_postgres.programs import EmbeddedPostgresError


class Server:
    """The server of one folder, as this process uses it. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self.cluster = Cluster(folder.resolve())
        self._share: int | None = None  # descriptor of `users`, while we are one of them
        self._seen: set[str] = set()  # databases that are known to exist
        self._one_thread = threading.Lock()
        self._exit_is_handled = False

    def ensure(self, database: str) -> str:
        """See to it that the server runs and has `database`; give the folder of its socket.

        Cheap once both are known. A server that ends at this very moment may pass for a running
        one: `revive` is for whoever finds out by a connection that fails.
        """
        if self._share is None or database not in self._seen or self.cluster.is_gone():
            with self._one_thread:
                self._ensure_slowly(database)
        return str(self.cluster.socket_folder)

    def revive(self) -> bool:
        """Start a server that does not answer; tell whether that was so."""
        if self.cluster.answers():
            return False
        with self._one_thread:
            self._ensure_slowly("postgres")
        return True

    def _ensure_slowly(self, database: str) -> None:
        try:
            self.cluster.prepare()
            with locks.locked(self.cluster.lock):
                self._join()
                if not self.cluster.answers():
                    self._seen.clear()  # whatever comes up now may have lost them
                    self.cluster.run()
                self.cluster.create(database)
        except locks.BusyError:
            raise EmbeddedPostgresError(
                f"Another command has been starting or stopping the PostgreSQL in "
                f"{self.cluster.folder} for {locks.PATIENCE:.0f} s; see {self.cluster.log}."
            ) from None
        except OSError as error:
            raise EmbeddedPostgresError(self.cluster.explain(error)) from error
        self._seen.add(database)

    def _join(self) -> None:
        if self._share is None:
            self._share = locks.hold(self.cluster.users, locks.SHARED)
        if not self._exit_is_handled:
            self._exit_is_handled = True
            atexit.register(self.leave)
            os.register_at_fork(after_in_child=self._forget)

    def leave(self) -> None:
        """Stop the server, unless somebody else uses it. Runs when the process exits."""
        with self._one_thread:
            if self._share is None:
                return
            os.close(self._share)
            self._share = None
            # A folder removed meanwhile, or a server that will not stop, is nothing to end a
            # program with: the next command deals with it.
            with suppress(OSError, locks.BusyError), locks.locked(self.cluster.lock):
                if locks.could_have(self.cluster.users, locks.ALONE):
                    self.cluster.stop()

    def _forget(self) -> None:
        """Be no user in a forked child: its exit must not stop the server under its parent."""
        self._one_thread = threading.Lock()
        if self._share is not None:
            os.close(self._share)
            self._share = None


@cache
def server_in(folder: Path) -> Server:
    """Give this process's one Server for `folder`, so that its threads and aliases share it."""
    return Server(folder)
