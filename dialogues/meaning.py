"""What a minor correction of a dialogue may touch. Pure."""

from dialogues.documents import Choice, DialogueDocument, Finding, PromiseLink, Question, Survey
from portal import meaning

WORDING: meaning.Wording = {
    DialogueDocument: frozenset(
        {"title", "places", "asked_whom", "announced", "summary", "minutes"}
    ),
    Finding: frozenset({"statement", "place", "answer"}),
    PromiseLink: frozenset({"statement"}),
    Survey: frozenset({"introduction"}),
    Question: frozenset(),  # another wording is another question
    Choice: frozenset(),
}


def only_wording_differs(older: DialogueDocument, newer: DialogueDocument) -> bool:
    return meaning.only_wording_differs(older, newer, wording=WORDING)
