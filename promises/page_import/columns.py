"""Stage 5, values → what the columns hold."""

from decimal import Decimal

from promises.page_import.result import Number


def decimal(value: Number | None) -> Decimal | None:
    """What the columns hold: ten digits before the comma, four after it."""
    if value is None or abs(value) >= 10**10:
        return None
    return Decimal(str(round(value, 4)))


def cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
