"""What tests of residents' pages about dialogues share."""

import datetime as dt

from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories.dialogues import (
    DialogueFactory,
    FindingFactory,
    FindingPromiseFactory,
    QuestionFactory,
    SurveyFactory,
    SurveyResultsFactory,
    promise_entry,
)

DAY = dt.timedelta(days=1)
TEXT = "Hur trygg är du ute på kvällen?"


def get(client, name, *args, status=200):
    response = client.get(reverse(f"dialogues:{name}", args=args))
    assert response.status_code == status
    return response


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def words(element) -> str:
    """Its text, with every space an ordinary one."""
    return " ".join(element.get_text(" ", strip=True).split())


def dialogue_that_led_to(entry, **fields):
    """A dialogue of the entry's place in which one thing was said that led to that promise."""
    dialogue = DialogueFactory(partnership=entry.partnership, **fields)
    finding = FindingFactory(dialogue=dialogue, promised=True)
    FindingPromiseFactory(finding=finding, promise_key=entry.key, label=entry.statement)
    return dialogue


def whole(place, **fields):
    """A held dialogue with one thing said of each outcome."""
    dialogue = dialogue_that_led_to(promise_entry(place), **fields)
    FindingFactory(dialogue=dialogue, refused=True, position=1)
    FindingFactory(dialogue=dialogue, position=2)
    return dialogue


def table(*counts, labels=("Ja", "Delvis", "Nej"), **fields):
    groups = [
        {"labels": [label] if isinstance(label, str) else label, "count": count}
        for label, count in zip(labels, counts, strict=True)
    ]
    return {"groups": groups, "total": sum(counts), **fields}


def result(found, **fields):
    return {"key": "trygghet", "text": TEXT, "kind": "single", "table": found, **fields}


def results(*questions, answered=212, asked=600):
    return {
        "compiled_on": "2020-12-01",
        "answered": answered,
        "asked": asked,
        "asked_whom": "alla över 16 år",
        "questions": questions,
    }


def surveyed(place, document, **fields):
    """A dialogue whose survey has closed, with these results."""
    fields.setdefault("kind", "survey")
    dialogue = DialogueFactory(partnership=place, **fields)
    QuestionFactory(survey=SurveyFactory(dialogue=dialogue, closed=True), single=True)
    SurveyResultsFactory(dialogue=dialogue, document=document)
    return dialogue
