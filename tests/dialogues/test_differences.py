"""What differs between two editions of a dialogue, in words."""

import pytest

from dialogues.differences import differences
from dialogues.freeze import freeze
from dialogues.models import Choice
from tests.document_variants import variants
from tests.factories.dialogues import SurveyResultsFactory, whole_dialogue

pytestmark = pytest.mark.django_db


def told(before, dialogue) -> list[str]:
    return [change.headline for change in differences(before, freeze(dialogue))]


def test_the_same_text_has_no_differences():
    dialogue = whole_dialogue()

    assert told(freeze(dialogue), dialogue) == []


def test_whatever_is_changed_is_told_in_words():
    """But for what no reader meets: the version of the document and of the questions, the keys of choices."""
    whole = freeze(whole_dialogue())

    kinds: dict[str, set[str]] = {}
    for path, other in variants(whole):
        found = {change.kind for change in differences(whole, other)}
        kinds.setdefault(path, set()).update(found)

    assert {path for path, found in kinds.items() if found == {"other"}} == {
        "schema_version",
        "survey.version",
        "survey.questions.choices.key",
    }


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "Ny rubrik", "Dialogen: rubriken har ändrats"),
        ("asked", 300, "Dialogen: antalet tillfrågade har ändrats"),
        ("answered", None, "Dialogen: antalet som deltog har ändrats"),
        ("places", "Parken", "Dialogen: platsen har ändrats"),
        ("summary", "<p>Vi var i parken.</p>", "Dialogen: sammanfattningen har ändrats"),
        ("minutes", "<p>Annat.</p>", "Dialogen: anteckningarna har ändrats"),
    ],
)
def test_facts_of_the_dialogue(field, value, said):
    dialogue = whole_dialogue()
    dialogue.survey.delete()  # with one, its results say how many
    before = freeze(dialogue)
    setattr(dialogue, field, value)
    dialogue.save()

    assert told(before, dialogue) == [said]


def test_findings_questions_and_results_are_things_of_their_own():
    dialogue = whole_dialogue()
    before = freeze(dialogue)
    dialogue.findings.all()[0].delete()
    Choice.objects.filter(question__survey__dialogue=dialogue, key="val-1").update(text="Kanske")
    SurveyResultsFactory(dialogue=dialogue)

    assert told(before, dialogue) == [
        "Frågan: svaren har ändrats",
        "Frågan: svaren har ändrats",
        "Frågan: svaren har ändrats",
        "Enkätens resultat har tillkommit",
        "Det ni sa har tagits bort",
    ]
