"""Stage 4, one act: what became of it, and how many it counts."""

from dataclasses import replace

from promises.page_import.figures import count_in, part_of_whole
from promises.page_import.outcomes import is_undone, status_of
from promises.page_import.reasons import reason_of
from promises.page_import.result import ImportedAction, Status
from promises.page_import.texts import sentences
from promises.page_import.words.statuses import RUNS


def reported_status(text: str, why: str, default: Status) -> Status:
    """What follows an act may take some of it back: "Under juli kunde löftet inte hållas"."""
    status = status_of(text, default)
    taken_back = bool(why) and status == "done" and status_of(why) in ("not_done", "partly")
    return "partly" if taken_back else status


def planned_status(text: str) -> Status:
    return "ongoing" if RUNS.search(text) and not is_undone(text) else "planned"


def counted(action: ImportedAction, *, is_report: bool) -> ImportedAction:
    if both := part_of_whole(action.text) if is_report else None:
        done, promised = both
        status: Status = "partly" if 0 < done < promised else action.status
        reason = reason_of(f"{action.text} {action.reason_text}", status)
        return replace(
            action, done_count=done, promised_count=promised, status=status, reason=reason
        )
    if is_report:
        parts = sentences(action.text)
        told = [part for part in parts if not is_undone(part)] if len(parts) > 1 else parts
        count = count_in(told[0], is_report=True) if told else None
        return replace(
            action, done_count=None if action.status in ("not_done", "planned") else count
        )
    return replace(action, promised_count=count_in(action.text))
