"""Which period came after which."""

import datetime as dt
from collections.abc import Iterable, Sequence

from promises.documents import PeriodDocument


def oldest_first(documents: Iterable[PeriodDocument]) -> list[PeriodDocument]:
    """Those without a first day come last: nobody can say where in time they belong."""
    return sorted(documents, key=lambda d: (d.starts_on or dt.date.max, d.slug))


def later_than(
    document: PeriodDocument, documents: Sequence[PeriodDocument]
) -> list[PeriodDocument]:
    """Periods that began after this one did, oldest first. Two that began on one day are side by side,
    not one after the other."""
    if document.starts_on is None:
        return []
    began = document.starts_on
    return oldest_first(d for d in documents if d.starts_on and d.starts_on > began)
