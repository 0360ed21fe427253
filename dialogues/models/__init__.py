"""One noun per file; import them from here."""

from dialogues.models.dialogue import Dialogue, DialogueHolder
from dialogues.models.edition import DialogueEdition, DialogueEditionEvent, DialogueSignOff
from dialogues.models.finding import Finding, FindingPromise
from dialogues.models.response import Answer, Response, SurveyResults
from dialogues.models.survey import Choice, Question, Survey

__all__ = [
    "Answer",
    "Choice",
    "Dialogue",
    "DialogueEdition",
    "DialogueEditionEvent",
    "DialogueHolder",
    "DialogueSignOff",
    "Finding",
    "FindingPromise",
    "Question",
    "Response",
    "Survey",
    "SurveyResults",
]
