"""Typed and written words brought to the same letters."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.search_extracts import LENGTH, extract, marked
from portal.search_words import LONGEST_QUERY, MOST_WORDS, fold, forms, letters, read, terms


def patterns(query):
    return [word.pattern for term in terms(query) for word in term.words]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("kort", "kortbedrägerierna"),
        ("bedrägeri", "kortbedrägerierna"),
        ("bedragerier", "bedrägeribrott"),
        ("bedräg", "bedrägeribrott"),
        ("hund", "narkotikahund"),
        ("skolorna", "skolpersonal"),
        ("a-traktor", "A-traktorer"),
        ("atraktor", "A-traktorer"),
        ("natt-vandring", "nattvandringar"),
        ("BLÅS", "blås"),
        ("bil", "bilar"),
    ],
)
def test_typed_word_is_found_in_a_written_one(typed, written):
    assert marked(written, terms(typed)) == f"<mark>{written}</mark>"


@pytest.mark.parametrize(
    ("typed", "written"),
    [("rån", "från"), ("ring", "vandring"), ("bilar", "bilden"), ("mål", "gårdsmålning")],
)
def test_typed_word_is_not_found_where_its_letters_only_happen_to_stand(typed, written):
    assert marked(written, terms(typed)) == written


def test_small_words_are_left_out_unless_there_are_no_others():
    assert [term.text for term in terms("hur gick det på skolan")] == ["gick", "skolan"]
    assert [term.text for term in terms("vad ska vi")] == ["vad", "ska", "vi"]


@pytest.mark.parametrize(
    ("query", "is_cut"),
    [
        ("trafik skola barn fart polis kontroll bilar morgon", False),
        ("trafik på skola och barn i fart med polis kontroll bilar morgon", False),
        ("trafik skola barn fart polis kontroll bilar morgon kväll", True),
        ("trafik " * (LONGEST_QUERY // 7), False),
        ("x" * (LONGEST_QUERY + 1), True),
    ],
)
def test_reading_tells_whether_some_of_it_is_left_out(query, is_cut):
    assert read(query).is_cut == is_cut


def test_letters_holds_each_word_once_with_spaces_around():
    assert letters(["Å-ä, å-Ä!", "öl <b>"]) == " aa a ol b "


@given(st.text())
def test_any_text_becomes_a_few_patterns_that_both_sides_can_read(text):
    found = terms(text)

    assert len(found) <= MOST_WORDS
    for term in found:
        for word in term.words:
            assert re.fullmatch(r"[^\W_]+", word.typed + word.stem)
            re.compile(word.near_pattern)


@given(st.text(), st.text(max_size=20))
def test_marks_are_the_only_markup(text, query):
    for shown in (marked(text, terms(query)), extract([text], terms(query))):
        assert not re.search("[<>\"']", re.sub("</?mark>", "", shown))


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["Ekskolan\nDå kommer inte alla."], "Ekskolan · Då kommer inte alla."),
        (["Vi hör er.\nVi svarar."], "Vi hör er. Vi svarar."),
        (["Vandra", "", " \nMöta  unga"], "Vandra · Möta unga"),
        ([""], ""),
    ],
)
def test_lines_of_an_extract_do_not_run_together(texts, shown):
    assert extract(texts, [], or_beginning=True) == shown


@given(st.text(alphabet="ab -å", min_size=400, max_size=2000))
def test_extract_is_short(text):
    shown = re.sub("</?mark>", "", extract([text], terms("ab")))
    longest = max(map(len, text.split()), default=0)
    assert len(shown) <= LENGTH + longest + 8


@given(st.text())
@example("𝐀")
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert all(re.fullmatch(r"[^\W_]+", form) for form in forms(text))
