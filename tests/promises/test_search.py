"""What search is told of a published period."""

import pytest

from promises.documents import FollowUp, PromiseVerdict
from promises.search import search_entries
from tests.promises.overviews.made import period, promise


def status_of(kind=None, verdict=None) -> list[str]:
    """The status that a promise is filed under, with such a report."""
    one = promise()
    verdicts = (PromiseVerdict(promise=one.key, verdict=verdict),) if verdict else ()
    reports = (FollowUp(kind=kind, verdicts=verdicts),) if kind else ()
    entries = search_entries(period(2021, one, follow_ups=reports))
    [facets] = [entry["facets"] for entry in entries if entry["kind"] == "promise"]
    return [facet.partition(":")[2] for facet in facets if facet.startswith("status:")]


@pytest.mark.parametrize(
    ("kind", "verdict", "status"),
    [
        (None, None, "not_reported"),
        ("interim", None, "not_reported"),
        ("interim", "met", "not_reported"),
        ("final", "met", "met"),
        ("final", "cannot_be_judged", "cannot_be_judged"),
        ("final", "not_due", "no_verdict"),
        ("final", None, "no_verdict"),
    ],
)
def test_promise_is_filed_as_the_overview_tells_it(kind, verdict, status):
    """See promises.overviews.standing: an interim report settles nothing, a final one tells of all."""
    assert status_of(kind, verdict) == [status]
