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


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        (
            "Anna Ek är trygghetssamordnare och nås på 0123-45 67 89.",
            ("Anna Ek", "trygghetssamordnare"),
        ),
        ("Kommunens växel svarar på 0123-45 67 89.", (None, "Kommunens växel")),
        ("Medborgarservice svarar på det mesta: 0123-45 67 89", (None, "Medborgarservice")),
        ("Växel: 0123-45 67 89", (None, "Växel")),
        ("Vik\tAnna Ek, folkhälsoplanerare\t0123-45 67 89", ("Anna Ek", "folkhälsoplanerare")),
        ("Hela området\tPolisens tipslinje\t0123-45 67 89", (None, "Polisens tipslinje")),
        ("Polisen: kommunpolis Anna Ek, 0123-45 67 89", ("Anna Ek", "kommunpolis")),
        ("Registrator, 0123-45 67 89", (None, "Registrator")),
    ],
)
def test_contact_is_named_in_many_ways(line, contact):
    page = read_text(f"Medborgarlöften 2024\n\nPolisen lovar att synas.\n\nKontakt\n{line}\n")

    assert [(one.name, one.title, one.phone) for one in page.contacts] == [
        (*contact, "0123-45 67 89")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Handlingen är undertecknad av kommunchef Anna Ek och polischef Bo Al.",
        "Handslaget togs av Anna Ek (S), kommunchef, och Bo Al, polischef.",
        "Papperet bär namnteckningar av Anna Ek, kommunchef, och Bo Al, polischef.",
        "Pennan gick laget runt: Anna Ek, kommunchef, och Bo Al, polischef.",
    ],
)
def test_who_signed_is_told_in_many_ways(sentence):
    page = read_text(f"Medborgarlöften 2024\n\nPolisen lovar att synas.\n\n{sentence}\n")

    assert [(one.name, one.title) for one in page.periods[0].signatories] == [
        ("Anna Ek", "kommunchef"),
        ("Bo Al", "polischef"),
    ]
