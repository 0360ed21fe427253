"""A real Chromium on a real portal: ``manage.py demo`` with a database of its own, served by Granian.

Where no Chromium is found these tests are skipped, unless ``BROWSER_TESTS=1`` demands them (CI does).
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.visits import pages_of

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
READER = {"locale": "sv-SE", "timezone_id": "Europe/Stockholm"}
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)


FIRST = "test_desk test_every_page test_writing test_journey test_survey".split()
"""The slowest; and before them the one that needs a demo where nobody has made another place."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests come before all others: what is begun last should be short, since the other workers wait
    for it."""
    ours = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None and os.environ.get("BROWSER_TESTS") != "1":
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))
    places = {name: place for place, name in enumerate(FIRST)}
    ours.sort(key=lambda item: places.get(item.path.stem, len(places)))
    others = [item for item in items if item not in set(ours)]
    items[:] = [*ours, *others]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """While it lives its event loop runs in this thread, and Django would take every later test of the same
    worker for asynchronous code."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    if CHROMIUM is None:
        pytest.fail("BROWSER_TESTS=1, but no Chromium was found on PATH")
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-first-run", *quiet, *sandbox]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**READER)
    yield context.new_page()
    context.close()


@pytest.fixture
def page_without_javascript(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**READER, java_script_enabled=False)
    yield context.new_page()
    context.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def surroundings(mail_server) -> Iterator[dict[str, str]]:
    """The environment of the running demo and of commands beside it: a state folder of its own, and a real
    SMTP server that keeps its letters. Not in pytest's own folders: each run of pytest closes those to the
    account that PostgreSQL runs under where we are root."""
    _, smtp_port = mail_server
    folder = Path(tempfile.mkdtemp(prefix="demo-"))
    gone = ("DATABASE_URL", "DEBUG", "DJANGO_SETTINGS_MODULE", "SECRET_KEY", "ALLOWED_HOSTS")
    yield {key: value for key, value in os.environ.items() if key not in gone} | {
        "VAR_DIR": str(folder / "var"),
        "EMAIL_URL": f"smtp://127.0.0.1:{smtp_port}",
    }
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def site(surroundings) -> Iterator[str]:
    """The address of a running demo."""
    port, log = free_port(), Path(surroundings["VAR_DIR"]).parent / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=ROOT,
            env=surroundings,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_healthy(f"http://localhost:{port}", process, log)
            yield f"http://localhost:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


@pytest.fixture(scope="session")
def all_pages(site) -> dict[str, bool]:
    """Every address that a resident can reach by links, and some that no link leads to; and whether parts
    of the page change without a new page."""
    return pages_of(site)


@pytest.fixture
def beside(site, surroundings) -> Callable[[str], None]:
    """Runs a module of ours in the demo's own database, beside its server."""

    def run(module: str) -> None:
        ours = {"DJANGO_SETTINGS_MODULE": "portal.settings", "DEBUG": "1"}
        subprocess.run(
            [sys.executable, "-m", module], cwd=ROOT, env=surroundings | ours, check=True
        )

    return run


def wait_until_healthy(base: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(1800):
        if process.poll() is not None:
            pytest.fail(f"the demo ended at its start:\n{log.read_text()}")
        try:
            with urllib.request.urlopen(f"{base}/halsa/", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the demo did not answer within three minutes:\n{log.read_text()}")
