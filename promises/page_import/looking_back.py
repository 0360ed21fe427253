"""Stage 4, looking back: does a sentence say when or how the promises will be followed up?

It must be to come, and name what is looked at: how it went, the promises, a survey asked once more.
"""

import datetime as dt
import re

from promises.page_import.periods import find_spans
from promises.page_import.result import ImportedFollowUpPlan, Lines
from promises.page_import.words import looking_back as words
from promises.page_import.words.verbs import PROMISE

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def plans_follow_up(sentence: str) -> bool:
    when = words.WHEN.search(sentence) is not None
    if PROMISE.search(sentence) or (words.HERE.match(sentence) and not when):
        return False
    if words.HERE_IT_IS.search(sentence) or _is_told(sentence):
        return False
    if words.IS_CHECKED.search(sentence):
        return True
    asks = words.HOW_IT_WENT.search(sentence) is not None
    of_promises = words.OF_PROMISES.search(sentence) is not None
    again = words.AGAIN.search(sentence) is not None
    return any(
        (
            when and (words.CHECKS.match(sentence) or words.LOOKS.match(sentence)),
            words.CHECKS.search(sentence) and (asks or of_promises or when),
            words.LOOKS.search(sentence) and (asks or (of_promises and when)),
            when and (again or words.REPORT.search(sentence)),
            asks and (when or again) and words.KNOWS.search(sentence),
        )
    )


def _is_told(sentence: str) -> bool:
    """Past: the follow-up has been. What is asked ("hur det gick") and until when do not count."""
    main = words.WHEN_CLAUSE.sub(" ", words.HOW_IT_WENT.sub(" ", sentence))
    return words.PAST.search(main) is not None and not words.TO_COME.search(main)


def speaks_of_follow_up(sentence: str) -> bool:
    return words.FOLLOWED.search(sentence) is not None


def follow_up_plan(sentence: str, lines: Lines) -> ImportedFollowUpPlan:
    """The plan's text, with the day it falls due where the page names one."""
    exact = [span for span in find_spans(sentence[:500]) if span.is_exact and span.ends_on]
    years = [int(found.group()) for found in _YEAR.finditer(sentence)]
    due: dt.date | None = exact[-1].ends_on if exact else None
    return ImportedFollowUpPlan(
        sentence, due, due.year if due else (years[-1] if years else None), lines
    )
