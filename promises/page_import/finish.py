"""Stage 4, last step: dates settled, promised and done paired, drafts frozen into the result."""

import re
from dataclasses import replace

from promises.page_import.drafts import DraftPeriod, DraftPromise
from promises.page_import.figures import article_count, count_in
from promises.page_import.goals import find_goals
from promises.page_import.pairing import CANDIDATES, SURE, best_match, content_words, likeness
from promises.page_import.period_dates import Said, settled_dates
from promises.page_import.plans import settle_plans
from promises.page_import.reasons import reason_of
from promises.page_import.result import (
    ImportedAction,
    ImportedPeriod,
    ImportedText,
    Number,
    PeriodKind,
    Status,
)
from promises.page_import.words.doubts import PAIRED_BY_ORDER, PAIRED_BY_WORDS
from promises.page_import.words.verbs import BESIDES

_NEVER_PROMISED = re.compile(
    r"\b(?:aldrig|inte|utöver|utanför|förutom)\b[^.]*\b(?:löft|lova|utlova|fanns med|utfäst|åta)\w*",
    re.IGNORECASE,
)


def freeze_period(draft: DraftPeriod, fallback: list[Said]) -> ImportedPeriod:
    """``fallback``: what the page's title and lead say of dates, for a period without its own."""
    label, starts_on, ends_on, lines = settled_dates(draft, fallback)
    _pair(draft)
    settle_plans(draft)
    for promise in draft.promises:
        _count_promise(promise)
    used = [area for area in draft.areas if area.is_used]
    several = {id(area): len(area.promises) != 1 for area in used}
    promises = []
    seen: set[int] = set()
    for promise in draft.promises:
        shares = promise.area is not None and several.get(id(promise.area), False)
        if promise.area is not None and id(promise.area) in seen:
            promise.area.goals = []
        promises.append(promise.frozen(shares_area=shares, period_has_plan=bool(draft.plans)))
        if promise.area is not None:
            seen.add(id(promise.area))
    return ImportedPeriod(
        label=label,
        starts_on=starts_on,
        ends_on=ends_on,
        kind=_kind(draft),
        lines=tuple(dict.fromkeys([*draft.lines, *lines])),
        place=draft.place,
        areas=tuple(
            area.frozen(_area_rationale(area.rationale.frozen(), keeps=len(area.promises) > 1))
            for area in used
        ),
        promises=tuple(promises),
        actions=tuple(draft.actions),
        signatories=tuple(draft.signatories),
        introduction=draft.introduction.frozen(),
        how_they_came_about=draft.origin.frozen(),
        summary=draft.summary.frozen(),
        follow_up_plans=tuple(draft.plans),
        has_examples_only=draft.has_examples_only,
    )


def _area_rationale(text: ImportedText, *, keeps: bool) -> ImportedText:
    """Background over a single promise is the promise's own."""
    return text if keeps else ImportedText()


def _kind(draft: DraftPeriod) -> PeriodKind:
    if not draft.has_report and not draft.is_report:
        return "promises"
    if draft.has_undertakings or draft.has_recalled_list:
        return "both" if draft.has_report else "promises"
    return "outcome"


def _count_promise(promise: DraftPromise) -> None:
    """A promise that itself says how many is also an act with that number."""
    count = count_in(promise.statement)
    if count is None or any(action.promised_count == count for action in promise.actions):
        return
    if any(
        action.promised_count is not None
        for action in promise.actions
        if action.status != "planned"
    ):
        return
    goals = find_goals(promise.statement, ())
    if any(count in (goal.baseline_value, goal.target_value) for goal in goals):
        return
    own = ImportedAction(
        text=promise.statement,
        lines=tuple(promise.lines),
        lead=promise.subject,
        promised_count=count,
        status="planned",
    )
    promise.actions.insert(0, own)


def _pair(draft: DraftPeriod) -> None:
    """What a report tells hangs under the promise it is about, and meets what was promised there."""
    _hang_loose_acts(draft)
    for promise in draft.promises:
        _pair_with_planned(promise)
        _pair_with_statement(promise)


