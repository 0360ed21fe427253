"""How much a public page costs, side by side in one process: ``uv run benchmarks/public_page.py``.

Fills the built-in database with the demo first. Prints ratios between ways of answering the same request, for
this machine now; absolute times would promise something about another.
"""

import os
import sys
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
os.environ.setdefault("DEMO", "1")

import django

django.setup()

from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.test import RequestFactory

PAGE = "/stromsund/"
ROUNDS = 5


def best_time(act: Callable[[], object], *, times: int) -> float:
    """Seconds per call, in the quietest of several rounds."""
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(times):
            act()
        found.append((time.perf_counter() - start) / times)
    return min(found)


def main() -> None:
    call_command("demo", setup_only=True, stdout=StringIO())
    handler, factory = WSGIHandler(), RequestFactory(SERVER_NAME="localhost")

    def answer(**headers: str) -> object:
        return handler.get_response(factory.get(PAGE, headers=headers))

    def rendered() -> None:
        caches["pages"].clear()
        answer()

    etag = handler.get_response(factory.get(PAGE)).headers["ETag"]
    rows = {
        "documents read and page rendered": best_time(rendered, times=20),
        "finished page from the cache": best_time(answer, times=200),
        "finished page, brotli": best_time(lambda: answer(accept_encoding="br"), times=200),
        "304 to a known ETag": best_time(lambda: answer(if_none_match=etag), times=200),
    }
    slowest = max(rows.values())
    for name, seconds in rows.items():
        print(f"{slowest / seconds:7.1f} ×  {name}")


if __name__ == "__main__":
    main()
