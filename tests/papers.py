"""Our PDFs as tests read them: their words, their tags. Skipped where Pango is missing, unless
``PDF_TESTS=1`` demands them (CI does)."""

import io
import os
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from portal import papers

needs_pango = pytest.mark.skipif(
    not papers.are_made() and os.environ.get("PDF_TESTS") != "1",
    reason="no Pango on this machine",
)


def opened(body: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(body))


def words_of(body: bytes) -> str:
    """All that a reader, or a machine, can read in it."""
    pdf = opened(body)
    told = [str(pdf.metadata), str(pdf.xmp_metadata and pdf.xmp_metadata.stream.get_data())]
    told += [title for title, _ in headings(pdf)]
    return "\n".join([*(page.extract_text() for page in pdf.pages), *told])


def headings(pdf: PdfReader) -> list[tuple[str, int]]:
    """The outline: each heading with its depth."""

    def walk(items: list[Any], depth: int) -> Iterator[tuple[str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, depth + 1)
            else:
                yield str(item.title), depth

    return list(walk(pdf.outline, 1))


def tags(pdf: PdfReader) -> list[DictionaryObject]:
    """Every structure element, in reading order."""

    def walk(element: Any) -> Iterator[DictionaryObject]:
        element = element.get_object()
        if not isinstance(element, DictionaryObject):
            return
        if "/S" in element:
            yield element
        kids = element.get("/K", ArrayObject())
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from walk(kid)

    return list(walk(pdf.root_object["/StructTreeRoot"]))
