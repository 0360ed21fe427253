"""Stage 4, what prose and list items mean where the reader is."""

from enum import Enum, auto


class Mode(Enum):
    """What prose and list items mean where the reader is."""

    LEAD = auto()
    PROMISES = auto()
    ACTIONS = auto()
    OUTCOME = auto()
    PROMISED = auto()
    RATIONALE = auto()
    GOALS = auto()
    FOLLOW_UP = auto()
    ABOUT = auto()
    AREA_LIST = auto()
    LINKS = auto()
