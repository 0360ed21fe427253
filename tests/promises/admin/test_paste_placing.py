"""Units of a pasted page and the editor's corrections of them, without pages or database."""

import pytest

from promises.admin.paste_placing import corrected
from promises.admin.paste_units import became, units_of
from promises.page_import import read_text
from tests.promises.page_import.test_rows import SEED

PAGE = """Medborgarlöften 2024

Trafik
Polisen och kommunen lovar att fler ska köra nyktert.
- Polisen genomför 20 nykterhetskontroller

Gulliga katter
Vi lovar att synas på torget varje torsdag.
"""


def number_of(text: str, page: str = PAGE) -> int:
    return next(n for n, line in enumerate(page.split("\n"), start=1) if text in line)


def placed(choices: dict[str, str], text: str = PAGE):
    """The page's only period, with the lines that hold these words placed as said; and the problems."""
    page = read_text(text)
    numbers = {number_of(words, text): choice for words, choice in choices.items()}
    found, problems = corrected(page, units_of(page), numbers)
    return found.periods[0], problems


def test_units_hold_every_line_once():
    page = read_text(SEED.decode())

    units = units_of(page)

    assert [line for unit in units for line in unit.lines] == list(page.lines)


def test_every_placed_line_says_what_it_became():
    page = read_text(SEED.decode())

    placed = {line.number for line in page.lines} - {one.line for one in page.unplaced}

    assert set(became(page)) == placed


def test_no_choices_change_nothing():
    page = read_text(SEED.decode())

    assert corrected(page, units_of(page), {}) == (page, [])


def test_every_line_may_be_left_out():
    page = read_text(SEED.decode())
    units = units_of(page)

    emptied, problems = corrected(page, units, {unit.number: "inget" for unit in units})

    assert problems == []
    assert len(emptied.unplaced) == len(page.lines)


def test_line_may_become_a_heading_over_the_promises_below_it():
    period, problems = placed({"katter": "omrade"})

    assert problems == []
    headings = [(area.heading, area.theme) for area in period.areas]
    assert headings == [("Trafik", "traffic"), ("Gulliga katter", "other")]
    assert [promise.area for promise in period.promises] == ["Trafik", "Gulliga katter"]


def test_heading_that_is_there_already_is_not_made_twice():
    text = PAGE.replace("Gulliga katter", "- trafik:")

    period, _ = placed({"trafik:": "omrade"}, text)

    assert [area.heading for area in period.areas] == ["Trafik"]
    assert [promise.area for promise in period.promises] == ["Trafik", "Trafik"]


@pytest.mark.parametrize(
    "line",
    ["Eva Ek, kommunstyrelsens ordförande", "Kommunstyrelsens ordförande Eva Ek", "Eva, chef"],
)
def test_line_may_become_a_signatory(line):
    text = PAGE.replace("Gulliga katter", line)

    period, problems = placed({line: "undertecknare"}, text)

    [signatory] = period.signatories
    assert problems == []
    assert signatory.name == line.removeprefix("Kommunstyrelsens ordförande ").partition(",")[0]
    assert signatory.title.casefold() in ("kommunstyrelsens ordförande", "chef")


def test_signatory_without_a_title_is_told():
    period, [problem] = placed({"katter": "undertecknare"})

    assert period.signatories == ()
    assert problem.startswith(f"Rad {number_of('katter')}: en undertecknare behöver namn och titel")


@pytest.mark.parametrize(
    ("line", "goal"),
    [
        ("Anmälda bedrägerier ska minska med 10 procent", ("relative", -10, "%")),
        ("Färre ska vara oroliga", ("down", None, None)),
        ("Fler ska känna sig trygga", ("up", None, None)),
    ],
)
def test_line_may_become_a_goal_with_its_figures(line, goal):
    text = PAGE.replace("Gulliga katter", line)

    period, problems = placed({line: f"mal:{number_of('lovar att fler')}"}, text)

    [made] = period.promises[0].goals
    assert problems == []
    assert made.indicator == line
    assert (made.change, made.target_value, made.unit) == goal


def test_action_may_be_moved_to_become_a_goal_instead():
    period, _ = placed({"20 nykterhets": f"mal:{number_of('lovar att fler')}"})

    [goal] = period.promises[0].goals
    assert period.promises[0].actions == ()
    assert goal.indicator == "Polisen genomför 20 nykterhetskontroller"
