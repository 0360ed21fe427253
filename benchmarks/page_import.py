"""Seconds per megabyte of the page import, up to 10 MB: the time must grow with the page alone.

    uv run python benchmarks/page_import.py

The limit for uploads (``source.SIZE_LIMIT``) is below the largest size, so the text is read directly.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from promises.page_import import read_text

SIZES = (0.5, 1.0, 2.5, 5.0, 10.0)
MB = 1024 * 1024
TOLERANCE = 2.0
"""The slowest megabyte may take so many times the median: caches and the garbage collector sway it."""


def areas(number: int) -> str:
    """A site of many areas, each with a promise, its background, its acts and a table."""
    return (
        f"Område {number}\nBakgrunden är att {number} personer har hört av sig om torget.\n"
        f"Polisen och kommunen lovar att göra plats {number} tryggare.\nDet gör vi genom att:\n"
        f"- polisen går {number} rundor i veckan\n- kommunen byter lampor (kommunen)\n\n"
        "Insats\tAnsvarig\tLovat\tGjort\nKvällspass\tPolisen\t8\t5\n\n"
    )


def one_list(number: int) -> str:
    return f"• genomföra {number} kontroller på väg {number} (polisen)\n"


def prose(number: int) -> str:
    return (
        f"Polisen genomförde {number} kontroller, men {number} möten ställdes in på grund av snö. "
    )


def saved_html(number: int) -> str:
    return (
        f"<section><h2>Område {number}</h2><p>Polisen lovar att synas på plats {number}.</p><ul>"
        f"<li>Kontroll {number}<ul><li>kväll</li></ul></li></ul><table><tr><th>Vad</th><th>Vem</th></tr>"
        f"<tr><td>Rond {number}</td><td>Kommunen</td></tr></table></section>"
    )


def cards(number: int) -> str:
    return f"Anna Berg\nkommunpolis\n0123-45 {number % 90 + 10} 89\nanna.{number}@vik.example\n\n"


SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    "areas": ("Medborgarlöften 2024\n\n", areas),
    "one list": ("Medborgarlöften 2024\n\nPolisen lovar att:\n", one_list),
    "prose": ("Så gick det med medborgarlöftena 2023\n\n", prose),
    "html": ("<!doctype html><h1>Medborgarlöften 2024</h1>", saved_html),
    "contacts": ("Medborgarlöften 2024\n\nKontakt\n\n", cards),
}


def page(shape: str, size: float) -> str:
    start, part = SHAPES[shape]
    return start + "".join(_parts(part, int(size * MB) - len(start)))


def _parts(part: Callable[[int], str], size: int) -> Iterator[str]:
    number = 0
    while size > 0:
        number += 1
        text = part(number)
        size -= len(text)
        yield text


def curve(shape: str, sizes: tuple[float, ...] = SIZES) -> list[float]:
    """Seconds per megabyte, by size."""
    found = []
    for size in sizes:
        text = page(shape, size)
        start = time.perf_counter()
        read_text(text)
        found.append((time.perf_counter() - start) / size)
    return found


def main() -> None:
    print(f"{'seconds per MB at':18}" + "".join(f"{size:>9} MB" for size in SIZES))
    bent = []
    for shape in SHAPES:
        found = curve(shape)
        print(f"{shape:18}" + "".join(f"{seconds:12.2f}" for seconds in found), flush=True)
        if max(found) > TOLERANCE * sorted(found)[len(found) // 2]:
            bent.append(shape)
    if bent:
        sys.exit(f"The time does not grow with the page alone: {', '.join(bent)}.")


if __name__ == "__main__":
    main()
