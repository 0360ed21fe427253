"""Stage 2: lines are counted as an editor counts them; HTML by what shows."""

from promises.page_import.html_lines import is_html, number_blocks
from promises.page_import.lines import number_lines


def test_every_kind_of_line_end_counts():
    lines = number_lines("ett\r\ntvå\rtre\n\nfem")

    assert [(line.number, line.text, line.gap) for line in lines] == [
        (1, "ett", 0),
        (2, "två", 0),
        (3, "tre", 0),
        (5, "fem", 1),
    ]


def test_other_separators_end_no_line():
    lines = number_lines("a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg")

    assert [line.number for line in lines] == [1]


def test_text_is_kept_and_meaning_is_tidied():
    (line,) = number_lines("\t•\u00a0Trygg\u00adhets  vandring\u200b ")

    assert line.text == "\t•\u00a0Trygg\u00adhets  vandring\u200b "
    assert line.meaning == "• Trygghets vandring"


def test_line_of_no_break_spaces_is_blank():
    assert [line.number for line in number_lines("a\n\u00a0\nb")] == [1, 3]


PAGE = """<!doctype html><html><head><title>Titel</title><style>p{}</style></head><body>
<nav><ul><li>Start<li>Om</ul></nav><main><h1>Löften&nbsp;<b>2024</b></h1><p>Ett<br>två</p>
<ul><li>Yttre<ul><li>Inre</li></ul></li><li><p>Nästa</p><p>stycke</p></li></ul>
<table><tr><th>Vad<th>Vem<tr><td><p>Kontroll</p><p>kväll</p><td>Polisen</table>
<p hidden>gömd</p><div style="display: none">gömd</div><p><strong>Fet</strong></p>
<script>alert("p")</script></main><footer>Fot</footer>"""


def test_html_has_one_line_per_visible_block_or_cell():
    lines = number_blocks(PAGE)

    assert [(line.tag, line.text) for line in lines] == [
        ("nav", "Start"),
        ("nav", "Om"),
        ("h1", "Löften\u00a02024"),
        ("p", "Ett\ntvå"),
        ("li", "Yttre"),
        ("li", "Inre"),
        ("li", "Nästa"),
        ("p", "stycke"),
        ("th", "Vad"),
        ("th", "Vem"),
        ("td", "Kontroll\nkväll"),
        ("td", "Polisen"),
        ("p", "Fet"),
        ("nav", "Fot"),
    ]
    assert [line.number for line in lines] == list(range(1, 15))
    assert [line.depth for line in lines if line.tag == "li"] == [1, 2, 1]
    assert lines[12].is_strong


def test_text_with_a_stray_tag_is_no_html():
    assert not is_html("Vi lovar <b>mycket</b>\n\n• ett\n")
    assert is_html("<div><p>Vi lovar</p></div>")
    assert is_html("\n<!-- sparad --><!DOCTYPE html><p>x")
