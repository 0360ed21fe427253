"""How well a reading of a page agrees with what a careful person wrote down: a score per dimension.

Each dimension is a bag of facts. What is missing and what is invented count alike (F1 over all pages).

    uv run python -m tests.promises.page_import.score              # the pages of the repository
    uv run python -m tests.promises.page_import.score FOLDER …     # pages with expected JSON beside them
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from promises.page_import import read_page

Facts = Counter[Hashable]
Page = dict[str, Any]
Compared = dict[str, tuple[int, int, int]]
"""Per dimension: facts found right, facts that were to be found, facts that were told."""
PAGES = Path(__file__).with_name("pages")
SIMILAR = 0.9
"""Texts that agree this far are the same text: a full stop or a word more does not make another act."""


def plain(text: str | None) -> str:
    return (
        re.sub(r"[\s\u00a0]+", " ", re.sub(r"[.,:;!•·–—-]+(?=\s|$)", "", text or ""))
        .strip()
        .casefold()
    )


def in_words_of(expected: Page, got: Page) -> Page:
    """``got`` with each text that nearly is one of the expected put as that one, so that facts hang alike."""
    known = sorted(set(_texts(expected)))

    def as_known(text: str) -> str:
        mine = plain(text)
        if mine in known or not mine:
            return mine
        near = max(known, key=lambda one: SequenceMatcher(None, mine, one).ratio(), default="")
        return near if SequenceMatcher(None, mine, near).ratio() >= SIMILAR else mine

    return _mapped(got, as_known)


def _texts(page: Page) -> Iterator[str]:
    for period in page["periods"]:
        for promise in period["promises"]:
            yield plain(promise["statement"])
            yield from (plain(action["text"]) for action in promise["actions"])
        yield from (plain(action["text"]) for action in period["actions"])
        yield from (plain(area["heading"]) for area in period["areas"])


def _mapped(page: Page, words: Any) -> Page:
    def action(found: Page) -> Page:
        return found | {"text": words(found["text"])}

    return page | {
        "periods": [
            period
            | {
                "areas": [{"heading": words(area["heading"])} for area in period["areas"]],
                "actions": [action(found) for found in period["actions"]],
                "promises": [
                    promise
                    | {
                        "statement": words(promise["statement"]),
                        "area": words(promise["area"] or "") or None,
                        "actions": [action(found) for found in promise["actions"]],
                    }
                    for promise in period["promises"]
                ],
            }
            for period in page["periods"]
        ]
    }


def facts(page: Page) -> dict[str, Facts]:
    """The bags of one page whose texts are plain already."""
    bags: dict[str, list[Hashable]] = {name: [] for name in DIMENSIONS}
    for number, period in enumerate(page["periods"]):
        dates = period["starts_on"], period["ends_on"]
        bags["periods"] += [
            ("dates", *dates),
            ("label", plain(period["label"])),
            ("kind", number, period["kind"]),
        ]
        bags["areas"] += [(number, area["heading"]) for area in period["areas"]]
        bags["signatories"] += [
            (plain(s["name"]), plain(s["title"])) for s in period["signatories"]
        ]
        for promise in period["promises"]:
            _promise_facts(bags, number, promise)
        for action in period["actions"]:
            _action_facts(bags, number, None, action)
    bags["contacts"] = [
        (
            plain(c["name"]),
            plain(c["title"]),
            re.sub(r"\D", "", c["phone"] or ""),
            plain(c["email"]),
        )
        for c in page["contacts"]
    ]
    bags["noise"] = [line["line"] for line in page["unplaced"]]
    return {name: Counter(found) for name, found in bags.items()}


def _promise_facts(bags: dict[str, list[Hashable]], number: int, promise: Page) -> None:
    statement = promise["statement"]
    bags["promises"].append((number, statement))
    bags["areas of promises"].append((number, statement, promise["area"]))
    bags["parties"] += [(statement, party) for party in promise["parties"]]
    bags["flags"] += [(statement, flag, promise[flag]) for flag in ("rationale", "follow_up")]
    bags["goals"] += [(statement, *_goal(goal)) for goal in promise["goals"]]
    for action in promise["actions"]:
        _action_facts(bags, number, statement, action)


def _goal(goal: Page) -> Iterator[Hashable]:
    for name in ("baseline_value", "baseline_year", "target_value"):
        yield None if goal[name] is None else float(goal[name])
    yield plain(goal["unit"])


def _action_facts(
    bags: dict[str, list[Hashable]], number: int, statement: str | None, action: Page
) -> None:
    text = action["text"]
    bags["actions"].append((number, text))
    bags["where actions hang"].append((text, statement))
    bags["leads"] += [(text, party) for party in action["lead"]]
    bags["outcomes"].append((text, action["status"], action["reason"]))
    counts = action["promised_count"], action["done_count"]
    if counts != (None, None):
        bags["counts"].append((text, *counts))


DIMENSIONS = (
    "periods",
    "areas",
    "promises",
    "areas of promises",
    "actions",
    "where actions hang",
    "counts",
    "outcomes",
    "parties",
    "leads",
    "flags",
    "goals",
    "contacts",
    "signatories",
    "noise",
)


def compared(expected: Page, got: Page) -> Compared:
    wanted = facts(_mapped(expected, plain))
    told = facts(in_words_of(expected, got))
    return {
        name: ((wanted[name] & told[name]).total(), wanted[name].total(), told[name].total())
        for name in DIMENSIONS
    }


def f1(right: int, wanted: int, told: int) -> float:
    return 2 * right / (wanted + told) if wanted + told else 1.0


def summed(pages: Iterable[Compared]) -> dict[str, float]:
    """F1 per dimension over all pages."""
    pages = list(pages)
    return {
        name: f1(*(sum(page[name][number] for page in pages) for number in range(3)))
        for name in DIMENSIONS
    }


def overall(scores: dict[str, float]) -> float:
    return sum(scores.values()) / len(scores)


def pages_in(folder: Path) -> list[Path]:
    """The pages; each has its expected JSON beside it."""
    return sorted(path for path in folder.glob("[0-9]*") if path.suffix != ".json")


def expected_of(path: Path) -> Page:
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def read(path: Path) -> Page:
    """As the command prints it."""
    return json.loads(json.dumps(read_page(path.read_bytes()).as_json()))


def scores_of(folder: Path) -> dict[str, float]:
    return summed(compared(expected_of(path), read(path)) for path in pages_in(folder))


def report(folder: Path) -> str:
    """The score per dimension, and the pages that are not read in full; of ``apart`` no page is told, so
    that nobody tunes the reader to one."""
    lines = [f"{folder.name}: {len(pages_in(folder))} pages"]
    for path in pages_in(folder) if folder.name != "apart" else []:
        of_page = {
            name: f1(*counts) for name, counts in compared(expected_of(path), read(path)).items()
        }
        worse = ", ".join(f"{name} {value:.2f}" for name, value in of_page.items() if value < 1)
        if worse:
            lines.append(f"  {path.stem:36} {overall(of_page):.3f}  {worse}")
    scores = scores_of(folder)
    lines += [f"  {name:18} {value:.3f}" for name, value in scores.items()]
    return "\n".join([*lines, f"  {'overall':18} {overall(scores):.3f}"])


def main(folders: list[str]) -> None:
    for folder in map(Path, folders) if folders else sorted(PAGES.iterdir()):
        print(report(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
