"""Stage 5, promises and all that hangs under them."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from portal.slugs import PERIOD_WORDS, make_slug
from promises.models import (
    Action,
    Evidence,
    FocusArea,
    FollowUpPlan,
    Promise,
    PromisePeriod,
    Rationale,
)
from promises.page_import.columns import cut, decimal
from promises.page_import.difference import Difference
from promises.page_import.goal_rows import write_goals
from promises.page_import.result import (
    ImportedAction,
    ImportedEvidence,
    ImportedFollowUpPlan,
    ImportedPeriod,
    ImportedPromise,
    ImportedText,
    Number,
)
from promises.page_import.row_parties import RowParties
from promises.page_import.texts import key
from promises.page_import.timing import timing_of
from promises.page_import.upserts import matched, prose_of, set_parties, upsert

_GIVER = re.compile(r"^.{0,80}?\b(?:lovar|åtar sig)\b(?: att)?\s+", re.IGNORECASE)
SLUG_WORDS = 6


class PromiseWriter:
    def __init__(
        self,
        period: PromisePeriod,
        areas: dict[str, FocusArea],
        parties: RowParties,
        difference: Difference,
    ) -> None:
        self._period = period
        self._areas = areas
        self._parties = parties
        self._difference = difference

    def write(self, imported: ImportedPeriod) -> None:
        rows = list(self._period.promises.select_related("area"))
        found = matched(
            imported.promises,
            rows,
            thing_text=lambda promise: promise.statement,
            row_text=lambda row: row.statement,
            may_be=lambda promise, row: key(promise.area or "") == key(str(row.area or "")),
        )
        written = []
        for position, (promise, row) in enumerate(zip(imported.promises, found, strict=True)):
            alone = sum(one.area == promise.area for one in imported.promises) == 1
            written.append(self._promise(promise, row, position, names_area=alone))
        for area in imported.areas:
            self._rationale(area.rationale, area.evidence, area=self._areas[area.heading])
        self._actions(imported, written)
        for row in rows:
            if row not in found:
                self._difference.missing("promise", row.statement)

    def _promise(
        self, promise: ImportedPromise, row: Promise | None, position: int, *, names_area: bool
    ) -> Promise:
        area = self._areas.get(promise.area or "")
        written = upsert(
            self._difference,
            "promise",
            row,
            lambda: Promise(
                period=self._period,
                slug=self._slug(promise, names_area=names_area),
                position=position,
            ),
            {"statement": promise.statement, "area": area},
            name=promise.statement,
        )
        set_parties(
            self._difference,
            "promise",
            written,
            "parties",
            self._parties.all(promise.parties),
            is_new=row is None,
            name=promise.statement,
        )
        self._rationale(promise.rationale, promise.evidence, promise=written)
        write_goals(promise.goals, written, self._difference)
        self.plans(promise.follow_up_plans, written)
        return written

    def _slug(self, promise: ImportedPromise, *, names_area: bool) -> str:
        words = _GIVER.sub("", promise.statement, count=1).split()
        text = promise.area if promise.area and names_area else " ".join(words[:SLUG_WORDS])
        taken = set(self._period.promises.values_list("slug", flat=True)) | PERIOD_WORDS
        return make_slug(text, taken=taken)

    def _rationale(
        self, text: ImportedText, evidence: Sequence[ImportedEvidence], **owner: Any
    ) -> None:
        if not text:
            return
        row = Rationale.objects.filter(**owner).first()
        name = str(next(iter(owner.values())))
        rationale = upsert(
            self._difference,
            "rationale",
            row,
            lambda: Rationale(**owner),
            {"text": prose_of(text.paragraphs)},
            name=name,
            prose=["text"],
        )
        self._evidence(evidence, rationale)

    def _evidence(self, evidence: Sequence[ImportedEvidence], rationale: Rationale) -> None:
        """A figure is known by its number, unit and year; what it says may be reworded."""
        known = list(rationale.evidence.all())
        kept = [one for one in evidence if decimal(one.figure) is not None]
        for position, one in enumerate(kept):
            cited = {"figure": decimal(one.figure), "unit": one.unit[:60], "year": one.year}
            same = [row for row in known if all(getattr(row, at) == cited[at] for at in cited)]
            if same:
                known.remove(same[0])
            fixed = {**cited, "position": position, "source": one.source[:200]}
            upsert(
                self._difference,
                "evidence",
                same[0] if same else None,
                lambda fixed=fixed: Evidence(rationale=rationale, **fixed),  # type: ignore[misc]
                {"text": cut(one.text, 300)},
                name=f"{one.figure} {one.unit}".strip(),
            )
        for left in known:
            self._difference.missing("evidence", str(left))

    def plans(self, plans: Sequence[ImportedFollowUpPlan], promise: Promise | None) -> None:
        known = list(self._period.follow_up_plans.filter(promise=promise))
        found = matched(
            plans, known, thing_text=lambda plan: plan.text, row_text=lambda row: row.text
        )
        for position, (plan, row) in enumerate(zip(plans, found, strict=True)):
            upsert(
                self._difference,
                "follow-up plan",
                row,
                lambda position=position: FollowUpPlan(  # type: ignore[misc]
                    period=self._period, promise=promise, position=position
                ),
                {"text": cut(plan.text, 400), "due_on": _due(plan)},
                name=plan.text,
            )
        for known_row in known:
            if known_row not in found:
                self._difference.missing("follow-up plan", known_row.text)

    def _actions(self, imported: ImportedPeriod, written: list[Promise]) -> None:
        things: list[tuple[ImportedAction, Promise | None]] = [
            (action, row)
            for promise, row in zip(imported.promises, written, strict=True)
            for action in promise.actions
        ]
        things += [(action, None) for action in imported.actions]
        rows = list(self._period.actions.all())
        found = matched(
            things,
            rows,
            thing_text=lambda thing: thing[0].text,
            row_text=lambda row: row.text,
            may_be=lambda thing, row: row.promise_id == (thing[1].pk if thing[1] else None),
        )
        for position, ((action, promise), row) in enumerate(zip(things, found, strict=True)):
            self._action(action, promise, row, position)
        for row in rows:
            if row not in found:
                self._difference.missing("action", row.text)

    def _action(
        self, action: ImportedAction, promise: Promise | None, row: Action | None, position: int
    ) -> None:
        values: dict[str, Any] = {
            "text": action.text,
            "promise": promise,
            "place": action.place[:200],
            "promised_count": _count(action.promised_count),
            "done_count": _count(action.done_count),
            "reason_text": action.reason_text,
        }
        if row is None or action.status != "planned":
            values |= {"status": action.status, "reason": action.reason}
        if row is None:
            timing = timing_of(action)
            fits = timing != "counted" or values["promised_count"] is not None
            values["timing"] = timing if fits else "once"
        elif row.reason and not action.reason and action.status != "planned":
            row.reason = ""
        name = action.text
        written = upsert(
            self._difference,
            "action",
            row,
            lambda: Action(period=self._period, position=position),
            values,
            name=name,
        )
        for field, parties in (("leads", action.lead), ("partners", action.partners)):
            set_parties(
                self._difference,
                "action",
                written,
                field,  # type: ignore[arg-type]
                self._parties.all(parties),
                is_new=row is None,
                name=name,
            )


def _count(value: Number | None) -> int | None:
    """The drafts count whole acts."""
    return None if value is None or value > 2_000_000_000 else int(value)


def _due(plan: ImportedFollowUpPlan) -> dt.date | None:
    """A year alone is due on its last day: no day on the page is later."""
    if plan.due_on or plan.due_year is None:
        return plan.due_on
    return dt.date(plan.due_year, 12, 31)
