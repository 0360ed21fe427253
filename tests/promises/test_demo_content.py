"""The demo's data files: our own sentences, nobody's name, and faults that say where they are."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from portal.models import Organisation
from promises.demo.reading import (
    CONTENT,
    FILES,
    DemoContentError,
    dated,
    read_content,
    read_files,
)
from promises.demo.rows import keep
from promises.demo.shape import Voice

NAMES = [name for names in FILES for name in names]
SEED = Path(__file__).parent / "page_import" / "seed.txt"


def all_texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from all_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from all_texts(inner)


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = re.findall(r"\w+", text.lower())
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


@pytest.fixture
def texts() -> list[str]:
    files = [tomllib.loads((CONTENT / name).read_text("utf-8")) for name in NAMES]
    return [text for file in files for text in all_texts(file)]


def test_every_data_file_is_read():
    assert sorted(path.name for path in CONTENT.iterdir()) == sorted(NAMES)


def test_no_sentence_is_the_seeds(texts):
    seed = runs(SEED.read_text("utf-8"), 6)
    sentences = [s for text in texts for s in re.split(r"(?<=[.!?:])\s+|\n", text)]

    assert [s for s in sentences if runs(s, 6) & seed] == []


def test_no_real_person_is_named():
    found = "".join((CONTENT / name).read_text("utf-8") for name in NAMES).lower()
    seed_name = re.search(r"^\s*•\s+(\w+) (\w+)$", SEED.read_text("utf-8"), re.MULTILINE)

    assert seed_name is not None
    assert [part for part in seed_name.groups() if part.lower() in found] == []


def test_row_that_the_database_refuses_says_which(db):
    police = Organisation(name="Polisen", short_form="polisen", kind="police", scb_code="2313")

    with pytest.raises(DemoContentError, match=r"Organisation 'Polisen': .*_has_a_scb_code"):
        keep(police)


def test_row_that_the_model_refuses_says_which(db):
    with pytest.raises(DemoContentError, match=r"Organisation 'Polisen': "):
        keep(Organisation(name="Polisen", short_form="polisen", kind="klubb"))


def test_content_reads_for_any_year():
    for year in (2024, 2030):
        places = [file.place for file in read_content(today=dt.date(year, 6, 1)) if file.place]
        assert places[1].periods[-1].slug == f"{year - 1}-{year + 1}"


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (dt.date(2026, 7, 27), "2025 2026-08-20 2026 2026-06-01T08:00"),  # a Monday
        (dt.date(2027, 1, 3), "2026 2027-01-21 2026 2026-11-02T08:00"),  # a Sunday, in week 53
    ],
)
def test_days_are_counted_from_the_day_of_loading(today, found):
    text = "{Y-1} {W+3.4} {W-8.1:%Y} {W-8.1}T08:00"

    assert dated(text, today=today) == found


def test_voices_answer_in_turn():
    voice = Voice(count=3, says={"alder": ["ung"], "trygg": [1, 5], "plats": [["a", "b"], []]})

    assert list(voice.sheets) == [
        {"alder": "ung", "trygg": 1, "plats": ("a", "b")},
        {"alder": "ung", "trygg": 5, "plats": ()},
        {"alder": "ung", "trygg": 1, "plats": ("a", "b")},
    ]


@pytest.mark.parametrize("place", [1, 2])
def test_every_dialogue_says_first_that_it_is_an_example(place):
    values = read_content(today=dt.date(2026, 6, 1))[place].place
    texts = [
        dialogue.at(edition).summary.removeprefix("<p>")
        for dialogue in values.dialogues
        for edition in range(1, len(dialogue.editions) + 1)
    ]

    found = [text for text in texts if not text.startswith("Exempel i demot")]

    assert found == [text for text in texts if text.startswith("Två saker här är fakta")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("place = ", "bad.toml is not TOML"),
        ("[place]\nslug = 'x'", "place.name: Field required"),
        (
            "[accounts.'a@b.example']\npassword='p'\nname='n'\ntitle='t'\norganisation='okänd'",
            r"'okänd' is not declared under \[organisations\] in this file",
        ),
        ("[organisations.a]\nname='n'\nshort_form='a'\nkind='klubb'", "organisations.a.kind"),
    ],
)
def test_content_that_does_not_fit_says_where(tmp_path, text, message):
    path = tmp_path / "bad.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(DemoContentError, match=message):
        read_files(path, today=dt.date(2026, 1, 1))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'continues = "2019-2021/trafiksakerhet"',
            'continues = "2019-2021/fel"',
            "no earlier promise",
        ),
        (
            'promise = "trygghet"\nverdict',
            'promise = "fel"\nverdict',
            "verdict on unknown promises",
        ),
        ("baseline_value = 163", "basvarde = 163", "no attribute .basvarde"),
        ('status = "not_done"', 'status = "borta"', "status: Input should be"),
        (
            'promises = ["2021-2022/trafik"]',
            'promises = ["2021-2022/fel"]',
            r"no promises \['2021-2022/fel'\]",
        ),
        ('holders = ["polisen"]', 'holders = ["skolan"]', "'skolan' is not declared"),
        ('ort = ["backe"', 'ort = ["backa"', r"ort: unknown choices \['backa'\]"),
        ("kvallar-ute = [0]", "kvall = [0]", "answers to an unknown question 'kvall'"),
    ],
)
def test_content_that_contradicts_itself_says_where(tmp_path, old, new, message):
    paths = [tmp_path / name for name in FILES[1]]
    whole = [(CONTENT / path.name).read_text("utf-8") for path in paths]
    assert any(old in text for text in whole)
    for path, text in zip(paths, whole, strict=True):
        path.write_text(text.replace(old, new), "utf-8")

    with pytest.raises(DemoContentError, match=message):
        read_files(*paths, today=dt.date(2026, 1, 1))
