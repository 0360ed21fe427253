"""Stage 3: bullets of every kind, wrapped lines, depth, tables, headings."""

import pytest

from promises.page_import.blocks import Kind, build_blocks
from promises.page_import.lines import number_lines


def blocks_of(text):
    return build_blocks(number_lines(text))


def shape(text):
    return [(block.kind.value, block.text) for block in blocks_of(text)]


@pytest.mark.parametrize("mark", ["•", "-", "–", "*", "◦", "▪", "\uf0b7", "•\t", "o\t"])
def test_bullets_are_taken_off(mark):
    assert shape(f"{mark} Polisen ska synas.\n{mark} Kommunen ska städa.") == [
        ("item", "Polisen ska synas."),
        ("item", "Kommunen ska städa."),
    ]


@pytest.mark.parametrize("form", ["{}. ", "{}) ", "({}) ", "{}.\t"])
def test_numbers_are_taken_off(form):
    text = f"{form.format(1)}Polisen ska synas.\n{form.format(2)}Kommunen ska städa."

    assert [block.text for block in blocks_of(text)] == [
        "Polisen ska synas.",
        "Kommunen ska städa.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "• Polisen ska synas. • Kommunen ska städa.",
        "•Polisen ska synas.•Kommunen ska städa.",
        "- Polisen ska synas. - Kommunen ska städa.",
        "1. Polisen ska synas. 2. Kommunen ska städa.",
        "•\nPolisen ska synas.\n•\nKommunen ska städa.",
    ],
)
def test_run_together_bullets_are_cut(text):
    assert shape(text) == [("item", "Polisen ska synas."), ("item", "Kommunen ska städa.")]


def test_dash_inside_a_sentence_cuts_nothing():
    text = "- Polisen ska synas - särskilt kvällstid - i centrum."

    assert shape(text) == [("item", text[2:])]


def test_wrapped_lines_are_joined_by_the_pages_own_width():
    text = (
        "Polisen och kommunen lovar att tillsammans arbeta för att\n"
        "fler ska känna sig trygga i centrum. Det gäller särskilt\n"
        "Storgatan och torget.\n"
        "- vara synliga på kvällar och helger, särskilt kring torg\n"
        "  och station\n"
        "- städa\n"
    )

    assert [(block.text, block.lines) for block in blocks_of(text)] == [
        (
            "Polisen och kommunen lovar att tillsammans arbeta för att fler ska känna sig trygga i "
            "centrum. Det gäller särskilt Storgatan och torget.",
            (1, 2, 3),
        ),
        ("vara synliga på kvällar och helger, särskilt kring torg och station", (4, 5)),
        ("städa", (6,)),
    ]


def test_wrapped_prose_is_no_list_though_a_line_of_it_ends_in_att():
    text = """Polisen och kommunen har kommit överens om vad vi ska göra för att
hamnområdet ska bli tryggare. Vi ska se till att det finns poliser i hamnen när de sena
färjorna kommer. Det är då som flest hör av sig om bråk."""

    assert shape(text) == [("paragraph", text.replace("\n", " "))]


def test_soft_hyphen_at_the_line_end_joins_the_word():
    text = (
        "Polisen och kommunen lovar att tillsammans genomföra trygg\u00ad\nhetsvandringar i byarna."
    )

    (block,) = blocks_of(text)

    assert block.text == (
        "Polisen och kommunen lovar att tillsammans genomföra trygghetsvandringar i byarna."
    )


def test_depth_comes_from_indentation_and_from_markers():
    indented = "• ett\n  ◦ två\n    - tre\n• fyra"
    flat = "1. Polisen ska synas genom\n• fotpatruller\n• kontroller\n2. Kommunen ska städa genom\n• sopning"

    assert [block.depth for block in blocks_of(indented)] == [0, 1, 2, 0]
    assert [block.depth for block in blocks_of(flat)] == [0, 1, 1, 0, 1]


def test_numbered_heading_is_told_from_numbered_list():
    heading = "1. Trafik\nMånga kör för fort.\n2. Narkotika\nMånga är oroliga."
    listed = "1. Trafik\n2. Narkotika\n3. Belysning"

    assert [block.kind for block in blocks_of(heading)][::2] == [Kind.HEADING, Kind.HEADING]
    assert {block.kind for block in blocks_of(listed)} == {Kind.ITEM}


def test_tabs_and_bars_make_table_rows():
    for text in (
        "Åtgärd\tAnsvarig\nKontroll\tPolisen",
        "| Åtgärd | Ansvarig |\n| Kontroll | Polisen |",
    ):
        rows = blocks_of(text)

        assert {row.kind for row in rows} == {Kind.ROW}
        assert [[cell for cell, _ in row.cells] for row in rows] == [
            ["Åtgärd", "Ansvarig"],
            ["Kontroll", "Polisen"],
        ]


@pytest.mark.parametrize(
    "line",
    [
        "Till huvudmenyn",
        "Lyssna på sidan Lyssna",
        "Start / Omsorg / Medborgarlöften",
        "Hem > Trygghet > Medborgarlöften",
        "Dela på Facebook",
        "Skriv ut",
        "Senast ändrad/granskad:",
        "Senast uppdaterad: 3 mars 2024",
        "Vi använder kakor på webbplatsen",
        "Hjälpte informationen på sidan dig?",
        "Läs mer om grannsamverkan",
        "Medborgarlöfte 2018 (pdf, 240 kB)",
        "Flygbild över tätorten.",
        "© Lidby kommun 2024",
        "----------",
    ],
)
def test_lines_of_the_web_site_are_noise(line):
    assert [block.kind for block in blocks_of(line)] == [Kind.NOISE]
