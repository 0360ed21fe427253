"""All places together."""

from promises.overviews import national
from tests.promises.overviews.made import NOW, area, period, promise


def test_themes_of_all_places_count_what_is_in_force():
    here, there = area(), area()
    documents = [
        period(2024, promise(under=here), promise("b", under=here), areas=(here,)),
        period(2024, promise(under=there), areas=(there,), partnership_slug="annan"),
        period(2019, promise(under=here), areas=(here,)),
    ]

    counts = national.theme_counts(national.in_force(documents, on=NOW))

    assert [(c.theme, c.promises, c.places) for c in counts if c.promises] == [("traffic", 3, 2)]
    assert len(counts) == 10


def test_theme_words_are_addresses():
    assert list(national.THEME_WORDS)[:3] == ["trafik", "narkotika-och-andts", "bedragerier"]