def _hang_loose_acts(draft: DraftPeriod) -> None:
    recalled = [
        promise for promise in draft.promises if promise.is_recalled or draft.has_undertakings
    ]
    if not recalled or not draft.has_report:
        return
    words = [content_words(_known_words(promise)) for promise in recalled[:CANDIDATES]]
    loose = [action for action in draft.actions if _is_loose(action)]
    same_length = len(loose) == len(recalled) and draft.has_recalled_list
    kept: list[ImportedAction] = []
    position = 0
    for action in draft.actions:
        if not _is_loose(action):
            kept.append(action)
            continue
        here = [
            known if _may_be_of(action, promise) else []
            for known, promise in zip(words, recalled, strict=False)
        ]
        match, doubt = best_match(action.text, here), ""
        if match is None and same_length:
            match, doubt = position, PAIRED_BY_ORDER
        elif match is not None and likeness(content_words(action.text), words[match]) < SURE:
            doubt = PAIRED_BY_WORDS
        if match is None:
            kept.append(action)
        else:
            recalled[match].actions.append(replace(action, doubt=doubt))
        position += 1
    draft.actions = kept
    _hang_by_order(draft, recalled)


def _hang_by_order(draft: DraftPeriod, recalled: list[DraftPromise]) -> None:
    """What is left in an area of as many promises as acts: the first of the one tells of the first of the
    other."""
    for area in draft.areas:
        acts = [
            action
            for action in draft.actions
            if action.told_under == area.heading
            and _is_loose(action)
            and not _NEVER_PROMISED.search(action.text)
        ]
        unmet = [promise for promise in recalled if promise.area is area and not promise.actions]
        if not acts or len(acts) != len(unmet) or not draft.has_recalled_list:
            continue
        for action, promise in zip(acts, unmet, strict=True):
            promise.actions.append(replace(action, doubt=PAIRED_BY_ORDER))
            draft.actions.remove(action)


def _may_be_of(action: ImportedAction, promise: DraftPromise) -> bool:
    """What stands in an area of its own is about no promise of another area."""
    return (
        not action.told_under or promise.area is None or promise.area.heading == action.told_under
    )


def _known_words(promise: DraftPromise) -> str:
    area = promise.area.heading if promise.area else ""
    return " ".join([promise.statement, area, *(action.text for action in promise.actions)])


def _is_loose(action: ImportedAction) -> bool:
    return action.status != "planned" and not _is_whole_period(action)


def _is_whole_period(action: ImportedAction) -> bool:
    return "under perioden" in action.text.casefold() or BESIDES.match(action.text) is not None


def _pair_with_planned(promise: DraftPromise) -> None:
    planned = [action for action in promise.actions if action.status == "planned"]
    told = [action for action in promise.actions if action.status != "planned"]
    if not planned or not told:
        return
    matched: dict[int, ImportedAction] = {}
    words = [content_words(known.text) for known in planned[:CANDIDATES]]
    for action in told[:CANDIDATES]:
        match = best_match(action.text, words, least=0.5)
        if match is not None and match not in matched:
            matched[match] = action
    for match, action in matched.items():
        both = _met(action, planned[match].promised_count, planned[match].text)
        lead = action.lead or planned[match].lead
        promise.actions[promise.actions.index(planned[match])] = replace(
            both, lead=lead, lines=(*planned[match].lines, *action.lines)
        )
        promise.actions.remove(action)


def _pair_with_statement(promise: DraftPromise) -> None:
    """The promise's own number meets the first reported act that counts the same thing."""
    count = count_in(promise.statement)
    if count is None or any(action.promised_count == count for action in promise.actions):
        return
    told = [
        action
        for action in promise.actions
        if action.status != "planned" and action.promised_count is None
    ]
    if not told:
        return
    counted = [action for action in told if action.done_count is not None] or told
    words = [content_words(action.text) for action in counted[:CANDIDATES]]
    match = best_match(promise.statement, words) or 0
    action = counted[match]
    promise.actions[promise.actions.index(action)] = _met(action, count, promise.statement)


def _met(action: ImportedAction, promised: Number | None, promise_text: str) -> ImportedAction:
    if promised is None:
        return action
    if action.done_count is None and action.status in ("done", "partly"):
        stems = "|".join(re.escape(word[:6]) for word in content_words(promise_text))
        noun = re.compile(stems, re.IGNORECASE) if stems else None
        action = replace(action, done_count=article_count(action.text, noun))
    status: Status = action.status
    if action.done_count is not None and action.done_count < promised and status == "done":
        status = "partly"
    reason = action.reason or reason_of(f"{action.text} {action.reason_text}", status)
    return replace(action, promised_count=promised, status=status, reason=reason)
