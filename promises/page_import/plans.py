"""Stage 4, plans for the follow-up: whose they are, a promise's, an area's or the whole period's."""

import re

from promises.page_import.drafts import DraftArea, DraftPeriod, DraftPromise
from promises.page_import.looking_back import follow_up_plan
from promises.page_import.result import ImportedFollowUpPlan, Lines
from promises.page_import.state import State

_ALL_PROMISES = re.compile(
    r"\b(?:\w*löftena|löften|åtagandena|utfästelserna|handslagen|(?:samtliga|alla|båda|varenda"
    r"|de (?:två|tre|fyra|fem|sex)) (?:våra |de |här )*(?:\w*(?:löft|åtagand|utfäst|handslag"
    r"|punkt|siffr|mål|insats|områd|sak)\w*))\b(?! (?:inom|för|i) (?:detta|det här|varje) område)",
    re.IGNORECASE,
)


def place_plan(state: State, text: str, lines: Lines, *, is_mixed: bool = False) -> None:
    """``is_mixed``: the sentence stands among background, so it is about the same thing as that."""
    plan = follow_up_plan(text, lines)
    if state.period is None:
        state.lead_plans.append(plan)
        return
    period = _with_undertakings(state, state.period)
    holder = _holder(state)
    if period is not state.period or holder is None or _ALL_PROMISES.search(text):
        period.plans.append(plan)
        return
    holder.plans.append(plan)
    if not is_mixed:
        holder.loose_plans += 1


def _with_undertakings(state: State, period: DraftPeriod) -> DraftPeriod:
    """What is yet to be followed up are the promises in force, also where a report stands between."""
    if period.has_undertakings or not period.is_report:
        return period
    return next((one for one in reversed(state.periods[-9:]) if one.has_undertakings), period)


def _holder(state: State) -> DraftArea | DraftPromise | None:
    shared = len(state.list_promises) > 1
    return state.area if shared or state.promise is None else state.promise


def settle_plans(period: DraftPeriod) -> None:
    """A plan after the last promise, where no other promise has one, is for all of them."""
    if len(period.promises) < 2:
        return
    holders: list[DraftArea | DraftPromise] = [*period.areas, *period.promises]
    with_plans = [holder for holder in holders if holder.plans]
    if len(with_plans) != 1 or not with_plans[0].loose_plans:
        return
    last = period.promises[-1]
    is_bare = isinstance(with_plans[0], DraftArea) and not with_plans[0].promises
    if with_plans[0] is last or with_plans[0] is last.area or is_bare:
        period.plans += with_plans[0].plans
        with_plans[0].plans = list[ImportedFollowUpPlan]()
