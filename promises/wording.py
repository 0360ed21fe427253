"""What a document says, in plain words. Pure: document parts in, sentences out."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from portal import swedish
from promises.documents import Action, FollowUpPlan, Goal, Party
from promises.enums import ActionStatus, ChangeKind, Reporting

DONE, PARTLY, NOT_DONE = ActionStatus.DONE, ActionStatus.PARTLY, ActionStatus.NOT_DONE


def actions_in_words(actions: Sequence[Action]) -> str:
    """How far it has come: counts, never a percentage, and what is unreported is said to be so."""
    if not actions:
        return "Inga insatser är redovisade."
    total, states = len(actions), Counter(action.status for action in actions)
    if total == 1:
        return f"En insats: {actions[0].status.label}."
    if states[DONE] == total:
        return f"Alla {swedish.count_word(total)} insatser är genomförda."
    parts = [f"{states[DONE]} av {total} insatser är genomförda."]
    if states[PARTLY]:
        parts.append(f"{states[PARTLY]} delvis.")
    if states[NOT_DONE]:
        parts.append(f"{states[NOT_DONE]} blev inte av.")
    if states[ActionStatus.ONGOING]:
        parts.append(f"{states[ActionStatus.ONGOING]} pågår.")
    if states[ActionStatus.PLANNED]:
        parts.append(f"{states[ActionStatus.PLANNED]} är inte redovisade än.")
    return " ".join(parts)


def reporting_in_words(
    reporting: Reporting, plans: Sequence[FollowUpPlan], *, on: dt.date
) -> str:
    """Where the follow-up stands: due when, how late, or done."""
    due = max((plan.due_on for plan in plans if plan.due_on), default=None)
    match reporting:
        case Reporting.REPORTED:
            return "Löftet är uppföljt."
        case Reporting.OVERDUE if due:
            return f"Uppföljningen skulle ha kommit senast {swedish.date(due)}. Den är försenad."
        case Reporting.NOT_DUE if due:
            return f"Uppföljning ska komma senast {swedish.date(due)}."
        case Reporting.NOT_DUE:
            return "Ingen dag är satt för uppföljningen."
        case _:
            return "Perioden är slut. Uppföljningen har inte kommit än."


def goal_in_words(goal: Goal) -> str:
    """Indicator and wanted change as one sentence."""
    what = swedish.sentence_case(goal.indicator)
    change = target_in_words(goal)
    until = f" senast {swedish.date(goal.deadline)}" if goal.deadline else ""
    return f"{what} {change}{until}."


def target_in_words(goal: Goal) -> str:
    target = goal.target_value
    if target is None:
        return "ska öka" if goal.change == ChangeKind.UP else "ska minska"
    if goal.change == ChangeKind.LEVEL:
        return f"ska vara {swedish.quantity(target, goal.unit)}"
    direction = "minska" if target < 0 else "öka"
    unit = "%" if goal.change == ChangeKind.RELATIVE else goal.unit
    return f"ska {direction} med {swedish.quantity(abs(target), unit)}"


def counts_in_words(action: Action) -> str:
    """Promised against done: "8 lovade, 20 gjorda". Missing is said, never shown as nought."""
    unit = f" {action.unit}" if action.unit else ""
    promised, done = action.promised_count, action.done_count
    if promised is None and done is None:
        return ""
    if promised is None and done is not None:
        return f"{swedish.number(done)}{unit} gjorda"
    lovade = f"{swedish.number(promised or 0)}{unit} lovade"
    if done is None:
        return f"{lovade}, inget antal redovisat"
    return f"{lovade}, {swedish.number(done)} gjorda"


def parties_in_words(parties: Sequence[Party]) -> str:
    """polisen och kommunen"""
    return swedish.join_words(party.short_form for party in parties)
