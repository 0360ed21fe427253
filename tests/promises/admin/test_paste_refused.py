"""Paste import: what cannot be read is refused in Swedish, and what was typed is kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from promises.forms.paste_import import refusal_in_swedish
from promises.page_import import UnusableInput
from promises.page_import import source as page_source
from tests.promises.admin.pasting import ADDRESS, PAGE, number_of, read, soup

pytestmark = pytest.mark.django_db


def upload(client, place, content: bytes, **more):
    file = SimpleUploadedFile("sida.txt", content)
    return client.post(ADDRESS, {"partnership": place.pk, "file": file} | more)


def test_file_is_read_like_text(client, place):
    response = upload(client, place, PAGE.encode("cp1252"))

    assert response.status_code == 200
    assert soup(response).select_one(f"#rad-{number_of('lovar')}")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7", "Det här är en pdf-fil. Kopiera texten ur den och klistra in den."),
        (b"\x89PNG\r\n", "Det här är en bild. Bara text kan läsas in."),
        (b"\x00\x01", "Det här är ingen text. Spara sidan som text eller HTML."),
        (b"", "Det finns ingen text att läsa."),
        (
            b"\xc3\x28",
            "Å, ä och ö går inte att läsa i filen. Spara den som UTF-8, eller klistra in texten.",
        ),
        (b"a" * (page_source.SIZE_LIMIT + 1), "Sidan är 5,0 MB. Det får vara högst 5 MB."),
    ],
)
def test_unusable_file_is_refused_in_swedish(client, place, content, message):
    response = upload(client, place, content)

    assert response.status_code == 422
    assert soup(response).select_one("#id_file_error li").text == message


def test_every_refusal_has_swedish_words():
    told = []
    for magic, _name in page_source._MAGIC:
        with pytest.raises(UnusableInput) as refused:
            page_source.decode(magic + b"\x00\x00")
        told.append(refusal_in_swedish(refused.value))

    assert not [words for words in told if words.startswith("Sidan gick inte")]


def test_text_and_file_together_are_refused(client, place):
    response = upload(client, place, b"hej", text="hej")

    page = soup(response)
    assert page.select_one("#id_file_error li").text == (
        "Klistra in text eller välj en fil, inte båda."
    )
    assert page.select_one("#id_text").text.strip() == "hej"


def test_file_that_is_lost_for_another_field_is_asked_for_again(client, place):
    response = upload(client, place, PAGE.encode(), partnership="")

    page = soup(response)
    field = page.select_one("#id_file")
    told = page.select_one(f"#{field['aria-describedby'].split()[0]}")
    assert response.status_code == 422
    assert told.text == "Filen ”sida.txt” är inte sparad än: välj den en gång till."
    assert page.select("input[type=checkbox]") == []


def test_nothing_at_all_is_refused(client, place):
    response = client.post(ADDRESS, {"partnership": "", "text": " \n "})

    page = soup(response)
    assert response.status_code == 422
    assert [link.text for link in page.select(".paste-problems a")] == [
        "Välj vilken samverkan sidan gäller.",
        "Klistra in text, eller välj en fil.",
    ]


def test_too_long_page_is_refused(client, place):
    response = read(client, place, "rad\n" * 5000)

    assert soup(response).select_one("#id_text_error li").text == (
        "Sidan är för lång att gå igenom här. Dela upp den."
    )
