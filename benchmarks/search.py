"""What searching costs, side by side in one process: ``uv run benchmarks/search.py``.

Fills a table of 10,000 entries with words drawn from the demo's own texts, searches it in several ways, and
rolls everything back. Prints ratios for this machine now; absolute times would promise
something about another.
"""

import datetime as dt
import os
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
os.environ.setdefault("DEMO", "1")

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from portal.models import Partnership, SearchEntry
from portal.search_words import terms
from portal.searching import PER_PAGE, find

ENTRIES, WORDS_EACH, ROUNDS = 10_000, 120, 5
QUERIES = {
    "one word": "fotpatruller",
    "part of a compound": "hund",
    "three words": "trygghet centrum belysning",
    "a word in every entry": "polisen",
    "typing error": "bedregeri",
}


def fill() -> None:
    """Texts as long as real ones, their words as common as in the demo."""
    draw = random.Random(2313)  # noqa: S311 - the same table each time
    known = [" ".join(entry.texts).split() for entry in SearchEntry.objects.public()]
    places = list(Partnership.objects.all())
    now = timezone.now()

    def text(count: int) -> str:
        """About one thing, as what an entry says is, with a word of its own."""
        own = "".join(draw.choices("abdefghiklmnoprstuvåäö", k=9))
        return " ".join([*draw.choices(draw.choice(known), k=count), own])

    entries = (
        SearchEntry.written(
            partnership=draw.choice(places),
            kind="promise",
            title=text(3)[:300],
            statement=text(15),
            body=text(WORDS_EACH // 2),
            background=text(WORDS_EACH // 2),
            keywords="Polisen",
            url="/",
            visible_from=now - dt.timedelta(minutes=number),
        )
        for number in range(ENTRIES)
    )
    SearchEntry.objects.bulk_create(entries, batch_size=500)
    with connection.cursor() as cursor:
        for index in ("search_entry_letters", "search_entry_words", "search_entry_facets"):
            cursor.execute("SELECT gin_clean_pending_list(%s)", [index])
        cursor.execute("ANALYZE portal_searchentry")


def best_time(act: Callable[[], object]) -> float:
    """Seconds, in the quietest of several rounds."""
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        found.append(time.perf_counter() - start)
    return min(found)


def ours(query: str) -> object:
    return find(SearchEntry.objects.public(), terms(query), number=1)


def ilike(query: str) -> object:
    """The plain way: every word somewhere in the text, unranked, with a count."""
    found = SearchEntry.objects.public()
    for word in query.split():
        anywhere = Q()
        for field in ("title", "statement", "body", "background", "keywords"):
            anywhere |= Q(**{f"{field}__icontains": word})
        found = found.filter(anywhere)
    return found.count(), list(found.order_by("-visible_from")[:PER_PAGE])


def main() -> None:
    call_command("demo", setup_only=True, stdout=StringIO())
    with transaction.atomic():
        fill()
        print(f"{ENTRIES} entries; how many times as fast as plain ILIKE the search is:")
        for name, query in QUERIES.items():
            plain, indexed = best_time(partial(ilike, query)), best_time(partial(ours, query))
            print(f"{plain / indexed:7.1f} ×  {name}: {query}")
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
