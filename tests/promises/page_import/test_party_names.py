"""Names that a page itself gives to its other parties."""

import pytest

from promises.page_import import read_text
from promises.page_import.blocks import build_blocks
from promises.page_import.lines import number_lines
from promises.page_import.party_names import names_of


def names(text):
    return sorted(names_of(build_blocks(number_lines(text))).phrases)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Polisen, kommunen och Tallgården lovar att städa.", ["tallgården"]),
        ("Pensionärsföreningen Gnistan ordnar kaffe.", ["gnistan"]),
        ("• Rensa diket (Odlarlaget)\n• Mäta farten (polisen)\n", ["odlarlaget"]),
        ("• Rensa diket (vid behov)\n• Mäta farten (polisen)\n", []),
        ("Insats\tAnsvarig\nRensa diket\tOdlarlaget\n", ["odlarlaget"]),
        ("Alnö, Bergs och Sunds kommuner och polisen lovar att ringa.", []),
        ("Löftet skrevs under av Anna Ek, kommunchef, och Bo Al, polischef.", []),
    ],
)
def test_names_of_a_page(text, found):
    assert names(text) == found


def test_name_is_a_party_everywhere_on_its_page_and_on_no_other():
    report = "Så gick det\n- Tallgården har städat.\n"
    own = f"Medborgarlöften 2024\n\nPolisen och Tallgården lovar att:\n- städa\n\n{report}"
    other = f"Medborgarlöften 2024\n\n{report}"

    first, second = read_text(own).periods[0], read_text(other).periods[0]

    assert first.promises[0].actions[0].lead == ("other",)
    assert second.actions[0].lead == ()
