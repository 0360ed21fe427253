"""Figures to reach: changes with their sign, levels, what was before, and what is no goal."""

import pytest

from promises.page_import.goals import find_goals


@pytest.mark.parametrize(
    ("text", "is_labelled", "goals"),
    [
        (
            "Antalet bostadsbränder ska bli 25 procent färre än 2020.",
            True,
            [(None, 2020, -25, "%")],
        ),
        ("Cykelstölderna ska vara 15 % färre än 2022.", True, [(None, 2022, -15, "%")]),
        ("Målet är 30 procent fler deltagare än 2023.", False, [(None, 2023, 30, "%")]),
        ("Inbrotten ska bli en tredjedel färre.", True, [(None, None, -33, "%")]),
        ("Stölderna ska bli hälften så många.", True, [(None, None, -50, "%")]),
        (
            "Antalet anmälda båtstölder ska halveras jämfört med 2023.",
            True,
            [(None, 2023, -50, "%")],
        ),
        ("Målet är en halvering av antalet svårt skadade.", False, [(None, None, -50, "%")]),
        (
            "Målet är att minska skadegörelsen till hälften av 2022 års nivå.",
            False,
            [(None, 2022, -50, "%")],
        ),
        ("Dubbelt så många ska använda gångvägen.", True, [(None, None, 100, "%")]),
        (
            "Andelen niondeklassare som har blivit bjudna ska sjunka från 31 procent 2019 till 20 procent.",
            True,
            [(31, 2019, 20, "%")],
        ),
        (
            "Andelen som känner sig otrygga ska minska från 34 till 25 procent.",
            True,
            [(34, None, 25, "%")],
        ),
        (
            "Tryggheten ska öka från 61 % (2023) till minst 70 % (2025).",
            True,
            [(61, 2023, 70, "%")],
        ),
        (
            "Målet är att medelhastigheten på Åsvägen ska sjunka från 43 km/tim 2024 till 30 km/tim.",
            False,
            [(43, 2024, 30, "km/tim")],
        ),
        ("Medelhastigheten ska ned från 52 till 40 km/h.", True, [(52, None, 40, "km/h")]),
        (
            "Målet är att 300 containrar ska gå att låsa när perioden är slut.",
            False,
            [(None, None, 300, "containrar")],
        ),
        ("Målet är högst 40 villainbrott per år.", False, [(None, None, 40, "villainbrott")]),
        (
            "Villainbrotten ska bli färre, från 58 villainbrott 2022 till högst 40 villainbrott.",
            False,
            [(58, 2022, 40, "villainbrott")],
        ),
        (
            "Antalet anmälningar ska minska från 120 till 90.",
            True,
            [(120, None, 90, "anmälningar")],
        ),
        (
            "Brotten ska minska med 10 procent till 2026 jämfört med 2023.",
            True,
            [(None, 2023, -10, "%")],
        ),
        (
            "Andelen elever som trivs ska öka med fem procentenheter.",
            True,
            [(None, None, 5, "procentenheter")],
        ),
        ("Minst 80 procent ska känna sig trygga.", True, [(None, None, 80, "%")]),
        ("Nio av tio elever ska känna sig trygga på skolgården.", True, [(None, None, 90, "%")]),
        ("Högst var tionde boende ska känna oro.", True, [(None, None, 10, "%")]),
        ("Andelen oroliga ska sjunka från var fjärde till var femte.", True, [(25, None, 20, "%")]),
        (
            "År 2024 kände sig 54 procent trygga. 2026 ska det vara 65 procent.",
            True,
            [(54, 2024, 65, "%")],
        ),
        (
            "Målet är 65 procent. Vid mätningen 2023 var det 58 procent.",
            True,
            [(58, 2023, 65, "%")],
        ),
        (
            "I dag upplever 45 % av kvinnorna otrygghet; målet är högst 35 %.",
            True,
            [(45, None, 35, "%")],
        ),
        ("Målet: 75 % trygga (2023: 68 %).", True, [(68, 2023, 75, "%")]),
        ("Målvärde 2026: 12 procent (utgångsläge 2024: 19 procent).", True, [(19, 2024, 12, "%")]),
        ("Antalet inbrott ska minska med en fjärdedel mot 2022.", True, [(None, 2022, -25, "%")]),
        (
            "Inbrotten ska minska med 20 procent och stölderna med 25 procent.",
            True,
            [(None, None, -20, "%"), (None, None, -25, "%")],
        ),
        (
            "Senast 2027 ska skadegörelsen ha gått ned med en femtedel jämfört med 2024.",
            True,
            [(None, 2024, -20, "%")],
        ),
        ("Tiden till sanering ska ned till högst 24 timmar.", True, [(None, None, 24, "timmar")]),
        ("Fler ska cykla till skolan.", True, []),
        ("Förra året anmäldes 46 inbrott.", False, []),
        ("I enkäten 2024 uppgav 40 procent att de känner sig otrygga.", False, []),
        ("Polisen ska göra minst 20 kontroller.", False, []),
        ("Vi ska minska stölderna med minst tio procent.", False, [(None, None, -10, "%")]),
        ("Klottret ska kosta högst 100 000 kronor per år.", True, [(None, None, 100000, "kronor")]),
        ("Klottret ska vara borta inom två dygn.", False, []),
        ("Föräldrar till elever i årskurs 7 ska ha fått information.", True, []),
        (
            "Polisens mål är att antalet rån ska understiga 10 per år.",
            False,
            [(None, None, 10, "rån")],
        ),
        ("Målet är att sänka hastigheten med 5 km/tim.", False, [(None, None, -5, "km/tim")]),
        (
            "Siffran vi vill se: betyget ska gå från 2,9 år 2024 till 3,5.",
            False,
            [(2.9, 2024, 3.5, None)],
        ),
        (
            "Uppfyllt om andelen sjunker från 41 procent 2022 till högst 30 procent.",
            False,
            [(41, 2022, 30, "%")],
        ),
        ("Minst 200 förare har fått blåsa när våren kommer.", True, [(None, None, 200, "förare")]),
        ("Rånen ska minska med 30 %. Utgångsläget är år 2022.", True, [(None, 2022, -30, "%")]),
        (
            "Stölderna ska ned med 20 procent, och andelen märkta cyklar upp från 12 till 30 procent.",
            True,
            [(None, None, -20, "%"), (12, None, 30, "%")],
        ),
        ("Hälften så många tips som de 64 som kom 2022.", True, [(64, 2022, -50, "%")]),
        (
            "Inbrotten ska minska med 10 procent jämfört med 2022 (84 anmälda).",
            False,
            [(84, 2022, -10, "%")],
        ),
        (
            "Minska cykelstölderna med 20 procent från 145 (2023).",
            True,
            [(145, 2023, -20, "%")],
        ),
        ("Inbrotten ska halveras från 96 anmälda brott 2023.", True, [(96, 2023, -50, "%")]),
        (
            "Minska med 20 procent jämfört med 2023, då 145 brott anmäldes",
            True,
            [(145, 2023, -20, "%")],
        ),
        ("Ska öka från 61 till 70 procent (2022: 61 procent).", True, [(61, 2022, 70, "%")]),
    ],
)
def test_goals_have_baseline_year_target_and_unit(text, is_labelled, goals):
    found = find_goals(text, (1,), is_labelled=is_labelled)

    assert [
        (goal.baseline_value, goal.baseline_year, goal.target_value, goal.unit) for goal in found
    ] == goals
