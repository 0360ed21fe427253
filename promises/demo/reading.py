"""The demo files as checked values."""

import datetime as dt
import re
import tomllib
from pathlib import Path

from pydantic import ValidationError

from promises.demo.shape import ContentFile

CONTENT = Path(__file__).parent / "content"
FILES = ("portalen.toml", "stromsund.toml", "grankoping.toml")
_YEAR = re.compile(r"\{Y([+-]\d+)\}")


class DemoContentError(ValueError):
    """The demo content does not hold together; says which file and where."""


def read_content(*, today: dt.date) -> list[ContentFile]:
    return [read_file(CONTENT / name, today=today) for name in FILES]


def read_file(path: Path, *, today: dt.date) -> ContentFile:
    """``{Y-1}`` in the text stands for last year, so that a made-up place is always up to date."""
    text = _YEAR.sub(lambda found: str(today.year + int(found[1])), path.read_text("utf-8"))
    try:
        raw = tomllib.loads(text)
        declared = {table: set(raw.get(table, {})) for table in ("organisations", "accounts")}
        return ContentFile.model_validate(raw, context=declared)
    except tomllib.TOMLDecodeError as error:
        raise DemoContentError(f"{path.name} is not TOML: {error}") from error
    except ValidationError as error:
        lines = [
            f"  {'.'.join(str(step) for step in found['loc'])}: {found['msg']}"
            for found in error.errors()
        ]
        raise DemoContentError("\n".join([f"{path.name} does not fit:", *lines])) from error
