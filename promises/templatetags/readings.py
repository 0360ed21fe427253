"""Questions that a template asks of a whole list."""

from collections.abc import Iterable, Sequence

from django import template

from portal import papers
from promises import wording
from promises.models import PeriodEdition
from promises.reading_parts import ActionReading

register = template.Library()


@register.filter
def with_previous(
    editions: Sequence[PeriodEdition],
) -> list[tuple[PeriodEdition, PeriodEdition | None]]:
    """Each edition, newest first, with the public one before it: the one it can be compared to."""
    pairs = []
    for index, edition in enumerate(editions):
        older = (e for e in editions[index + 1 :] if e.is_public)
        pairs.append((edition, next(older, None) if edition.is_public else None))
    return pairs


@register.filter
def are_counted(actions: Iterable[ActionReading]) -> bool:
    """Whether any of them was promised or done in numbers: else such columns would stand empty."""
    return any(action.counts for action in actions)


register.filter("amount", wording.amount_in_words)


@register.simple_tag
def papers_are_made() -> bool:
    """Whether this machine can make PDFs: else no page offers one."""
    return papers.are_made()
