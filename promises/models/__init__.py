"""One noun per file; import them from here."""

from promises.models.action import Action
from promises.models.area import FocusArea
from promises.models.edition import PeriodEdition, PeriodEditionEvent, PeriodSignOff
from promises.models.follow_up import FollowUp, FollowUpPlan, PromiseVerdict
from promises.models.goal import Goal, Reading
from promises.models.links import ActionLead, ActionPartner, PromiseParty
from promises.models.period import PromisePeriod, Signatory
from promises.models.promise import Promise
from promises.models.rationale import Evidence, Rationale
from promises.models.signature_request import SignatureRequest

__all__ = [
    "Action",
    "ActionLead",
    "ActionPartner",
    "Evidence",
    "FocusArea",
    "FollowUp",
    "FollowUpPlan",
    "Goal",
    "PeriodEdition",
    "PeriodEditionEvent",
    "PeriodSignOff",
    "Promise",
    "PromiseParty",
    "PromisePeriod",
    "PromiseVerdict",
    "Rationale",
    "Reading",
    "Signatory",
    "SignatureRequest",
]
