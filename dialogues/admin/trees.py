"""Which tables hold a draft's history: the row's own, and those of all that hangs under it."""

from dialogues.models import (
    Choice,
    Dialogue,
    DialogueHolder,
    Finding,
    FindingPromise,
    Question,
    Survey,
)
from portal.history import Branch

_finding = Branch(Finding, "statement", "dialogue_id")
_survey = Branch(Survey, "dialogue", "dialogue_id")
_question = Branch(Question, "text", "survey_id", under=_survey)

DIALOGUE_PAGE = (
    Branch(Dialogue, "title"),
    Branch(DialogueHolder, "organisation", "dialogue_id"),
    _finding,
)
"""What is written on the dialogue's own page; its history has answers and the survey too."""

DIALOGUE = (
    *DIALOGUE_PAGE,
    Branch(FindingPromise, "label", "finding_id", under=_finding),
    _survey,
    _question,
    Branch(Choice, "text", "question_id", under=_question),
)

FINDING = (Branch(Finding, "statement"), Branch(FindingPromise, "label", "finding_id"))

_own_question = Branch(Question, "text", "survey_id")
SURVEY = (
    Branch(Survey, "dialogue"),
    _own_question,
    Branch(Choice, "text", "question_id", under=_own_question),
)

QUESTION = (Branch(Question, "text"), Branch(Choice, "text", "question_id"))
