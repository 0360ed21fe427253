"""Labels, lists and columns that no list of words holds: the page itself tells what they are."""

import pytest

from promises.page_import import read_text
from promises.page_import.table_columns import by_contents

AREAS = """Medborgarlöften 2024–2025

Torget
Vad säger kartan?
Under 2023 ringde handlarna åtta gånger om bråk på torget. Det var fler än året innan.
Här står vi fast
Ingen ska behöva gå en omväg runt torget.
Stegen dit
- Polisen går över torget varje kväll.
- Kommunen sätter upp sex lampor.
Vi är framme när
Anmälningarna har minskat med 20 procent jämfört med 2023.

Hamnen
Vad säger kartan?
Båtägarna berättar om stölder. De flesta sker på våren.
Här står vi fast
Båtarna ska ligga tryggt hela vintern.
Stegen dit
- Polisen märker båtmotorer två lördagar.
Vi är framme när
Stölderna har minskat med 10 procent jämfört med 2023.
"""


def _promises(text):
    return [
        (promise["area"], promise["statement"], [action["text"] for action in promise["actions"]])
        for period in read_text(text).as_json()["periods"]
        for promise in period["promises"]
    ]


def test_labels_that_come_back_in_each_area_are_read_by_what_stands_under_them():
    assert _promises(AREAS) == [
        (
            "Torget",
            "Ingen ska behöva gå en omväg runt torget.",
            ["Polisen går över torget varje kväll.", "Kommunen sätter upp sex lampor."],
        ),
        (
            "Hamnen",
            "Båtarna ska ligga tryggt hela vintern.",
            ["Polisen märker båtmotorer två lördagar."],
        ),
    ]


def test_made_up_labels_are_no_areas():
    [period] = read_text(AREAS).as_json()["periods"]

    assert [area["heading"] for area in period["areas"]] == ["Torget", "Hamnen"]


def test_list_of_contents_gives_no_areas():
    contents = "Innehåll på sidan\nTorget\nHamnen\n\n"

    [period] = read_text(contents + AREAS).as_json()["periods"]

    assert [area["heading"] for area in period["areas"]] == ["Torget", "Hamnen"]


@pytest.mark.parametrize("lead", ["", "Polisen och skolan har skakat hand på det här.\n\n"])
def test_lists_of_what_somebody_will_do_make_a_page_of_promises_without_the_word(lead):
    text = f"""Trygg i Åby

{lead}På skolgården
- Polisen äter lunch med eleverna varje månad.
- Kommunen håller grinden låst om natten.

Vid stationen
- Polisen möter sista tåget på lördagar.
- Vi lånar ut reflexvästar till den som vill.
"""

    assert [statement for _, statement, _ in _promises(text)] == [
        "Polisen äter lunch med eleverna varje månad.",
        "Kommunen håller grinden låst om natten.",
        "Polisen möter sista tåget på lördagar.",
        "Vi lånar ut reflexvästar till den som vill.",
    ]


@pytest.mark.parametrize(
    "links",
    [
        "- Ansök om bygglov\n- Avgifter\n- Kartor\n",
        "- Du kan ringa oss\n- Du kan skriva till oss\n",
    ],
)
def test_lists_of_other_things_make_no_promises(links):
    assert (
        read_text(f"Bygga och bo\n\nHär hittar du det mesta.\n\n{links}").as_json()["periods"] == []
    )


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Vad vi ska leva upp till 2022–2025", "promises"),
        ("Treårigt ord till Vikborna, 2022–2025", "promises"),
        ("Handslaget 2022–2025", "promises"),
    ],
)
def test_a_stretch_of_time_over_a_list_is_the_period(heading, kind):
    [period] = read_text(
        f"Trygg i Vik\n\nPolisen och kommunen lovar detta.\n\n{heading}\n\n"
        "- Polisen går över torget varje kväll.\n- Kommunen tänder lamporna.\n"
    ).as_json()["periods"]

    assert (period["starts_on"], period["ends_on"], period["kind"]) == (
        "2022-01-01",
        "2025-12-31",
        kind,
    )


def test_years_of_a_survey_are_no_period():
    [period] = read_text(
        "Medborgarlöften\n\nPolisen lovar att gå över torget varje kväll.\n\n"
        "Trygghetsmätningen 2019–2023\n\nFler är oroliga.\n"
    ).as_json()["periods"]

    assert (period["starts_on"], period["ends_on"]) == (None, None)


def test_sentences_with_dates_open_a_period_each():
    periods = read_text(
        "Löften på öarna\n\nI Norrvik gäller detta 1 mars–31 maj 2024.\nPolisen svarar för att:\n"
        "- möta sista färjan\n- mäta farten\n\n"
        "På Sunnö gäller i stället detta 1 juni–31 augusti 2024.\nPolisen svarar för att:\n- bemanna kajen\n"
    ).as_json()["periods"]

    assert [(period["starts_on"], len(period["promises"])) for period in periods] == [
        ("2024-03-01", 2),
        ("2024-06-01", 1),
    ]


def test_a_lead_that_names_one_promise_of_the_list_holds_its_acts():
    text = """Medborgarlöften 2024

- Kommunen svarar på felanmälningar inom ett dygn.
- Ingen ska behöva gå ensam från nattfärjan.

Följet från nattfärjan ordnas så här:
- Färjevärdarna följer med till torget.
"""

    assert [len(actions) for _, _, actions in _promises(text)] == [0, 1]


def test_a_list_in_a_report_is_what_was_promised_when_the_prose_after_it_tells():
    text = """Så gick det 2022–2023

Hamnen
- Kameror vid bryggan.
- Nya lampor längs kajen.

Kamerorna vid bryggan sattes upp i maj. Lamporna längs kajen byttes av kommunen.
"""

    assert _promises(text) == [
        ("Hamnen", "Kameror vid bryggan.", ["Kamerorna vid bryggan sattes upp i maj."]),
        ("Hamnen", "Nya lampor längs kajen.", ["Lamporna längs kajen byttes av kommunen."]),
    ]


def test_columns_are_named_by_what_they_hold():
    heads = ["Fråga", "Det du får se", "Vad det blir", "Håller i trådarna", "Just nu"]
    rows = [
        ["Torget", "Alla ska kunna sitta på torget om kvällen", "Nya bänkar", "Kommunen", "Klart"],
        ["", "", "Fotpatrull på lördagar", "Polisen", "Pågår"],
        ["Hamnen", "Den som har båt ska kunna sova lugnt", "Märkkvällar", "Polisen", "Klart"],
    ]

    assert by_contents([""] * 5, heads, rows) == ["area", "promise", "action", "lead", "status"]
