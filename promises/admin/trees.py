"""Which tables hold a draft's history: the row's own, and those of all that hangs under it."""

from portal.history import Branch
from promises.models import (
    Action,
    ActionLead,
    ActionPartner,
    Evidence,
    FocusArea,
    FollowUp,
    FollowUpPlan,
    Goal,
    Promise,
    PromiseParty,
    PromisePeriod,
    PromiseVerdict,
    Rationale,
    Reading,
    Signatory,
)

LEADS = {"title": "organisation", "name": "ansvarig"}
PARTNERS = {"title": "organisation", "name": "medverkande"}


def _with_evidence(owner: str) -> tuple[Branch, ...]:
    rationale = Branch(Rationale, "text", f"{owner}_id")
    return rationale, Branch(Evidence, "text", "rationale_id", under=rationale)


def _with_parties(action: Branch) -> tuple[Branch, ...]:
    column, under = "action_id", action if action.column else None
    return (
        action,
        Branch(ActionLead, column=column, under=under, **LEADS),  # type: ignore[arg-type]
        Branch(ActionPartner, column=column, under=under, **PARTNERS),  # type: ignore[arg-type]
    )


_goal = Branch(Goal, "indicator", "promise_id")
_follow_up = Branch(FollowUp, "kind", "period_id")

GOAL = (Branch(Goal, "indicator"), Branch(Reading, "on", "goal_id"))
ACTION = _with_parties(Branch(Action, "text"))
PLAN = (Branch(FollowUpPlan, "text"),)
FOLLOW_UP = (
    Branch(FollowUp, "kind"),
    Branch(PromiseVerdict, "promise", "follow_up_id"),
)
AREA = (Branch(FocusArea, "heading"), *_with_evidence("area"))

PROMISE_PAGE = (
    Branch(Promise, "statement"),
    Branch(PromiseParty, "organisation", "promise_id", name="part som lovar"),
    *_with_evidence("promise"),
    _goal,
    *_with_parties(Branch(Action, "text", "promise_id")),
    Branch(FollowUpPlan, "text", "promise_id"),
)
"""What is written on the promise's own page; its history has readings and verdicts too."""

PROMISE = (
    *PROMISE_PAGE,
    Branch(Reading, "on", "goal_id", under=_goal),
    Branch(PromiseVerdict, "verdict", "promise_id"),
)

PERIOD_PAGE = (
    Branch(PromisePeriod, "label"),
    Branch(FocusArea, "heading", "period_id"),
    Branch(Promise, "statement", "period_id"),
    *_with_parties(Branch(Action, "text", "period_id", loose="promise_id")),
    Branch(FollowUpPlan, "text", "period_id", loose="promise_id"),
    Branch(Signatory, "name", "period_id"),
)
"""What is written on the period's own page: of actions and plans, those that belong to no promise."""

PERIOD = (
    Branch(PromisePeriod, "label"),
    Branch(FocusArea, "heading", "period_id"),
    Branch(Promise, "statement", "period_id"),
    *_with_parties(Branch(Action, "text", "period_id")),
    Branch(FollowUpPlan, "text", "period_id"),
    Branch(Signatory, "name", "period_id"),
    _follow_up,
    Branch(PromiseVerdict, "promise", "follow_up_id", under=_follow_up),
)
