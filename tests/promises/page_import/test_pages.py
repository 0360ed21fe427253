"""The corpus: pages with what a careful person read in them, written before the reader saw them.

``open`` was at hand while the reader was written, ``apart`` was not: what is tuned to a page helps nobody.
"""

import pytest

from tests.promises.page_import.score import (
    DIMENSIONS,
    PAGES,
    expected_of,
    overall,
    pages_in,
    read,
    report,
    scores_of,
)

FLOORS = {"open": 0.97, "apart": 0.93}
FOLDERS = [PAGES / name for name in FLOORS if pages_in(PAGES / name)]
EVERY_PAGE = [path for folder in FOLDERS for path in pages_in(folder)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_score_of_the_corpus(folder):
    scores = scores_of(folder)

    print(report(folder))
    assert list(scores) == list(DIMENSIONS)
    assert overall(scores) >= FLOORS[folder.name], report(folder)


@pytest.mark.parametrize("path", EVERY_PAGE, ids=lambda path: path.stem)
def test_every_line_of_a_page_is_counted_as_a_reader_counts_them(path):
    lines = read(path)["lines"]

    assert lines["total"] == expected_of(path)["lines"]["total"]
    assert lines["placed"] + lines["unplaced"] == lines["total"]
