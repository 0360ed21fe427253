"""The shape of the demo content: plain values that name each other, checked before any row is made.

``since`` is the edition in which an entry first stands, and ``changes`` what later editions say
instead: so the editions of a period or a dialogue can be told in the order they came.
"""

from promises.demo.shape.base import Edition, Entry, Shape
from promises.demo.shape.dialogue import Dialogue, Finding, Said, Survey, Voice
from promises.demo.shape.period import (
    Action,
    Area,
    FollowUp,
    FollowUpPlan,
    Period,
    Promise,
    Rationale,
)
from promises.demo.shape.place import (
    Account,
    ContentFile,
    Member,
    Organisation,
    Place,
)

__all__ = [
    "Account",
    "Action",
    "Area",
    "ContentFile",
    "Dialogue",
    "Edition",
    "Entry",
    "Finding",
    "FollowUp",
    "FollowUpPlan",
    "Member",
    "Organisation",
    "Period",
    "Place",
    "Promise",
    "Rationale",
    "Said",
    "Shape",
    "Survey",
    "Voice",
]
