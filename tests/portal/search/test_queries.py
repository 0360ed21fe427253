"""What people type finds what they mean: 40 queries and more, against the demo's content."""

import re
import tomllib
from pathlib import Path

import pytest

from portal.days import today
from portal.models import SearchEntry
from tests.portal.search.pages import addresses, results, told

pytestmark = pytest.mark.django_db

FILE = Path(__file__).parent / "queries.toml"
QUERIES = tomllib.loads(FILE.read_text())["query"]


def year_of(match: re.Match) -> str:
    return str(today().year + int(match[1]))


@pytest.mark.parametrize("wanted", QUERIES, ids=[query["q"] for query in QUERIES])
def test_query_finds_what_was_meant_among_the_first_three(client, demo, wanted):
    page = results(client, q=wanted["q"])

    first = re.sub(r"\{Y([+-]\d)\}", year_of, wanted["first"])
    assert first in addresses(page)[:3], addresses(page)[:10]
    if "instead" in wanted:
        assert f"Menade du {wanted['instead']} ?" in told(page)


def test_there_are_at_least_forty_queries():
    assert len({query["q"] for query in QUERIES}) >= 40


def test_register_holds_words_and_no_tags(demo):
    texts = [text for entry in SearchEntry.objects.all() for text in entry.texts]

    assert len(texts) > 100
    assert [text for text in texts if "<" in text] == []


def test_extract_of_a_verdict_is_words(client, demo):
    page = results(client, q="procent vandringar")

    assert "Målet är nått" in page.select_one("#search-results").text
    assert "<p>" not in page.select_one("#search-results").text
