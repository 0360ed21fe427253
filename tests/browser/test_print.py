"""Pages on paper: Chromium prints them, and what stands there is read back."""

import pytest

from tests.papers import opened


@pytest.mark.parametrize(
    "path",
    [
        "/stromsund/2021-2022/",
        "/stromsund/2021-2022/narkotika/",
        "/stromsund/2019-2021/sa-gick-det/",
    ],
)
def test_paper_has_address_and_edition_and_no_controls(site, page, path):
    page.goto(site + path)
    paper = opened(page.pdf(format="A4", prefer_css_page_size=True))
    words = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())

    assert f"{site.removeprefix('http://')}{path}" in words.replace(" /", "/")
    assert "utgåva 2" in words
    for control in ("Lyssna", "Sök", "Alla platser", "Perioder", "Hoppa till"):
        assert control not in words
    assert "CAN (" in words or "ANDTS (" in words
