"""What in a promise anybody can check afterwards, and what of it is lost from one wording to the next."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

from portal import swedish
from promises import wording
from promises.documents import Goal, Promise
from promises.enums import ActionOrigin

Count = Callable[[Promise], int]
Less = Callable[[Goal, Goal], str]
"""From what a goal was and what it is: a sentence on what it lost, or nothing."""


def goals_with_a_figure(promise: Promise) -> int:
    return sum(goal.target_value is not None for goal in promise.goals)


def goals_with_a_last_day(promise: Promise) -> int:
    return sum(goal.deadline is not None for goal in promise.goals)


def actions_with_a_count(promise: Promise) -> int:
    """Only what was promised: what came about on the way was never anybody's word."""
    return sum(
        action.promised_count is not None and action.origin == ActionOrigin.PROMISED
        for action in promise.actions
    )


def kinds() -> list[tuple[str, Count, Less]]:
    """What can be checked: its words in the language of the moment, how to count it, and how to tell that one
    goal which is still there has less of it."""
    return [
        (_("mål med siffra"), goals_with_a_figure, lost_figure),
        (_("mål med sista dag"), goals_with_a_last_day, lost_day),
        (_("insatser med utlovat antal"), actions_with_a_count, nothing),
    ]


def lost(earlier: Promise, later: Sequence[Promise]) -> list[str]:
    """Why the later wordings, taken together, are vaguer; empty when they are not. A kind of thing that can
    be checked has gone altogether, or a goal that is still there has lost its figure or its last day."""
    pairs = _same_goals(earlier, later)
    found = []
    for what, count, less in kinds():
        told = [sentence for before, after in pairs if (sentence := less(before, after))]
        was, now = count(earlier), sum(map(count, later))
        found += told or ([_numbers(what, was, now)] if was and not now else [])
    return found


def changed(earlier: Promise, later: Sequence[Promise]) -> list[str]:
    """How the numbers of what can be checked moved, where something is still there."""
    found = []
    for what, count, _less in kinds():
        was, now = count(earlier), sum(map(count, later))
        found += [_numbers(what, was, now)] if now and was != now else []
    return found


def lost_figure(before: Goal, after: Goal) -> str:
    if before.target_value is None or after.target_value is not None:
        return ""
    return _("Målet ”%(name)s” hade en siffra: %(was)s. Nu står bara: %(now)s.") % {
        "name": before.indicator,
        "was": wording.target_in_words(before),
        "now": wording.target_in_words(after),
    }


def lost_day(before: Goal, after: Goal) -> str:
    if before.deadline is None or after.deadline is not None:
        return ""
    return _("Målet ”%(name)s” skulle vara nått senast %(day)s. Nu finns ingen dag.") % {
        "name": before.indicator,
        "day": swedish.date(before.deadline),
    }


def nothing(before: Goal, after: Goal) -> str:
    """No goal tells of it."""
    return ""


def _numbers(what: str, was: int, now: int) -> str:
    what = swedish.sentence_case(what)
    return _("%(what)s: %(was)s förut, %(now)s nu.") % {"what": what, "was": was, "now": now}


def _same_goals(earlier: Promise, later: Sequence[Promise]) -> list[tuple[Goal, Goal]]:
    """Goals that measure the same by name. Of several wordings the most exact one counts."""
    pairs = []
    for before in earlier.goals:
        same = [g for p in later for g in p.goals if _name(g) == _name(before)]
        if same:
            best = max(same, key=lambda g: (g.target_value is not None, g.deadline is not None))
            pairs.append((before, best))
    return pairs


def _name(goal: Goal) -> str:
    return " ".join(goal.indicator.casefold().split())
