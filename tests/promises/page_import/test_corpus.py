"""Invented pages of every kind, each with what it says as JSON, checked by reading."""

import json
from pathlib import Path

import pytest

from promises.page_import import read_page

CORPUS = Path(__file__).with_name("corpus")
PAGES = sorted(path for path in CORPUS.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_says(path):
    assert read_page(path.read_bytes()).as_json() == json.loads(
        path.with_suffix(".json").read_text()
    )
