"""Contacts and signatories."""

import pytest

from promises.page_import import read_text
from promises.page_import.names import is_name, people_in

PROMISE = "Medborgarlöfte 2024\n\n• Polisen lovar att synas.\n\n"


def contacts(text):
    return [tuple(contact.as_json().values()) for contact in read_text(text).contacts]


def signatories(text):
    (period,) = read_text(PROMISE + text).periods
    return [(one.name, one.title) for one in period.signatories]


@pytest.mark.parametrize(
    "text",
    [
        "Kontakt\n\nAnna Berg\nKommunpolis\nTelefon: 010-567 12 34\nE-post: anna@polisen.example",
        "Kontakt\nKommunpolis Anna Berg\n010-567 12 34, anna@polisen.example",
        "Kontakt: Anna Berg, Kommunpolis, 010-567 12 34, anna@polisen.example",
        "Kontaktperson\n• Anna Berg (Kommunpolis), 010-567 12 34, anna@polisen.example",
        "Namn\tTitel\tTelefon\tE-post\nAnna Berg\tKommunpolis\t010-567 12 34\tanna@polisen.example",
        "Frågor besvaras av Kommunpolis Anna Berg, 010-567 12 34, anna@polisen.example.",
    ],
)
def test_one_person_however_written(text):
    assert contacts(text) == [("Anna Berg", "Kommunpolis", "010-567 12 34", "anna@polisen.example")]


def test_function_without_a_person_has_no_name():
    text = "Kontakta oss\n\nKontaktcenter\n0500-12 30 00\n\nPolisen\n114 14\n"

    assert contacts(text) == [
        (None, "Kontaktcenter", "0500-12 30 00", None),
        (None, "Polisen", "114 14", None),
    ]


def test_empty_telephone_gives_no_contact():
    assert contacts("Kontakt\nLidby kommun\nTelefon:\nE-post:\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Underskrifter\n\nAnna Berg (S)\nKommunstyrelsens ordförande\n\nBo Ek\nLokalpolisområdeschef",
        "Lidby den 3 mars 2024\n\nAnna Berg                    Bo Ek\n"
        "Kommunstyrelsens ordförande          Lokalpolisområdeschef",
        "Undertecknat av\nAnna Berg, Kommunstyrelsens ordförande\nBo Ek, Lokalpolisområdeschef",
        "Löftet undertecknades av Kommunstyrelsens ordförande Anna Berg (S) och "
        "Lokalpolisområdeschef Bo Ek.",
    ],
)
def test_signatories_however_written(text):
    assert signatories(text) == [
        ("Anna Berg", "Kommunstyrelsens ordförande"),
        ("Bo Ek", "Lokalpolisområdeschef"),
    ]


def test_people_in_running_text():
    text = "Kommunchef Ralf Hed och Johan Karl, chef för lokalpolisområde Mitt, skrev under."

    assert [(person.name, person.title) for person in people_in(text)] == [
        ("Ralf Hed", "Kommunchef"),
        ("Johan Karl", "chef för lokalpolisområde Mitt"),
    ]


def test_names_are_told_from_places_and_bodies():
    assert is_name("Anna-Karin von Essen")
    for text in ("Lidby kommun", "Svenska Kyrkan", "Trygghet", "Lokalpolisområde Norra"):
        assert not is_name(text)
