"""Every public page as the server sends it, read by the W3C's own checker of HTML.

The checker is a program for Java that comes with the npm package ``vnu-jar``; ``VNU_JAR`` says where it is.
Without it these tests are skipped, unless ``HTML_TESTS=1`` demands them (CI does).
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

JAR = os.environ.get("VNU_JAR", "")


@pytest.fixture
def checker() -> list[str]:
    if Path(JAR).is_file() and (java := shutil.which("java")):
        return [java, "-jar", JAR, "--errors-only", "--format", "json"]
    if os.environ.get("HTML_TESTS") == "1":
        pytest.fail("HTML_TESTS=1, but there is no Java on PATH or no checker where VNU_JAR says")
    pytest.skip("no checker of HTML: set VNU_JAR")


def errors(checker: list[str], folder: Path) -> list[str]:
    said = subprocess.run([*checker, str(folder)], capture_output=True, text=True, check=False)
    return [
        f"{Path(message.get('url', '')).name}: {message['message']} {message.get('extract', '')!r}"
        for message in json.loads(said.stderr)["messages"]
    ]


def test_every_page_is_right(site, page, all_pages, checker, tmp_path):
    names = {}
    for number, path in enumerate(all_pages):
        names[f"{number}.html"] = path
        sent = page.request.get(site + path)
        (tmp_path / f"{number}.html").write_bytes(sent.body())

    found = errors(checker, tmp_path)

    assert [f"{names.get(line.partition(':')[0], '')} {line}" for line in found] == []


def test_checker_would_find_something(checker, tmp_path):
    (tmp_path / "0.html").write_text('<!doctype html><html lang="sv"><title>A</title><p><h1>B</p>')

    assert errors(checker, tmp_path) != []
