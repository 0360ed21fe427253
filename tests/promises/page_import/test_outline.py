"""Which headings are areas, told by what stands under them."""

import pytest

from promises.page_import import read_text


def areas_of(text):
    return [[area.heading for area in period.areas] for period in read_text(text).periods]


def test_heading_over_a_promise_is_an_area_also_before_any_period_heading():
    text = (
        "Tillsammans för Vik\n\nKommunen och polisen ger dig löften för 2024.\n\n"
        "Skadegörelse\nPolisen lovar att besöka skolan.\n\n"
        "Hastigheter\nKommunen lovar att bygga gupp.\n"
    )

    assert areas_of(text) == [["Skadegörelse", "Hastigheter"]]


def test_last_line_of_a_menu_is_no_area():
    text = (
        "Medborgarlöften i Vik 2024\nStart\nBo och bygga\n\nSå ser det ut.\n\n"
        "Polisen lovar\n1) Ringa upp\n"
    )

    assert areas_of(text) == [[]]


def test_title_without_the_word_is_no_area():
    text = "<!doctype html><h1>Ett tryggt Vik</h1><p>Polisen lovar att synas.</p><ul><li>varje dag</li></ul>"

    assert areas_of(text) == [[]]


def test_area_without_a_promise_yet_is_kept_and_its_prose_is_not():
    text = (
        "Medborgarlöften 2025\n\nTrafik\nPolisen lovar att mäta farten.\n\n"
        "Nedskräpning\nHär saknas ännu ett löfte.\n\nBuskörning\nPolisen lovar att ringa upp.\n"
    )
    page = read_text(text)

    assert areas_of(text) == [["Trafik", "Nedskräpning", "Buskörning"]]
    assert [left.text for left in page.unplaced] == ["Här saknas ännu ett löfte."]


def test_names_of_places_under_the_title_are_no_area():
    text = (
        "Medborgarlöften\n\nByarna Alnö, Bergnäs och Sund\n\n"
        "Polisen lovar att:\n- ha mottagning\n- svara snabbt\n"
    )

    assert areas_of(text) == [[]]


@pytest.mark.parametrize(
    ("heading", "areas"),
    [("Löfte 1: Tryggt i centrum", ["Tryggt i centrum"]), ("Löfte 1", [])],
)
def test_named_promise_over_a_promising_sentence_is_an_area(heading, areas):
    text = f"Medborgarlöften 2024\n\n{heading}\nVi lovar att lysa upp varje gångväg.\n"

    assert areas_of(text) == [areas]


def test_page_about_coming_promises_has_none():
    text = (
        "<!doctype html><h1>Kom och prata om nya medborgarlöften</h1><h2>Två kvällar i maj</h2>"
        "<ul><li>Tisdag 6 maj kl. 18, Folkets hus</li><li>Onsdag 7 maj kl. 18, skolan</li></ul>"
    )

    assert read_text(text).periods == ()
