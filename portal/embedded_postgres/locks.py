"""Locks on files, which the kernel releases however their holder ends, also by `kill -9`."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

try:
    import fcntl
except ImportError as error:
    raise ImproperlyConfigured(
        "The embedded PostgreSQL needs Linux or macOS: elsewhere, set DATABASE_URL."
    ) from error

PATIENCE = 20.0  # seconds until a wait becomes an error
PAUSE = 0.01

ALONE = fcntl.LOCK_EX
SHARED = fcntl.LOCK_SH


class BusyError(Exception):
    """Somebody else holds the lock."""


def pauses() -> Iterator[None]:
    """Run a loop at least once, and again with short pauses until patience ends."""
    end = time.monotonic() + PATIENCE
    yield
    while time.monotonic() < end:
        time.sleep(PAUSE)
        yield


def hold(path: Path, how: int) -> int:
    """Take the lock and give a descriptor that holds it until all its copies are closed.

    Programs that we start do not inherit it, unless they are given it.
    """
    descriptor = _open(path)
    fcntl.flock(descriptor, how)
    return descriptor


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock alone, after waiting for it; raises BusyError when patience ends."""
    descriptor = _open(path)
    try:
        if not any(_try(descriptor, ALONE) for _ in pauses()):
            raise BusyError(path)
        yield
    finally:
        _release(descriptor)


def could_have(path: Path, how: int) -> bool:
    """Tell whether the lock could be taken now; it is not kept."""
    descriptor = _open(path)
    try:
        return _try(descriptor, how)
    finally:
        _release(descriptor)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


def _try(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _release(descriptor: int) -> None:
    # Closing is not enough: a child that another thread has just forked has it open too.
    fcntl.flock(descriptor, fcntl.LOCK_UN)
    os.close(descriptor)
