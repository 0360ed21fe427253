"""Papers: tagged PDFs of an edition, the same bytes each time, behind the same gate as the pages."""

import datetime as dt
import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.utils import timezone

from portal import papers
from portal.services import withdraw
from tests.factories.portal import PartnershipFactory
from tests.factories.promises import approver_for, published, whole_period
from tests.papers import headings, needs_pango, opened, tags, words_of

pytestmark = pytest.mark.django_db

PAPER = "/stromsund/2021/loften.pdf"
REPORT = "/stromsund/2021/sa-gick-det.pdf"
BOTH = pytest.mark.parametrize("path", [PAPER, REPORT])


@pytest.fixture(autouse=True)
def nothing_kept():
    caches["papers"].clear()


@pytest.fixture
def edition(db):
    place = PartnershipFactory(slug="stromsund", name="Strömsund")
    period = whole_period(partnership=place, slug="2021", label="2021")
    return published(period, at=timezone.now() - dt.timedelta(days=3))


@needs_pango
@BOTH
def test_paper_is_tagged_titled_and_in_swedish(client, edition, path):
    response = client.get(path)
    pdf = opened(response.content)

    assert response.headers["Content-Type"] == "application/pdf"
    assert "Content-Security-Policy" not in response.headers
    assert pdf.root_object["/Lang"] == "sv"
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    assert pdf.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "Strömsund" in pdf.metadata.title
    assert re.search(rb"pdfuaid:part\W+1", pdf.root_object["/Metadata"].get_data())


@needs_pango
@BOTH
def test_every_word_of_a_paper_is_tagged_or_an_artifact(client, edition, path):
    """Running heads and page numbers stand outside the tags; fonts travel with the file."""
    pdf = opened(client.get(path).content)

    for number, page in enumerate(pdf.pages):
        stream = page.get_contents().get_data()
        depth, shown = 0, 0
        for operator in re.findall(rb"\b(BDC|BMC|EMC|Tj|TJ)\b", stream):
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            if operator in (b"Tj", b"TJ"):
                shown += 1
                assert depth > 0, number
        assert shown > 0
        assert page["/StructParents"] == number
        assert page["/Tabs"] == "/S"
        for font in page["/Resources"]["/Font"].values():
            [inner] = font["/DescendantFonts"]
            described = inner.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(described), described["/FontName"]


@needs_pango
@BOTH
def test_headings_of_a_paper_are_in_order_and_its_bookmarks(client, edition, path):
    pdf = opened(client.get(path).content)
    levels = [int(tag["/S"][2:]) for tag in tags(pdf) if re.fullmatch(r"/H[1-6]", tag["/S"])]

    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [depth for _, depth in headings(pdf)] == levels


@needs_pango
@BOTH
def test_tables_of_a_paper_have_captions_and_headers(client, edition, path):
    found = tags(opened(client.get(path).content))
    kinds = [tag["/S"] for tag in found]
    cells = [tag for tag in found if tag["/S"] == "/TD"]

    assert cells
    assert all(cell["/A"]["/Headers"] for cell in cells)
    # A table that goes on over the page is tagged as one more, without a caption of its own.
    assert 0 < kinds.count("/Caption") <= kinds.count("/Table")


@needs_pango
def test_paper_says_what_a_council_asks_for(client, edition):
    words = words_of(client.get(PAPER).content)
    flat = re.sub(r"\s+", "", words)
    document = edition.content

    told = [document.partnership_name, *(party.name for party in document.parties)]
    told += [
        edition.sha256,
        "/stromsund/2021/utgavor/1/",
        "Nummer 1, publicerad",
        "Sida 1 (",
        edition.note,
    ]
    told += [promise.statement for promise in document.promises]
    told += [sign_off.signer_name for sign_off in edition.sign_offs.all()]
    assert [text for text in told if re.sub(r"\s+", "", text) not in flat] == []


@needs_pango
@BOTH
def test_paper_is_the_same_bytes_each_time_and_made_once(client, edition, path, monkeypatch):
    first = client.get(path)
    caches["papers"].clear()
    again = client.get(path)

    assert again.content == first.content
    monkeypatch.setattr(papers, "pdf_of", lambda html: pytest.fail("made again"))
    assert client.get(f"{path}?q=x").content == first.content


@needs_pango
def test_reader_who_has_the_paper_gets_304_by_one_query(client, edition, django_assert_num_queries):
    with django_assert_num_queries(2):
        etag = client.get(PAPER).headers["ETag"]

    with django_assert_num_queries(1):
        response = client.get(PAPER, headers={"If-None-Match": etag})

    assert response.status_code == 304


@needs_pango
def test_each_edition_keeps_its_paper(client, edition):
    before = client.get("/stromsund/2021/utgavor/1/loften.pdf").content
    edition.period.promises.update(statement="Det nya löftet.")
    published(edition.period)

    newer = words_of(client.get(PAPER).content)
    older = words_of(client.get("/stromsund/2021/utgavor/1/loften.pdf").content)

    assert "Det nya löftet." in newer
    assert "Det nya löftet." not in older
    assert "Den gäller inte längre." in older
    assert "Den gäller inte längre." not in words_of(before)
    assert client.get("/stromsund/2021/utgavor/1/sa-gick-det.pdf").status_code == 200


@needs_pango
@BOTH
def test_withdrawn_paper_is_gone_with_its_reason(client, edition, path):
    assert client.get(path).status_code == 200
    withdraw(edition=edition, by=approver_for(edition.period), reason="Fel siffror.")

    response = client.get(path)

    assert response.status_code == 410
    assert "Fel siffror." in response.content.decode()


@needs_pango
def test_paper_is_light_and_the_page_links_to_it(client, edition):
    page = BeautifulSoup(client.get("/stromsund/2021/").content.decode(), "html.parser")
    [link] = page.select('a[type="application/pdf"]')

    assert link["href"] == PAPER
    assert "PDF" in link.text
    assert len(client.get(PAPER).content) < 300_000


def test_without_the_library_pages_offer_no_paper_and_the_address_says_why(
    client, edition, monkeypatch
):
    caches["pages"].clear()
    monkeypatch.setattr(papers, "weasyprint", lambda: None)

    page = BeautifulSoup(client.get("/stromsund/2021/").content.decode(), "html.parser")
    response = client.get(PAPER)

    assert page.select('a[type="application/pdf"]') == []
    assert response.status_code == 503
    missing = BeautifulSoup(response.content.decode(), "html.parser")
    assert missing.h1.text == "PDF:en kan inte göras just nu"
    assert missing.select_one("main a")["href"] == "/stromsund/2021/utgavor/1/"


def test_period_without_a_report_has_no_paper_of_one(client):
    place = PartnershipFactory(slug="stromsund")
    period = whole_period(partnership=place, slug="2021", label="2021")
    period.follow_ups.all().delete()
    published(period)

    assert client.get(REPORT).status_code == 404


@needs_pango
def test_nothing_is_fetched_for_a_paper():
    outside = '<img src="http://127.0.0.1:9/x.png" alt="x"><img src="file:///etc/hostname" alt="y">'
    html = f"<html lang=sv><title>t</title><body><h1>t</h1>{outside}</body></html>"

    pdf = opened(papers.pdf_of(html))

    assert [image for page in pdf.pages for image in page.images] == []
