"""Numbers that came with an address or a form: anybody can type anything there."""

MOST_DIGITS = 18
"""All that a column of keys holds; ``int`` itself refuses thousands."""


def key_from(text: str | None) -> int | None:
    """The number, or None where the text is not one. ASCII digits only: ``isdigit`` lets "²" through."""
    text = text or ""
    is_number = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if is_number else None
