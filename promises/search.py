"""What search shall find in a published period. Pure: document in, plain values out."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from portal.enums import SearchKind, SearchStatus, Verdict
from portal.prose import plain_text
from portal.search_facets import facets
from promises import wording
from promises.documents import (
    Action,
    Area,
    Party,
    PeriodDocument,
    Promise,
    PromiseVerdict,
    Rationale,
)
from promises.enums import FollowUpKind


def search_entries(document: PeriodDocument) -> list[dict[str, Any]]:
    """Field values of one entry for the period, one per promise, one for the report if there is one."""
    entries = [_period(document), *(_promise(document, each) for each in document.promises)]
    if document.follow_up:
        entries.append(_follow_up(document))
    return entries


def _period(document: PeriodDocument) -> dict[str, Any]:
    kept = {promise.area for promise in document.promises}
    waiting = [area for area in document.areas if area.key not in kept]
    signed = [f"{found.name}, {found.title}".rstrip(", ") for found in document.signatories]
    return {
        **_common(document, SearchKind.PERIOD, parties=document.parties),
        "title": f"Medborgarlöften {document.label}",
        "body": _lines(plain_text(document.situation + document.background), *_area_texts(waiting)),
        "background": _lines(
            document.place,
            *_action_texts(document.actions),
            *(plan.text for plan in document.follow_up_plans),
            document.decided_by,
            document.record_number,
            *signed,
        ),
        "url": reverse("promises:period_detail", args=[document.partnership_slug, document.slug]),
    }


def _promise(document: PeriodDocument, promise: Promise) -> dict[str, Any]:
    area = document.area_of(promise)
    verdict = document.follow_up.verdict_on(promise) if document.follow_up else None
    theme = area.theme if area else ""
    rationales = [promise.rationale, area.rationale if area else None]
    return {
        **_common(
            document,
            SearchKind.PROMISE,
            parties=promise.parties or document.parties,
            theme=theme,
            status=_status(document, verdict),
        ),
        "key": promise.key,
        "theme": theme,
        "statement": promise.statement,
        "standing": wording.actions_in_words(promise.actions),
        "verdict": verdict.verdict if verdict else "",
        "title": area.heading if area else promise.statement[:300],
        "body": _lines(*_action_texts(promise.actions)),
        "background": _lines(
            *(
                text
                for rationale in rationales
                if rationale
                for text in _rationale_texts(rationale)
            ),
            *(text for goal in promise.goals for text in (goal.indicator, goal.verdict_reason)),
            plain_text(verdict.text) if verdict else "",
            *(plan.text for plan in promise.follow_up_plans),
        ),
        "url": reverse(
            "promises:promise_detail",
            args=[document.partnership_slug, document.slug, promise.slug],
        ),
    }


def _status(document: PeriodDocument, verdict: PromiseVerdict | None) -> SearchStatus:
    """As ``overviews.standing`` has it: an interim report settles nothing, and a final one without a verdict
    has told and judged nothing."""
    if not document.follow_up or document.follow_up.kind != FollowUpKind.FINAL:
        return SearchStatus.NOT_REPORTED
    if verdict is None or verdict.verdict == Verdict.NOT_DUE:
        return SearchStatus.NO_VERDICT
    return SearchStatus(verdict.verdict)


def _follow_up(document: PeriodDocument) -> dict[str, Any]:
    follow_up = document.follow_up
    assert follow_up  # noqa: S101 - the caller has looked
    return {
        **_common(document, SearchKind.FOLLOW_UP, parties=document.parties),
        "title": f"Så gick det {document.label}",
        "body": plain_text(follow_up.summary),
        "background": _lines(*(plain_text(verdict.text) for verdict in follow_up.verdicts)),
        "url": reverse(
            "promises:follow_up_detail", args=[document.partnership_slug, document.slug]
        ),
    }


def _common(
    document: PeriodDocument, kind: SearchKind, *, parties: Sequence[Party], **more: str
) -> dict[str, Any]:
    """``parties``: those whose promise it is; all that stand behind the period can be searched for."""
    named = {name for party in document.parties for name in (party.name, party.short_form)}
    period = document.label
    return {
        "kind": kind,
        "period": period,
        "period_slug": document.slug,
        "keywords": _lines(document.partnership_name, period, *sorted(named)),
        "facets": facets(kind=kind, period=period, parties=[p.name for p in parties], **more),
    }


def _action_texts(actions: Iterable[Action]) -> list[str]:
    """What shall be done and where, and what is told of how it went."""
    return [
        text
        for action in actions
        for text in (action.text, action.place, action.reason_text, action.next_step_text)
    ]


def _area_texts(areas: Iterable[Area]) -> list[str]:
    """Areas that have no promise of their own, and so no page."""
    return [
        text
        for area in areas
        for text in (area.heading, plain_text(area.rationale.text) if area.rationale else "")
    ]


def _rationale_texts(rationale: Rationale) -> list[str]:
    figures = [text for row in rationale.evidence for text in (row.text, row.source)]
    return [plain_text(rationale.text), *figures]


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))
