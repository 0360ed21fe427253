import pytest
from hypothesis import given
from hypothesis import strategies as st

from promises import reading_ease


def test_lix_is_words_per_sentence_plus_share_of_long_words():
    assert (
        reading_ease.lix("Vi syns ute. Vi genomför trafikkontroller ofta.")
        == 4 + round(100 * 2 / 7) - 1
    )


@given(st.text())
def test_reading_ease_takes_any_text(text):
    assert reading_ease.lix(text) >= 0
    assert isinstance(reading_ease.named_beside_crime(text), str)
    assert isinstance(reading_ease.has_personal_number(text), bool)
    list(reading_ease.unexplained(text))
    reading_ease.long_sentences(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("811218-9876", True),
        ("198112189876", True),
        ("samordningsnummer 811278-9873", True),
        ("Ring 114 14 eller 0670-161 00.", False),
        ("organisationsnummer 212000-2668", False),
        ("2021–2022", False),
        ("dnr 2021/123456", False),
    ],
)
def test_personal_number(text, found):
    assert reading_ease.has_personal_number(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kalle Svensson dömdes för misshandel.", "Kalle Svensson"),
        ("Kommunpolis Anna Alm leder gruppen.", ""),
        ("Strömsunds Kommun anmälde en stöld.", ""),
        ("Stölderna ska minska. Anna Alm svarar på frågor.", ""),
        ("Vid inbrottet sågs Ali Berg.", "Ali Berg"),
    ],
)
def test_name_beside_a_crime(text, name):
    assert reading_ease.named_beside_crime(text) == name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Enligt CAN och ANDTS.", []),
        ("Enligt XYZ, och XYZ igen.", ["XYZ"]),
        ("Enligt nämnden (XYZ) och XYZ.", []),
        ("XYZ (nämnden) säger det.", []),
        ("CAN:s rapport om EU.", []),
    ],
)
def test_unexplained_abbreviations(text, found):
    assert list(reading_ease.unexplained(text)) == found


def test_long_sentences():
    short, long = "Vi syns ute.", f"{'ord ' * 30}slut."

    assert reading_ease.long_sentences(f"{short} {long}") == [long]


def test_hard_text_needs_some_length():
    words = "Samverkansöverenskommelsens genomförandeorganisation " * 20

    assert reading_ease.is_hard(words)
    assert not reading_ease.is_hard("Samverkansöverenskommelsens genomförandeorganisation.")
