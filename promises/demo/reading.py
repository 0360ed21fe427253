"""The demo files as checked values."""

import datetime as dt
import re
import tomllib
from functools import reduce
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from promises.demo.shape import ContentFile

CONTENT = Path(__file__).parent / "content"
FILES = (
    ("portalen.toml",),
    ("stromsund.toml", "stromsund_dialoger.toml", "stromsund_enkater.toml"),
    ("grankoping.toml", "grankoping_dialoger.toml"),
)
"""What belongs together is read as one."""

_YEAR = re.compile(r"\{Y([+-]\d+)\}")
_DAY = re.compile(r"\{W([+-]\d+)\.([1-7])(?::([^}]+))?\}")


class DemoContentError(ValueError):
    """The demo content does not hold together; says which file and where."""


def read_content(*, today: dt.date) -> list[ContentFile]:
    return [read_files(*(CONTENT / name for name in names), today=today) for names in FILES]


def read_files(*paths: Path, today: dt.date) -> ContentFile:
    names = " + ".join(path.name for path in paths)
    raw = reduce(_merged, [_read(path, today=today) for path in paths])
    declared = {table: set(raw.get(table, {})) for table in ("organisations", "accounts")}
    try:
        return ContentFile.model_validate(raw, context=declared)
    except ValidationError as error:
        lines = [
            f"  {'.'.join(str(step) for step in found['loc'])}: {found['msg']}"
            for found in error.errors()
        ]
        raise DemoContentError("\n".join([f"{names} does not fit:", *lines])) from error


def _merged(first: Any, more: Any) -> Any:
    """Tables take in tables, lists go on, and of two plain values the later one stands."""
    if isinstance(first, list):
        return first + more
    if not isinstance(first, dict):
        return more
    return first | {
        key: _merged(first[key], value) if key in first else value for key, value in more.items()
    }


def _read(path: Path, *, today: dt.date) -> dict[str, Any]:
    try:
        return tomllib.loads(dated(path.read_text("utf-8"), today=today))
    except tomllib.TOMLDecodeError as error:
        raise DemoContentError(f"{path.name} is not TOML: {error}") from error


def dated(text: str, *, today: dt.date) -> str:
    """``{Y-1}`` stands for last year, ``{W+3.4}`` for the Thursday in three weeks, ``{W-3.1:%Y}`` for the
    year of the Monday three weeks ago: so what is made up is always up to date, and a day that lies ahead
    does so whenever the demo is loaded."""
    monday = today - dt.timedelta(days=today.weekday())

    def day(found: re.Match[str]) -> str:
        on = monday + dt.timedelta(weeks=int(found[1]), days=int(found[2]) - 1)
        return on.strftime(found[3] or "%Y-%m-%d")

    return _DAY.sub(day, _YEAR.sub(lambda found: str(today.year + int(found[1])), text))
