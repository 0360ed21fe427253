"""What a document says, in plain words. Pure: document parts in, sentences out."""

from collections import Counter
from collections.abc import Sequence

from portal import swedish
from promises.documents import Action, FollowUpPlan, Goal, Party
from promises.enums import ActionOrigin, ActionStatus, ChangeKind, Reporting, Timing

DONE, PARTLY, NOT_DONE = ActionStatus.DONE, ActionStatus.PARTLY, ActionStatus.NOT_DONE


def actions_in_words(actions: Sequence[Action]) -> str:
    """How far what was promised has come: counts, never a percentage, and what is unreported is said to be
    so. What came in addition is named apart: it makes up for nothing that was promised."""
    if not actions:
        return "Inga insatser är redovisade."
    promised = [action for action in actions if action.is_promised]
    added = len(actions) - len(promised)
    if not promised:
        count = "En" if added == 1 else swedish.sentence_case(swedish.count_word(added))
        return f"Inga insatser var lovade. {count} tillkom."
    return f"{_promised_actions(promised)} {additional_in_words(added)}".strip()


def additional_in_words(count: int) -> str:
    """Beside a count of what was promised; empty for none."""
    if count < 2:
        return "Därtill en insats som inte var lovad." if count else ""
    return f"Därtill {swedish.count_word(count)} insatser som inte var lovade."


def _promised_actions(actions: Sequence[Action]) -> str:
    total, states = len(actions), Counter(action.status for action in actions)
    if total == 1:
        return f"En insats: {actions[0].status.told}."
    if states[DONE] == total:
        everything = f"Alla {swedish.count_word(total)} insatser"
        return f"{'Båda insatserna' if total == 2 else everything} är genomförda."
    done = "genomförd" if states[DONE] == 1 else "genomförda"
    parts = [f"{states[DONE]} av {total} insatser är {done}."]
    if states[PARTLY]:
        parts.append(f"{states[PARTLY]} delvis.")
    if states[NOT_DONE]:
        parts.append(f"{states[NOT_DONE]} blev inte av.")
    if states[ActionStatus.ONGOING]:
        parts.append(f"{states[ActionStatus.ONGOING]} pågår.")
    if states[ActionStatus.PLANNED]:
        parts.append(f"{states[ActionStatus.PLANNED]} har inte redovisats än.")
    return " ".join(parts)


def reporting_in_words(reporting: Reporting, plans: Sequence[FollowUpPlan]) -> str:
    """Where the follow-up stands: due when, how late, or done. ``report_in_words`` says more of the last."""
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


def report_in_words(actions: Sequence[Action], *, is_judged: bool) -> str:
    """What the final report says of one promise, and what it leaves out: nothing more is to come."""
    promised = [action for action in actions if action.is_promised]
    untold = [action for action in promised if action.status == ActionStatus.PLANNED]
    if not untold:
        return "Löftet är uppföljt." if is_judged else "Löftet är uppföljt men inte bedömt."
    what = "insatsen" if len(promised) == 1 else "alla insatser"
    lacks = [f"{what} är inte redovisad{'' if len(promised) == 1 else 'e'}"]
    if not is_judged:
        lacks.append("löftet är inte bedömt")
    return f"Perioden är uppföljd, men {swedish.join_words(lacks)}."


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
    if 1 in (promised, done):
        return _counts_beside(action)
    if promised is None and done is not None:
        return f"{swedish.number(done)}{unit} gjorda"
    lovade = f"{swedish.number(promised or 0)}{unit} lovade"
    if done is None:
        return f"{lovade}, inget antal redovisat"
    return f"{lovade}, {swedish.number(done)} gjorda"


def _counts_beside(action: Action) -> str:
    """Where one of the counts is 1: "Kontroller: lovat 1, gjort 20". The unit is known in the plural alone,
    and neither its singular nor its gender can be made from that."""
    promised, done = action.promised_count, action.done_count
    parts = [] if promised is None else [f"lovat {swedish.number(promised)}"]
    parts.append("inget antal redovisat" if done is None else f"gjort {swedish.number(done)}")
    told = ", ".join(parts)
    return swedish.sentence_case(f"{action.unit}: {told}" if action.unit else told)


def amount_in_words(count: int, unit: str) -> str:
    """ "8 kontroller", and "1 (kontroller)": the unit is known in the plural alone."""
    return f"1{swedish.NO_BREAK}({unit})" if unit and count == 1 else swedish.quantity(count, unit)


def promised_in_words(action: Action) -> str:
    """The promised side alone, for a table: "8 kontroller", or how often where no count was given."""
    if action.promised_count is not None:
        return amount_in_words(action.promised_count, action.unit)
    if action.origin == ActionOrigin.ADDITIONAL:
        return "inget"
    return "inget antal" if action.timing == Timing.ONCE else str(action.timing.label)


def done_in_words(action: Action) -> str:
    """The done side alone. A missing count is said to be missing where one was promised."""
    if action.done_count is not None:
        return amount_in_words(action.done_count, action.unit)
    return "" if action.promised_count is None else "inget antal redovisat"


def reason_in_words(action: Action) -> str:
    """Why it was not done: "Pandemin. Mötena ställdes in." """
    label = str(action.reason.label) if action.reason else ""
    return _sentences(label, action.reason_text)


def next_step_in_words(action: Action) -> str:
    label = str(action.next_step.label) if action.next_step else ""
    return _sentences(label, action.next_step_text)


def _sentences(*texts: str) -> str:
    found = [swedish.sentence_case(text.strip().rstrip(".")) for text in texts if text.strip()]
    return "".join(f"{text}. " for text in found).strip()


def parties_in_words(parties: Sequence[Party]) -> str:
    """polisen och kommunen"""
    return swedish.join_words(party.short_form for party in parties)
