"""HTML as a tagged PDF (PDF/UA-1) with a print style of its own: made once, and kept.

WeasyPrint needs Pango on the machine. It is imported only when a paper is asked for, and where it cannot be,
everything else works: pages then offer no PDF.
"""

import hashlib
import logging
from collections.abc import Callable
from functools import cache
from threading import Lock
from types import ModuleType

from django.conf import settings
from django.core.cache import caches

STYLE = settings.BASE_DIR / "static" / "css" / "paper.css"

logger = logging.getLogger(__name__)
making = Lock()


@cache
def weasyprint() -> ModuleType | None:
    """The library, or None where it or Pango is missing."""
    for steps in ("weasyprint.progress", "fontTools"):
        logging.getLogger(steps).setLevel(logging.WARNING)
    try:
        import weasyprint as library  # noqa: PLC0415 - dear to import, and Pango may be missing
    except (ImportError, OSError) as error:
        logger.warning("No PDFs are made: WeasyPrint cannot start (%s).", error)
        return None
    found: ModuleType = library
    return found


def are_made() -> bool:
    return weasyprint() is not None


def pdf_of(html: str) -> bytes:
    """``html``: a whole document with a title and ``lang``. The same words give the same bytes on a machine
    with the same fonts. Nothing is fetched, whatever the text names."""
    library = weasyprint()
    if library is None:
        raise RuntimeError("WeasyPrint cannot start on this machine.")
    nothing = library.urls.URLFetcher(allowed_protocols=())
    style = library.CSS(string=STYLE.read_text(), url_fetcher=nothing)
    document = library.HTML(string=html, url_fetcher=nothing)
    pdf: bytes = document.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1")
    return pdf


def kept(made_of: object, make: Callable[[], str]) -> bytes:
    """The paper that is a function of ``made_of``: made at the first asking, one at a time since it takes a
    second of work, and kept for all processes."""
    parts = (settings.RELEASE, settings.LANGUAGE_CODE, settings.SITE_URL, made_of)
    key = hashlib.sha256(repr(parts).encode()).hexdigest()
    found = _found(key)
    if found is None:
        with making:
            found = _found(key)
            if found is None:
                found = pdf_of(make())
                _keep(key, found)
    return found


def _found(key: str) -> bytes | None:
    found: bytes | None = None if settings.DEBUG else caches["papers"].get(key)
    return found


def _keep(key: str, paper: bytes) -> None:
    try:
        caches["papers"].set(key, paper)
    except OSError:
        logger.warning("A PDF could not be kept, and will be made again.", exc_info=True)
