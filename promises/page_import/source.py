"""Stage 1, bytes → text: everything that cannot be a page is refused here, in one clear line."""

import codecs
import re
from pathlib import Path

from promises.page_import.texts import tidy

SIZE_LIMIT = 5 * 1024 * 1024
"""Bytes. The longest real page seen is under 100 kB."""

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
)
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PLAUSIBLE = frozenset("åäöÅÄÖéÉèüÜøØæÆáàëíóñçïßšžŠŽ–—‘’‚“”„•·…§´°½¼²³®©€«»™†×\u00a0\u00ad¨")
_SWEDISH = re.compile("[åäöÅÄÖ]")
_MARK_IN_WORD = re.compile(r"(?<=[A-Za-z])[†„”“‚…•™®©«»¨°](?=[a-z])")
"""What å, ä and ö of old DOS and Macintosh files look like when read as Windows-1252."""


class UnusableInput(Exception):
    """The input is no page; the message is one English line for the operator."""


def read_file(path: Path) -> bytes:
    """The bytes of a file, its size checked before a byte is read."""
    try:
        if not path.is_file():
            raise UnusableInput(f"{path}: no such file.")
        if path.stat().st_size > SIZE_LIMIT:
            raise UnusableInput(f"{path}: {_too_large(path.stat().st_size)}")
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnusableInput(f"{path}: cannot be read ({reason}).") from error


def decode(data: bytes) -> str:
    """UTF-8, UTF-16 or UTF-32 with a mark, or Windows-1252 that reads as Swedish."""
    if len(data) > SIZE_LIMIT:
        raise UnusableInput(_too_large(len(data)))
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise UnusableInput(f"This is {name}, not text. Save the page as text or HTML.")
    text = _decoded(data)
    if not tidy(text):
        raise UnusableInput("The input is empty.")
    _refuse_binary(text)
    return text


def _too_large(size: int) -> str:
    limit = SIZE_LIMIT // (1024 * 1024)
    return f"{size / (1024 * 1024):.1f} MB is too large; the limit is {limit} MB."


def _decoded(data: bytes) -> str:
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise UnusableInput(f"Broken {encoding.upper()} text.") from error
    if b"\x00" in data:
        raise UnusableInput("This is a binary file, not text.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _windows_text(data)


def _windows_text(data: bytes) -> str:
    """Only what reads as Swedish: Windows-1252 decodes nearly anything, also mojibake."""
    refusal = "Unknown text encoding; save the page as UTF-8."
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnusableInput(refusal) from error
    foreign = [character for character in text if ord(character) > 127]
    strange = sum(character not in _PLAUSIBLE for character in foreign)
    if strange * 20 > len(foreign) or not _SWEDISH.search(text) or _MARK_IN_WORD.search(text):
        raise UnusableInput(refusal)
    return text


def _refuse_binary(text: str) -> None:
    head = text[:100_000]
    control = sum(character < " " and character not in "\t\n\r\f\v" for character in head)
    if "\x00" in text or control * 20 > len(head):
        raise UnusableInput("This is a binary file, not text.")
