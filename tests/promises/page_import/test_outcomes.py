"""Reports: which sentences tell of an act, what became of it, and why not."""

import pytest

from promises.page_import.outcomes import acts_in, status_of, tells_of_act
from promises.page_import.reasons import reason_of


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("Polisen har genomfört tio kontroller.", "done", ""),
        ("Insatsen har inte genomförts på grund av pandemin.", "not_done", "pandemic"),
        ("Vissa insatser har inte kunnat genomföras som planerat.", "not_done", "not_stated"),
        ("Vandringen ställdes in på grund av snöstorm.", "not_done", "weather_or_event"),
        ("Vi hann inte med utbildningen, tjänsten var vakant.", "not_done", "resources"),
        ("Kursen uteblev då polisen omprioriterade.", "not_done", "changed_priorities"),
        (
            "Redovisningen är inte klar, vi inväntar resultat från enkäten.",
            "not_done",
            "waiting_for_data",
        ),
        (
            "Belysningen är försenad. Vi väntar på besked från Trafikverket.",
            "not_done",
            "other_party",
        ),
        (
            "Polisen har synts i byarna, dock inte i den utsträckning vi velat. Skogsbränderna tog tiden.",
            "partly",
            "weather_or_event",
        ),
        ("Utbildningen har genomförts delvis.", "partly", "not_stated"),
        ("Arbetet med planen pågår.", "ongoing", ""),
        ("Polisen har inte bara patrullerat utan också hållit möten.", "done", ""),
    ],
)
def test_status_and_reason(text, status, reason):
    assert status_of(text) == status
    assert reason_of(text, status_of(text)) == reason


@pytest.mark.parametrize(
    ("sentence", "is_act"),
    [
        ("Polisen har besökt alla skolor.", True),
        ("Två vandringar genomfördes i maj.", True),
        ("Elva riktade narkotikainsatser.", True),
        ("Brotten har minskat i centrum.", False),
        ("Det känns bra.", False),
        ("– Det har varit roligt, säger Moa Jakobs.", False),
        ("Trafikbrott var en vanlig brottskategori.", False),
    ],
)
def test_act(sentence, is_act):
    assert tells_of_act(sentence) is is_act


def test_explanation_stays_with_its_act():
    text = "Vandringen ställdes in. Orsaken var snö. Polisen har hållit ett möte."

    assert acts_in(text) == [
        ("Vandringen ställdes in.", "Orsaken var snö."),
        ("Polisen har hållit ett möte.", ""),
    ]
