"""What was read with doubt, by line, for the editor."""

import pytest

from promises.page_import import doubts_of, read_text
from promises.page_import.words import doubts as words

HEAD = "Medborgarlöften 2024\n\n"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Medborgarlöften\n\nPolisen lovar att synas.\n", 3, words.NO_PERIOD),
        (
            "Medborgarlöften 1 mars–31 juni 2024\n\nPolisen lovar att synas.\n",
            1,
            words.NO_SUCH_DATE,
        ),
        (
            f"{HEAD}- Blommor i alla rabatter vid ån\n- Bänkar längs hela den långa strandpromenaden\n",
            4,
            words.UNPROMISED,
        ),
        (f"{HEAD}Löftena gäller 2021–2022.\n\nPolisen lovar att synas.\n", 3, words.OTHER_YEARS),
        (f"{HEAD}Polisen lovar att göra 4 besök på 3 skolor.\n", 3, words.SEVERAL_NUMBERS),
        (
            f"{HEAD}Polisen lovar att ringa.\nMål: Brotten ska minska med 5 procent.\n",
            4,
            words.NO_BASELINE,
        ),
        (
            "Så gick det 2023\n\nPolisen lovade att ringa.\nPolisen ringde inte.\n",
            4,
            words.NO_REASON,
        ),
    ],
)
def test_doubt_stands_at_its_line(text, line, reason):
    assert reason in doubts_of(read_text(text)).get(line, ())


def test_plain_page_has_no_doubts():
    text = f"{HEAD}Polisen lovar att:\n- besöka skolan i Vik\n- svara på tips\n"

    assert doubts_of(read_text(text)) == {}


def test_doubts_are_not_in_the_json():
    text = "Medborgarlöften\n\nPolisen lovar att synas.\n"

    assert set(read_text(text).as_json()) == {"periods", "contacts", "unplaced", "lines"}
