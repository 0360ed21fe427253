"""Texts that are looked in: what stands there, and what was perhaps meant."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.search_words import Term, letters, terms
from portal.written import Guess, Written, typing_errors


def written(text: str) -> Written:
    return Written.of([text])


@given(st.lists(st.text()))
def test_letters_are_those_of_the_register(texts):
    assert Written.of(texts).letters == letters(texts)


@given(st.text(), st.text())
@example("\uff9e", "trafik")
def test_any_text_can_be_guessed_at(text, query):
    assert len(Guess.of(written(text), terms(query)).words) == len(terms(query))


@given(st.text())
def test_every_word_spells_itself(text):
    found = written(text)

    assert all(found.spells(term) and found.has(term) for term in terms(text))


@pytest.mark.parametrize(
    ("typed", "text", "stands"),
    [
        ("stromsund", "Strömsunds kommun", True),
        ("bilar", "en bil", True),
        ("felanmalan", "Bostadsbolagets felanmälan", True),
        ("växel", "Trafik", False),
    ],
)
def test_typed_word_stands_in_a_text(typed, text, stands):
    assert written(text).has(Term.of(typed)) == stands


@pytest.mark.parametrize(
    ("typed", "stands"), [("polisväxel", True), ("polis-växel", True), ("kommunväxel", False)]
)
def test_compound_stands_where_both_its_parts_do(typed, stands):
    assert written("Polisen i norr, växel").has_parts(Term.of(typed)) == stands


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("narkotika", ("narkotika", 0)),
        ("nakotika", ("narkotika", 1)),
        ("nakotkia", ("narkotika", 2)),
        ("nkotkia", None),
        ("fort", ("fort", 0)),
        ("fotr", None),
        ("efterr", None),
        ("2020", None),
        ("067016975", None),
    ],
)
def test_word_that_was_perhaps_meant(typed, meant):
    assert (
        written("Narkotika efter för fort fortkörning 2021 067016974").closest(Term.of(typed))
        == meant
    )


@pytest.mark.parametrize(
    ("typed", "text", "errors"),
    [
        ("trafki", "trafik", 1),
        ("ehandel", "andel", 2),
        ("ab", "ba", 1),
        ("", "ab", 2),
        ("a", "a", 0),
    ],
)
def test_typing_errors_are_counted(typed, text, errors):
    assert typing_errors(typed, text, most=3) == errors


@given(st.text(alphabet="abc", max_size=9), st.text(alphabet="abc", max_size=9))
def test_typing_errors_are_the_same_both_ways_and_no_more_than_asked_for(one, other):
    errors = typing_errors(one, other, most=9)

    assert errors == typing_errors(other, one, most=9)
    assert typing_errors(one, other, most=2) == min(errors, 3)
